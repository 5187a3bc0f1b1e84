"""What a cloud that does not hear every door cannot know yet. Pure.

Bloq.it is told when a door was seen open and hears of no shut one (its ``rent-sims`` are for the
vendor's server for tries): its ``starting`` may already be a parcel that lies inside, and its
``collect_item`` one that was taken, or left. Our reading, not confirmed by the vendor.
"""

from collections.abc import Mapping

from kiosk.domain.model import ReservationState as S
from kiosk.domain.rules import CloudRules

_ALWAYS: Mapping[S, frozenset[S]] = {
    S.STORED: frozenset({S.DEPOSITING}),
    S.FINISHED: frozenset({S.SETTLING}),
}
"""By what the kiosk made of it: the steps before that, as a cloud may still tell them."""
_NEVER_SHUT: Mapping[S, frozenset[S]] = {
    # Its door was opened, and the courier put nothing in: no call takes the opening back.
    S.RESERVED: frozenset({S.DEPOSITING}),
    # Looked at and kept, or not taken: whoever holds its code can come again.
    # Reserved is what was begun here and, over there, is being put in from its making on.
    S.STORED: frozenset({S.RESERVED, S.OPENED, S.COLLECTING}),
    S.FINISHED: frozenset({S.RESERVED, S.DEPOSITING, S.OPENED, S.COLLECTING}),
}
"""The same where only openings are heard."""
_NONE: frozenset[S] = frozenset()


def is_behind(known: S, told: S, rules: CloudRules | None) -> bool:
    """Whether it tells an earlier step of what this kiosk itself has brought to ``known``."""
    if (known, told) == (S.FINISHED, S.ABANDONED):
        # It was refused here, and staff took it out since: such a cloud has no call for that.
        return rules is not None and rules.abandons
    hears_no_shut = rules is not None and rules.hears_openings
    steps = _NEVER_SHUT.get(known, _NONE) if hears_no_shut else _NONE
    return told in steps or told in _ALWAYS.get(known, _NONE)
