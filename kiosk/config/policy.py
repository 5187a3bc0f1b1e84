"""[policy] of kiosk.toml: times in their order, and no rule of safety looser than it is."""

from collections.abc import Iterator
from dataclasses import asdict, fields

from kiosk.config.toml_file import TomlFile
from kiosk.domain.policy import Policy

MAY_ONLY_SHRINK = frozenset(
    {
        "openings_per_authorisation",
        "wrong_before_datum",
        "wrong_before_datum_made_here",
        "wrong_per_reservation",
        "unknown_qr_in_10_min",
        "stale_hours",
        "used_codes_kept_hours",
        "journal_ids_kept_days",
        "reopen_grace",
        "courier_longest",
        "front_reads_every",
        "offline_share_percent",
        "offline_unknown_per_day",
        "walkup_per_session",
        "walkup_per_hour",
        "walkup_maybe_percent",
    }
)
MAY_ONLY_GROW = frozenset({"wrong_counts_hours", "unknown_qr_pause", "unknown_qr_ask_again"})
MAY_BE_NOTHING = frozenset({"cool_off", "walkup_per_hour"})
USUAL = Policy()
MOST_HOURS = 366 * 24
MOST_SECONDS = 7 * 24 * 3600
"""What lies beyond is a slip, and some of it no calendar can count."""
IN_ORDER = (
    ("remind_shut", "remind_shut_louder"),
    ("remind_shut_louder", "session_end_door_open"),
    ("idle_warning", "idle"),
    ("idle", "idle_access"),
    ("courier_idle", "courier_longest"),
)


def load_policy(file: TomlFile, section: Policy) -> Policy:
    """Take the section as the policy; raises ConfigWrong."""
    for name, allowed in _objections(section):
        raise file.wrong(("policy", name), allowed)
    return Policy(**asdict(section))


def _objections(policy: Policy) -> Iterator[tuple[str, str]]:
    for one in fields(policy):
        value = getattr(policy, one.name)
        if isinstance(value, int | float) and not isinstance(value, bool):
            yield from _objections_to(one.name, value, getattr(USUAL, one.name))
    for name, other in IN_ORDER:
        if getattr(policy, name) > getattr(policy, other):
            yield name, f"at most {other}, which is {getattr(policy, other):g}"


def _objections_to(name: str, value: float, usual: float) -> Iterator[tuple[str, str]]:
    if name in MAY_BE_NOTHING and value == 0:
        return
    if not 0 < value < float("inf"):
        yield name, "0 or greater" if name in MAY_BE_NOTHING else "greater than 0"
    if name.endswith("_hours") and value > MOST_HOURS:
        yield name, f"at most {MOST_HOURS}"
    if isinstance(value, float) and MOST_SECONDS < value < float("inf"):
        yield name, f"at most {MOST_SECONDS}"
    if name.endswith("_percent") and value > 100:
        yield name, "a percentage, at most 100"
    if name in MAY_ONLY_SHRINK and value > usual:
        yield name, f"at most {usual:g}"
    if name in MAY_ONLY_GROW and value < usual:
        yield name, f"at least {usual:g}"
