"""Printers on site: how they are, a new roll, a test page, and the labels that still wait."""

from collections.abc import Mapping
from dataclasses import replace

from kiosk.domain.flows import duty
from kiosk.domain.flows.duty import Staffer, Step
from kiosk.domain.flows.inputs import Entered, Erased, KeyPressed, WentBack
from kiosk.domain.flows.service import bench
from kiosk.domain.flows.service.printer_screens import (
    CameOut,
    DropAsked,
    DropWaiting,
    LabelChosen,
    LoadRoll,
    NewRoll,
    OneLabel,
    OnePrinter,
    Pressed,
    PressSaid,
    PrintAsked,
    PrinterChosen,
    Printers,
    PrintersRead,
    PrintTest,
    PrintWaiting,
    ReadPrinters,
    RollAsked,
    SayCameOut,
    WaitingAsked,
    WaitingLabels,
)
from kiosk.domain.flows.staffed import StaffState
from kiosk.domain.labels import JobState
from kiosk.domain.printers_seen import PaperSeen

DIGITS = 5
"""Of the number of labels on a roll."""
State = Printers | OnePrinter | NewRoll | WaitingLabels | OneLabel


def begin(who: Staffer) -> duty.Next:
    return Printers(who), (ReadPrinters(),)


def step(state: State, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case Printers() | OnePrinter() | WaitingLabels(), PrintersRead(seen) if seen is not None:
            return replace(state, seen=seen), ()
        case OnePrinter() | NewRoll(), _:
            return _printer(state, event)
        case WaitingLabels(who, seen), LabelChosen(name):
            found = [one for one in seen.waiting if one.id == name]
            return (OneLabel(who, seen, found[0]) if found else state), ()
        case OneLabel(), _:
            return _label(state, event)
        case Printers(who, PaperSeen() as seen), PrinterChosen(name) if seen.printer(name):
            return OnePrinter(who, name, seen), ()
        case Printers(who, PaperSeen() as seen), WaitingAsked():
            return WaitingLabels(who, seen), ()
        case Printers(who), WentBack():
            return bench.begin(who)
        case WaitingLabels(who, seen), WentBack():
            return Printers(who, seen), ()
        case _:
            return state, ()


def _printer(state: OnePrinter | NewRoll, event: object) -> duty.Next:
    who, name, seen = state.who, state.name, state.seen
    match state, event:
        case OnePrinter(pressed=pressed), PrintAsked() if pressed is not Pressed.PRINTING:
            return replace(state, pressed=Pressed.PRINTING), (PrintTest(name),)
        case OnePrinter(), PressSaid(pressed):
            return replace(state, pressed=pressed), ()
        case OnePrinter(), RollAsked():
            return NewRoll(who, name, seen, str(state.printer.roll or "")), ()
        case NewRoll(typed=typed), KeyPressed(sign) if sign.isascii() and sign.isdecimal():
            return replace(state, typed=(typed + sign).lstrip("0")[:DIGITS]), ()
        case NewRoll(typed=typed), Erased():
            return replace(state, typed=typed[:-1]), ()
        case NewRoll(typed=typed), Entered() if typed:
            return OnePrinter(who, name, seen), (LoadRoll(name, int(typed)),)
        case NewRoll(), WentBack():
            return OnePrinter(who, name, seen), ()
        case OnePrinter(), WentBack():
            return Printers(who, seen), ()
        case _:
            return state, ()


def _label(state: OneLabel, event: object) -> duty.Next:
    label, unsure = state.label, state.label.state is JobState.UNSURE
    match event:
        case PrintAsked() if not unsure and state.pressed is not Pressed.PRINTING:
            return replace(state, pressed=Pressed.PRINTING), (PrintWaiting(label),)
        case CameOut(out) if unsure:
            return state, (SayCameOut(label, out),)
        case DropAsked() if not unsure and state.pressed is not Pressed.PRINTING:
            return state, (DropWaiting(label),)
        case PressSaid(Pressed.UNSURE):
            # Nothing is printed twice: whoever stands there says whether it came out.
            doubted = replace(label, state=JobState.UNSURE)
            return replace(state, label=doubted, pressed=Pressed.UNSURE), ()
        case PressSaid(Pressed.WAITS):
            waits = replace(label, state=JobState.QUEUED)
            return replace(state, label=waits, pressed=Pressed.WAITS), ()
        case PressSaid(Pressed.PRINTED | Pressed.DROPPED):
            rest = tuple(one for one in state.seen.waiting if one.id != label.id)
            return WaitingLabels(state.who, replace(state.seen, waiting=rest)), (ReadPrinters(),)
        case PressSaid(pressed):
            return replace(state, pressed=pressed), ()
        case WentBack():
            return WaitingLabels(state.who, state.seen), (ReadPrinters(),)
        case _:
            return state, ()


STEPS: Mapping[type[StaffState], Step] = dict.fromkeys(
    (Printers, OnePrinter, NewRoll, WaitingLabels, OneLabel), step
)
