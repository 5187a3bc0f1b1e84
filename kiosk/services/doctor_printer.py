"""What a printer says of itself, as ``kiosk doctor`` tells it."""

from collections.abc import Mapping, Sequence

from kiosk.domain.printing import WARNINGS, Hitch, PrinterStatus
from kiosk.services.finding import Finding, Verdict

_TO_DO: Mapping[Hitch, str] = {
    Hitch.PAPER_OUT: "It is out of paper: put a roll in",
    Hitch.PAPER_LOW: "It prints, and its paper ends soon: have a roll ready",
    Hitch.HEAD_OPEN: "Its head or cover is open: shut it",
    Hitch.RIBBON_OUT: "It is out of ribbon: put a ribbon in",
    Hitch.JAM: "Its paper is jammed: clear the way and feed a label",
    Hitch.PAUSED: "It is paused: press its button",
    Hitch.HOT: "It is too hot: let it cool",
    Hitch.CUTTER: "Its cutter is stuck: clear it",
    Hitch.OFFLINE: "It is not there: check power, cable, [[printer]] address, and the group lp",
    Hitch.SILENT: (
        "It takes the line and answers nothing: look at its lights, whether another computer "
        "holds it, and whether [[printer]] driver is its language"
    ),
    Hitch.FAULT: "It says that it is broken: look at its lights, then switch it off and on",
}


def needs(status: PrinterStatus) -> Sequence[str]:
    """Its hitches by name, as they travel."""
    return sorted(hitch.value for hitch in status.hitches)


def printer_finding(name: str, hitches: Sequence[str]) -> Finding:
    """One sentence, the worst first."""
    found = [hitch for hitch in _TO_DO if hitch.value in hitches]
    said = sorted(found, key=WARNINGS.__contains__)
    if not said:
        return Finding(f"printer {name}", Verdict.OK, "It answers and is ready.")
    verdict = Verdict.WARN if WARNINGS.issuperset(said) else Verdict.BAD
    return Finding(f"printer {name}", verdict, "; ".join(_TO_DO[hitch] for hitch in said) + ".")
