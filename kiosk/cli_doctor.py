"""``kiosk doctor``: prints what is well and what is not."""

import json
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli_ctl import KIOSK_TOML, ConfigFile
from kiosk.services.doctor import Verdict

if TYPE_CHECKING:
    from kiosk.app.doctor import Report

COLOURS = {Verdict.OK: "green", Verdict.WARN: "yellow", Verdict.BAD: "bold red"}


class What(Enum):
    """What to list beside the findings."""

    ALL = "all"
    DOORS = "doors"


def doctor(
    what: Annotated[What, typer.Argument(help="doors: every door, too.")] = What.ALL,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """Check configuration, devices, cloud, database and computer; says what to do."""
    # Every other command starts faster without the drivers and the database.
    from kiosk.app.doctor import report

    found = report(config)
    doors = what is What.DOORS
    if as_json:
        typer.echo(json.dumps(_document(found, doors), indent=2, ensure_ascii=False))
    else:
        _print(found, doors)
    raise typer.Exit(found.code)


def _document(found: "Report", doors: bool) -> dict[str, object]:
    findings = [
        {"name": one.name, "verdict": one.verdict.value, "sentence": one.sentence}
        for one in found.findings
    ]
    listed = {"doors": list(found.doors)} if doors else {}
    return {"findings": findings, **listed}


def _print(found: "Report", doors: bool) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in ("what", "", "how it is, and what to do"):
        table.add_column(column)
    for one in found.findings:
        verdict = Text(one.verdict.value, COLOURS[one.verdict])
        # Text, for a name in brackets is no markup.
        table.add_row(Text(one.name), verdict, Text(one.sentence))
    console.print(table)
    if doors and found.doors:
        bank = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        for column in found.doors[0]:
            bank.add_column(column)
        for door in found.doors:
            bank.add_row(*(Text("" if value is None else str(value)) for value in door.values()))
        console.print(bank)
