"""Method and path of every call to a cloud, as the maker gives them and the operator overrides."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from kiosk.domain.errors import CloudMissing, ConfigWrong

_TEMPLATE = re.compile(r"(GET|POST|PUT|PATCH|DELETE) (/[A-Za-z0-9_.~/{}-]*)")
_PLACE = re.compile(r"\{([^{}]*)\}")
# A name of dots only would climb up the path, percent-encoded or not.
_ID = re.compile(r"(?!\.+\Z)[A-Za-z0-9_.~-]{1,128}")


@dataclass(frozen=True, slots=True)
class Call:
    """One call by name; ``path`` has its places in braces."""

    name: str
    method: str
    path: str

    @property
    def reads(self) -> bool:
        """Whether it changes nothing over there, so it may be repeated."""
        return self.method == "GET"

    def filled(self, places: Mapping[str, str]) -> str:
        """The path with its places filled in."""
        return _PLACE.sub(lambda place: quote(places[place[1]], safe=""), self.path)


def choose(defaults: Mapping[str, str], own: Mapping[str, str]) -> Mapping[str, Call]:
    """The operator's own templates before the maker's; raises ConfigWrong."""
    for name in own:
        if name not in defaults:
            known = ", ".join(sorted(defaults))
            raise ConfigWrong(f"[cloud] calls has no call named {name!r}; there are {known}.")
    return {
        name: _parsed(name, own.get(name, default), _places(default))
        for name, default in defaults.items()
    }


def is_id(text: str) -> bool:
    """Whether an id is fit to stand in a path."""
    return _ID.fullmatch(text) is not None


def checked_id(text: str) -> str:
    """An id fit to stand in a path; raises CloudMissing, for nothing of another form exists."""
    if not is_id(text):
        raise CloudMissing("this is no id of a reservation")
    return text


def _parsed(name: str, template: str, needed: frozenset[str]) -> Call:
    found = _TEMPLATE.fullmatch(template)
    if not found:
        raise ConfigWrong(f"[cloud] calls.{name} must look like 'GET /path/{{place}}'.")
    if _places(found[2]) != needed or set("{}") & set(_PLACE.sub("", found[2])):
        wanted = ", ".join(sorted(needed)) or "none"
        raise ConfigWrong(f"[cloud] calls.{name} has wrong places in braces; it needs: {wanted}.")
    return Call(name, found[1], found[2])


def _places(path: str) -> frozenset[str]:
    return frozenset(_PLACE.findall(path))
