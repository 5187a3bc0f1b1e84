"""Samples of every state of the journey: what the screens must be able to show."""

from dataclasses import replace

from kiosk.demo.bank import layout
from kiosk.domain.codes import TypedCode
from kiosk.domain.flows import home, journey, opening, problem
from kiosk.domain.flows.visit import Aim, Explanation, Failure, Outcome, Reason, Trouble, Visit
from kiosk.domain.layout import Owner
from kiosk.domain.model import Confidence, Purpose, ReservationId, Way
from kiosk.domain.rules import CloudRules

BANK = layout()
PICKUP = Visit(
    reservation=ReservationId("r1"),
    owner=Owner.LOCAL,
    purpose=Purpose.PICKUP,
    way=Way.QR,
    confidence=Confidence.CACHED,
    label="12",
    door=BANK.compartment("12").front.id,
    rules=CloudRules("standalone"),
    intent="i1",
    pulses=1,
)
DROPOFF = replace(PICKUP, purpose=Purpose.DROPOFF, label="44", door=BANK.compartment("44").front.id)
LARGER = replace(DROPOFF, label="25", door=BANK.compartment("25").front.id)
CODE = TypedCode("4719")

STATES: dict[str, journey.State] = {
    "home": home.Home(),
    "home-left-open": home.Home(left_open=("12",)),
    "home-two-left-open": home.Home(left_open=("12", "44"), camera=False),
    "out-of-order": home.OutOfOrder(),
    "enter-code": home.EnterCode(Aim.PICKUP, typed="471920", offer_letters=True),
    "enter-code-letters": home.EnterCode(
        Purpose.PICKUP, typed="K7QX", letters=True, offer_letters=True
    ),
    "enter-code-no-camera": home.EnterCode(Aim.DROPOFF, camera=False),
    "enter-code-longest": home.EnterCode(typed="0123456789ABCDEF"),
    "ask-datum": home.AskDatum(CODE, typed="83"),
    "ask-datum-letters": home.AskDatum(CODE, typed="83K", letters=True),
    "checking": home.Checking(CODE),
    "refused": home.Refused(),
    **{f"explaining-{e.value.replace('_', '-')}": home.Explaining(e) for e in Explanation},
    "reach-door": opening.ReachDoor(PICKUP),
    "opening": opening.Opening(PICKUP),
    **{f"door-stuck-{f.value.replace('_', '-')}": opening.DoorStuck(PICKUP, f) for f in Failure},
    "door-stuck-drop-off": opening.DoorStuck(DROPOFF, Failure.JAMMED),
    "door-stuck-no-more-tries": opening.DoorStuck(replace(PICKUP, pulses=3), Failure.JAMMED),
    "door-stuck-again": opening.DoorStuck(replace(DROPOFF, settled=True), Failure.JAMMED),
    "take-parcel": opening.TakeParcel(PICKUP),
    "take-parcel-please": opening.TakeParcel(PICKUP, stage=1),
    "take-parcel-now": opening.TakeParcel(PICKUP, stage=2),
    "put-parcel": opening.PutParcel(DROPOFF),
    "put-parcel-please": opening.PutParcel(DROPOFF, stage=1),
    "put-parcel-now": opening.PutParcel(DROPOFF, stage=2),
    **{
        f"done-{o.value.replace('_', '-')}": opening.Done(
            PICKUP if o in {Outcome.COLLECTED, Outcome.NOT_TAKEN, Outcome.REPORTED} else DROPOFF,
            o,
            reopens=o in {Outcome.COLLECTED, Outcome.DEPOSITED, Outcome.DEPOSITED_UNCONFIRMED},
        )
        for o in Outcome
    },
    "ask-trouble": problem.AskTrouble(PICKUP),
    "ask-trouble-drop-off": problem.AskTrouble(DROPOFF, stage=1),
    "ask-reason": problem.AskReason(DROPOFF),
    "ask-reason-now": problem.AskReason(DROPOFF, stage=2),
    "shut-first": problem.ShutFirst(DROPOFF, Reason.DOES_NOT_FIT),
    "shut-first-larger": problem.ShutFirst(
        DROPOFF, Reason.DOES_NOT_FIT, other=LARGER, searched=True, stage=1
    ),
    "shut-first-none": problem.ShutFirst(DROPOFF, Reason.DOES_NOT_FIT, searched=True),
    "shut-first-other": problem.ShutFirst(
        DROPOFF, Reason.NOT_EMPTY, other=LARGER, searched=True, stage=2
    ),
    "leave-closed": problem.LeaveClosed(PICKUP, Trouble.OUT_OF_REACH),
    "leave-closed-please": problem.LeaveClosed(PICKUP, Trouble.OUT_OF_REACH, stage=1),
    "confirm-empty": problem.ConfirmEmpty(DROPOFF, Reason.CHANGED_MIND),
    "confirm-empty-larger": problem.ConfirmEmpty(DROPOFF, Reason.DOES_NOT_FIT, other=LARGER),
    "confirm-empty-others": problem.ConfirmEmpty(DROPOFF, Reason.NOT_EMPTY),
    "still-there": journey.StillThere(home.EnterCode()),
    "help": journey.Help(home.EnterCode()),
    "help-at-door": journey.Help(opening.TakeParcel(PICKUP)),
}
