"""The pictures of how staff get in."""

from kiosk.domain.accounts import EnrolTicket, Objection, Role
from kiosk.domain.challenge import Deed, ServiceAct
from kiosk.domain.flows.courier.proving import AskCourierPin, PinProved
from kiosk.domain.flows.courier.round import Chore, ChoreChosen, Round
from kiosk.domain.flows.courier.signin import (
    LoggedIn,
    LoginWanted,
    ServiceBegan,
    StaffAsked,
    StaffEntrance,
    Way,
    WayChosen,
)
from kiosk.domain.flows.duty import Shift, Staffer
from kiosk.domain.flows.forms import AskStaff, BadgeShown, Form, LogInRefused, Stop
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import CodeShown, Entered, Explained, OpenAsked, WentBack
from kiosk.domain.flows.service.bench import Bench
from kiosk.domain.flows.service.challenge import (
    ActChosen,
    AnswerJudged,
    NonceMade,
    NonceObjected,
    ReadNonce,
)
from kiosk.domain.flows.service.doors import DoorMap
from kiosk.domain.flows.service.enrolling import (
    AccountReady,
    Enrolled,
    EnrolmentBegun,
    EnrolObjected,
)
from kiosk.domain.flows.visit import Explanation
from tests.domain.diagram import Diagram

SHIFT = Shift("c-17", proves=True)
TOKEN = ".".join(("eyJhbGciOiJFUzUxMiJ9", "eyJjb3VyaWVyX2lkIjoiYy0xNyJ9", "A" * 176))
OPEN, UNLOCK = Deed(ServiceAct.OPEN, "12", "anna7"), Deed(ServiceAct.UNLOCK, "", "anna7")
PIN = "7391-4628"
TICKET = EnrolTicket(Role.TECHNICIAN, 1800.0)
NEW = ("anna7", "Anna")


def full(form: Form, *said: str) -> AskStaff:
    """This form with all its lines but the last, which is typed and not entered."""
    return AskStaff(form, said[:-1], said[-1])


SIGN_IN = (
    Diagram(
        "Couriers and technicians get in",
        "A token or a badge may be held up at home already. What is not configured is not offered,"
        " and one refusal stands for all that can be wrong.",
        (Home(), StaffEntrance(frozenset(Way) - {Way.ENROL, Way.SERVICE_CODE}),
         full(Form.CODE, "473920185"), full(Form.CREDENTIALS, "driver"),
         full(Form.CREDENTIALS, "driver", "geheim-7"), full(Form.TECHNICIAN, "anna7"),
         full(Form.TECHNICIAN, "anna7", PIN), full(Form.BADGE, "04A27F11", "739146")),
        (StaffAsked(), *map(WayChosen, Way), BadgeShown("04A27F11"), CodeShown(TOKEN), Entered(),
         LoggedIn(SHIFT), ServiceBegan(Staffer("anna7")), LoginWanted("473920185"),
         LogInRefused(), LogInRefused(Stop.LOCKED, 900.0), LogInRefused(Stop.UNREACHABLE),
         Explained(Explanation.COURIER_CODE), OpenAsked()),
        ends=(Round, Bench),
    ),
    Diagram(
        "A technician enrols",
        "Only while the installer's code from the console is open.",
        (StaffEntrance(frozenset({Way.ENROL})), full(Form.INSTALLER, "47392018"),
         full(Form.ENROL, "anna7"), full(Form.ENROL, *NEW), full(Form.ENROL, *NEW, PIN),
         full(Form.ENROL, *NEW, PIN, PIN)),
        (WayChosen(Way.ENROL), Entered(), EnrolmentBegun(TICKET), Enrolled("anna7"),
         EnrolObjected(Objection.TAKEN), EnrolObjected(Objection.OVER), LogInRefused(),
         LogInRefused(Stop.NO_ENROLMENT), OpenAsked()),
    ),
    Diagram(
        "One act by the back office's answer",
        "Without network and without a login: a nonce is read out, digits are typed, and they are"
        " good for this one act. Three wrong answers end it.",
        (StaffEntrance(frozenset({Way.SERVICE_CODE})), full(Form.OPEN, "12"),
         full(Form.OPEN, "12", "anna7"), full(Form.UNLOCK, "anna7"),
         ReadNonce(OPEN, "A1B2C3D4", "4739201856"), ReadNonce(UNLOCK, "A1B2C3D4", "4739201856")),
        (WayChosen(Way.SERVICE_CODE), ActChosen(ServiceAct.OPEN), ActChosen(ServiceAct.UNLOCK),
         Entered(), NonceMade(OPEN, "A1B2C3D4"), NonceObjected(Objection.NO_DOOR),
         AnswerJudged(True), AnswerJudged(False)),
        ends=(DoorMap, AccountReady),
    ),
    Diagram(
        "A courier says the PIN",
        "From then on parcels may be taken out; a wrong one leaves everything as it was.",
        (Round(SHIFT), AskCourierPin(SHIFT, "739146")),
        (ChoreChosen(Chore.PROVE), Entered(), LogInRefused(), PinProved(frozenset()), WentBack()),
    ),
)  # fmt: skip
