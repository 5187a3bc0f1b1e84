"""What is well and what is not, one sentence each: what it is, and what to do. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from kiosk.domain.layout import DoorState, Layout
from kiosk.domain.policy import Policy
from kiosk.domain.rules import CloudRules
from kiosk.services.doctor_guards import guards, technicians
from kiosk.services.doctor_printer import printer_finding
from kiosk.services.doctor_scanners import camera_finding, serial_finding
from kiosk.services.finding import Finding, Verdict

SKEW = timedelta(seconds=120)
"""How far two clocks may differ."""
MADE_HERE = (9, "digits")
__all__ = ["Finding", "Seen", "Verdict", "diagnose", "door_rows", "hit_rate"]


@dataclass(frozen=True, slots=True)
class Seen:
    """What the devices said, to the running kiosk or to this check; it travels as JSON."""

    camera: bool
    cloud: str | None = None
    """ "" when it answers, else what is wrong; None when it was not asked yet."""
    wires: Mapping[str, str] = field(default_factory=dict)
    """The wires in trouble, and what it is."""
    doors: Mapping[str, str] = field(default_factory=dict)
    """The state of every door by its id."""
    store: str = ""
    """What is wrong with the database."""
    flags: Mapping[str, str] = field(default_factory=dict)
    """Why compartments are not given away, by label."""
    shapes: Sequence[Mapping[str, Any]] = ()
    """Alphabet, length and count of the live typed codes."""
    made: bool = True
    """Whether there is a database already."""
    owed: int = 0
    parked: int = 0
    newest: str | None = None
    """When the journal was last written to."""
    notifiers: Mapping[str, str] = field(default_factory=dict)
    """The ways to people, and what is wrong with each; "" when it answers."""
    printers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """What each printer needs somebody for."""
    lockdown: bool = False
    """Nothing is opened from afar until somebody on site lifts it."""
    key_here: bool = False
    """The journal's verification key still rests on this machine."""
    technicians: int | None = None
    """How many may enter service mode; None where nobody knows."""
    camera_off: Mapping[str, Any] | None = None
    """Who switched the camera off on site (by, at), and whether that counts now, and next."""
    scanner: Mapping[str, Any] | None = None
    """The device of the hand scanner on a serial port, its trouble, what it reads and refused, and
    how many seconds ago it was heard; None where none is configured."""


def diagnose(
    seen: Seen, layout: Layout, rules: CloudRules, policy: Policy, camera: str, now: datetime
) -> Iterator[Finding]:
    """All that devices, doors, cloud and memory come to; ``camera`` is that of kiosk.toml."""
    yield camera_finding(seen.camera, seen.camera_off, camera)
    if seen.scanner is not None:
        yield serial_finding(seen.scanner)
    if not rules.front:
        yield from _wires(seen, layout)
    yield _doors(seen, layout, front=rules.front)
    if rules.name != "standalone":
        yield _cloud(seen, rules.name)
        yield _locks(rules)
    yield from _notifiers(seen)
    yield from map(printer_finding, seen.printers, seen.printers.values())
    yield _database(seen, now)
    if seen.technicians is not None:
        yield technicians(seen.technicians)
    yield from guards(seen.lockdown, seen.key_here)
    if policy.short_code_alone:
        yield _short_codes(seen.shapes, policy)


def door_rows(seen: Seen, layout: Layout) -> list[Mapping[str, Any]]:
    """Every door: where it hangs, how its contact reads, and what it says now."""
    return [
        {
            "door": door.id,
            "wire": door.address.wire,
            "board": door.address.board,
            "channel": door.address.channel,
            "polarity": door.polarity.value,
            "state": seen.doors.get(door.id, DoorState.UNKNOWN.value),
            "flag": seen.flags.get(compartment.label),
        }
        for compartment in layout.compartments()
        for door in compartment.doors
    ]


def hit_rate(shapes: Sequence[Mapping[str, Any]], tries: int) -> float:
    """The chance that one of so many different guesses at the keypad is a live code.

    The guesser knows the length that pays best, and nothing else.
    """
    return max((_hits(shape, tries) for shape in shapes), default=0.0)


def _hits(shape: Mapping[str, Any], tries: int) -> float:
    length, alphabet, live = int(shape["length"]), shape["alphabet"], int(shape["count"])
    # Of nine digits the last is a check digit: it adds nothing to guess.
    signs = length - 1 if (length, alphabet) == MADE_HERE else length
    possible = int((10 if alphabet == "digits" else 36) ** signs)
    missed = 1.0
    for guess in range(min(tries, possible)):
        missed *= max(0.0, 1 - live / (possible - guess))
    return 1 - missed


def _wires(seen: Seen, layout: Layout) -> Iterator[Finding]:
    for wire in sorted({door.address.wire for door in layout.doors()}):
        name = f"wire {wire}"
        if wire in seen.wires:
            advice = "check power, cable, [[wire]] port and baud, and the group dialout"
            yield Finding(name, Verdict.BAD, f"{seen.wires[wire] or 'No answer'}: {advice}.")
        else:
            yield Finding(name, Verdict.OK, "Its boards answer.")


