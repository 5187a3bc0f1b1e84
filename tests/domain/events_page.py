"""Writes docs/events.md: `python -m tests.domain.events_page`; every line is the table's own."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kiosk.domain.acts import Transition
from kiosk.domain.events import (
    BLOQ,
    EVERY_FACT,
    HAPPENINGS,
    LOCKER,
    MESSAGES,
    RENT,
    Line,
    known_to_bloqit,
    told_of_reservations,
)
from kiosk.domain.transitions import EVERY, LIVE, TABLE

FILE = Path(__file__).parents[2] / "docs" / "events.md"
HEAD = """# Events

Written by `python -m tests.domain.events_page` from `kiosk/domain/events.py` and
`kiosk/domain/transitions.py`; a test fails when this page is stale.

A fact goes into the outbox in the same transaction as what it tells, with an id and a sequence
that never change. A cloud that has no call for a fact is not told it.

With `[cloud] report_url` each fact about the cloud's own reservations and compartments goes there,
too: one POST for each of the vendor's events that it is, in the shape of the vendor's webhooks, in
their order for each reservation. The ids in a body (`_id`, `event_id`) never change, so a repeat is
known by them. A body that is refused (4xx) is set aside and seen in `kiosk ctl outbox`; silence,
5xx and 429 are tried again. Bloq.it's are signed as its webhooks are, with `report_key`.

What is put in while the cloud is silent (`dropoff.offline`) waits on a channel of its own, with its
code sealed in it, until the cloud answers: what it agrees to is told as always; what it disowns
takes the door out of use (`compartment.disabled_offline_dropoff`, with the code and one of the
reasons `invalid_offline_dropoff`, `offline_drop_off_on_inactive_bloq`,
`offline_drop_off_on_wrong_bloq`), and the parcel stays inside.
"""


def page() -> str:
    parts = [HEAD, *_facts(), *_others(), *_bloqit(), *_table()]
    return "\n".join(parts).rstrip() + "\n"


def _rows(head: str, rows: Iterable[Iterable[str]]) -> Iterator[str]:
    columns = head.split(" | ")
    yield f"| {head} |"
    yield "|" + "---|" * len(columns)
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "-"


def _facts() -> Iterator[str]:
    yield "## Facts about a reservation\n"
    yield from _rows("field | what it says", ((f"`{f}`", says) for f, says in EVERY_FACT.items()))
    told = told_of_reservations()
    theirs = known_to_bloqit(told)
    yield from _rows(
        "event | on | at Bloq.it",
        (
            (f"`{name}`", "; ".join(act.value for act in told[name]), _names(theirs[name]))
            for name in sorted(told)
        ),
    )


def _others() -> Iterator[str]:
    yield "## Other facts\n"
    theirs = known_to_bloqit(HAPPENINGS)
    happenings = sorted(HAPPENINGS.items())
    rows = ((f"`{name}`", when, _names(theirs[name])) for name, when in happenings)
    yield from _rows("event | when | at Bloq.it", rows)
    yield "## Messages to a person\n"
    yield from _rows("message | says", ((f"`{name}`", says) for name, says in MESSAGES.items()))


def _bloqit() -> Iterator[str]:
    yield "## Bloq.it's events\n"
    yield "All that are not about a customer's record. Not confirmed by the vendor.\n"
    for title, lines in (("Lockers", LOCKER), ("Rents", RENT), ("Bloqs", BLOQ)):
        yield f"### {title}: {len(lines)}\n"
        rows = (_line(line) for line in lines)
        yield from _rows("Bloq.it | emitted by | here | when | on", rows)


def _line(line: Line) -> tuple[str, ...]:
    ours = f"{_names(line.awaited)}, not built yet" if line.awaited else _names(line.ours)
    acts = "; ".join(act.value for act in line.acts) or "-"
    return (f"`{line.vendor}`", line.by.value, ours, line.when, acts)


def _table() -> Iterator[str]:
    yield "## What may happen to a reservation\n"
    yield "Contents are a fact of their own. *live*: neither finished nor cancelled.\n"
    head = "what happens | from | to | by | journal | contents | event | told when"
    yield from _rows(head, (_transition(row) for row in TABLE.values()))


def _transition(row: Transition) -> tuple[str, ...]:
    known = {EVERY: "*any*", LIVE: "*live*", frozenset(): "-"}
    states = sorted(state.value for state in row.before)
    counts = f", where that counts at the {row.collection}" if row.collection else ""
    return (
        row.act.value,
        known.get(row.before, ", ".join(states)),
        row.after.value if row.after else "as it was",
        ", ".join(sorted(by.value for by in row.by)),
        f"`{row.journal}`",
        ", ".join(sorted(one.value for one in row.contents)) or "-",
        _names(sorted(row.names - row.also or row.also)),
        row.moment.value + counts if row.names else "-",
    )


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8")
