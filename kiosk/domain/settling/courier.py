"""What couriers' and technicians' work tells about parcels: marks and problems."""

from collections.abc import Mapping
from dataclasses import replace

from kiosk.domain.acts import Act, By
from kiosk.domain.flows.visit import Visit
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, Contents, NewEvent, Reservation
from kiosk.domain.problems import LONGEST_NOTE, WEIGHTS, Level, Problem
from kiosk.domain.settling.recording import SOURCE, Facts, Subject, at, change, event, of
from kiosk.domain.transitions import TABLE


def ready(what: Reservation | Visit, by: By = By.COURIER) -> Change:
    """It may be fetched by whoever brings it here."""
    return change(Act.READY, _about(what, by))


def in_transit(what: Reservation | Visit, by: By = By.COURIER) -> Change:
    """It was fetched and is on its way."""
    return change(Act.IN_TRANSIT, _about(what, by))


def notified(what: Reservation | Visit, by: By = By.COURIER) -> Change:
    """Its recipient is to be told once more that it lies here: the cloud sends the message."""
    return change(Act.NOTIFIED, _about(what, by))


def problem(
    code: Problem,
    what: Reservation | Visit,
    *,
    level: Level = Level.PARCEL,
    by: By = By.COURIER,
    note: str = "",
) -> Change:
    """Something is wrong with this parcel, or with the compartment it has."""
    about, weight = _about(what, by), WEIGHTS[code]
    told = event(
        "compartment.problem",
        about,
        TABLE[Act.PROBLEM].says,
        what=code.value.lower(),
        level=level.value,
        severity=weight.severity,
        block=weight.blocks and about.label is not None,
    )
    said = change(Act.PROBLEM, about, _doubt(code, about.label), {"level": level.value})
    journal = f"{said.journal}.{code.value.lower()}"
    return replace(said, journal=journal, events=(replace(told, sealed=_noted(note)),))


def problem_here(
    code: Problem,
    owner: Owner,
    label: str | None = None,
    *,
    level: Level = Level.LOCKER,
    by: By = By.COURIER,
    note: str = "",
    believed: bool = True,
) -> Change:
    """Something is wrong with a compartment, or with the whole locker: no reservation of it.

    What is not ``believed`` is told all the same, and takes nothing out of use.
    """
    weight = WEIGHTS[code]
    facts: Facts = {
        "label": label,
        "what": code.value.lower(),
        "level": level.value,
        "severity": weight.severity,
        "block": weight.blocks and label is not None and believed,
        "initiated_by": by.value,
        "source": SOURCE,
        "message": TABLE[Act.PROBLEM].says,
    }
    name = "compartment.problem" if label else "locker.problem"
    told = NewEvent(name, None, owner, facts, sealed=_noted(note))
    return Change(
        f"problem.{code.value.lower()}",
        compartment=label,
        contents=_doubt(code, label) if believed else None,
        events=(told,),
        facts={"level": level.value, "by": by.value},
    )


def _about(what: Reservation | Visit, by: By) -> Subject:
    return replace(at(what), by=by) if isinstance(what, Visit) else of(what, by)


def _doubt(code: Problem, label: str | None) -> Contents | None:
    return Contents.MAYBE if label and WEIGHTS[code].doubts else None


def _noted(note: str) -> Mapping[str, str]:
    """Words of somebody's own may name a person: they rest sealed, and reach no cloud's ticket."""
    kept = " ".join(note.split())[:LONGEST_NOTE]
    return {"note": kept} if kept else {}
