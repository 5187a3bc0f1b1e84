"""What may be set on site, and to what; everything else stands in kiosk.toml. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

ON, OFF = "on", "off"
THEMES = ("light", "dark", "contrast")


class Setting(Enum):
    """Its value is its name in the database, the journal and on the screen."""

    THEME = "theme"
    LANGUAGE = "language"
    """The one that people see first."""
    CAMERA = "camera"
    INTAKE = "intake"
    """Whether parcels are taken in: at once, and known to the cloud."""


NOW = frozenset({Setting.INTAKE})
"""What has an effect at once; all else from the next start."""


@dataclass(frozen=True, slots=True)
class SetHere:
    """One setting as it stands."""

    setting: Setting
    value: str
    """What counts from the next start, or at once."""
    written: str
    """What kiosk.toml says."""
    choices: tuple[str, ...]
    running: str = ""
    """What counts now, where that is something else."""

    @property
    def changed(self) -> bool:
        return self.value != self.written

    @property
    def following(self) -> str:
        """The value one touch away."""
        return self.choices[(self.choices.index(self.value) + 1) % len(self.choices)]


@dataclass(frozen=True, slots=True)
class SetBy:
    """What was set on site: by which account, and when."""

    value: str
    by: str
    at: datetime


def off_on_site(kept: SetBy | None, camera: str, running: str) -> Mapping[str, str | bool] | None:
    """Who switched the camera of kiosk.toml off, when, and whether the ``running`` one and the
    next are off; None where nobody did."""
    off_now, off_next = bool(camera) and not running, kept is not None and kept.value == OFF
    if not camera or not (off_now or off_next):
        return None
    by, at = (kept.by, kept.at.isoformat(timespec="minutes")) if kept else ("", "")
    return {"by": by, "at": at, "now": off_now, "next": off_next}


def choices(setting: Setting, languages: Sequence[str], camera: str) -> tuple[str, ...]:
    """What it may be here; one choice is none."""
    match setting:
        case Setting.THEME:
            return THEMES
        case Setting.LANGUAGE:
            return tuple(languages)
        case Setting.CAMERA:
            return (ON, OFF) if camera else (OFF,)
        case Setting.INTAKE:
            return (ON, OFF)


def sound(kept: Mapping[str, str], languages: Sequence[str], camera: str) -> Mapping[Setting, str]:
    """Of what was kept only what may still be: kiosk.toml may have changed since."""
    found: dict[Setting, str] = {}
    for setting in Setting:
        value = kept.get(setting.value)
        if value is not None and value in choices(setting, languages, camera):
            found[setting] = value
    return found
