"""Walk-ups and their pranks: what nobody may bring about, whoever comes and whatever they do.

People put a parcel in or not, take it out again, push the door shut half open, walk away from any
screen, leave the door open, cancel at the open door or after, say that the parcel is inside when
it is not, and that it is not when it is. A courier looks once a day at every compartment of
unknown contents and takes what has run out.

One lie is believed, as it must be somewhere: who cancels at the open door *and* says after it shut
that everything is taken out is the only one who knows. What is left behind that way is disowned;
it counts as nobody's parcel here. Those who come for a parcel take it.
"""

import asyncio
import tempfile
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from kiosk.domain.flows import after, home, journey, keeping, opening, problem, walkup
from kiosk.domain.flows.choices import LowAsked, ParcelDeclared, SizeChosen, StoreChosen
from kiosk.domain.flows.inputs import (
    CancelAsked,
    CodeShown,
    DoesNotFit,
    DoorOpened,
    DoorStillOpen,
    EmptyDeclared,
    Entered,
    FinishAsked,
    HelpAsked,
    Input,
    JourneyChosen,
    KeyPressed,
    MoreTimeAsked,
    OpenAsked,
    OrderChanged,
    ReasonChosen,
    TimedOut,
    TroubleAsked,
    TroubleChosen,
    WentBack,
)
from kiosk.domain.flows.visit import Aim, Handover, Reason, Trouble, Visit
from kiosk.domain.model import (
    Change,
    Contents,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
    Way,
)
from kiosk.domain.policy import Policy
from kiosk.services.local import NotPossible, Wish
from tests.soak.corner import LAYOUT, Corner, _bare, corner

VISITS = 100
"""Doors that open for walk-ups in one run."""
S = ReservationState
DAY = timedelta(days=1)
SERVED = (opening.ReachDoor, opening.DoorStuck, opening.PutParcel)


