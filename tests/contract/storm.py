"""Everything a description allows, and much that it forbids, at a sandbox cloud (schemathesis)."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import httpx
import hypothesis
import requests
import schemathesis
import yaml
from hypothesis import HealthCheck, Phase
from schemathesis import APIOperation, Case, GenerationMode

from tests.contract.clouds import CLOUDS, Vendor
from tests.contract.description import FOLDER

KEY = "storm-key"
NOT_TRIED = ("/_sandbox/faults", "/_sandbox/machine")
"""Who asks for errors gets them."""
RIGHT, WRONG = GenerationMode.POSITIVE, GenerationMode.NEGATIVE
SOURCES = ("its own", "ours")


class ServerError(AssertionError):
    """The sandbox fell over, or said so."""


def description(vendor: Vendor, source: str) -> Mapping[str, Any]:
    """What the sandbox says of itself, or what we have written of the vendor's document."""
    if source == "its own":
        return vendor.sandbox().openapi()
    written: dict[str, Any] = yaml.safe_load((FOLDER / f"{vendor.name}.yaml").read_text("utf-8"))
    written["paths"] = {vendor.prefix + path: calls for path, calls in written["paths"].items()}
    del written["servers"]
    return written


def no_server_error(
    seed: int,
    examples: int,
    every: int = 1,
    vendors: Sequence[Vendor] = CLOUDS,
    sources: Sequence[str] = SOURCES,
    within: str = "/",
) -> int:
    """Storm every sandbox with both descriptions; answers how many calls were made.

    ``every``: only so-manieth operation, another part of them with each seed; ``within``: only
    paths that begin so.
    """
    made = 0
    with asyncio.Runner() as runner:
        for vendor in vendors:
            transport = httpx.ASGITransport(vendor.sandbox(key=KEY))
            http = httpx.AsyncClient(transport=transport, base_url="http://sandbox")
            for source in sources:
                known = runner.run(_furnish(http, vendor))
                cases = [
                    case
                    for case in _operations(description(vendor, source), known)
                    if case[0].path.startswith(within)
                ]
                for operation, mode, places in cases[seed % every :: every]:
                    strategy = operation.as_strategy(mode, path_parameters=places)
                    made += _storm(runner, http, vendor, strategy, seed, examples)
            runner.run(http.aclose())
    return made


def _operations(
    spec: Mapping[str, Any], known: Mapping[str, str]
) -> Iterator[tuple[APIOperation, GenerationMode, dict[str, str] | None]]:
    """Each with ids that are there, and, where it has any, with ids that are not."""
    for found in schemathesis.openapi.from_dict(dict(spec)).get_all_operations():
        operation = found.ok()
        if operation.path.startswith(NOT_TRIED):
            continue
        there = {p.name: known[p.name] for p in operation.path_parameters}
        yield operation, RIGHT, there or None
        if operation.body or operation.query:
            yield operation, WRONG, there or None
        if there:
            yield operation, RIGHT, None


def _storm(
    runner: asyncio.Runner,
    http: httpx.AsyncClient,
    vendor: Vendor,
    cases: hypothesis.strategies.SearchStrategy[Case],
    seed: int,
    examples: int,
) -> int:
    made = 0

    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=examples,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @hypothesis.given(cases)
    def storm(case: Case) -> None:
        nonlocal made
        made += 1
        runner.run(_call(http, vendor, case))

    storm()
    return made


async def _call(http: httpx.AsyncClient, vendor: Vendor, case: Case) -> None:
    asked = case.as_transport_kwargs(base_url="http://sandbox")
    sent = {name: asked[name] for name in ("params", "json", "data") if name in asked}
    prepared = requests.Request(case.method, asked["url"], **sent).prepare()
    # The right key: without it every storm ends at the door.
    headers = {vendor.header: KEY, "content-type": "application/json"}
    answer = await http.request(
        case.method, str(prepared.url), content=prepared.body, headers=headers
    )
    # 502 is the true answer of a printer without labels.
    if answer.status_code >= 500 and "out of labels" not in answer.text:
        raise ServerError(f"{case.method} {prepared.url}: {answer.status_code} {answer.text}")


async def _furnish(http: httpx.AsyncClient, vendor: Vendor) -> Mapping[str, str]:
    """A cloud with something in it; answers what may stand in the places of a path."""
    await http.post("/_sandbox/reset")
    made = await http.post("/_sandbox/reservations", json=vendor.seed)
    assert made.status_code == 201, made.text
    known = dict(vendor.known)
    prefix, headers = vendor.prefix, {vendor.header: KEY}
    for path, body, place in vendor.furniture:
        made = await http.post(prefix + path, json=body, headers=headers)
        known[place] = made.json()["_id"]
    return known
