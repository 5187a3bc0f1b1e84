"""Which parcel goes into which compartment, and in which order one walks along them. Pure.

As many parcels as can be find a place, each in the smallest compartment that is left for it; who
already has a compartment keeps it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from kiosk.domain.allocation import free_compartments, satisfies
from kiosk.domain.layout import Compartment, Layout, Owner
from kiosk.domain.model import Holding
from kiosk.domain.particulars import NO_NEEDS, Needs


class Lack(Enum):
    """Why a parcel finds no place."""

    TOO_BIG = "too_big"
    """No compartment of this bank takes it."""
    SIZE_UNKNOWN = "size_unknown"
    """The bank has no such size: whether it fits anywhere only who sees it knows."""
    FULL = "full"
    """Those that would take it are in use."""
    DOOR_OUT = "door_out"
    """The compartment it has is out of use, or not known to be empty."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One parcel that is to be put in; ``key`` tells it from the others."""

    key: str
    owner: Owner
    size: str | None = None
    """At least; None: any it fits into."""
    needs: Needs = NO_NEEDS
    label: str | None = None
    """The compartment it has already."""
    free: bool = True
    """Whether another may be chosen, or one at all."""
    beside: tuple[str, ...] = ()
    """Compartments in which a parcel of the same person lies, to which it may be added."""


@dataclass(frozen=True, slots=True)
class Bank:
    """What the plan may count on."""

    layout: Layout
    holdings: Mapping[str, Holding]
    taken: Collection[str] = ()
    """Labels that somebody has, that are offered, or that cool off."""
    avoid: Collection[str] = ()
    """Doors that stayed shut a moment ago."""
    rear: bool = False
    """Loaded from behind: only compartments with a rear door."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One door on the walk."""

    key: str
    label: str
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The walk, and who does not come along."""

    stops: tuple[Stop, ...] = ()
    lacks: Mapping[str, Lack] = field(default_factory=dict)


def plan(bank: Bank, wanted: Sequence[Wanted]) -> Plan:
    """Give each a compartment, or say why not."""
    found, lacks = _kept(bank, wanted)
    open_ = [one for one in wanted if one.key not in found and one.key not in lacks]
    used = {stop.label for stop in found.values()} | {
        one.label for one in wanted if one.label is not None
    }
    choices = {one.key: _choices(bank, one, used) for one in open_}
    for key, label in _matched(choices).items():
        found[key] = Stop(key, label)
    for one in open_:
        if one.key in found:
            continue
        beside = _beside(bank, one)
        if beside is not None:
            found[one.key] = Stop(one.key, beside, shared=True)
        else:
            lacks[one.key] = _lack(bank, one)
    return Plan(tuple(walk(bank.layout, found.values())), lacks)


def walk(layout: Layout, stops: Collection[Stop]) -> list[Stop]:
    """Column by column from the left, each from the top: nobody walks back."""
    way = layout.way()
    return sorted(stops, key=lambda stop: way[stop.label])


def _kept(bank: Bank, wanted: Sequence[Wanted]) -> tuple[dict[str, Stop], dict[str, Lack]]:
    """Who has a compartment keeps it, unless it cannot be used and another may be chosen."""
    found: dict[str, Stop] = {}
    lacks: dict[str, Lack] = {}
    given: set[str] = set()
    for one in wanted:
        if one.label is None:
            if not one.free:
                lacks[one.key] = Lack.FULL
        elif one.label not in given and _is_usable(bank, one.label, one):
            found[one.key] = Stop(one.key, one.label)
            given.add(one.label)
        elif not one.free:
            lacks[one.key] = Lack.DOOR_OUT
    return found, lacks


def _is_usable(bank: Bank, label: str, one: Wanted) -> bool:
    """Whether the compartment it was given stands ready; that it is taken is by this parcel."""
    free = free_compartments(bank.layout, bank.holdings, bank.avoid, one.owner, NO_NEEDS)
    return any(c.label == label and (c.rear is not None or not bank.rear) for c in free)


def _choices(bank: Bank, one: Wanted, used: Collection[str]) -> list[str]:
    """The compartments it may have, the best first."""
    out = {*bank.taken, *bank.avoid, *used}
    free = free_compartments(bank.layout, bank.holdings, out, one.owner, _needs(bank, one))
    return [c.label for c in free if c.size in _sizes(bank.layout, one)]


def _beside(bank: Bank, one: Wanted) -> str | None:
    """Where a parcel of the same person lies, and nothing speaks against one more."""
    for label in one.beside:
        place, holding = bank.layout.compartment(label), bank.holdings.get(label)
        flagged = holding is not None and holding.flag is not None
        fits = place.owner is one.owner and _takes(bank, place, one)
        if fits and not flagged and label not in bank.avoid:
            return label
    return None


def _takes(bank: Bank, place: Compartment, one: Wanted) -> bool:
    return place.size in _sizes(bank.layout, one) and satisfies(place, _needs(bank, one))


def _lack(bank: Bank, one: Wanted) -> Lack:
    if one.label is not None:
        return Lack.DOOR_OUT
    if one.size is not None and one.size not in bank.layout.sizes:
        return Lack.SIZE_UNKNOWN
    fits = any(c.owner is one.owner and _takes(bank, c, one) for c in bank.layout.compartments())
    return Lack.FULL if fits else Lack.TOO_BIG


def _needs(bank: Bank, one: Wanted) -> Needs:
    return replace(one.needs, rear=True) if bank.rear else one.needs


def _sizes(layout: Layout, one: Wanted) -> tuple[str, ...]:
    """This size and the larger ones; one that is not known here fits nowhere."""
    if one.size is None:
        return layout.sizes
    if one.size not in layout.sizes:
        return ()
    return (one.size, *layout.larger_than(one.size))


def _matched(choices: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """As many pairs as there can be (augmenting paths, after Kuhn), each as good as is left.

    Who has the fewest choices comes first.
    """
    holder: dict[str, str] = {}

    def seat(key: str, seen: set[str]) -> bool:
        for label in choices[key]:
            if label in seen:
                continue
            seen.add(label)
            if label not in holder or seat(holder[label], seen):
                holder[label] = key
                return True
        return False

    for key in sorted(choices, key=lambda one: len(choices[one])):
        seat(key, set())
    pairs = {key: label for label, key in holder.items()}
    for key in pairs:
        # A smaller one may have been left free when somebody made room.
        better = (one for one in choices[key] if one == pairs[key] or one not in pairs.values())
        pairs[key] = next(better)
    return pairs
