"""Samples of every state of the journey: what the screens must be able to show."""

from dataclasses import replace

from kiosk.demo.samples import (
    CODE,
    DROPOFF,
    EXCHANGE,
    LARGER,
    PICKUP,
    RETURN,
    SEND,
    STORE,
    THREE,
    WALKUPS,
)
from kiosk.demo.states_papers import PAPERS
from kiosk.demo.states_staff import STAFF
from kiosk.domain.flows import home, journey, opening, problem
from kiosk.domain.flows.visit import Aim, Explanation, Failure, Outcome, Reason, Trouble
from kiosk.domain.model import Purpose

EVERY_AIM = frozenset({Aim.SEND, Aim.STORE, Aim.RETURN, Aim.EXTEND, Aim.REFUSE})
AT_PICKUP = {
    Outcome.COLLECTED,
    Outcome.NOT_TAKEN,
    Outcome.REPORTED,
    Outcome.REFUSED,
    Outcome.EXTENDED,
    Outcome.ANNOUNCED,
    Outcome.DECLINED,
}
REOPENS = {Outcome.COLLECTED, Outcome.DEPOSITED, Outcome.DEPOSITED_UNCONFIRMED, Outcome.KEPT}

STATES: dict[str, journey.State] = {
    "home": home.Home(),
    "home-more": home.Home(offers=EVERY_AIM),
    "home-left-open": home.Home(left_open=("12",)),
    "home-rear-left-open": home.Home(left_open=("12/rear",)),
    "home-two-left-open": home.Home(left_open=("12", "44"), camera=False, offers=EVERY_AIM),
    "home-closed": home.Home(closed=True),
    "home-closed-left-open": home.Home(closed=True, left_open=("12",)),
    "out-of-order": home.OutOfOrder(),
    "enter-code": home.EnterCode(Aim.PICKUP, typed="471920", offer_letters=True),
    "enter-code-letters": home.EnterCode(
        Aim.PICKUP, typed="K7QX", letters=True, offer_letters=True
    ),
    "enter-code-no-camera": home.EnterCode(Aim.DROPOFF, camera=False),
    "enter-code-return": home.EnterCode(Aim.RETURN),
    "enter-code-extend": home.EnterCode(Aim.EXTEND),
    "enter-code-longest": home.EnterCode(typed="0123456789ABCDEF"),
    "ask-datum": home.AskDatum(CODE, typed="83"),
    "ask-datum-letters": home.AskDatum(CODE, typed="83K", letters=True),
    "ask-datum-whole": home.AskDatum(CODE, typed="004915123456789"),
    "checking": home.Checking(CODE),
    "refused": home.Refused(),
    **{f"explaining-{e.value.replace('_', '-')}": home.Explaining(e) for e in Explanation},
    "reach-door": opening.ReachDoor(PICKUP),
    "reach-door-lower": opening.ReachDoor(DROPOFF, seeking=True),
    "opening": opening.Opening(PICKUP),
    "opening-store": opening.Opening(replace(STORE, purpose=Purpose.OPENING)),
    **{f"door-stuck-{f.value.replace('_', '-')}": opening.DoorStuck(PICKUP, f) for f in Failure},
    "door-stuck-drop-off": opening.DoorStuck(DROPOFF, Failure.JAMMED),
    "door-stuck-no-more-tries": opening.DoorStuck(replace(PICKUP, pulses=3), Failure.JAMMED),
    "door-stuck-again": opening.DoorStuck(replace(DROPOFF, settled=True), Failure.JAMMED),
    "take-parcel": opening.TakeParcel(PICKUP),
    "take-parcel-please": opening.TakeParcel(PICKUP, stage=1),
    "take-parcel-now": opening.TakeParcel(PICKUP, stage=2),
    "take-parcel-unseen": opening.TakeParcel(replace(PICKUP, unseen=True), stage=1),
    "take-parcel-store": opening.TakeParcel(STORE),
    "put-parcel": opening.PutParcel(DROPOFF),
    "put-parcel-please": opening.PutParcel(DROPOFF, stage=1),
    "put-parcel-now": opening.PutParcel(DROPOFF, stage=2),
    "put-parcel-unseen": opening.PutParcel(replace(DROPOFF, unseen=True)),
    "put-parcel-return": opening.PutParcel(RETURN),
    "put-parcel-send": opening.PutParcel(SEND),
    "put-parcel-store": opening.PutParcel(replace(STORE, purpose=Purpose.DROPOFF)),
    **{
        f"done-{o.value.replace('_', '-')}": opening.Done(
            PICKUP if o in AT_PICKUP else STORE if o is Outcome.KEPT else DROPOFF,
            o,
            reopens=o in REOPENS,
        )
        for o in Outcome
    },
    "done-announced-before": opening.Done(
        replace(PICKUP, label=""), Outcome.ANNOUNCED, reopens=False
    ),
    "done-collected-store": opening.Done(STORE, Outcome.COLLECTED, reopens=True),
    "ask-trouble": problem.AskTrouble(PICKUP),
    "ask-trouble-drop-off": problem.AskTrouble(DROPOFF, stage=1),
    "ask-trouble-store": problem.AskTrouble(STORE, stage=2),
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
    "shut-first-unseen": problem.ShutFirst(
        replace(DROPOFF, unseen=True), Reason.CHANGED_MIND, stage=1
    ),
    "shut-first-smaller": problem.ShutFirst(LARGER, Reason.TOO_LARGE, other=DROPOFF, searched=True),
    "shut-first-no-smaller": problem.ShutFirst(DROPOFF, Reason.TOO_LARGE, searched=True),
    "leave-closed": problem.LeaveClosed(PICKUP, Trouble.OUT_OF_REACH),
    "leave-closed-please": problem.LeaveClosed(PICKUP, Trouble.OUT_OF_REACH, stage=1),
    "leave-closed-unseen": problem.LeaveClosed(replace(PICKUP, unseen=True), Trouble.OUT_OF_REACH),
    "leave-closed-not-mine": problem.LeaveClosed(PICKUP, Trouble.NOT_MINE),
    "leave-closed-empty": problem.LeaveClosed(PICKUP, Trouble.EMPTY),
    "leave-closed-unwanted": problem.LeaveClosed(PICKUP, Trouble.UNWANTED),
    "leave-closed-unwanted-here": problem.LeaveClosed(THREE, Trouble.UNWANTED),
    "confirm-empty": problem.ConfirmEmpty(DROPOFF, Reason.CHANGED_MIND),
    "confirm-empty-larger": problem.ConfirmEmpty(DROPOFF, Reason.DOES_NOT_FIT, other=LARGER),
    "confirm-empty-others": problem.ConfirmEmpty(DROPOFF, Reason.NOT_EMPTY),
    **WALKUPS,
    **PAPERS,
    **STAFF,
    "still-there": journey.StillThere(home.EnterCode()),
    "privacy": journey.Privacy(home.Home()),
    "help": journey.Help(home.EnterCode()),
    "help-at-door": journey.Help(opening.TakeParcel(PICKUP)),
    "put-parcel-exchange": opening.PutParcel(EXCHANGE),
}
