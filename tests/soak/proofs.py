"""The long proofs by name; each also runs in the ordinary tests, with its first few seeds."""

import asyncio
import random
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import hypothesis
import stamina
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from tests.contract.clouds import CLOUDS as SANDBOXES
from tests.contract.storm import SOURCES, no_server_error
from tests.domain import chained
from tests.domain.test_flows_safety import OneDoorOneParcel
from tests.integration.film import pick_up_by_film
from tests.integration.test_camera_faults import FAULTS as CAMERA_FAULTS
from tests.integration.test_camera_faults import camera_fails
from tests.integration.test_faults import (
    BOARDS,
    CLOUDS,
    board_fails,
    cloud_hears_badly,
    cloud_reads_badly,
)
from tests.kills import proof as kills
from tests.machines.each_door import EachDoorItsOwn
from tests.machines.each_fact import EachFactOnce
from tests.powercut import proof as powercut
from tests.services.clock_jumps import no_jump_matters
from tests.services.test_outbox_rules import TellingEachOnce
from tests.soak import backlog
from tests.soak.deposits import safe
from tests.soak.guessing import does_not_pay


@dataclass(frozen=True)
class Proof:
    """Something that must hold for every seed; ``holds`` raises when it does not."""

    holds: Callable[[int], None]
    seeds: int
    """How many make the whole proof."""
    quick: int
    """How many run in the ordinary tests."""


def journeys(seed: int) -> None:
    """One person's door and one parcel's facts, whatever happens in whatever order."""
    _machine(OneDoorOneParcel, seed)


def telling(seed: int) -> None:
    """Each fact once and in order, whatever the network does."""
    _machine(TellingEachOnce, seed)


def doors(seed: int) -> None:
    """Each door for its own person, whoever comes, whatever breaks: 400 steps."""
    _machine(EachDoorItsOwn, seed, examples=10)


def line(seed: int) -> None:
    """Each fact has its effect once, whatever the wire does to it: 800 steps."""
    stamina.instrumentation.set_on_retry_hooks(())
    try:
        _machine(EachFactOnce, seed)
    finally:
        stamina.instrumentation.set_on_retry_hooks(None)


def spine(seed: int) -> None:
    """A phone somehow held up to the camera opens the right real lock once, and is told once."""
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(pick_up_by_film(Path(folder), random.Random(seed)))


def faults(seed: int) -> None:
    """A board, a cloud or a camera fails beneath a running kiosk in one of all known ways."""
    ways = [
        *((cloud_reads_badly, fault) for fault in CLOUDS),
        *((cloud_hears_badly, fault) for fault in ("html", "broken", "schema", "cut")),
        *((board_fails, fault) for fault in BOARDS),
        *((camera_fails, fault) for fault in CAMERA_FAULTS),
    ]
    fails, fault = ways[seed % len(ways)]
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(fails(Path(folder), fault))


def deposits(seed: int) -> None:
    """A hundred walk-ups with all their pranks: no parcel is shut in with somebody else's."""
    safe(seed)


def clock(seed: int) -> None:
    """Twenty lives of a computer whose clock jumps: lockouts, codes and facts are as without."""
    no_jump_matters(seed, examples=20)


def schemas(seed: int) -> None:
    """Some of the calls of a sandbox cloud, each in many right and wrong forms."""
    which, part = [(v, s) for v in SANDBOXES for s in SOURCES], seed // 4
    vendor, source = which[seed % len(which)]
    no_server_error(part, examples=60, every=20, vendors=[vendor], sources=[source])


def journal(seed: int) -> None:
    """One of a thousand records is changed in every way: the first bad one is named."""
    chained.named(seed + 1)
    if seed % 100 == 0:
        chained.quickly(10_000, seconds=1.0)


def _machine(machine: type[RuleBasedStateMachine], seed: int, examples: int = 20) -> None:
    seeded = hypothesis.seed(seed)(machine)
    steps = settings(
        max_examples=examples,
        stateful_step_count=40,
        deadline=None,
        database=None,
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    run_state_machine_as_test(seeded, settings=steps)


PROOFS: dict[str, Proof] = {
    "journeys": Proof(journeys, seeds=200, quick=1),
    "faults": Proof(faults, seeds=20, quick=1),
    "guessing": Proof(does_not_pay, seeds=4, quick=2),
    "clock": Proof(clock, seeds=250, quick=1),
    "doors": Proof(doors, seeds=25, quick=1),
    "line": Proof(line, seeds=13, quick=1),
    "telling": Proof(telling, seeds=200, quick=1),
    "outbox": Proof(backlog.told, seeds=2, quick=1),
    "schemas": Proof(schemas, seeds=80, quick=1),
    "deposits": Proof(deposits, seeds=100, quick=3),
    "spine": Proof(spine, seeds=40, quick=1),
    "journal": Proof(journal, seeds=1000, quick=1),
    "kills": Proof(kills.accounted_for, seeds=50, quick=5),
    "powercut": Proof(powercut.nothing_is_lost, seeds=100, quick=1),
}
