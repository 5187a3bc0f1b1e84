"""What a touch becomes on the pages that test the machine; its fields: test_machine_pages."""

from kiosk.demo.states_service_people import EVERYBODY
from kiosk.domain.enrolled import REASONS, Care
from kiosk.domain.flows.inputs import FinishAsked, Input, WentBack
from kiosk.domain.flows.paging import PageAsked
from kiosk.domain.flows.service.logs import LevelTurned, PartTurned
from kiosk.domain.flows.service.people import CareAsked, PersonChosen, WhyChosen
from kiosk.domain.flows.service.settings import PeopleAsked, ResetAsked, SettingChosen
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
    ("settings-page", "settings.people", PeopleAsked()),
    *(("people", f"person.{one.key}", PersonChosen(one.key)) for one in EVERYBODY[:8]),
    ("one-person-shut", "person.lift", CareAsked(Care.LIFT)),
    ("one-person", "person.disable", CareAsked(Care.DISABLE)),
    *((f"why-person-{care.value}", f"why.{why.value}", WhyChosen(why))
      for care, whys in REASONS.items() for why in whys),
    ("logs-page", "logs.level", LevelTurned()),
    ("logs-page", "logs.part", PartTurned()),
    ("logs-page", "page.next", PageAsked(1)),
)  # fmt: skip