@dataclass
class Street:
    """Everybody who comes to the corner."""

    corner: Corner
    codes: dict[str, Handover]
    """What walk-ups were given for the way back."""
    known: dict[str, str]
    """Reservations of the operator and their drop-off codes."""
    count: int = 0
    served: int = 0
    honest: bool = False
    """Whether who stands there now means well and does one thing after the other."""

    async def lives(self, visits: int) -> None:
        """Until so many doors have opened for walk-ups."""
        here, chance = self.corner, self.corner.chance
        looked = here.clock.passed
        while here.opened < visits:
            self.count += 1
            assert self.count < 20 * VISITS, "hardly anybody is served"
            here.clock.passed += chance.expovariate(1 / 2400)
            self.honest = chance.random() < 0.4
            if here.clock.passed - looked > 86_400:
                looked = here.clock.passed
                await self.courier()
            await chance.choices(
                [self.walks_up, self.comes_back, self.delivers], weights=[6, 3, 2]
            )[0]()

    async def walks_up(self) -> None:
        """Somebody without a code, sometimes twice in a row."""
        here, chance = self.corner, self.corner.chance
        here.access = chance.random() < 0.2
        offers = here.walkups.offers
        await here.happens(OrderChanged(True, True, (), False, offers, here.access))
        await here.happens(JourneyChosen(chance.choice([Aim.STORE, Aim.SEND])))
        await self.plays()

    async def comes_back(self) -> None:
        """Somebody with the code of a walk-up; who comes for a parcel takes it."""
        if not self.codes:
            return
        name = self.corner.chance.choice(list(self.codes))
        handover = self.codes[name]
        await self.corner.happens(CodeShown(handover.qr))
        await self.plays()
        kept = [r.id for r in await self.corner.store.live_reservations()]
        if name not in kept:
            del self.codes[name]

    async def delivers(self) -> None:
        """A delivery the operator knows of is announced, or comes."""
        here, now = self.corner, self.corner.clock.now()
        if self.known and here.chance.random() < 0.5:
            name = here.chance.choice(list(self.known))
            await self.is_served(name, self.known.pop(name))
            return
        size, ends = here.chance.choice("SML"), now + 2 * DAY
        try:
            made = await here.local.reserve(Wish(f"{self.count}", size=size, expires_at=ends))
        except NotPossible:
            return
        kept = made.reservation
        here.given_away(kept.compartment or "", kept.id)
        ways = {(c.purpose, c.way): c.text for c in made.codes}
        self.known[kept.id] = ways[Purpose.DROPOFF, Way.QR]

    async def is_served(self, name: str, code: str) -> None:
        """A known code opens its door, whatever walk-ups have done."""
        here = self.corner
        kept = await here.store.reservation(ReservationId(name))
        if kept is None or (kept.expires_at and kept.expires_at <= here.clock.now()):
            return
        await here.happens(CodeShown(code))
        begun = _bare(here.state)
        assert isinstance(begun, SERVED), f"a known code was not served: {begun}"
        self.served += 1
        await self.plays()

    async def plays(self) -> None:
        """Do this and that until home shows again."""
        here = self.corner
        for _ in range(200):
            if isinstance(here.state, home.Home):
                return
            await self.acts(here.state)
        raise AssertionError(f"no way home from {here.state}")

    async def acts(self, state: journey.State) -> None:
        here, chance = self.corner, self.corner.chance
        here.clock.passed += chance.uniform(1, 10)
        door = here.door
        if self.honest and door is not None and isinstance(state, opening.PutParcel):
            here.inside[door.label].add(str(door.reservation))
            await here.shuts(10.0)
        elif door is not None and chance.random() < 0.6:
            await self.handles(door)
        elif touches := self.touches(state):
            await here.happens(chance.choice(touches))
        elif door is not None:
            await here.happens(DoorStillOpen(chance.choice([1, 2, 3, 3])))

    async def handles(self, door: Visit) -> None:
        """Hands do something at an open door."""
        here, chance = self.corner, self.corner.chance
        inside, mine = here.inside[door.label], str(door.reservation)
        match door.purpose:
            case Purpose.PICKUP:
                inside.clear()
                await here.shuts(chance.uniform(2, 30))
            case Purpose.DROPOFF if chance.random() < 0.4:
                inside.add(mine)
            case Purpose.DROPOFF if chance.random() < 0.3:
                inside.discard(mine)
            case _:
                await here.shuts(chance.choice([1.0, 10.0]))

    def touches(self, state: journey.State) -> list[Input]:
        """What may be touched here, wise or not."""
        gone: list[Input] = [TimedOut(), WentBack(), FinishAsked()]
        match state:
            case journey.StillThere():
                return [TimedOut(), MoreTimeAsked()]
            case journey.Help():
                return [WentBack(), TimedOut()]
            case walkup.AskPhone(typed=typed):
                return [KeyPressed("1")] if len(typed) < 6 else [Entered()]
            case walkup.ChooseSize(offers=(_, *_) as offers) if self.honest:
                return [SizeChosen(one.size) for one in offers]
            case opening.ReachDoor() if self.honest:
                return [OpenAsked()]
            case walkup.ChooseSize(offers=offers):
                return [*(SizeChosen(one.size) for one in offers or ()), LowAsked(), *gone]
            case walkup.NoRoom():
                return [LowAsked(), *gone]
            case opening.ReachDoor():
                return [OpenAsked(), OpenAsked(), TroubleAsked(), *gone]
            case opening.DoorStuck(visit):
                loose = [DoorOpened(visit.intent)] if visit.intent else []
                return [OpenAsked(), *loose, *gone] if not loose else [OpenAsked(), *gone]
            case keeping.ChooseStore():
                return [StoreChosen(end=True), StoreChosen(end=False), *gone]
            case after.ShowCode(visit):
                if visit.handover is not None:
                    self.codes[visit.reservation] = visit.handover
                return [FinishAsked(), TimedOut()]
            case after.ConfirmPut() if self.honest:
                return [ParcelDeclared(True)]
            case after.ConfirmPut():
                declared = [ParcelDeclared(True), ParcelDeclared(False)]
                return [*declared, OpenAsked(), HelpAsked(), *gone]
            case problem.ConfirmEmpty(visit):
                return self.empties(visit)
            case _:
                return self.at_door(state) or [OpenAsked(), HelpAsked(), *gone]

    def at_door(self, state: journey.State) -> list[Input]:
        match state:
            case opening.PutParcel():
                return [DoesNotFit(), CancelAsked(), TroubleAsked(), HelpAsked(), *map(
                    DoorStillOpen, (1, 2, 3))]  # fmt: skip
            case opening.TakeParcel():
                return [TroubleAsked(), DoorStillOpen(1)]
            case opening.LookInside():
                return [DoorStillOpen(1), DoorStillOpen(3)]
            case problem.AskTrouble(visit):
                own = (
                    [Trouble.DIRTY]
                    if visit.purpose is Purpose.PICKUP
                    else [
                        Trouble.DID_NOT_OPEN,
                        Trouble.NOT_EMPTY,
                        Trouble.DIRTY,
                        Trouble.OUT_OF_REACH,
                    ]
                )
                return [WentBack(), *map(TroubleChosen, own)]
            case problem.AskReason():
                return [WentBack(), *map(ReasonChosen, Reason)]
            case problem.ShutFirst() | problem.LeaveClosed():
                return [WentBack(), DoorStillOpen(2), DoorStillOpen(3)]
            case _:
                return []

    def empties(self, visit: Visit) -> list[Input]:
        """The one who may say that the compartment is empty; a lie here is disowning."""
        here = self.corner
        lie = str(visit.reservation) in here.inside[visit.label]
        says = EmptyDeclared(True)
        if lie and here.chance.random() < 0.2:
            here.disowned.add(str(visit.reservation))
            return [says]
        return [EmptyDeclared(False), OpenAsked(), TimedOut(), *([] if lie else [says])]

    async def courier(self) -> None:
        """Once a day: shut what stands open, look into every doubt, take what has run out."""
        here = self.corner
        for label in sorted(here.left_open):
            await here.upkeep.strange(LAYOUT.compartment(label).front, "shut", None)
        here.left_open.clear()
        holdings = await here.store.holdings()
        live = {r.compartment: r for r in await here.store.live_reservations()}
        for compartment in LAYOUT.compartments():
            label = compartment.label
            kept, holding = live.get(label), holdings.get(label)
            over = kept is not None and kept.expires_at and kept.expires_at < here.clock.now()
            doubt = holding is not None and (holding.contents is Contents.MAYBE or holding.flag)
            if doubt or over:
                await self.looks(label, kept, take=bool(over))

    async def looks(self, label: str, kept: Reservation | None, *, take: bool) -> None:
        here = self.corner
        inside = here.inside[label]
        stays = kept is not None and kept.state is S.STORED and kept.id in inside and not take
        inside &= {kept.id} if stays and kept else set()
        contents = Contents.PARCEL if stays else Contents.EMPTY
        change = Change("courier.looked", compartment=label, contents=contents)
        if kept is not None and not stays:
            change = replace(change, journal="reservation.gone", reservation=kept.id)
            change = replace(change, state=S.FINISHED)
            self.known.pop(kept.id, None)
            self.codes.pop(kept.id, None)
        await here.looked(label, change)


async def live(folder: Path, seed: int, visits: int, policy: Policy) -> Street:
    """One bank, so many doors opened by walk-ups; raises AssertionError for what must not be."""
    async with corner(folder, seed, policy) as here:
        street = Street(here, {}, {})
        await street.lives(visits)
    return street


def safe(seed: int, visits: int = VISITS, policy: Policy = Policy()) -> Street:  # noqa: B008
    """The proof, for one seed."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(live(Path(folder), seed, visits, policy))
