"""``kiosk ctl labels`` and its neighbours: what waits to be printed, and what is in the printer."""

import json
from typing import Annotated, Any

import typer

from kiosk.cli_ctl import KIOSK_TOML, ConfigFile, answer_of

PRINT_WAITS = 120.0
"""Seconds; a printer may take its time, and says itself when it is done."""


def add_to(ctl: typer.Typer) -> None:
    """Its verbs stand beside the others."""
    for verb in (labels, print_label, label_seen, discard_label, roll):
        ctl.command()(verb)
    ctl.command(name="test-page")(page)


def labels(config: ConfigFile = KIOSK_TOML) -> None:
    """What waits to be printed, what the printers say, how many labels are left."""
    _say(answer_of(config, "labels"))


def print_label(
    which: Annotated[str, typer.Argument(help="A waiting label or its mark, or a reservation.")],
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """Print a label that waits, or that of a reservation once more."""
    _say(answer_of(config, "print-label", PRINT_WAITS, which=which))


def label_seen(
    job: Annotated[str, typer.Argument(help="A label nobody is sure of, or its mark.")],
    out: Annotated[bool, typer.Option("--out/--lost", help="Whether it came out.")],
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """Say of a label nobody is sure of whether it came out."""
    _say(answer_of(config, "label-seen", job=job, out=out))


def discard_label(
    job: Annotated[str, typer.Argument(help="A waiting label, or its mark.")],
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """A label that waits is not wanted any more."""
    _say(answer_of(config, "discard-label", job=job))


def roll(
    count: Annotated[int, typer.Argument(help="Labels on the new roll.")],
    printer: Annotated[str | None, typer.Option(help="Else the first one.")] = None,
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """A new roll is in."""
    _say(answer_of(config, "roll", count=count, **_given(printer)))


def page(
    printer: Annotated[str | None, typer.Option(help="Else the first one.")] = None,
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """Print a page that shows whether it prints well."""
    _say(answer_of(config, "test-page", PRINT_WAITS, **_given(printer)))


def _given(printer: str | None) -> dict[str, Any]:
    return {"printer": printer} if printer else {}


def _say(answer: dict[str, Any]) -> None:
    typer.echo(json.dumps(answer, indent=2, ensure_ascii=False))
