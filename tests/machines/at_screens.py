"""What people do at each screen: mostly what is asked of them, and now and then anything else."""

from kiosk.domain.flows import after, gates, home, journey, keeping, opening, problem, walkup
from kiosk.domain.flows.choices import (
    Agreed,
    MoreAsked,
    ParcelDeclared,
    SizeChosen,
    StoreChosen,
)
from kiosk.domain.flows.inputs import (
    CancelAsked,
    DoesNotFit,
    EmptyDeclared,
    Entered,
    FinishAsked,
    HelpAsked,
    Input,
    JourneyChosen,
    KeyPressed,
    MoreTimeAsked,
    OpenAsked,
    ReasonChosen,
    TroubleAsked,
    TroubleChosen,
    WentBack,
)
from kiosk.domain.flows.visit import Aim, Reason, Trouble

GONE: list[Input] = [WentBack(), FinishAsked()]
WALK_UPS = (Aim.STORE, Aim.SEND, Aim.RETURN, Aim.EXTEND, Aim.REFUSE, Aim.PICKUP)
AT_OPEN_DOOR = (
    opening.TakeParcel,
    opening.PutParcel,
    opening.LookInside,
    problem.ShutFirst,
    problem.LeaveClosed,
)


def touches(state: journey.State) -> list[Input]:
    """What can be touched now, the sensible first."""
    match state:
        case journey.StillThere():
            return [MoreTimeAsked(), WentBack()]
        case home.Home():
            return [*map(JourneyChosen, WALK_UPS), MoreAsked()]
        case walkup.ChooseAim(offers=offers):
            return [*map(JourneyChosen, sorted(offers, key=lambda aim: aim.value)), WentBack()]
        case walkup.AskPhone(typed=typed):
            return [KeyPressed("1")] if len(typed) < 6 else [Entered()]
        case walkup.ChooseSize(offers=offers):
            return [*(SizeChosen(one.size) for one in offers or ()), *GONE]
        case keeping.ChooseStore():
            return [StoreChosen(end=True), StoreChosen(end=False), *GONE]
        case keeping.AskExtend() | keeping.ConfirmRefuse() | gates.AskTerms():
            return [Agreed(), *GONE]
        case after.ConfirmPut():
            return [ParcelDeclared(True), ParcelDeclared(False), OpenAsked(), *GONE]
        case problem.ConfirmEmpty():
            return [EmptyDeclared(True), EmptyDeclared(False), OpenAsked(), *GONE]
        case problem.AskTrouble():
            return [*map(TroubleChosen, Trouble), WentBack()]
        case problem.AskReason():
            return [*map(ReasonChosen, Reason), WentBack()]
        case opening.PutParcel():
            return [DoesNotFit(), CancelAsked(), TroubleAsked(), HelpAsked()]
        case opening.TakeParcel() | opening.LookInside():
            return [TroubleAsked(), HelpAsked()]
        case opening.Done() | after.ShowCode():
            return [FinishAsked(), OpenAsked(), WentBack()]
        case problem.ShutFirst() | problem.LeaveClosed() | journey.Help():
            return [WentBack()]
        case home.EnterCode() | home.AskDatum() | home.Explaining() | home.Refused():
            return [FinishAsked(), OpenAsked(), HelpAsked(), WentBack()]
        case _:
            return [OpenAsked(), FinishAsked(), TroubleAsked(), HelpAsked(), WentBack()]
