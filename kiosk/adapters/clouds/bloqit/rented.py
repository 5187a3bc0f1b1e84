"""The rents of the account beyond what the kiosk does with its own ("Partner API 1.35.0", Rents).

"Some updates can only be made before the rent reaches a specific state": an update that comes too
late is refused here already, with the field and the state as the reason. Of two sentences of the
document about labels and codes the stricter one counts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from kiosk.adapters.clouds.answers import checked
from kiosk.adapters.clouds.bloqit.account_words import Portion
from kiosk.adapters.clouds.bloqit.history import EventAnswer
from kiosk.adapters.clouds.bloqit.line import Line
from kiosk.adapters.clouds.bloqit.rent import Page, Rent, Whose
from kiosk.domain.errors import CloudBroken, CloudConflict, CloudRefused

EARLY = frozenset(
    {"deliveryDateLimit", "dropOffCode", "labelTemplateID", "labelContent", "desiredLockerType",
     "pickUpCodes"}
)  # fmt: skip
"""Only while the rent is created or reserved."""
LATE = frozenset({"expiryDate", "externalID", "collectTimeLimit"})
"""Only while it was not collected."""
_BEFORE_DROPOFF = frozenset({"created", "reserved"})
_COLLECTED = frozenset({"collect_item", "price_calculation", "payment_attempt", "finished"})
MOST_EVENTS = 10_000

Query = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Changes:
    """What of a rent is to change; None stays as it is."""

    expires_at: datetime | None = None
    deliver_by: datetime | None = None
    hours_to_collect: int | None = None
    external_id: str | None = None
    drop_off_code: str | None = field(default=None, repr=False)
    pick_up_codes: Mapping[str, str] | None = field(default=None, repr=False)
    locker_type: str | None = None
    label_template: str | None = None
    label_content: Mapping[str, str] | None = field(default=None, repr=False)
    operation_type: str | None = None
    step_up: bool | None = None
    carrier: str | None = None

    def given(self) -> dict[str, object]:
        """By the vendor's names."""
        about: dict[str, object] = {
            "expiryDate": self.expires_at and _stamp(self.expires_at),
            "deliveryDateLimit": self.deliver_by and _stamp(self.deliver_by),
            "collectTimeLimit": self.hours_to_collect,
            "externalID": self.external_id,
            "dropOffCode": self.drop_off_code,
            "pickUpCodes": self.pick_up_codes and dict(self.pick_up_codes),
            "desiredLockerType": self.locker_type,
            "labelTemplateID": self.label_template,
            "labelContent": self.label_content and dict(self.label_content),
            "operationType": self.operation_type,
            "prePickUpActions": None if self.step_up is None else ["mfa"] * self.step_up,
            "carrier": self.carrier,
        }
        return {name: value for name, value in about.items() if value is not None}


class Rented(Line):
    """Rents by state, by the partner's own id, and what happened to one."""

    async def rents(
        self, page: int = 1, limit: int = 10, *, bloq: str | None = None, active: bool = False
    ) -> Portion[Rent]:
        """All rents of the account or of one bloq, or those that have not finished."""
        query: Query = {"page": page, "limit": limit, **({"bloqID": bloq} if bloq else {})}
        call = "active_rents" if active else "rents"
        return _portion(await self.call(call, query=query), call)

    async def reached_state(
        self, state: str, since: datetime, until: datetime, page: int = 1, limit: int = 10
    ) -> Portion[Rent]:
        """The rents that came into this state in this time."""
        query: Query = {
            "state": state, "from": _plain_stamp(since), "until": _plain_stamp(until),
            "page": page, "limit": limit,
        }  # fmt: skip
        return _portion(await self.call("reached_state", query=query), "reached_state")

    async def any_rent(self, rent: str) -> Rent:
        """One rent of any bloq of the account."""
        found = checked(Rent, await self.call("rent", {"rentID": rent}), "rent")
        if found.id != rent:
            raise CloudBroken("rent: another one than asked for came back")
        return found

    async def rent_named(self, external_id: str) -> Rent:
        """One rent by the partner's own id."""
        body = await self.call("rent_by_external_id", {"externalID": external_id})
        return checked(Rent, body, "rent_by_external_id")

    async def rent_history(self, rent: str) -> Sequence[EventAnswer]:
        """All that happened to a rent, oldest first."""
        told = await self.listed("rent_history", {"rentID": rent})
        if len(told) > MOST_EVENTS:
            raise CloudBroken("rent_history: more than happens to one rent")
        events = [checked(EventAnswer, one, "rent_history") for one in told]
        return sorted(events, key=lambda event: event.at)

    async def update_rent(self, rent: str, changes: Changes) -> Rent:
        """Change what may still be changed, all or nothing; answers the rent as read afterwards.

        Raises CloudConflict where it is too late, and CloudRefused for half a label, before
        anything is asked for. What is answered is a list in the document, so it is not looked at.
        """
        wish = changes.given()
        if ("labelTemplateID" in wish) != ("labelContent" in wish):
            raise CloudRefused("update_rent: template and content of a label need each other")
        now = (await self.any_rent(rent)).now
        if now not in _BEFORE_DROPOFF:
            _refuse(wish.keys() & EARLY, now)
        if now in _COLLECTED:
            _refuse(wish.keys() & LATE, now)
        if wish:
            await self.call("update_rent", {"rentID": rent}, body=wish)
        return await self.any_rent(rent)

    async def return_delivery(self, rent: str, until: datetime) -> None:
        """Make an expired delivery a return, in the same locker, with a new end."""
        await self._change("return_delivery", rent, {"expiryDate": _stamp(until)})

    async def end_store(self, rent: str, *, open_locker: bool = False) -> None:
        """End a store; its price is counted then."""
        await self._change("end_store", rent, {"openLocker": open_locker})

    async def finish_return(self, rent: str) -> None:
        """The return was taken away; depends on the partner's plan."""
        await self._change("finish_return", rent, None)

    async def _change(self, call: str, rent: str, body: Mapping[str, object] | None) -> None:
        answer = await self.call(call, {"rentID": rent}, body=body)
        if checked(Whose, answer, call).id != rent:
            raise CloudBroken(f"{call}: another rent came back")


def _refuse(fields: frozenset[str] | set[str], state: str) -> None:
    if fields:
        names = ", ".join(sorted(fields))
        raise CloudConflict(f"update_rent: too late for {names}: the rent is {state}")


def _portion(body: object, call: str) -> Portion[Rent]:
    page = checked(Page, body, call)
    return Portion(page.total, tuple(checked(Rent, doc, call) for doc in page.docs))


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _plain_stamp(moment: datetime) -> str:
    """ "The format YYYY-MM-DDTHH:MM:SS", read as UTC: no zone is said."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
