"""One compartment in service mode: open it, put it back into use, take it out, have it repaired."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kiosk.domain.challenge import ServiceAct
from kiosk.domain.compartments import CompartmentFacts
from kiosk.domain.flows import duty
from kiosk.domain.flows.duty import DoorDone, Staffer, Step
from kiosk.domain.flows.inputs import WentBack
from kiosk.domain.flows.service import door_in_hand
from kiosk.domain.flows.service.compartment_wishes import Choice, Why, Wish, WishRefused, choices
from kiosk.domain.flows.service.door_in_hand import Behind, Ending, Hand, HandDone
from kiosk.domain.flows.staffed import StaffInput, StaffState, Task, Told
from kiosk.domain.flows.visit import Outcome, Visit
from kiosk.domain.layout import DoorState


@dataclass(frozen=True, slots=True)
class OneDoor(Behind):
    """One compartment: what is known of it, and what can be done."""

    who: Staffer
    facts: CompartmentFacts
    behind: StaffState
    """The screen it was chosen on."""
    done: HandDone | None = None
    """What became of the door that was just opened here."""
    refused: WishRefused | None = None
    acted: Wish | None = None
    """What was just carried out."""
    seeking: bool = False
    """Its parcel is to be taken out; whether that is allowed is being looked up."""
    took: Outcome | None = None
    """What became of that parcel; None where none was to be taken out."""

    @property
    def rereads(self) -> Task | None:
        return ReadCompartment(self.who, self.facts.label)

    @property
    def only(self) -> ServiceAct | None:
        """The one act that the back office allowed; None for whoever logged in."""
        return self.who.offline_act

    def door_done(self, done: HandDone) -> duty.Next:
        if self.only is not None:
            return duty.sign_off()
        return replace(_blank(self), done=done), (ReadCompartment(self.who, self.facts.label),)


@dataclass(frozen=True, slots=True)
class Choosing(StaffState):
    """A reason, a size or a fault, from a list."""

    at: OneDoor
    wish: Wish
    rear: bool = False
    """Which door is opened, where that is what the reason is for."""

    @property
    def options(self) -> tuple[Choice, ...]:
        return choices(self.wish, self.at.facts)


@dataclass(frozen=True, slots=True)
class ReadCompartment(Task):
    who: Staffer
    label: str


@dataclass(frozen=True, slots=True)
class CarryOut(Task):
    """Do what was chosen, for this compartment."""

    who: Staffer
    label: str
    wish: Wish
    choice: Choice | None = None
    """None where the look of this visit is the reason."""


@dataclass(frozen=True, slots=True)
class LookUpParcel(Task):
    """The visit in which the parcel that lies there is taken out for good."""

    who: Staffer
    label: str
    why: Why | None
    """Without one nothing is found."""


@dataclass(frozen=True, slots=True)
class ParcelFound(Told):
    visit: Visit | None
    """None: nothing of anybody's lies there."""


@dataclass(frozen=True, slots=True)
class TakeOutAsked(StaffInput):
    """Open it, and take its parcel out for good."""


@dataclass(frozen=True, slots=True)
class CompartmentRead(Told):
    facts: CompartmentFacts | None


@dataclass(frozen=True, slots=True)
class CarriedOut(Told):
    facts: CompartmentFacts | None
    refused: WishRefused | None = None


@dataclass(frozen=True, slots=True)
class UnlockAsked(StaffInput):
    """Open this compartment: its front, or its rear door."""

    rear: bool = False


@dataclass(frozen=True, slots=True)
class Wished(StaffInput):
    wish: Wish


@dataclass(frozen=True, slots=True)
class OptionChosen(StaffInput):
    option: Choice


State = OneDoor | Choosing


def begin(who: Staffer, facts: CompartmentFacts, behind: StaffState) -> duty.Next:
    return OneDoor(who, facts, behind), (ReadCompartment(who, facts.label),)


