"""``kiosk ctl``: asks the running kiosk over its control socket."""

import base64
import json
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.config import load_identity

ConfigFile = Annotated[Path, typer.Option("--config", help="The kiosk.toml to read.")]
KIOSK_TOML = Path("kiosk.toml")

ctl = typer.Typer(no_args_is_help=True, help="Ask the running kiosk; answers are JSON.")


@ctl.command()
def status(config: ConfigFile = KIOSK_TOML) -> None:
    """Whether everything works, and what is owed."""
    _ask(config, "status")


@ctl.command()
def doors(config: ConfigFile = KIOSK_TOML) -> None:
    """Every compartment and its doors."""
    _ask(config, "doors")


@ctl.command()
def outbox(config: ConfigFile = KIOSK_TOML) -> None:
    """What the cloud has not yet been told."""
    _ask(config, "outbox")


@ctl.command()
def journal(
    limit: Annotated[int, typer.Option(help="How many lines, newest last.")] = 50,
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """What happened here."""
    _ask(config, "journal", limit=limit)


@ctl.command()
def screenshot(file: Path, config: ConfigFile = KIOSK_TOML) -> None:
    """Save the screen as PNG, without camera picture and typed code."""
    file.write_bytes(base64.b64decode(_answer(config, "screenshot")["png"]))
    typer.echo(json.dumps({"file": str(file)}))


@ctl.command(name="list")
def list_(config: ConfigFile = KIOSK_TOML) -> None:
    """All live reservations."""
    _ask(config, "list")


@ctl.command()
def reserve(
    ref: Annotated[str, typer.Argument(help="Your own name for it.")],
    size: Annotated[str | None, typer.Option(help="The least size.")] = None,
    compartment: Annotated[str | None, typer.Option(help="This very one.")] = None,
    phone: Annotated[str | None, typer.Option(help="Its last four are the second datum.")] = None,
    expires: Annotated[str | None, typer.Option(help="ISO 8601 with a time zone.")] = None,
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """Make a local reservation; its codes are said this once."""
    given = {"size": size, "compartment": compartment, "phone": phone, "expires": expires}
    _ask(config, "reserve", ref=ref, **given)


@ctl.command()
def cancel(
    ref: str,
    reason: Annotated[str, typer.Option(help="Goes into the journal.")] = "",
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """Cancel a local reservation whose parcel is not there yet."""
    _ask(config, "cancel", ref=ref, reason=reason)


@ctl.command()
def clear(label: str, reason: str, config: ConfigFile = KIOSK_TOML) -> None:
    """Say that somebody looked and the compartment is empty; opens nothing."""
    _ask(config, "clear", label=label, reason=reason)


def _ask(config: Path, verb: str, **given: Any) -> None:
    answer = _answer(config, verb, **{k: v for k, v in given.items() if v is not None})
    typer.echo(json.dumps(answer, indent=2, ensure_ascii=False))


def _answer(config: Path, verb: str, **given: Any) -> dict[str, Any]:
    from kiosk.runtime.control import ask, socket_path

    locker, store = load_identity(config)
    return ask(socket_path(locker, store), verb, given)
