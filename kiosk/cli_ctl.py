"""``kiosk ctl``: asks the running kiosk over its control socket."""

import base64
import json
import os
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.config import load_identity
from kiosk.services.csv_lines import MOST_BYTES
from kiosk.services.local import NotPossible

ConfigFile = Annotated[Path, typer.Option("--config", help="The kiosk.toml to read.")]
KIOSK_TOML = Path("kiosk.toml")
IMPORT_WAITS = 60.0
"""Seconds; every line of a long list is looked up."""

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
    head: Annotated[bool, typer.Option("--head", help="Only where it ends.")] = False,
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """What happened here; `kiosk journal` checks and exports it."""
    if head:
        _ask(config, "journal-head")
    else:
        _ask(config, "journal", limit=limit)


@ctl.command()
def screenshot(file: Path, config: ConfigFile = KIOSK_TOML) -> None:
    """Save the screen as PNG, without camera picture and typed code."""
    file.write_bytes(base64.b64decode(answer_of(config, "screenshot")["png"]))
    typer.echo(json.dumps({"file": str(file)}))


@ctl.command()
def diagnostics(file: Path, config: ConfigFile = KIOSK_TOML) -> None:
    """Save how everything is as one zip for who helps from afar: no codes, names or phones."""
    packed = base64.b64decode(answer_of(config, "diagnostics", IMPORT_WAITS)["zip"])
    save_for_owner(file, packed)
    typer.echo(json.dumps({"file": str(file), "bytes": len(packed)}))


@ctl.command(name="list")
def list_(config: ConfigFile = KIOSK_TOML) -> None:
    """All live reservations."""
    _ask(config, "list")


@ctl.command()
def reserve(
    ref: Annotated[str, typer.Argument(help="Your own name for it.")],
    kind: Annotated[
        str, typer.Option(help="delivery, first_mile, return, send or store.")
    ] = "delivery",
    size: Annotated[str | None, typer.Option(help="The least size.")] = None,
    compartment: Annotated[str | None, typer.Option(help="This very one.")] = None,
    name: Annotated[str | None, typer.Option(help="Whom to tell.")] = None,
    phone: Annotated[str | None, typer.Option(help="Its last four are the second datum.")] = None,
    email: Annotated[str | None, typer.Option(help="Where to tell it.")] = None,
    language: Annotated[str | None, typer.Option(help='Of what is told, like "pt-BR".')] = None,
    expires: Annotated[str | None, typer.Option(help="ISO 8601 with a time zone.")] = None,
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """Make a local reservation; its codes are said this once.

    A return for which no compartment is named gets one when somebody brings it.
    """
    given = {
        "kind": kind,
        "size": size,
        "compartment": compartment,
        "name": name,
        "phone": phone,
        "email": email,
        "language": language,
        "expires": expires,
    }
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


@ctl.command()
def extend(
    ref: str,
    expires: Annotated[str, typer.Argument(help="ISO 8601 with a time zone.")],
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """Let a local reservation last longer."""
    _ask(config, "extend", ref=ref, expires=expires)


@ctl.command()
def reissue(
    ref: str,
    reason: Annotated[str, typer.Argument(help="Goes into the journal.")],
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """Make new codes for lost ones; the old ones open nothing any more.

    A holder who can be told gets theirs in a message; all others are said this once.
    """
    _ask(config, "reissue", ref=ref, reason=reason)


@ctl.command()
def subject(
    ref: str,
    erase: Annotated[bool, typer.Option("--erase", help="Delete it instead.")] = False,
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """Everything kept about a reservation, for whoever asks what is known of them; evidence, too.

    It can be erased once it has ended and nobody is owed anything about it.
    """
    _ask(config, "erase" if erase else "subject", ref=ref)


@ctl.command()
def commands(
    limit: Annotated[int, typer.Option(help="How many, newest last.")] = 50,
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """What was asked from afar and what became of it; what stands until it is taken back."""
    _ask(config, "commands", limit=limit)


@ctl.command()
def lift_lockdown(
    reason: Annotated[str, typer.Argument(help="Goes into the journal.")],
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """Too much was to be opened from afar: somebody looked into it, and it may go on."""
    _ask(config, "lift-lockdown", reason=reason)


@ctl.command()
def technicians(config: ConfigFile = KIOSK_TOML) -> None:
    """Who may enter service mode; never a PIN or a badge."""
    _ask(config, "technicians")


@ctl.command()
def technician_disable(
    account: Annotated[str, typer.Argument(metavar="ID")],
    reason: Annotated[str, typer.Argument(help="Goes into the journal.")],
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """Let nobody in by this account any more; for good."""
    _ask(config, "technician-disable", account=account, reason=reason)


@ctl.command()
def technician_unlock(
    account: Annotated[str, typer.Argument(metavar="ID")],
    reason: Annotated[str, typer.Argument(help="Goes into the journal.")],
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """Hear the PIN of this account again after too many wrong ones."""
    _ask(config, "technician-unlock", account=account, reason=reason)


def save_for_owner(file: Path, content: bytes) -> None:
    """Others on this computer need not read it. Raises NotPossible."""
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(content)
    except OSError as error:
        raise NotPossible(f"{file}: it cannot be written ({error.strerror})") from error


def import_(
    file: Annotated[Path, typer.Argument(help="CSV with a header, UTF-8.", dir_okay=False)],
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """Make all reservations of a list, or none; the codes made are said this once."""
    answer = answer_of(config, "import", IMPORT_WAITS, csv=_text(file))
    typer.echo(json.dumps(answer, indent=2, ensure_ascii=False))
    raise typer.Exit(1 if answer["bad"] else 0)


def _text(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            raw = opened.read(MOST_BYTES + 4)
    except OSError as error:
        raise NotPossible(f"{file}: it cannot be read ({error.strerror})") from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if len(raw) > MOST_BYTES:
            raise NotPossible(f"{file}: it is longer than 1 MB") from error
        raise NotPossible(f"{file}: byte {error.start + 1} is no UTF-8 text") from error


def _ask(config: Path, verb: str, **given: Any) -> None:
    answer = answer_of(config, verb, **{k: v for k, v in given.items() if v is not None})
    typer.echo(json.dumps(answer, indent=2, ensure_ascii=False))


def answer_of(config: Path, verb: str, patience: float = 10.0, **given: Any) -> dict[str, Any]:
    """What the running kiosk says to a verb of its control socket. Raises KioskError."""
    from kiosk.runtime.control import ask, socket_path

    locker, store = load_identity(config)
    return ask(socket_path(locker, store), verb, given, patience)
