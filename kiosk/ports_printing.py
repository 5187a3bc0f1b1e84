"""What the kiosk needs of a printer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.printing import Outcome, Picture, PrinterStatus


@dataclass(frozen=True, slots=True)
class PrinterSettings:
    """One [[printer]] of kiosk.toml."""

    name: str
    driver: str
    address: str
    """tcp://host:port, a device like /dev/usb/lp0, ipp://host/path, or dir: and a folder."""
    media: str
    dpi: int
    roll: int | None = None
    """Labels on a new roll; None where nobody counts them."""


class LabelPrinter(Protocol):
    """One printer with one kind of media in it."""

    async def status(self) -> PrinterStatus:
        """Ask how it is; an unreachable one is offline and no error."""

    async def print(self, picture: Picture) -> Outcome:
        """Print one picture once and wait until the printer says that it is done.

        Raises PrinterError before anything was sent; afterwards the outcome says what is known.
        """

    async def print_ready(self, form: str, data: bytes) -> Outcome:
        """The same for what a cloud delivers ready: "zpl", "pdf", "png", "jpeg".

        Raises PrinterCannot for a form this printer does not take.
        """

    async def aclose(self) -> None:
        """Let go of the line; may be called twice."""


class PrinterMaker(Protocol):
    """What an entry point of "kiosk.printers" names."""

    dpi: int
    """Default of the make, in dots per inch."""
    addresses: tuple[str, ...]
    """How an address may begin."""
    passes: frozenset[str]
    """Forms it prints as they are."""

    def connect(self, settings: PrinterSettings) -> LabelPrinter:
        """Make the printer; the line is opened at its first use."""


Printers = Mapping[str, LabelPrinter]
