"""What an operator may ask of the journal: its end, its records, its key, evidence, erasure."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from kiosk.domain import chain
from kiosk.domain.model import Change, Reservation, ReservationState
from kiosk.ports import Clock
from kiosk.ports_journal import Item, JournalStore
from kiosk.services.desk import Answer, Asker
from kiosk.services.evidence_files import EvidenceFiles
from kiosk.services.local import NotPossible

AT_ONCE = 500
"""Records in one look: somebody may wait for a door."""
MOST = 200_000
"""Records and links in one evidence file."""
OVER = frozenset({ReservationState.FINISHED, ReservationState.CANCELLED})
SPOKEN = frozenset(
    {
        "code",
        "confidence",
        "demand",
        "from",
        "initiated_by",
        "kind",
        "label",
        "outcome",
        "printer",
        "size",
        "source",
        "to",
        "unforeseen_from",
        "until",
    }
)
"""Words of the trade in the facts of a line; all other words stay hidden in evidence."""
PERSONAL = frozenset({"uid"})
Facts = Mapping[str, str | int | bool | None]
Seen = Callable[[int, int], None]
"""The last line that was read, and the last there is."""


def unseen(_line: int, _last: int) -> None:
    """For who does not wait."""


class JournalDesk:
    """The verbs; what changes something is journalled with the uid."""

    def __init__(
        self, store: JournalStore, clock: Clock, locker: str, files: EvidenceFiles
    ) -> None:
        self.files = files
        """The evidence that lies here."""
        self._store = store
        self._clock = clock
        self._locker = locker
        self.reads: Mapping[str, Callable[..., Awaitable[Answer]]] = {
            "journal-head": self.head,
            "journal-records": self.records,
            "subject": self.subject,
        }
        self.writes: Mapping[str, Callable[..., Awaitable[Answer]]] = {
            "journal-key": self.key,
            "evidence": self.evidence,
            "erase": self.erase,
        }

    async def head(self) -> Answer:
        """Where the journal ends now, for who keeps that elsewhere."""
        return {"locker": self._locker, **await self._store.journal_head()}

    async def records(self, after: int = 0, limit: int = AT_ONCE) -> Answer:
        """What follows this number, oldest first."""
        return {"records": list(await self._store.records(after, max(1, min(limit, AT_ONCE))))}

    async def key(self, asker: Asker) -> Answer:
        """The verification key: said this once, then it is nowhere here. Raises NotPossible."""
        change = Change("journal.key_taken", facts={"uid": asker.uid})
        taken = await self._store.take_journal_key(change)
        if taken is None:
            raise NotPossible("the journal's key was taken away before, or there is none yet")
        return {"locker": self._locker, "chain": taken[0], "key": taken[1]}

    async def evidence(self, asker: Asker, ref: str) -> Answer:
        """What the journal says about one parcel, checkable on its own. Raises NotPossible."""
        return await self.about(ref, {"uid": asker.uid})

    async def about(self, ref: str, by: Facts, seen: Seen = unseen) -> Answer:
        """The same for whoever asks; ``seen`` hears how far it is. Raises NotPossible."""
        found = await self._known(ref)
        about = [one.id for one in found]
        signed = Change("journal.evidence_taken", about[-1], facts=by)
        await self._store.record(signed)
        head = dict(await self._store.journal_head())
        items: list[Item] = []
        after = 0
        while after < head["seq"] and (
            more := await self._store.parcel_records(about, after, AT_ONCE)
        ):
            items += [redacted(item) for item in more if item["seq"] <= head["seq"]]
            after = more[-1]["seq"]
            seen(after, head["seq"])
            if len(items) > MOST:
                raise NotPossible("too much happened since: export the whole journal instead")
        head.pop("sealed")
        return {
            "kiosk_evidence": 1,
            "locker": self._locker,
            "about": {"ref": ref, "reservations": about},
            "made_at": self._clock.now().isoformat(),
            "chain": items,
            "head": head,
        }

    async def subject(self, ref: str) -> Answer:
        """Everything kept about a reservation, for whoever asks what is known of them.

        Evidence may lie here longer than all else that says who it was about. Raises NotPossible.
        """
        kept = list(await self._store.subject(ref))
        files = await self._evidence(await self._names(ref))
        if not kept and not files:
            raise NotPossible(f"nothing is kept about {ref!r}")
        return {"ref": ref, "kept": kept, "evidence": files}

    async def erase(self, asker: Asker, ref: str) -> Answer:
        """Delete all that names this reservation; the journal's chain holds. Raises NotPossible."""
        found = list(await self._store.reservations_called(ref))
        if not found and not await self._evidence({ref}):
            raise NotPossible(f"nothing is kept about {ref!r}")
        live = [one for one in found if one.state not in OVER]
        if live:
            state = live[0].state.value
            raise NotPossible(f"{ref!r} is {state}: it can be erased once it has ended")
        about = [one.id for one in found]
        if owed := await self._store.owed_about(about):
            raise NotPossible(f"{owed} facts about {ref!r} are still to be told or settled")
        # First: what is left of a try that was cut short is found by the next one.
        files = await self._forgotten(await self._names(ref))
        change = Change("subject.erased", facts={"uid": asker.uid, "evidence_files": files})
        lines = await self._store.erase(about, change)
        erased = {"reservations": len(about), "journal_lines": lines, "evidence_files": files}
        return {"ref": ref, "erased": erased}

    async def _names(self, ref: str) -> set[str]:
        """What evidence may call it."""
        found = await self._store.reservations_called(ref)
        return {ref, *(one.id for one in found), *(one.ref for one in found)}

    async def _evidence(self, names: set[str]) -> list[Mapping[str, object]]:
        try:
            return await asyncio.to_thread(self.files.shown, names)
        except OSError as error:
            raise NotPossible(f"evidence cannot be read: {error.strerror}") from error

    async def _forgotten(self, names: set[str]) -> int:
        try:
            return await asyncio.to_thread(self.files.delete, names)
        except OSError as error:
            raise NotPossible(f"evidence cannot be deleted: {error.strerror}") from error

    async def _known(self, ref: str) -> list[Reservation]:
        found = list(await self._store.reservations_called(ref))
        if not found:
            raise NotPossible(f"nothing is kept about {ref!r}")
        return found


def redacted(item: Item) -> Item:
    """Without who did it and what somebody wrote; what is hidden is vouched for all the same."""
    if "salt" not in item:
        return item
    salt, private = bytes.fromhex(item["salt"]), item["private"]
    shown: dict[str, Any] = {}
    hidden: dict[str, str] = {}
    for name, value in private.items():
        own = chain.salt_of(salt, name)
        if _is_shown(name, value):
            shown[name] = {"salt": own.hex(), "value": value}
        else:
            hidden[name] = chain.leaf(own, name, value)
    rest: Mapping[str, Any] = {k: v for k, v in item.items() if k not in {"salt", "private"}}
    return {**rest, "shown": shown, "hidden": hidden}


def _is_shown(name: str, value: object) -> bool:
    if name in {"reservation", "events"}:
        return True
    fact = name.removeprefix("facts.")
    return fact in SPOKEN or (fact not in PERSONAL and not isinstance(value, str))
