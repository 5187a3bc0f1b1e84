"""What the doctor says of camera and hand scanner. Pure."""

from collections.abc import Mapping
from typing import Any

from kiosk.services.finding import Finding, Verdict

TROUBLES: Mapping[str, str] = {
    "gone": "is not there: check its cable and [scanner] serial, which should be a name of its own",
    "forbidden": "may not be opened: put this user into the group dialout",
    "held": "is held by another program: end that, and keep modem programs off it",
    "broken": "cannot be opened as a serial port: check [scanner] serial",
}
"""Why a port is not open, and what to do."""
MINUTE, HOUR, DAY = 60, 3600, 86400


def camera_finding(works: bool, off: Mapping[str, Any] | None, camera: str) -> Finding:
    """``camera`` is the one of kiosk.toml; ``off`` who switched it off on site, when, and whether
    this start or only the next one goes without it."""
    if not camera:
        return Finding("camera", Verdict.OK, "None is configured: codes are typed.")
    if off is not None and off["now"]:
        return Finding("camera", Verdict.OK, _is_off(off))
    if not works:
        advice = "check its cable, [scanner] camera, and whether this user is in the group video"
        return Finding("camera", Verdict.BAD, f"{camera} delivers no frames: {advice}.")
    soon = "" if off is None else f"; off from the next start, {_by(off)}"
    return Finding("camera", Verdict.OK, f"{camera} delivers frames{soon}.")


def serial_finding(said: Mapping[str, Any]) -> Finding:
    """The hand scanner on a serial port: there, readable, and last heard."""
    device, trouble = said["device"], said["trouble"]
    if trouble:
        advice = TROUBLES.get(trouble, TROUBLES["broken"])
        return Finding("serial scanner", Verdict.BAD, f"{device} {advice}.")
    if said["reads"] is None:
        sentence = f"{device} can be opened; whether it reads, only the running kiosk hears."
        return Finding("serial scanner", Verdict.OK, sentence)
    if not said["reads"] and said["refused"]:
        sentence = (
            f"{device} is open, and what came {said['refused']} times was no code: set the scanner "
            "and [scanner] baud to the same."
        )
        return Finding("serial scanner", Verdict.WARN, sentence)
    if said["heard"] is None:
        sentence = f"{device} is open; nothing was read since the start: show it a code once."
        return Finding("serial scanner", Verdict.OK, sentence)
    sentence = f"{device} is open; {said['reads']} codes read, the last {_ago(said['heard'])} ago."
    return Finding("serial scanner", Verdict.OK, sentence)


def _is_off(off: Mapping[str, Any]) -> str:
    if not off["next"]:
        return "Off until the next start: it was switched on again on site."
    return f"Off, {_by(off)}: codes are typed; service mode, Settings, switches it on."


def _by(off: Mapping[str, Any]) -> str:
    return f"switched off on site by {off['by']} at {off['at']}"


def _ago(seconds: float) -> str:
    if seconds < MINUTE:
        return f"{seconds:.0f} s"
    if seconds < HOUR:
        return f"{seconds / MINUTE:.0f} min"
    return f"{seconds / HOUR:.0f} h" if seconds < 2 * DAY else f"{seconds / DAY:.0f} days"
