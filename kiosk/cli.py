"""The ``kiosk`` command."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from kiosk import cli_couriers, cli_journal, cli_labels, cli_outbox
from kiosk.cli_ctl import KIOSK_TOML, ConfigFile, ctl, import_
from kiosk.cli_doctor import doctor
from kiosk.cli_service import service
from kiosk.config import Config, load
from kiosk.domain.errors import ConfigWrong, KioskError

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
cli_couriers.add_to(ctl)
cli_labels.add_to(ctl)
cli_outbox.add_to(ctl)
cli_journal.add_to(ctl)
app.add_typer(ctl, name="ctl")
app.add_typer(cli_journal.journal, name="journal")
app.add_typer(service, name="service")
app.command(name="import")(import_)
app.command()(doctor)

_FILE = "A printer's device file; its labels are PNGs beside it. With --tcp: the folder of those."


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
    from kiosk.app import collecting

    collecting.wait()
    from kiosk.app.window import run as run_kiosk
    from kiosk.runtime.logs import start_logging

    start_logging(verbose=verbose)
    tree = load(config)
    raise typer.Exit(run_kiosk(tree, size=window_size(tree) if windowed else None))


@app.command()
def demo(
    gallery: Annotated[bool, typer.Option(help="Every screen, one after the other.")] = False,
    vnc: Annotated[bool, typer.Option(help="Serve the window to a VNC viewer.")] = False,
    pictures: Annotated[Path, typer.Option(help="Where pictures go.")] = Path("build/demo"),
) -> None:
    """Play with a locker without hardware; with no display, be told a tour of the journeys."""
    from kiosk.demo.start import start

    raise typer.Exit(start(pictures, gallery=gallery, vnc=vnc))


@app.command()
def sandbox(
    cloud: Annotated[str, typer.Argument(help="Which cloud, e.g. kioskforce.")],
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = 0,
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
    make: Annotated[str, typer.Argument(help="Which board or printer, e.g. kerong or zpl.")],
    variant: Annotated[str | None, typer.Option(help="Of the make's family.")] = None,
    pty: Annotated[bool, typer.Option("--pty", help="Boards on a pseudo-terminal.")] = False,
    tcp: Annotated[str | None, typer.Option(help="On HOST:PORT.")] = None,
    file: Annotated[Path | None, typer.Option(help=_FILE)] = None,
    boards: Annotated[int, typer.Option(help="How many on the wire.")] = 1,
    auto_shut: Annotated[float | None, typer.Option(help="Doors fall shut after seconds.")] = None,
) -> None:
    """Emulate a lock board or a printer; tell it what happens on standard input."""
    from kiosk.sandbox.boards import serve as board
    from kiosk.sandbox.printers import serve as printer

    try:
        if make in printer.names():
            if pty or (tcp is None and file is None):
                raise typer.BadParameter("give --tcp HOST:PORT or --file PATH")
            printer.serve(make, variant, tcp=tcp, file=file)
        else:
            if pty == (tcp is not None) or file is not None:
                raise typer.BadParameter("give either --pty or --tcp HOST:PORT")
            board.serve(make, variant, tcp=tcp, boards=boards, auto_shut=auto_shut)
    except (ValueError, OSError) as error:
        raise ConfigWrong(str(error)) from error


def window_size(tree: Config) -> tuple[int, int]:
    """A window that fits a desk: the panel's shape at most 900 pixels high."""
    width, height = tree.ui.panel_mm
    scale = min(900 / height, 1280 / width)
    return round(width * scale), round(height * scale)


def main() -> None:
    """Run the command; an expected error is one sentence and exit code 1, a wrong config 78."""
    try:
        app()
    except (KioskError, OSError) as error:
        print(f"kiosk: {error}", file=sys.stderr)
        # The service manager restarts after any other end; no restart cures a config.
        sys.exit(os.EX_CONFIG if isinstance(error, ConfigWrong) else 1)
