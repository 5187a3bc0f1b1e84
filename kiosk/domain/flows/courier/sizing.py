"""A parcel whose size this bank does not know: whoever holds it says how big it is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kiosk.domain.flows import duty
from kiosk.domain.flows.choices import SizeChosen
from kiosk.domain.flows.courier import loading
from kiosk.domain.flows.courier import round as courier_round
from kiosk.domain.flows.courier.loading import Judging, Load, Scan
from kiosk.domain.flows.courier.unlisted import RoomFound
from kiosk.domain.flows.duty import Shift, Step
from kiosk.domain.flows.inputs import FinishAsked, WentBack
from kiosk.domain.flows.staffed import StaffState, Task
from kiosk.domain.round import Parcel


@dataclass(frozen=True, slots=True)
class SizeUnknown(StaffState):
    """No door is chosen for it that may be too small: the touch says its size, and opens one."""

    load: Load
    scan: Scan
    room: RoomFound | None = None
    """None while the kiosk still looks."""


@dataclass(frozen=True, slots=True)
class FindSizes(Task):
    """What is free for it; answered by ``RoomFound``."""

    shift: Shift
    parcel: Parcel


def begin(load: Load, scan: Scan) -> duty.Next:
    if scan.parcel is None:
        return courier_round.begin(load.shift, scan)
    return SizeUnknown(load, scan), (FindSizes(load.shift, scan.parcel),)


def step(state: SizeUnknown, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    load, room = state.load, state.room
    match event:
        case RoomFound():
            return replace(state, room=event), ()
        case SizeChosen(size) if room and any(offer.size == size for offer in room.offers):
            sized = replace(load, scans=(replace(state.scan, verdict=None, sized=size),))
            return Judging(sized), (loading.plan(sized),)
        case FinishAsked() if room and not room.offers:
            return courier_round.begin(load.ended(), state.scan)
        case WentBack() if room is not None:
            return courier_round.begin(load.ended(), state.scan)
        case _:
            return state, ()


STEPS: Mapping[type[StaffState], Step] = {SizeUnknown: step}
