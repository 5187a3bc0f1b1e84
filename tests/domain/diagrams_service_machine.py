"""The pictures of how the machine is tested and looked after."""

from kiosk.demo.states_service_machine import WELL
from kiosk.demo.states_service_people import ANNA, SHUT
from kiosk.domain.enrolled import Care, Why
from kiosk.domain.flows.duty import Staffer
from kiosk.domain.flows.inputs import CodeShown, FinishAsked, WentBack
from kiosk.domain.flows.service.bench import Bench, Page, PageChosen
from kiosk.domain.flows.service.camera import TestCamera
from kiosk.domain.flows.service.logs import LevelTurned, LogsPage, PartTurned
from kiosk.domain.flows.service.people import (
    CareAsked,
    Cared,
    OnePerson,
    People,
    PersonCared,
    PersonChosen,
    WhyChosen,
    WhyPerson,
)
from kiosk.domain.flows.service.readers import TestReaders
from kiosk.domain.flows.service.settings import (
    PeopleAsked,
    ResetAsked,
    SettingChosen,
    SettingsPage,
)
from kiosk.domain.flows.service.system import (
    BundleTold,
    DiagnosticsAsked,
    RestartAsked,
    RestartTold,
    SystemPage,
)
from kiosk.domain.flows.service.touch import FieldTouched, TestTouch
from kiosk.domain.site import THEMES, SetHere, Setting
from kiosk.domain.trials import Grid
from tests.domain.diagram import Diagram

WHO, BOSS = Staffer("anna7"), Staffer("super9", supervisor=True)
DARK = SetHere(Setting.THEME, "dark", "light", THEMES, "light")

MACHINE = (
    Diagram(
        "Camera, readers and glass are tried",
        "What is held up opens nothing and lets nobody in; only its form is shown.",
        (Bench(WHO), TestCamera(WHO), TestReaders(WHO), TestTouch(WHO)),
        (PageChosen(Page.CAMERA), PageChosen(Page.READERS), PageChosen(Page.TOUCH),
         CodeShown("PLK1-EXAMPLE-EXAMPLE"), FieldTouched(Grid(5, 5), (0, 0)), FinishAsked(),
         WentBack()),
    ),
    Diagram(
        "Computer and program are looked after",
        "The kiosk is not started anew while a door is open. The support file holds no code, name,"
        " telephone number or credential.",
        (Bench(WHO), SystemPage(WHO, WELL)),
        (PageChosen(Page.SYSTEM), RestartAsked(), RestartTold(ends=False, open_doors=("12",)),
         DiagnosticsAsked(), BundleTold("/var/lib/kiosk/diagnostics/a.zip", 120), FinishAsked(),
         WentBack()),
    ),
    Diagram(
        "Settings and log",
        "What must not change on site is not offered.",
        (Bench(WHO), SettingsPage(WHO, (DARK,)), LogsPage(WHO, parts=("sync",))),
        (PageChosen(Page.SETTINGS), PageChosen(Page.LOGS), SettingChosen(Setting.THEME),
         ResetAsked(), LevelTurned(), PartTurned(), WentBack()),
    ),
    Diagram(
        "Who works here",
        "A supervisor looks after others, nobody after oneself; nothing is done without a reason.",
        (SettingsPage(WHO, (DARK,)), People(BOSS, (SHUT, ANNA)), OnePerson(BOSS, SHUT),
         WhyPerson(BOSS, SHUT, Care.LIFT)),
        (PeopleAsked(), PersonChosen(SHUT.key), CareAsked(Care.LIFT), CareAsked(Care.DISABLE),
         WhyChosen(Why.OTHER), PersonCared(Cared.LIFTED), WentBack()),
    ),
)  # fmt: skip
