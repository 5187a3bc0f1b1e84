"""The outbox, the real adapter and a line that does everything lines do to what they carry.

Beside ``tests/services/test_outbox_rules.py``, where the cloud fails by the port's own errors, here
it fails on the wire. When all is quiet, each fact has had its effect once, in its reservation's
order; nothing waits; nothing was told again without reading first; and nothing is set aside but
what the cloud refused, and tickets told twice.
"""

import asyncio
from collections import Counter
from collections.abc import Coroutine
from typing import Any

import httpx
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from kiosk.adapters.clouds.http import JsonHttp
from kiosk.adapters.clouds.kioskforce import KioskForce
from kiosk.services.outbox import Outbox
from tests.integration.kioskforce_vendor import settings as line_settings
from tests.machines.vendor import FAULTS, REFUSED, Vendor
from tests.machines.virtual_loop import VirtualLoop
from tests.services.fakes import Pocket

CALLS = {
    "parcel.deposited": "dropoffs",
    "parcel.collected": "pickups",
    "reservation.cancelled": "deletes",
}
TICKET = "compartment.problem"
HAPPENS = ["fact", "fact", "ticket", "fault", "fault", "fault", "time", "time", "start", "back"]
PICK = st.integers(0, 2**32 - 1)
QUIET = 4000.0
"""Seconds in which everything that waits has its turn."""


class EachFactOnce(RuleBasedStateMachine):
    outbox = Outbox
    pocket = Pocket
    steps = 0

    def __init__(self) -> None:
        super().__init__()
        self.loop = VirtualLoop()
        self.store = self.pocket(self.loop)  # type: ignore[arg-type]
        self.vendor = Vendor()
        chosen = line_settings()
        http = JsonHttp(
            chosen.base_url,
            {"X-API-Key": chosen.key},
            self.loop,
            transport=httpx.MockTransport(self.vendor),
        )
        self.cloud = KioskForce(chosen, self.loop, http)
        self.lasting: dict[str, str] = {}
        """What each reservation came to last."""
        self.refused = False
        self.starts = 1
        self._start()

    def _start(self) -> None:
        self.box = self.outbox(self.store, self.cloud, self.loop, chance=lambda: 0.5)  # type: ignore[arg-type]
        self.running = self.loop.create_task(self.box.run())

    def runs(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run_until_complete(work)

    @rule(what=st.sampled_from(HAPPENS), pick=PICK)
    def happens(self, what: str, pick: int) -> None:
        type(self).steps += 1
        getattr(self, what)(pick)
        self.runs(asyncio.sleep((0.0, 0.0, 0.2, 3.0)[pick % 4]))

    def fact(self, pick: int) -> None:
        name = f"res_{pick // 4 % 3 + 3 * (len(self.lasting) // 3)}"
        if self.lasting.get(name) == "parcel.deposited":
            told = "parcel.collected"
        elif name in self.lasting:
            return
        else:
            told = "reservation.cancelled" if pick % 5 == 0 else "parcel.deposited"
        self.lasting[name] = told
        self.store.happens(told, name)
        self.box.wake()

    def ticket(self, pick: int) -> None:
        self.store.happens(TICKET, None)
        self.box.wake()

    def fault(self, pick: int) -> None:
        refuses = pick % 101 == 0
        self.refused |= refuses
        self.vendor.faults.append(REFUSED if refuses else FAULTS[pick // 4 % len(FAULTS)])

    def time(self, pick: int) -> None:
        self.runs(asyncio.sleep((0.5, 2.0, 31.0, 70.0, 400.0)[pick // 4 % 5]))

    def back(self, pick: int) -> None:
        self.box.wake(reset_backoff=True)

    def start(self, pick: int) -> None:
        """The power goes, in the middle of whatever is under way."""
        self.starts += 1
        self.ends()
        self._start()

    def ends(self) -> None:
        self.running.cancel()
        self.runs(asyncio.wait([self.running]))

    def teardown(self) -> None:
        try:
            self.vendor.faults.clear()
            self.box.wake(reset_backoff=True)
            self.runs(asyncio.sleep(QUIET))
            self.all_is_told()
        finally:
            self.ends()
            self.runs(self.cloud.aclose())
            self.loop.close()

    def all_is_told(self) -> None:
        assert not self.store.waiting
        effects = self.vendor.effects
        assert len(effects) == len(set(effects)), "a fact had its effect twice"
        assert not self.vendor.blind, "told again without reading first"
        order = [(f"{verb} {name}") for verb, name in effects]
        for name, last in self.lasting.items():
            if last == "parcel.collected" and f"pickups {name}" in order:
                assert order.index(f"dropoffs {name}") < order.index(f"pickups {name}")
        if not self.refused:
            aside = [event.name for event in self.store.parked.values() if event.name != TICKET]
            assert not aside, "set aside, and the cloud had refused nothing"
            assert {(CALLS[last], name) for name, last in self.lasting.items()} <= set(effects)
        tickets = Counter(self.vendor.tickets)
        assert all(often <= 2 * (2 + self.starts) for often in tickets.values())
