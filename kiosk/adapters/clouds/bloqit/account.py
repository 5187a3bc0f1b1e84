"""The rest of the partner's account, for scripts of the operator's ("Partner API 1.35.0").

The kiosk itself makes none of these calls. ``Account(settings, clock, http)`` is the kiosk's own
line to the cloud with thin typed calls over it; each raises CloudError, and none is repeated after
a lost answer but the reading ones. What a script does with the partner's key stands in the history
as ``public_api``, so a kiosk of this bloq hears of it as a wish (``wishes``).
"""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from kiosk.adapters.clouds.answers import Answer, checked
from kiosk.adapters.clouds.bloqit.account_words import (
    BloqLabels,
    Customer,
    Location,
    NewLocation,
    Person,
    Portion,
    Webhook,
)
from kiosk.adapters.clouds.bloqit.bank import LockerAnswer
from kiosk.adapters.clouds.bloqit.places import Places, Spot
from kiosk.adapters.clouds.bloqit.rent import Page
from kiosk.adapters.clouds.bloqit.rented import Rented
from kiosk.domain.errors import CloudBroken, CloudRefused

A = TypeVar("A", bound=Answer)
Query = dict[str, str | int]

MOST_AT_ONCE = 100
"""Lockers opened by one call."""


class Lockers(Places):
    """Bloqs and their lockers."""

    async def bloqs(
        self,
        page: int = 1,
        limit: int = 10,
        *,
        active: str | None = None,
        locker_type: str | None = None,
        rent_type: str | None = None,
    ) -> Portion[Spot]:
        """The bloqs of the account; ``active``: "active" or "inactive"."""
        query: Query = {"page": page, "limit": limit}
        given = {"active": active, "lockerType": locker_type, "rentType": rent_type}
        query |= {name: value for name, value in given.items() if value is not None}
        return portion(Spot, await self.call("bloqs", query=query), "bloqs")

    async def set_bloq(self, *, active: bool) -> None:
        """Take this whole bloq in use or out of it."""
        await self.call("update_bloq", body={"active": active})

    async def set_available(self, label: str, *, available: bool) -> LockerAnswer:
        """Take one locker in use or out of it ("Change a locker availability")."""
        return await self._locker("availability", label, {"active": available})

    async def open_one(self, label: str) -> LockerAnswer:
        """Open a locker that no rent has. Mode front alone: else no machine of theirs would."""
        self._only_in_front("open_locker")
        return await self._locker("open_locker", label, None)

    async def open_or_collect(self, label: str) -> LockerAnswer:
        """The same, or collect what the rent behind it holds. Mode front alone."""
        self._only_in_front("open_or_collect")
        return await self._locker("open_or_collect", label, None)

    async def open_several(self, labels: Sequence[str]) -> Sequence[str]:
        """Open lockers that no rent has, all or none. Mode front alone, and by no journey: the
        kiosk has one door open at a time."""
        self._only_in_front("open_several")
        if not 0 < len(labels) <= MOST_AT_ONCE or len(set(labels)) < len(labels):
            raise CloudRefused(f"open_several: 1 to {MOST_AT_ONCE} lockers, each once")
        bank = await self.bank()
        by_id = {bank.locker_id(label): label for label in labels}
        opened = await self.listed("open_several", body={"lockers": list(by_id)})
        names = [one for one in opened if isinstance(one, str)]
        if len(names) < len(opened) or not set(names) <= by_id.keys():
            raise CloudBroken("open_several: other lockers came back")
        return [by_id[name] for name in names]

    async def labels_everywhere(self, page: int = 1, limit: int = 10) -> Portion[BloqLabels]:
        """How many labels every bloq of the account has left; 0 and 0: all bloqs at once."""
        body = await self.call("all_labels_left", query={"page": page, "limit": limit})
        return portion(BloqLabels, body, "all_labels_left")

    async def _locker(
        self, call: str, label: str, body: Mapping[str, object] | None
    ) -> LockerAnswer:
        locker = (await self.bank()).locker_id(label)
        found = checked(LockerAnswer, await self.call(call, {"lockerID": locker}, body=body), call)
        if found.id != locker:
            raise CloudBroken(f"{call}: another locker came back")
        return found

    def _only_in_front(self, call: str) -> None:
        if not self._front:
            raise CloudRefused(f"{call}: the locks are the kiosk's; only in mode front it opens")


