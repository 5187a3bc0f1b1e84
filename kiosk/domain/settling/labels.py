"""What is told of a label: it came out, or it waits."""

from kiosk.domain.flows.visit import Visit
from kiosk.domain.labels import LONGEST_REASON, Facts, LabelJob, facts_of
from kiosk.domain.model import Change, NewEvent
from kiosk.domain.printing import Paper
from kiosk.domain.settling.recording import SOURCE


def label_printed(job: LabelJob, printer: str) -> Change:
    """It came out: the printer says so, or somebody who saw it."""
    facts = facts_of(job, printer)
    data = {**facts, "source": SOURCE, "message": "A label was printed."}
    told = NewEvent("label.printed", job.reservation, job.owner, data)
    return Change("label.printed", reservation=job.reservation, events=(told,), facts=facts)


def label_failed(job: LabelJob, printer: str, reason: str) -> Change:
    """It did not come out, and waits."""
    facts = {**facts_of(job, printer), "reason": reason[:LONGEST_REASON]}
    data = {**facts, "source": SOURCE, "message": "A label was not printed."}
    told = NewEvent("label.failed", job.reservation, job.owner, data)
    return Change("label.failed", reservation=job.reservation, events=(told,), facts=facts)


def slip_printed(paper: Paper, visit: Visit, printer: str) -> Change:
    """A receipt or a code came out on paper: no label, and none is counted."""
    facts: Facts = {"paper": paper.value, "printer": printer, "actor": visit.by.value}
    data = {**facts, "source": SOURCE, "message": "A receipt was printed."}
    told = NewEvent("receipt.printed", visit.reservation, visit.owner, data)
    return Change("receipt.printed", reservation=visit.reservation, events=(told,), facts=facts)


def slip_failed(paper: Paper, visit: Visit, printer: str, reason: str) -> Change:
    """It did not come out, and is not printed later."""
    facts: Facts = {
        "paper": paper.value,
        "printer": printer,
        "actor": visit.by.value,
        "reason": reason[:LONGEST_REASON],
    }
    data = {**facts, "source": SOURCE, "message": "A receipt was not printed."}
    told = NewEvent("receipt.failed", visit.reservation, visit.owner, data)
    return Change("receipt.failed", reservation=visit.reservation, events=(told,), facts=facts)
