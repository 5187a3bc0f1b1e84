"""What a touch becomes on the pages that test the machine; its fields: test_machine_pages."""

from kiosk.domain.flows.inputs import FinishAsked, Input, WentBack
from kiosk.domain.flows.paging import PageAsked
from kiosk.domain.flows.service.logs import LevelTurned, PartTurned
from kiosk.domain.flows.service.settings import ResetAsked, SettingChosen
from kiosk.domain.flows.service.system import DiagnosticsAsked, RestartAsked
from kiosk.domain.site import Setting

MACHINE: tuple[tuple[str, str, Input], ...] = (
    ("test-camera", "bar.back", WentBack()),
    ("test-readers", "bar.back", WentBack()),
    ("test-touch", "touch.done", FinishAsked()),
    ("system-page", "system.bundle", DiagnosticsAsked()),
    ("system-page", "system.restart", RestartAsked()),
    ("confirm-restart", "restart.go", RestartAsked()),
    ("bundle-made", "bundle.done", FinishAsked()),
    *(("settings-page", f"settings.{one.value}", SettingChosen(one)) for one in Setting),
    ("settings-page", "settings.reset", ResetAsked()),
    ("logs-page", "logs.level", LevelTurned()),
    ("logs-page", "logs.part", PartTurned()),
    ("logs-page", "page.next", PageAsked(1)),
)
