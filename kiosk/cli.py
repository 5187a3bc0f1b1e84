"""The ``kiosk`` command."""

import base64
import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.config import Config, load, load_identity
from kiosk.domain.errors import ConfigWrong, KioskError

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
ctl = typer.Typer(no_args_is_help=True, help="Ask the running kiosk; answers are JSON.")
app.add_typer(ctl, name="ctl")

ConfigFile = Annotated[Path, typer.Option("--config", help="The kiosk.toml to read.")]
KIOSK_TOML = Path("kiosk.toml")


@app.callback()
def kiosk() -> None:
    """The program inside a parcel locker."""


@app.command()
def run(
    config: ConfigFile = KIOSK_TOML,
    windowed: Annotated[bool, typer.Option(help="In a window instead of full screen.")] = False,
    verbose: Annotated[bool, typer.Option(help="Log every step of a journey.")] = False,
) -> None:
    """Run the kiosk."""
    from kiosk.app.window import run as run_kiosk
    from kiosk.runtime.logs import start_logging

    start_logging(verbose=verbose)
    tree = load(config)
    raise typer.Exit(run_kiosk(tree, size=window_size(tree) if windowed else None))


@app.command()
def demo(
    pictures: Annotated[Path, typer.Option(help="Where the pictures go.")] = Path("build/demo"),
) -> None:
    """Play a tour of the journeys over real wires, without hardware and account."""
    from kiosk.demo.tour import play

    raise typer.Exit(play(pictures))


@app.command()
def sandbox(
    cloud: Annotated[str, typer.Argument(help="Which cloud, e.g. kioskforce.")],
    port: Annotated[int, typer.Option(help="0 takes a free one.")] = 0,
    door: Annotated[str, typer.Option(help="kiosk: a call sets the state; vendor: a door.")] = (
        "kiosk"
    ),
) -> None:
    """Serve a sandbox cloud on this machine."""
    from kiosk.sandbox.clouds.serve import serve

    if door not in {"kiosk", "vendor"}:
        raise typer.BadParameter("--door is kiosk or vendor")
    serve(cloud, port, door)


@app.command()
def emulate(
    board: Annotated[str, typer.Argument(help="Which board, e.g. kerong.")],
    variant: Annotated[str | None, typer.Option(help="Of the board's family.")] = None,
    pty: Annotated[bool, typer.Option("--pty", help="On a pseudo-terminal.")] = False,
    tcp: Annotated[str | None, typer.Option(help="On HOST:PORT.")] = None,
    boards: Annotated[int, typer.Option(help="How many on the wire.")] = 1,
    auto_shut: Annotated[float | None, typer.Option(help="Doors fall shut after seconds.")] = None,
) -> None:
    """Emulate a lock board; tell it what happens on standard input."""
    from kiosk.sandbox.boards.serve import serve

    if pty == (tcp is not None):
        raise typer.BadParameter("give either --pty or --tcp HOST:PORT")
    try:
        serve(board, variant, tcp=tcp, boards=boards, auto_shut=auto_shut)
    except (ValueError, OSError) as error:
        raise ConfigWrong(str(error)) from error


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


def window_size(tree: Config) -> tuple[int, int]:
    """A window that fits a desk: the panel's shape at most 900 pixels high."""
    width, height = tree.ui.panel_mm
    scale = min(900 / height, 1280 / width)
    return round(width * scale), round(height * scale)


def _ask(config: Path, verb: str, **given: Any) -> None:
    answer = _answer(config, verb, **{k: v for k, v in given.items() if v is not None})
    typer.echo(json.dumps(answer, indent=2, ensure_ascii=False))


def _answer(config: Path, verb: str, **given: Any) -> dict[str, Any]:
    from kiosk.runtime.control import ask, socket_path

    locker, store = load_identity(config)
    return ask(socket_path(locker, store), verb, given)


def main() -> None:
    """Run the command; an expected error is one sentence and exit code 1."""
    try:
        app()
    except KioskError as error:
        print(f"kiosk: {error}", file=sys.stderr)
        sys.exit(1)