class Account(Rented, Lockers):
    """Everything a partner may ask for and the kiosk does not: lockers, rents, people, places."""

    async def customer(self, customer: str) -> Customer:
        """One customer."""
        return await self._customer("customer", customer)

    async def customers(self, page: int = 1, limit: int = 10) -> Portion[Customer]:
        """The customers of the account."""
        query: Query = {"page": page, "limit": limit}
        return portion(Customer, await self.call("customers", query=query), "customers")

    async def new_customer(self, person: Person) -> Customer:
        """Needed only where rents are to be told to people by the cloud."""
        body = await self.call("create_customer", body=person.given())
        return checked(Customer, body, "create_customer")

    async def update_customer(self, customer: str, person: Person) -> Customer:
        """Only what is given changes."""
        return await self._customer("update_customer", customer, person.given())

    async def delete_customer(self, customer: str) -> None:
        """For good."""
        await self._customer("delete_customer", customer)

    async def locations(
        self, page: int = 1, limit: int = 10, *, state: str | None = None
    ) -> Portion[Location]:
        """Places where a bloq stands or may stand; ``state``: created, deployed or churned."""
        query: Query = {"page": page, "limit": limit}
        query |= {"state": state} if state is not None else {}
        return portion(Location, await self.call("locations", query=query), "locations")

    async def location(self, location: str) -> Location:
        """One place by the cloud's id."""
        body = await self.call("location", {"bloqLocationID": location})
        return checked(Location, body, "location")

    async def location_named(self, external_id: str) -> Location:
        """One place by the partner's own id."""
        body = await self.call("location_by_external_id", {"externalID": external_id})
        return checked(Location, body, "location_by_external_id")

    async def new_location(self, new: NewLocation) -> Location:
        """A place for a future bloq."""
        body = await self.call("create_location", body=new.given())
        return checked(Location, body, "create_location")

    async def churn_location(self, location: str) -> Location:
        """Nothing stands there any more ("for now we only accept the value churned")."""
        places, body = {"bloqLocationID": location}, {"state": "churned"}
        answer = await self.call("update_location", places, body=body)
        return checked(Location, answer, "update_location")

    async def webhooks(self, page: int = 1, limit: int = 10) -> Portion[Webhook]:
        """The subscriptions of the account."""
        query: Query = {"page": page, "limit": limit}
        return portion(Webhook, await self.call("webhooks", query=query), "webhooks")

    async def webhook(self, webhook: str) -> Webhook:
        """One subscription."""
        return await self._webhook("webhook", webhook)

    async def subscribe(
        self, url: str, events: Sequence[str], *, secret: str | None = None, description: str = ""
    ) -> Webhook:
        """Have events sent to an address; with a secret they are signed (``signature.verify``)."""
        wish: dict[str, object] = {"url": url, "enabledEvents": list(events)}
        wish |= {"secret": secret} if secret else {}
        wish |= {"description": description} if description else {}
        return checked(Webhook, await self.call("create_webhook", body=wish), "create_webhook")

    async def resubscribe(self, webhook: str, events: Sequence[str]) -> Webhook:
        """Other events for the same address."""
        return await self._webhook("update_webhook", webhook, {"enabledEvents": list(events)})

    async def unsubscribe(self, webhook: str) -> None:
        """Nothing more is sent."""
        await self._webhook("delete_webhook", webhook)

    async def _customer(
        self, call: str, customer: str, body: Mapping[str, object] | None = None
    ) -> Customer:
        found = checked(Customer, await self.call(call, {"customerID": customer}, body=body), call)
        if found.id != customer:
            raise CloudBroken(f"{call}: another customer came back")
        return found

    async def _webhook(
        self, call: str, webhook: str, body: Mapping[str, object] | None = None
    ) -> Webhook:
        found = checked(Webhook, await self.call(call, {"webhookID": webhook}, body=body), call)
        if found.id != webhook:
            raise CloudBroken(f"{call}: another webhook came back")
        return found


def portion(model: type[A], body: object, call: str) -> Portion[A]:
    """One page of a list."""
    page = checked(Page, body, call)
    return Portion(page.total, tuple(checked(model, doc, call) for doc in page.docs))
