"""A vendor's API as described in ``openapi/``, and what in a call or an answer goes against it."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import httpx
import yaml
from jsonschema import Draft202012Validator

FOLDER = Path(__file__).parent / "openapi"
JSON = "application/json"
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True)
class Operation:
    """One call of the description, with everything it refers to in its place."""

    method: str
    path: str
    spec: Mapping[str, Any]

    @property
    def name(self) -> str:
        return f"{self.method} {self.path}"

    def parameters(self, where: str) -> dict[str, Mapping[str, Any]]:
        return {p["name"]: p for p in self.spec.get("parameters", ()) if p["in"] == where}

    @property
    def body(self) -> Mapping[str, Any] | None:
        found: Mapping[str, Any] | None = self.spec.get("requestBody")
        return found

    def answer(self, status: int) -> Mapping[str, Any]:
        responses = self.spec["responses"]
        found: Mapping[str, Any] = responses.get(str(status), responses["default"])
        return found


class Description:
    """All calls of one vendor."""

    def __init__(self, spec: Mapping[str, Any]) -> None:
        self.servers = tuple(server["url"] for server in spec["servers"])
        schemes = spec["components"]["securitySchemes"].values()
        self._keys = tuple(scheme["name"] for scheme in schemes)
        self.operations = tuple(
            Operation(method.upper(), path, _filled_in(one, spec))
            for path, methods in spec["paths"].items()
            for method, one in methods.items()
        )

    def find(self, method: str, path: str) -> tuple[Operation, dict[str, str]] | None:
        """The call with its places; a path without places goes before one with."""
        for one in sorted(self.operations, key=lambda one: one.path.count("{")):
            pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(one.path))
            if one.method == method and (found := re.fullmatch(pattern, path)):
                return one, {name: unquote(value) for name, value in found.groupdict().items()}
        return None

    def flaws(self, request: httpx.Request) -> list[str]:
        """What this request has that the description does not allow, and lacks that it needs."""
        found = self._found(request)
        if found is None:
            return [f"{request.method} {request.url.path}: no such call"]
        one, places = found
        flaws = [
            *_against(one.parameters("path"), [*places.items()], "path"),
            *_against(one.parameters("query"), request.url.params.multi_items(), "query"),
            *self._headers(one, request),
            *_body(one, request),
        ]
        return [f"{one.name}: {flaw}" for flaw in flaws]

    def answer_flaws(
        self, request: httpx.Request, status: int, kind: str, body: bytes
    ) -> list[str]:
        """The same for the answer to a request."""
        found = self._found(request)
        if found is None:
            return []
        content = found[0].answer(status)["content"]
        if kind.partition(";")[0] not in content:
            return [f"{found[0].name}: {status} comes as {kind or 'nothing'}"]
        flaws = _json(body, content[JSON]["schema"])
        return [f"{found[0].name}: {status} {flaw}" for flaw in flaws]

    def _found(self, request: httpx.Request) -> tuple[Operation, dict[str, str]] | None:
        address = str(request.url.copy_with(query=None))
        for server in self.servers:
            if address.startswith(f"{server}/"):
                path = request.url.raw_path.decode().partition("?")[0]
                prefix = httpx.URL(server).path.rstrip("/")
                return self.find(request.method, path.removeprefix(prefix))
        return None

    def _headers(self, one: Operation, request: httpx.Request) -> Iterator[str]:
        for key in self._keys:
            if not request.headers.get(key):
                yield f"header {key} is missing"
        described = one.parameters("header")
        given = [(name, request.headers[name]) for name in described if name in request.headers]
        yield from _against(described, given, "header")


@cache
def described(vendor: str) -> Description:
    return Description(yaml.safe_load((FOLDER / f"{vendor}.yaml").read_text("utf-8")))


def _filled_in(part: Any, spec: Mapping[str, Any]) -> Any:
    """The same without references; none of the descriptions refers to itself."""
    if isinstance(part, list):
        return [_filled_in(each, spec) for each in part]
    if not isinstance(part, dict):
        return part
    if "$ref" not in part:
        return {name: _filled_in(each, spec) for name, each in part.items()}
    target: Any = spec
    for step in part["$ref"].removeprefix("#/").split("/"):
        target = target[step]
    return _filled_in(target, spec)


def _against(
    described: Mapping[str, Mapping[str, Any]], given: list[tuple[str, str]], where: str
) -> Iterator[str]:
    names = {name for name, _ in given}
    for name in sorted(names - described.keys()):
        yield f"{where} {name} is unknown"
    for name, parameter in described.items():
        if name not in names:
            if parameter.get("required"):
                yield f"{where} {name} is missing"
            continue
        texts = [text for other, text in given if other == name]
        yield from (f"{where} {name} {flaw}" for flaw in _parameter(parameter, texts))


def _parameter(parameter: Mapping[str, Any], texts: list[str]) -> list[str]:
    if "content" in parameter:
        return [flaw for text in texts for flaw in _json(text.encode(), _schema(parameter))]
    schema = parameter["schema"]
    if schema.get("type") == "array":
        return _flaws([_value(text, schema["items"]) for text in texts], schema)
    if len(texts) > 1:
        return ["is given more than once"]
    return _flaws(_value(texts[0], schema), schema)


def _schema(parameter: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Mapping[str, Any] = parameter["content"][JSON]["schema"]
    return found


def _value(text: str, schema: Mapping[str, Any]) -> object:
    """What a text in an address stands for."""
    if schema.get("type") in ("integer", "number") and _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    if schema.get("type") == "boolean" and text in ("true", "false"):
        return text == "true"
    return text


def _body(one: Operation, request: httpx.Request) -> list[str]:
    kind = request.headers.get("content-type", "")
    if one.body is None:
        return ["has a body, and none is described"] if request.content else []
    if not request.content:
        return ["has no body"] if one.body.get("required") else []
    if kind.partition(";")[0] not in one.body["content"]:
        return [f"body comes as {kind or 'nothing'}"]
    return _json(request.content, one.body["content"][JSON]["schema"])


def _json(body: bytes, schema: Mapping[str, Any]) -> list[str]:
    try:
        return _flaws(json.loads(body), schema)
    except ValueError:
        return ["body is no JSON"]


def _flaws(value: object, schema: Mapping[str, Any]) -> list[str]:
    # The value itself is not repeated: it may be a code.
    return [
        f"{'.'.join(map(str, error.absolute_path)) or 'value'} breaks {error.validator}"
        for error in _validator(id(schema), schema).iter_errors(value)
    ]


_VALIDATORS: dict[int, Draft202012Validator] = {}


def _validator(key: int, schema: Mapping[str, Any]) -> Draft202012Validator:
    # Descriptions live as long as the tests, so an id stays one schema's.
    if key not in _VALIDATORS:
        Draft202012Validator.check_schema(schema)
        _VALIDATORS[key] = Draft202012Validator(schema)
    return _VALIDATORS[key]