def begin_allowed(who: Staffer, facts: CompartmentFacts, behind: StaffState) -> duty.Next:
    """Only the act that the back office allowed."""
    at = OneDoor(who, facts, behind)
    if at.only is ServiceAct.CLEAR:
        return Choosing(at, Wish.RETURN), ()
    return begin(who, facts, behind)


def step(state: State, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state:
        case OneDoor():
            return _at_one(state, event)
        case Choosing():
            return _choosing(state, event)


def _at_one(state: OneDoor, event: object) -> duty.Next:
    facts = state.facts
    match event:
        case CompartmentRead(fresh) if fresh is not None and fresh.label == facts.label:
            return replace(state, facts=fresh, done=_as_it_is(state.done, fresh)), ()
        case CarriedOut(fresh, refused):
            acted = None if refused else state.acted
            return replace(state, facts=fresh or facts, refused=refused, acted=acted), ()
        case UnlockAsked() | Wished() if state.only is ServiceAct.CLEAR:
            return state, ()
        case TakeOutAsked() if state.only is None and facts.lying is not None:
            return Choosing(_blank(state), Wish.TAKE_OUT), ()
        case ParcelFound(visit) if state.seeking and visit is not None:
            return duty.fire(_blank(state), visit)
        case ParcelFound() if state.seeking:
            return replace(_blank(state), refused=WishRefused.NO_PARCEL), ()
        case DoorDone(_, outcome):
            took = replace(_blank(state), took=outcome)
            return took, (ReadCompartment(state.who, facts.label),)
        case UnlockAsked(rear) if not rear or facts.rear is not None:
            if facts.is_occupied:
                return Choosing(_blank(state), Wish.OPEN, rear), ()
            return _unlock(state, None, rear=rear)
        case Wished() if state.only is not None:
            return state, ()
        case Wished(Wish.RETURN) if facts.look is not None and facts.look.proves:
            return _carry_out(state, Wish.RETURN, None)
        case Wished(wish):
            return Choosing(state, wish), ()
        case WentBack() if state.only is not None:
            return duty.sign_off()
        case WentBack():
            return state.behind, ()
        case _:
            return state, ()


def _as_it_is(done: HandDone | None, facts: CompartmentFacts) -> HandDone | None:
    """What stood open when it left the technician's hands may have been pushed shut since."""
    if done is None or done.how is not Ending.LEFT_OPEN:
        return done
    shut = all(door.state is DoorState.SHUT for door in facts.doors)
    return replace(done, how=Ending.UNSAID) if shut else done


def _blank(state: OneDoor) -> OneDoor:
    """Nothing is said of what was done before."""
    return replace(state, done=None, refused=None, acted=None, seeking=False, took=None)


def _unlock(state: OneDoor, why: Why | None, *, rear: bool) -> duty.Next:
    facts = state.facts
    door = next(door for door in facts.doors if door.rear is rear)
    return door_in_hand.take(
        _blank(state), Hand(state.who, facts.label, door.id, facts.owner, why=why)
    )


def _choosing(state: Choosing, event: object) -> duty.Next:
    at = state.at
    match event:
        case OptionChosen(option) if option not in state.options:
            return state, ()
        case OptionChosen(Why() as why) if state.wish is Wish.OPEN:
            return _unlock(at, why, rear=state.rear)
        case OptionChosen(Why() as why) if state.wish is Wish.TAKE_OUT:
            return replace(at, seeking=True), (LookUpParcel(at.who, at.facts.label, why),)
        case OptionChosen(option):
            return _carry_out(at, state.wish, option)
        case WentBack() if at.only is ServiceAct.CLEAR:
            return duty.sign_off()
        case WentBack():
            return begin(at.who, at.facts, at.behind)
        case _:
            return state, ()


def _carry_out(at: OneDoor, wish: Wish, choice: Choice | None) -> duty.Next:
    return replace(_blank(at), acted=wish), (CarryOut(at.who, at.facts.label, wish, choice),)


STEPS: Mapping[type[StaffState], Step] = {OneDoor: step, Choosing: step}
