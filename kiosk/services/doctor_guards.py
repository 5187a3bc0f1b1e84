"""What the doctor says of who may enter, of the lockdown, and of the journal's key. Pure."""

from collections.abc import Iterator

from kiosk.services.finding import Finding, Verdict


def technicians(enabled: int) -> Finding:
    """Whether anybody is let into service mode; a kiosk can do without."""
    if enabled:
        return Finding("technicians", Verdict.OK, f"{enabled} may enter service mode.")
    sentence = "Nobody may enter service mode yet: kiosk service enrol says a code for one."
    return Finding("technicians", Verdict.OK, sentence)


def guards(lockdown: bool, key_here: bool) -> Iterator[Finding]:
    """A finding for each that wants somebody; nothing where all is as it should be."""
    if lockdown:
        sentence = (
            "Too much was to be opened from afar: nothing is, until somebody has looked into it "
            "(kiosk ctl commands) and two technicians on site or kiosk ctl lift-lockdown lift it."
        )
        yield Finding("lockdown", Verdict.WARN, sentence)
    if key_here:
        sentence = (
            "Its verification key still rests here: whoever has this machine could forge all of "
            "it; take the key away with kiosk journal key FILE, and keep it elsewhere."
        )
        yield Finding("journal", Verdict.WARN, sentence)
