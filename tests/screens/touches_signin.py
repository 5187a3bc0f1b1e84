"""What a touch becomes where staff get in; the keyboard's keys are tried in their own tests."""

from kiosk.domain.challenge import ServiceAct
from kiosk.domain.flows.courier.signin import StaffAsked, Way, WayChosen
from kiosk.domain.flows.inputs import Entered, Input, OpenAsked, PageTurned, WentBack
from kiosk.domain.flows.service.challenge import ActChosen

WAYS = (Way.CODE, Way.CREDENTIALS, Way.TECHNICIAN, Way.ENROL, Way.SERVICE_CODE)
SIGN_IN: tuple[tuple[str, str, Input], ...] = (
    ("home", "home.staff", StaffAsked()),
    ("out-of-order", "home.staff", StaffAsked()),
    *(("staff-entrance-all", f"staff.{way.value}", WayChosen(way)) for way in WAYS),
    ("staff-entrance", "bar.back", WentBack()),
    ("ask-staff-badge-pin", "keypad.abc", PageTurned()),
    ("ask-staff-pin", "keyboard.digits", PageTurned()),
    ("ask-staff-pin", "keyboard.enter", Entered()),
    ("ask-staff-installer", "keypad.enter", Entered()),
    ("ask-staff-new-badge", "staff.skip", Entered()),
    ("log-in-stopped-refused", "staff.again", OpenAsked()),
    ("ask-courier-pin-lasting", "pin.list", WentBack()),
    ("account-ready", "staff.log_in", OpenAsked()),
    *(("choose-act", f"act.{act.value}", ActChosen(act)) for act in ServiceAct),
)
