"""What an operator may ask of the running kiosk; no verb here opens a door."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from kiosk.domain.errors import BoardError, StoreBroken
from kiosk.domain.layout import Compartment, DoorState, Layout, UnknownDoor
from kiosk.domain.model import Change, Contents, NewEvent, Reservation
from kiosk.ports_desk import DeskStore
from kiosk.services.asker import Asker as Asker
from kiosk.services.contacts import Contacts
from kiosk.services.csv_lines import (
    checked_email,
    checked_kind,
    checked_language,
    checked_name,
    checked_phone,
    checked_ref,
    moment,
)
from kiosk.services.doctor import Seen
from kiosk.services.health import Health
from kiosk.services.intake import Intake
from kiosk.services.local import LocalReservations, Made, NotPossible, Wish
from kiosk.services.renewals import Renewals

Answer = Mapping[str, Any]
MOST_LINES = 1000


class Desk:
    """The verbs behind ``kiosk ctl``; what changes something is journalled with the uid."""

    def __init__(
        self,
        layout: Layout,
        store: DeskStore,
        contacts: Contacts,
        local: LocalReservations,
        intake: Intake,
        renewals: Renewals,
        health: Health,
    ) -> None:
        self._layout = layout
        self._store = store
        self._contacts = contacts
        self._local = local
        self._intake = intake
        self._renewals = renewals
        self._health = health
        self.locked: Callable[[], bool] = lambda: False  # whether nothing is opened from afar
        # Each way to people, "" where it answers; each printer, with what it needs somebody for.
        self.notifiers: Callable[[], Awaitable[Mapping[str, str]]] | None = None
        # Of camera and hand scanner what health does not know, as the doctor is told it.
        self.scanners: Callable[[], Awaitable[Answer]] | None = None
        self.printers: Callable[[], Awaitable[Mapping[str, Sequence[str]]]] | None = None

    async def status(self) -> Answer:
        """Whether everything works, and what is owed."""
        owed, parked = await self._store.owed()
        left_open = list(self._health.order.left_open)
        told = {"outbox": owed, "parked": parked, "left_open": left_open, "lockdown": self.locked()}
        return {**self._health.as_facts(), **told}

    async def doors(self) -> Answer:
        """Every compartment with its doors as the sensors and the ledger know them."""
        holdings = await self._store.holdings()
        rows = []
        for compartment in self._layout.compartments():
            holding = holdings.get(compartment.label)
            rows.append(
                {
                    "label": compartment.label,
                    "size": compartment.size,
                    "contents": (holding.contents if holding else Contents.EMPTY).value,
                    "flag": holding.flag.value if holding and holding.flag else None,
                    "reason": holding.reason if holding else "",
                    "doors": {d.id: self._contacts.state(d.id).value for d in compartment.doors},
                }
            )
        return {"doors": rows}

    async def doctor(self) -> Answer:
        """What ``kiosk doctor`` asks of the devices that this kiosk holds."""
        seen = Seen(
            camera=self._health.order.camera,
            cloud=self._health.cloud_trouble(),
            wires=dict.fromkeys(self._contacts.lost(), "no answer"),
            doors={d.id: self._contacts.state(d.id).value for d in self._layout.doors()},
            notifiers=await self.notifiers() if self.notifiers else {},
            printers=await self.printers() if self.printers else {},
            lockdown=self.locked(),
        )
        try:
            scanners = await self.scanners() if self.scanners else {}
            return {**asdict(seen), **scanners, **await self._remembered()}
        except StoreBroken as error:
            return {**asdict(seen), "store": str(error)}

    async def _remembered(self) -> Answer:
        owed, parked = await self._store.owed()
        holdings = await self._store.holdings()
        newest = await self._store.journal(1)
        return {
            "flags": {h.label: h.flag.value for h in holdings.values() if h.flag},
            "shapes": [asdict(shape) for shape in await self._store.code_shapes()],
            "owed": owed,
            "parked": parked,
            "newest": newest[0]["at"] if newest else None,
            "technicians": await self._store.technicians_enabled(),
            "key_here": await self._store.journal_key_is_here(),
        }

    async def outbox(self) -> Answer:
        return {"events": list(await self._store.outbox())}

    async def journal(self, limit: int = 50) -> Answer:
        return {"lines": list(await self._store.journal(max(1, min(limit, MOST_LINES))))}

    async def list(self) -> Answer:
        """All live reservations; never a code."""
        return {"reservations": [_shown(r) for r in await self._store.live_reservations()]}

    async def reserve(
        self,
        asker: Asker,
        ref: str,
        size: str | None = None,
        compartment: str | None = None,
        phone: str | None = None,
        expires: str | None = None,
        kind: str = "delivery",
        name: str | None = None,
        email: str | None = None,
        language: str | None = None,
    ) -> Answer:
        """Make a local reservation; the codes are said this once. Raises NotPossible."""
        wish = Wish(
            checked_ref(ref),
            checked_kind(kind),
            size,
            compartment,
            name and checked_name(name),
            phone and checked_phone(phone),
            email and checked_email(email),
            moment(expires) if expires else None,
            language and checked_language(language),
        )
        made = await self._local.reserve(wish)
        await self._sign(asker, "reserve", made.reservation.compartment)
        return _said(made)

    async def import_(self, asker: Asker, csv: str) -> Answer:
        """Make all reservations of a list, or none; the codes are said this once."""
        taken = await self._intake.take(csv, {"uid": asker.uid})
        return {
            "made": [_said(made) for made in taken.made],
            "unchanged": taken.unchanged,
            "bad": [{"line": bad.line, "reason": bad.reason} for bad in taken.bad],
            "kept": "names, phones and e-mails encrypted until a day after the end; of a phone "
            "a fingerprint of its last four",
        }

    async def extend(self, asker: Asker, ref: str, expires: str) -> Answer:
        """Let a local reservation last longer. Raises NotPossible."""
        facts = {"uid": asker.uid}
        return {"reservation": _shown(await self._renewals.extend(ref, moment(expires), facts))}

    async def reissue(self, asker: Asker, ref: str, reason: str) -> Answer:
        """New codes for lost ones; the old ones die. Raises NotPossible.

        A holder who can be told gets theirs in a message; all others are said this once.
        """
        return _said(await self._renewals.reissue(ref, reason, {"uid": asker.uid}))

    async def cancel(self, asker: Asker, ref: str, reason: str = "") -> Answer:
        """Cancel a local reservation whose parcel is not there yet. Raises NotPossible."""
        reservation = await self._local.cancel(ref, reason)
        await self._sign(asker, "cancel", reservation.compartment)
        return {"reservation": _shown(reservation)}

    async def clear(self, asker: Asker, label: str, reason: str) -> Answer:
        """Somebody looked: the compartment is empty and may be used. Raises NotPossible."""
        if not reason.strip():
            raise NotPossible("say a reason: who looked, and what was found")
        try:
            compartment = self._layout.compartment(label)
        except UnknownDoor as error:
            raise NotPossible(f"there is no compartment {label!r}") from error
        await self._look_again(compartment)
        open_doors = [
            d.id for d in compartment.doors if self._contacts.state(d.id) is not DoorState.SHUT
        ]
        if open_doors:
            raise NotPossible(f"door {open_doors[0]} is not seen shut")
        told = NewEvent("compartment.cleared", owner=compartment.owner, data={"label": label})
        facts: dict[str, str | int | bool | None] = {"uid": asker.uid, "reason": reason[:200]}
        change = Change(
            "compartment.cleared",
            compartment=label,
            contents=Contents.EMPTY,
            events=(told,),
            facts=facts,
        )
        await self._store.flag(label, None, "", change)
        return {"label": label, "contents": Contents.EMPTY.value, "flag": None}

    async def _look_again(self, compartment: Compartment) -> None:
        """A contact that was faulty is believed again once somebody has looked at it; what a board
        said before it fell silent is not."""
        for door in compartment.doors:
            if self._contacts.state(door.id) is DoorState.UNKNOWN:
                self._contacts.trust(door.id)
            try:
                await self._contacts.read(door.address.wire)
            except BoardError as error:
                raise NotPossible(f"door {door.id} cannot be read") from error

    async def _sign(self, asker: Asker, verb: str, label: str | None) -> None:
        change = Change(f"operator.{verb}", compartment=label, facts={"uid": asker.uid})
        await self._store.record(change)


def _shown(reservation: Reservation) -> Answer:
    expires = reservation.expires_at
    return {
        "id": reservation.id,
        "ref": reservation.ref,
        "kind": reservation.kind.value,
        "owner": reservation.owner.value,
        "state": reservation.state.value,
        "compartment": reservation.compartment,
        "size": reservation.size,
        "expires": expires.isoformat() if expires else None,
    }


def _said(made: Made) -> Answer:
    codes = [{"purpose": c.purpose.value, "way": c.way.value, "code": c.text} for c in made.codes]
    told = {"told": "a message with the new code goes to its holder"} if made.told else {}
    return {"reservation": _shown(made.reservation), "codes": codes, **told}
