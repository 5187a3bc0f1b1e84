"""The state table: from which state a call may be made, and where it leads."""

from collections.abc import Mapping
from enum import StrEnum

from kiosk.sandbox.clouds.bloqit.refusals import conflict
from kiosk.sandbox.clouds.bloqit.rent import Rent
from kiosk.sandbox.clouds.bloqit.words import State

_S = State


class Move(StrEnum):
    """What is asked of a rent, in the words of a refusal."""

    RESERVE = "reserved"
    READY = "signalled as ready for pickup"
    TRANSIT = "signalled as in transit"
    MAKE = "made"
    OPEN = "opened in place"
    NOTIFY = "notified"
    COLLECT = "collected"
    KEYPAD = "opened with its code"
    FINISH = "finished"
    CANCEL = "cancelled"
    END = "ended"
    FINISH_RETURN = "finished as a return"
    GIVE_BACK = "turned into a return"
    EXPIRE = "expired"


WAITING = (_S.CREATED, _S.RESERVED, _S.READY_FOR_PICKUP, _S.IN_TRANSIT)
"""Nothing was put in yet."""
_UNFINISHED = tuple(state for state in State if state is not _S.FINISHED)


def _all_to(target: State, *sources: State) -> Mapping[State, State]:
    return dict.fromkeys(sources, target)


TABLE: Mapping[Move, Mapping[State, State]] = {
    Move.RESERVE: _all_to(_S.RESERVED, _S.CREATED),
    Move.READY: _all_to(_S.READY_FOR_PICKUP, _S.CREATED, _S.RESERVED),
    # "The operation that comes after the ready for pickup action".
    Move.TRANSIT: _all_to(_S.IN_TRANSIT, _S.READY_FOR_PICKUP),
    Move.MAKE: _all_to(_S.STARTING, *WAITING),
    Move.OPEN: _all_to(_S.LOCKER_OPENED, _S.IN_PROGRESS),
    # "Can only be called when the rent is in the InProgress Rent State".
    Move.NOTIFY: _all_to(_S.IN_PROGRESS, _S.IN_PROGRESS),
    # "The rent must be in the In Progress, Expired or Cancelled state".
    Move.COLLECT: _all_to(_S.COLLECT_ITEM, _S.IN_PROGRESS, _S.EXPIRED, _S.CANCELLED),
    # The code of the person it is for: "the limit date until which the client can pickup".
    Move.KEYPAD: _all_to(_S.COLLECT_ITEM, _S.IN_PROGRESS),
    # "After the rent was cancelled or expired".
    Move.FINISH: _all_to(_S.FINISHED, _S.CANCELLED, _S.EXPIRED),
    Move.CANCEL: _all_to(_S.CANCELLED, *(each for each in _UNFINISHED if each is not _S.CANCELLED)),
    Move.END: _all_to(_S.COLLECT_ITEM, _S.IN_PROGRESS),
    Move.FINISH_RETURN: _all_to(_S.FINISHED, *_UNFINISHED),
    # "Given expired rentID this endpoint will transform this delivery into a return".
    Move.GIVE_BACK: _all_to(_S.IN_PROGRESS, _S.EXPIRED),
    Move.EXPIRE: _all_to(_S.EXPIRED, *WAITING, _S.IN_PROGRESS),
}

CLOSING: Mapping[State, tuple[State, ...]] = {
    _S.STARTING: (_S.IN_PROGRESS,),
    _S.LOCKER_OPENED: (_S.IN_PROGRESS,),
    _S.COLLECT_ITEM: (_S.PRICE_CALCULATION, _S.FINISHED),
}
"""What the closing of the door leads to; a payment may come between the last two."""


def target(rent: Rent, move: Move) -> State:
    """Where this leads. Raises Refused 409 where the state does not allow it."""
    found = TABLE[move].get(rent.state)
    if found is None:
        raise conflict(f"A rent in the state {rent.state} cannot be {move}.")
    return found
