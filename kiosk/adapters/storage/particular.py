"""What a reservation asks for, as JSON and back; the reader forgives what it does not know."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from kiosk.domain.layout import Millimetres
from kiosk.domain.particulars import NO_NEEDS, PLAIN, Demand, Due, Needs, Particulars

Json = dict[str, Any]
MOST_MARKS = 4
"""Further numbers that one parcel's label may say."""


def written(particulars: Particulars) -> Json | None:
    """Only what differs from the ordinary; None for a reservation without any."""
    if particulars is PLAIN or particulars == PLAIN:
        return None
    p = particulars
    return _short(
        {
            "needs": _needs(p.needs),
            "demands": sorted(demand.value for demand in p.demands),
            "due": p.due and _money(p.due),
            "paid": p.paid and _money(p.paid),
            "bundle": p.bundle,
            "partner": p.partner,
            "earlier": p.earlier,
            "unconfirmed": not p.confirmed,
            "fair_until": p.fair_until and _text_of(p.fair_until),
            "elsewhere": p.elsewhere,
            "marks": list(p.marks),
            "missing": p.missing,
        }
    )


def read(kept: object) -> Particulars:
    """Unknown keys are skipped. What guards the door and cannot be read leaves it unconfirmed."""
    if kept is None:
        return PLAIN
    if not isinstance(kept, dict):
        return Particulars(confirmed=False)
    try:
        demands = frozenset(Demand(word) for word in kept.get("demands", ()))
        owed, paid = _money_of(kept.get("due")), _money_of(kept.get("paid"))
        guarded = True
    except (ValueError, TypeError, LookupError):
        demands, owed, paid, guarded = frozenset(), None, None, False
    return Particulars(
        needs=_needs_of(kept.get("needs")),
        demands=demands,
        due=owed,
        bundle=_text(kept.get("bundle")),
        partner=_text(kept.get("partner")),
        earlier=_text(kept.get("earlier")),
        confirmed=guarded and not kept.get("unconfirmed", False),
        fair_until=_moment(kept.get("fair_until")),
        elsewhere=_text(kept.get("elsewhere")),
        marks=_marks(kept.get("marks")),
        missing=kept.get("missing") is True,
        paid=paid,
    )


def with_fair_until(kept: Json | None, until: datetime) -> Json:
    """The same with this end; what else is kept stays, known or not."""
    return {**(kept or {}), "fair_until": _text_of(until)}


def with_paid(kept: Json | None, paid: Due) -> Json:
    """The same with what was paid here; what else is kept stays, known or not."""
    return {**(kept or {}), "paid": _money(paid)}


def with_elsewhere(kept: Json | None, said: str | None) -> Json | None:
    """The same with this disagreement, or without any; what else is kept stays, known or not."""
    others = {name: word for name, word in (kept or {}).items() if name != "elsewhere"}
    return {**others, "elsewhere": said} if said else others or None


def with_missing(kept: Json | None, *, missing: bool) -> Json | None:
    """The same, said to be missing or not; what else is kept stays, known or not."""
    others = {name: word for name, word in (kept or {}).items() if name != "missing"}
    return {**others, "missing": True} if missing else others or None


def with_marks(kept: Json | None, marks: Sequence[str]) -> Json | None:
    """The same with these beside those it has, the newest last; the oldest are dropped."""
    known = _marks((kept or {}).get("marks"))
    both = list(dict.fromkeys((*known, *marks)))[-MOST_MARKS:]
    return {**(kept or {}), "marks": both} if both else kept


def _marks(kept: object) -> tuple[str, ...]:
    return tuple(map(str, kept))[:MOST_MARKS] if isinstance(kept, list) else ()


def _money(due: Due) -> Json:
    return {"amount": due.amount, "currency": due.currency}


def _money_of(kept: Any) -> Due | None:
    """Raises ValueError, TypeError or LookupError for what is no sum of money."""
    return None if kept is None else Due(int(kept["amount"]), str(kept["currency"]))


def _needs(needs: Needs) -> Json:
    inside = needs.inside
    return _short(
        {
            "inside": inside and [inside.width, inside.height, inside.depth],
            "weight_g": needs.weight_g,
            "thermal": None if needs.thermal == NO_NEEDS.thermal else needs.thermal,
            "rear": needs.rear,
            "carrier": needs.carrier,
            "low": needs.low,
            "charging": needs.charging,
        }
    )


def _needs_of(kept: object) -> Needs:
    if not isinstance(kept, Mapping) or not kept:
        return NO_NEEDS
    inside, weight = kept.get("inside"), kept.get("weight_g")
    whole = isinstance(inside, list) and len(inside) == 3 and all(type(n) is int for n in inside)
    return Needs(
        inside=Millimetres(*inside) if isinstance(inside, list) and whole else None,
        weight_g=weight if type(weight) is int else None,
        thermal=_text(kept.get("thermal")) or NO_NEEDS.thermal,
        rear=bool(kept.get("rear")),
        carrier=_text(kept.get("carrier")),
        low=bool(kept.get("low")),
        charging=bool(kept.get("charging")),
    )


def _text_of(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()


def _text(kept: object) -> str | None:
    return kept if isinstance(kept, str) else None


def _moment(kept: object) -> datetime | None:
    try:
        at = datetime.fromisoformat(kept) if isinstance(kept, str) else None
    except ValueError:
        return None
    return at if at is None or at.tzinfo else at.replace(tzinfo=UTC)


def _nothing(word: object) -> bool:
    # Zero is something, though it equals False.
    return word is None or word is False or word in ([], {})


def _short(words: Json) -> Json:
    return {name: word for name, word in words.items() if not _nothing(word)}
