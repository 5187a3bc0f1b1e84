"""The words stories are told in: who holds which code, what is done, what is seen."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from kiosk.domain import codes
from kiosk.domain.flows import journey
from kiosk.domain.flows.after import ShowCode
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import (
    CodeShown,
    Entered,
    FinishAsked,
    Input,
    JourneyChosen,
    KeyPressed,
)
from kiosk.domain.flows.opening import Done
from kiosk.domain.flows.visit import Aim, Outcome
from kiosk.domain.flows.walkup import ChooseSize
from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    Arrival,
    Kind,
    NewCode,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
    Way,
)
from kiosk.domain.particulars import PLAIN, Particulars
from tests.integration.journeys.stand import Stand, Step, now

MINE = codes.local_typed(47114711)
THEIRS = codes.local_typed(8154711)
SHOWN = codes.local_qr(4711)


def kept(
    label: str | None = "3",
    *,
    name: str = "r1",
    kind: Kind = Kind.DELIVERY,
    state: ReservationState = ReservationState.STORED,
    holders: Mapping[str, str] | None = None,
    purpose: Purpose = Purpose.PICKUP,
    particulars: Particulars = PLAIN,
    ends: timedelta | None = None,
    datum: str | None = None,
    owner: Owner = Owner.LOCAL,
) -> Arrival:
    """A reservation the kiosk knows; ``holders`` are codes by their names."""
    made_at = now()
    reservation = Reservation(
        id=ReservationId(name),
        ref=name,
        owner=owner,
        kind=kind,
        state=state,
        compartment=label,
        size=None,
        made_at=made_at,
        read_at=made_at,
        expires_at=None if ends is None else made_at + ends,
        particulars=particulars,
    )
    held = {"code": MINE} if holders is None else holders
    new = tuple(NewCode(purpose, _way(text), text, holder) for holder, text in held.items())
    return Arrival(reservation, new, datum)


def awaited(label: str | None = "3", **others: object) -> Arrival:
    """A reservation whose parcel is still to come."""
    state = ReservationState.RESERVED if label else ReservationState.ANNOUNCED
    return kept(label, state=state, purpose=Purpose.DROPOFF, **others)  # type: ignore[arg-type]


def shows(text: str) -> Step:
    """Hold a code up to the camera."""
    return does(CodeShown(text))


def types(text: str, aim: Aim = Aim.PICKUP) -> Step:
    """Choose at home, type, and press Enter."""
    return does(JourneyChosen(aim), *enters(text))


def answers(text: str) -> Step:
    """Type what is asked for."""
    return does(*enters(text))


def enters(text: str) -> tuple[Input, ...]:
    return (*(KeyPressed(sign) for sign in text), Entered())


def does(*inputs: Input) -> Step:
    async def step(here: Stand) -> None:
        here.do(*inputs)

    return step


def sees(screen: type[journey.State], **facts: object) -> Step:
    """Wait for this screen; its state says all this."""

    async def step(here: Stand) -> None:
        def so() -> bool:
            known = {name: getattr(here.state, name, None) for name in facts}
            return isinstance(here.state, screen) and known == facts

        await here.until(so, f"{screen.__name__} {facts}")

    return step


def finds(screen: type[journey.State], such: Callable[[Any], object]) -> Step:
    """Wait for this screen in such a state."""

    async def step(here: Stand) -> None:
        await here.until(
            lambda: isinstance(here.state, screen) and bool(such(here.state)), screen.__name__
        )

    return step


def at_door(screen: type[journey.State], label: str) -> Step:
    """Wait for the screen of an open door."""

    async def step(here: Stand) -> None:
        def so() -> bool:
            visit = getattr(here.state, "visit", None)
            return isinstance(here.state, screen) and visit is not None and visit.label == label

        await here.until(so, f"{screen.__name__} of door {label}")

    return step


def offered(size: str) -> Step:
    """Wait until this size can be had."""

    async def step(here: Stand) -> None:
        def so() -> bool:
            offers = here.state.offers if isinstance(here.state, ChooseSize) else None
            return size in {offer.size for offer in offers or ()}

        await here.until(so, f"size {size}")

    return step


def hand(verb: str, label: str) -> Step:
    async def step(here: Stand) -> None:
        here.hand(verb, label)

    return step


def ends(outcome: Outcome) -> tuple[Step, ...]:
    """The done screen says this; then the person goes."""
    return (sees(Done, outcome=outcome), leaves())


def leaves() -> Step:
    """Finish, and home shows again."""

    async def step(here: Stand) -> None:
        here.do(FinishAsked())
        await here.until(lambda: isinstance(here.state, Home), "home")

    return step


def takes(label: str) -> tuple[Step, ...]:
    """Take the parcel out and push the door shut."""
    return hand("clear", label), hand("shut", label)


def puts(label: str) -> tuple[Step, ...]:
    """Put a parcel in and push the door shut."""
    return hand("occupy", label), hand("shut", label)


def notes_code() -> Step:
    """Write down the code that is shown."""

    async def step(here: Stand) -> None:
        await here.until(lambda: isinstance(here.state, ShowCode), "a code to pass on")
        assert isinstance(here.state, ShowCode)
        handover = here.state.visit.handover
        assert handover is not None
        here.notes["code"] = handover.typed

    return step


def noted(then: Callable[[str], Step]) -> Step:
    """Go on with the code that was written down."""

    async def step(here: Stand) -> None:
        await then(here.notes["code"])(here)

    return step


def _way(text: str) -> Way:
    return Way.QR if text.startswith("PLK1") else Way.TYPED
