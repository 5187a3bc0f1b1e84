"""What may be set on site; what must not is not offered."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kiosk.domain.flows import duty
from kiosk.domain.flows.duty import Staffer, Step
from kiosk.domain.flows.inputs import WentBack
from kiosk.domain.flows.service import bench, people
from kiosk.domain.flows.staffed import StaffInput, StaffState, Task, Told
from kiosk.domain.site import SetHere, Setting


@dataclass(frozen=True, slots=True)
class LookAtSettings(Task):
    """Answered by ``SettingsTold``."""


@dataclass(frozen=True, slots=True)
class SettingsTold(Told):
    settings: tuple[SetHere, ...]
    failed: bool = False
    """Whether the last change could not be kept."""


@dataclass(frozen=True, slots=True)
class SettingChosen(StaffInput):
    """The next of what it may be."""

    setting: Setting


@dataclass(frozen=True, slots=True)
class ResetAsked(StaffInput):
    """Back to what kiosk.toml says, all of them."""


@dataclass(frozen=True, slots=True)
class PeopleAsked(StaffInput):
    """Who may work here."""


@dataclass(frozen=True, slots=True)
class ChangeSetting(Task):
    """Answered by ``SettingsTold``; ``value`` None is what kiosk.toml says."""

    account: str
    setting: Setting
    value: str | None


@dataclass(frozen=True, slots=True)
class ResetSettings(Task):
    """All of them as kiosk.toml says; answered by ``SettingsTold``."""

    account: str


@dataclass(frozen=True, slots=True)
class SettingsPage(StaffState):
    """Each with what it was; most of them count from the next start."""

    who: Staffer
    settings: tuple[SetHere, ...] = ()
    failed: bool = False
    asked: bool = False
    """Whether a change is under way: another touch waits for its end."""


def begin(who: Staffer) -> duty.Next:
    return SettingsPage(who), (LookAtSettings(),)


def step(state: SettingsPage, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match event:
        case SettingsTold(settings, failed):
            known = settings or state.settings
            return replace(state, settings=known, failed=failed, asked=False), ()
        case SettingChosen(setting) if not state.asked and (task := _change(state, setting)):
            return replace(state, asked=True), (task,)
        case ResetAsked() if not state.asked and any(one.changed for one in state.settings):
            return replace(state, asked=True), (ResetSettings(state.who.account),)
        case PeopleAsked():
            return people.begin(state.who)
        case WentBack():
            return bench.begin(state.who)
        case _:
            return state, ()


def _change(state: SettingsPage, setting: Setting) -> Task | None:
    for one in state.settings:
        if one.setting is setting and len(one.choices) > 1:
            value = None if one.following == one.written else one.following
            return ChangeSetting(state.who.account, setting, value)
    return None


STEPS: Mapping[type[StaffState], Step] = {SettingsPage: step}
