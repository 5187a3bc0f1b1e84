"""A right is kept, lengthened or given up: what one stores, a later end, a parcel refused."""

from dataclasses import dataclass

from kiosk.domain.flows.visit import Visit


@dataclass(frozen=True, slots=True)
class ChooseStore:
    """Open what one stores and go on storing, or take all and end it."""

    visit: Visit


@dataclass(frozen=True, slots=True)
class LookInside:
    """The door of what one stores stands open, and it stays one's own."""

    visit: Visit
    stage: int = 0


@dataclass(frozen=True, slots=True)
class AskExtend:
    """Until when, for how much: agree or not. The visit has its extension."""

    visit: Visit


@dataclass(frozen=True, slots=True)
class ConfirmRefuse:
    """The parcel goes back to its sender, and no door opens: agree or not."""

    visit: Visit


State = ChooseStore | AskExtend | ConfirmRefuse
