"""What is set on site: who changed what, and from when it counts."""

import logging
from collections.abc import Mapping, Sequence
from typing import Protocol

from kiosk.domain.errors import StoreBroken
from kiosk.domain.flows.service.settings import (
    ChangeSetting,
    LookAtSettings,
    ResetSettings,
    SettingsTold,
)
from kiosk.domain.flows.staffed import Task
from kiosk.domain.model import Change
from kiosk.domain.site import NOW, OFF, ON, SetHere, Setting, choices, sound
from kiosk.ports_machine import SiteStore
from kiosk.services.tasks import Handler

log = logging.getLogger(__name__)


class Intake(Protocol):
    """Whether parcels are taken in."""

    @property
    def closed(self) -> bool: ...
    async def close_for(self, account: str) -> None: ...
    async def reopen_for(self, account: str) -> None: ...


class Settings:
    """``written`` is what kiosk.toml says, with its ``languages`` and ``camera``; ``running`` is
    what this start goes by."""

    def __init__(
        self,
        store: SiteStore,
        intake: Intake,
        written: Mapping[Setting, str],
        running: Mapping[Setting, str],
        languages: Sequence[str],
        camera: str,
    ) -> None:
        self._store = store
        self._intake = intake
        self._written = {**written, Setting.INTAKE: ON}
        self._running = running
        self._languages = languages
        self._camera = camera

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        failed = SettingsTold((), failed=True)
        return {
            LookAtSettings: Handler(self._look, failed),
            ChangeSetting: Handler(self._change, failed),
            ResetSettings: Handler(self._reset, failed),
        }

    async def _look(self, _: LookAtSettings) -> SettingsTold:
        return SettingsTold(await self._all())

    async def _change(self, task: ChangeSetting) -> SettingsTold:
        offered = choices(task.setting, self._languages, self._camera)
        if task.value is not None and task.value not in offered:
            return SettingsTold(await self._all(), failed=True)
        try:
            await self._keep(task.setting, task.value, task.account)
        except StoreBroken:
            log.exception("what was set on site could not be kept")
            return SettingsTold((), failed=True)
        return SettingsTold(await self._all())

    async def _reset(self, task: ResetSettings) -> SettingsTold:
        try:
            for one in await self._all():
                if one.changed:
                    await self._keep(one.setting, None, task.account)
        except StoreBroken:
            log.exception("what was set on site could not be taken back")
            return SettingsTold((), failed=True)
        return SettingsTold(await self._all())

    async def _keep(self, setting: Setting, value: str | None, account: str) -> None:
        """None is what kiosk.toml says. Raises StoreBroken."""
        if setting is Setting.INTAKE:
            await (
                self._intake.close_for(account)
                if value == OFF
                else self._intake.reopen_for(account)
            )
            return
        now = value or self._written[setting]
        change = Change(
            "service.setting_changed",
            facts={"account": account, "setting": setting.value, "value": now},
        )
        if value is None:
            await self._store.as_written(setting.value, change)
        else:
            await self._store.set_here(setting.value, value, account, change)

    async def _all(self) -> tuple[SetHere, ...]:
        here = sound(await self._store.site_settings(), self._languages, self._camera)
        here = {**here, Setting.INTAKE: OFF if self._intake.closed else ON}
        found = []
        for setting in Setting:
            written = self._written[setting]
            value = here.get(setting, written)
            running = value if setting in NOW else self._running[setting]
            offered = choices(setting, self._languages, self._camera)
            found.append(
                SetHere(setting, value, written, offered, running if running != value else "")
            )
        return tuple(found)
