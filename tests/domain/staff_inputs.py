"""Everything that can happen at staff's screens, made from what their samples hold.

Whoever adds a screen or an input changes nothing here: kinds are found among the modules of the
flows, and what stands in them is taken from the samples of the screens, by the name of the field
and by its type.
"""

import importlib
import inspect
import itertools
import pkgutil
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from kiosk.demo.states_staff import STAFF
from kiosk.domain import flows
from kiosk.domain.flows.inputs import CodeShown
from kiosk.domain.flows.staffed import StaffInput
from tests.domain.samples import EVERYTHING

FEW = 3
"""Different things that stand in one field."""
MOST = 4
"""Inputs of one kind."""
STRAY = 25
"""One in so many inputs of other screens is tried at each."""
PLAIN: Mapping[object, tuple[object, ...]] = {
    str: ("12", "", "a.b.c"),
    int: (1, 0),
    float: (1.0,),
    bool: (True, False),
    bytes: (b"x",),
    datetime: (datetime(2026, 11, 21, 12, tzinfo=UTC),),
}


@cache
def everything() -> tuple[Any, ...]:
    """Inputs of anybody's and of staff's."""
    return (*EVERYTHING, *staffs())


@cache
def near(screen: type[Any]) -> tuple[Any, ...]:
    """What this screen's module knows of, and some strays; of what happens at doors each kind
    once, for staff's own screens have none."""
    module = sys.modules[screen.__module__]
    known = [one for one in vars(module).values() if inspect.ismodule(one)]
    names = {module.__name__, *(one.__name__ for one in known)}
    kinds = {one for one in vars(module).values() if isinstance(one, type)}
    own = [one for one in staffs() if type(one) in kinds or type(one).__module__ in names]
    others = {type(one): one for one in EVERYTHING if not isinstance(one, CodeShown)}
    shown = (one for one in EVERYTHING if isinstance(one, CodeShown))
    return (*others.values(), *shown, *own, *staffs()[::STRAY])


@cache
def staffs() -> tuple[StaffInput, ...]:
    """Inputs of staff's own, each kind some times."""
    return tuple(one for kind in kinds() for one in itertools.islice(_made(kind), MOST))


def kinds() -> list[type[StaffInput]]:
    """All there are, whoever wrote them; what others build on is none itself."""
    for found in pkgutil.walk_packages(flows.__path__, f"{flows.__name__}."):
        importlib.import_module(found.name)
    # What a test makes up for itself is none either.
    every = [one for one in _below(StaffInput) if one.__module__.startswith("kiosk.")]
    return sorted((one for one in every if is_dataclass(one)), key=lambda one: one.__qualname__)


def _below(kind: type[Any]) -> Iterator[type[Any]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def _made(kind: type[Any], depth: int = 0) -> Iterator[Any]:
    """Things of this kind: those the samples hold, else one for each thing a field may hold."""
    known = _known().get(kind, [])
    yield from known
    if known or not is_dataclass(kind) or depth > FEW:
        return
    hints = get_type_hints(kind)
    held = {f.name: _held(f.name, hints[f.name], depth) for f in fields(kind) if f.init}
    longest = max((len(values) for values in held.values()), default=1)
    for number in range(longest):
        yield kind(**{name: values[number % len(values)] for name, values in held.items()})


def _held(name: str, hint: Any, depth: int) -> tuple[Any, ...]:
    """What such a field may hold, a few of them."""
    named = [one for one in _named()[name] if _fits(one, hint)]
    return tuple(_some([*named, *_typed(hint, depth)])) or (None,)


def _typed(hint: Any, depth: int) -> Iterator[Any]:
    origin, within = get_origin(hint), get_args(hint)
    if hint in {object, Any}:
        return
    if origin in {Union, UnionType}:
        for one in within:
            yield from _typed(one, depth)
    elif hint in PLAIN:
        yield from PLAIN[hint]
    elif origin in {tuple, frozenset}:
        some = _some(_typed(within[0], depth + 1)) if within else []
        yield from (origin(some), origin())
    elif origin is not None:
        yield {}
    elif hasattr(hint, "__supertype__"):
        yield from map(hint, PLAIN[hint.__supertype__])
    elif isinstance(hint, type) and issubclass(hint, Enum):
        yield from hint
    elif isinstance(hint, type):
        yield from (one for known in (hint, *_below(hint)) for one in _made(known, depth + 1))


def _fits(value: object, hint: Any) -> bool:
    origin, within = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return any(_fits(value, one) for one in within)
    if origin in {tuple, frozenset} and within:
        return isinstance(value, origin) and all(_fits(one, within[0]) for one in value)
    plain = getattr(hint, "__supertype__", origin or hint)
    if plain is None or plain is type(None):
        return value is None
    return isinstance(plain, type) and isinstance(value, plain)


def _some(values: Iterable[Any]) -> list[Any]:
    """The first few that differ."""
    kept: list[Any] = []
    for one in itertools.islice(values, 10 * FEW):
        if one not in kept:
            kept.append(one)
    return kept[: 2 * FEW]


@cache
def _known() -> Mapping[type[Any], list[Any]]:
    """What the samples hold, by its kind."""
    by_kind: dict[type[Any], list[Any]] = defaultdict(list)
    for _, value in _parts():
        if is_dataclass(value) and len(by_kind[type(value)]) < FEW:
            by_kind[type(value)].append(value)
    return by_kind


@cache
def _named() -> Mapping[str, list[Any]]:
    """What the samples hold, by the field it stands in."""
    by_name: dict[str, list[Any]] = defaultdict(list)
    for name, value in _parts():
        if name and len(by_name[name]) < FEW and value not in by_name[name]:
            by_name[name].append(value)
    return by_name


def _parts() -> Iterator[tuple[str, Any]]:
    for state in STAFF.values():
        yield from _within("", state)


def _within(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    yield name, value
    if is_dataclass(value):
        for field in fields(value):
            yield from _within(field.name, getattr(value, field.name))
    elif isinstance(value, tuple | frozenset):
        for one in value:
            yield from _within("", one)