def _doors(seen: Seen, layout: Layout, *, front: bool) -> Finding:
    # A lost wire has a finding of its own: its doors need no second one.
    read = [door.id for door in layout.doors() if door.address.wire not in seen.wires]
    states = {door: seen.doors.get(door, DoorState.UNKNOWN.value) for door in read}
    unknown = [door for door, state in states.items() if state == DoorState.UNKNOWN.value]
    ajar = [door for door, state in states.items() if state == DoorState.OPEN.value]
    if unknown and not front:
        advice = "no door without a readable sensor is used; check its wiring and channel"
        return Finding("doors", Verdict.BAD, f"No reading of {_listed(unknown)}: {advice}.")
    if ajar or seen.flags:
        parts = [f"open: {_listed(ajar)}"] if ajar else []
        parts += [f"{label} is {flag}" for label, flag in sorted(seen.flags.items())][:10]
        advice = (
            "shut the open ones; look into the others in service mode, or kiosk ctl clear DOOR WHY"
        )
        return Finding("doors", Verdict.WARN, f"{'; '.join(parts)}: {advice}.")
    if front:
        sentence = f"The cloud shows {len(states) - len(unknown)} of {len(states)}; none is open."
        return Finding("doors", Verdict.OK, sentence)
    return Finding("doors", Verdict.OK, f"All {len(states)} that can be read are shut and in use.")


def _cloud(seen: Seen, name: str) -> Finding:
    if seen.cloud is None:
        sentence = f"No good answer of {name} yet: ask again in a minute, then check [cloud] key."
        return Finding("cloud", Verdict.WARN, sentence)
    if seen.cloud:
        advice = "check the network, [cloud] base_url and key; meanwhile the cache serves"
        return Finding("cloud", Verdict.BAD, f"{name}: {seen.cloud}: {advice}.")
    return Finding("cloud", Verdict.OK, f"{name} answers and takes the key.")


def _notifiers(seen: Seen) -> Iterator[Finding]:
    for make, trouble in seen.notifiers.items():
        name = f"notifier {make}"
        if trouble:
            advice = f"check the network and [notifier.{make}]; messages to people wait meanwhile"
            yield Finding(name, Verdict.BAD, f"{trouble}: {advice}.")
        else:
            yield Finding(name, Verdict.OK, "It answers and takes messages.")


def _locks(rules: CloudRules) -> Finding:
    if rules.front:
        return Finding(
            "locks",
            Verdict.OK,
            f"Mode front: {rules.name}'s own machine has the locks; this kiosk asks its cloud to "
            "open, fires nothing itself, and opens nothing while the cloud is silent "
            "(not confirmed by the vendor: try it with one door).",
        )
    return Finding(
        "locks",
        Verdict.OK,
        "Mode machine: this kiosk fires its locks and then tells the cloud; the operator has "
        f"agreed with the vendor that {rules.name} commands no lock of this bank "
        "(not confirmed by the vendor: if you have not, do).",
    )


def _database(seen: Seen, now: datetime) -> Finding:
    if seen.store:
        advice = "nothing opens without it; check the disk, and keep the file before you touch it"
        return Finding("database", Verdict.BAD, f"{seen.store}: {advice}.")
    if not seen.made:
        return Finding("database", Verdict.OK, "There is none yet: the first start makes it.")
    if seen.newest is not None and datetime.fromisoformat(seen.newest) > now + SKEW:
        sentence = f"Its newest line is of {seen.newest}, later than now: set the clock right."
        return Finding("database", Verdict.BAD, sentence)
    if seen.parked:
        sentence = f"{seen.parked} facts are refused for good: see kiosk ctl outbox."
        return Finding("database", Verdict.WARN, sentence)
    return Finding("database", Verdict.OK, f"Sound; {seen.owed} facts wait in the outbox.")


def _short_codes(shapes: Sequence[Mapping[str, Any]], policy: Policy) -> Finding:
    live = sum(int(shape["count"]) for shape in shapes)
    blind = policy.wrong_before_datum - 1
    sentence = (
        f"policy.short_code_alone lets codes under 6 characters open alone: with the {live} codes "
        f"live now, {blind} blind tries (then the kiosk asks for more) hit with "
        f"{_percent(hit_rate(shapes, blind))}, 100 with {_percent(hit_rate(shapes, 100))}; "
        "switch it off unless you accept that."
    )
    return Finding("short codes", Verdict.WARN, sentence)


def _percent(share: float) -> str:
    return f"{share * 100:.2g} %" if share < 0.995 else f"{share * 100:.0f} %"


def _listed(doors: Sequence[str]) -> str:
    more = f" and {len(doors) - 10} more" if len(doors) > 10 else ""
    return f"door {', '.join(doors[:10])}{more}"
