"""A rent as Bloq.it's answers show it ("Partner API 1.35.0", Rents).

The document keeps ``details`` closed and prints samples without codes. Our readings, not confirmed
by the vendor: codes, externalID, bloq, phoneNumber and what the update of a rent takes stand in
``details`` or beside it; customer and locker are ids in lists, and objects in a rent read singly.
"""

import re
from itertools import islice
from typing import Annotated

from pydantic import BeforeValidator, Field

from kiosk.adapters.clouds.answers import Answer, Moment
from kiosk.adapters.clouds.bloqit.bank import LockerAnswer

MOST_CODES = 32
"""Names of pick-up codes on one rent."""
LONGEST = 1024
"""Characters of an external id, a carrier, a telephone number, a code: a longer one is as if it
were not there, for one of a partner's own texts must not keep a whole list from being read."""

_ID = re.compile(r"[0-9a-f]{24}")
_BEGUN_HERE = re.compile(r"walkup-[0-9a-f]{12}")


def _fits(value: object) -> bool:
    return not (isinstance(value, str) and len(value) > LONGEST)


def _short(value: object) -> object:
    return value if _fits(value) else None


def _few(value: object) -> object:
    """The first codes of those that are not too long."""
    if not isinstance(value, dict):
        return value
    short = ((name, code) for name, code in value.items() if _fits(name) and _fits(code))
    return dict(islice(short, MOST_CODES))


Text = Annotated[str, Field(max_length=LONGEST)]
Fitting = Annotated[str | None, BeforeValidator(_short)]
Codes = Annotated[dict[str, str] | None, BeforeValidator(_few)]


def _flat(value: object) -> object:
    """The document says "Array of arrays"; a plain array of words is read, too."""
    if not isinstance(value, list):
        return value
    words = [word for each in value for word in (each if isinstance(each, list) else [each])]
    return words[:MOST_CODES]


Words = Annotated[list[str], BeforeValidator(_flat)]


class Named(Answer):
    """Any object with an id."""

    id: str = Field(alias="_id")


class CustomerAnswer(Named):
    phone: Fitting = Field(default=None, alias="phoneNumber", repr=False)


class Details(Answer):
    """All that may stand in ``details`` or beside it; a code sent as a number lost its zeros."""

    bloq: str | Named | None = None
    external_id: Fitting = Field(default=None, alias="externalID")
    pick_up_codes: Codes = Field(default=None, alias="pickUpCodes", repr=False)
    pick_up_code: Fitting = Field(default=None, alias="pickUpCode", repr=False)
    drop_off_code: Fitting = Field(default=None, alias="dropOffCode", repr=False)
    phone: Fitting = Field(default=None, alias="phoneNumber", repr=False)
    locker_type: Fitting = Field(default=None, alias="desiredLockerType")
    operation: Fitting = Field(default=None, alias="operationType")
    carrier: Fitting = None
    actions: Words | None = Field(default=None, alias="prePickUpActions")
    earlier: str | None = Field(default=None, alias="previousRentID")


class Whose(Details):
    """All that is looked at in a rent of another bloq."""

    id: str = Field(alias="_id")
    locker: str | LockerAnswer | None = None
    details: Details | None = None

    @property
    def locker_id(self) -> str | None:
        return self.locker.id if isinstance(self.locker, LockerAnswer) else self.locker

    def named_bloq(self) -> str | None:
        """The bloq it says it belongs to, if it says so at all."""
        beside = self.details.bloq if self.details else None
        inside = self.locker.bloq if isinstance(self.locker, LockerAnswer) else None
        for bloq in (self.bloq, beside, inside):
            if bloq:
                return bloq.id if isinstance(bloq, Named) else bloq
        return None


class Rent(Whose):
    type: str
    state: str
    start: Moment = Field(alias="startDate")
    expiry: Moment | None = Field(default=None, alias="expiryDate")
    customer: str | CustomerAnswer | None = Field(default=None, repr=False)
    steps: list[object] = Field(default=[], alias="states")

    @property
    def now(self) -> str:
        """Its state as the enum writes it, whatever the case."""
        return self.state.casefold()

    def went_through(self) -> frozenset[str]:
        """Every state it has been in, as far as it says so."""
        said = (step.get("state") if isinstance(step, dict) else step for step in self.steps)
        return frozenset({self.now, *(one.casefold() for one in said if isinstance(one, str))})

    def said(self, name: str) -> str | None:
        """A text that may stand beside the details or in them."""
        found = getattr(self, name) or (getattr(self.details, name) if self.details else None)
        return found if isinstance(found, str) else None

    @property
    def order(self) -> str | None:
        """Our own id of what was begun at a kiosk: the external id, or the name of a code where
        the document lets a rent begin without one."""
        shown = [part.pick_up_codes or {} for part in (self, self.details) if part]
        names = (self.said("external_id") or "", *(name for part in shown for name in part))
        return next((name for name in names if _BEGUN_HERE.fullmatch(name)), None)

    @property
    def customer_id(self) -> str | None:
        return self.customer.id if isinstance(self.customer, CustomerAnswer) else self.customer

    def phone_known(self) -> str | None:
        whole = self.customer if isinstance(self.customer, CustomerAnswer) else None
        return (whole and whole.phone) or self.said("phone")


class Page(Answer):
    # Required even when empty: an answer without it must not end every reservation we know.
    docs: list[object] = Field(max_length=10_000)
    total: int = Field(alias="totalDocs", ge=0)


def is_id(text: str) -> bool:
    """Whether it is written like an id of theirs."""
    return _ID.fullmatch(text) is not None
