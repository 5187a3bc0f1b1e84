"""Every [[printer]] of kiosk.toml, checked against the driver it names."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from kiosk.config.makers import Makers
from kiosk.config.sections import LabelsSection, PrinterSection
from kiosk.config.toml_file import Steps, TomlFile, choice
from kiosk.domain.printing import MEDIA
from kiosk.ports_printing import PrinterMaker, PrinterSettings

FOLDER = "dir:"
_LIKE = {
    "tcp://": '"tcp://host:9100"',
    "/": 'a device like "/dev/usb/lp0"',
    "ipp://": '"ipp://host/ipp/print"',
    "ipps://": '"ipps://host/ipp/print"',
    FOLDER: '"dir:" and a folder',
}


def load_printers(
    file: TomlFile, sections: Sequence[PrinterSection], makers: Makers
) -> tuple[PrinterSettings, ...]:
    """In the order they are written; raises ConfigWrong."""
    printers = tuple(_printers(file, sections, makers))
    for key, words in (("name", "a name"), ("address", "an address")):
        values = [getattr(printer, key) for printer in printers]
        for index, value in enumerate(values):
            if value in values[:index]:
                raise file.wrong(("printer", index, key), f"{words} no other printer has")
    return printers


def load_templates(file: TomlFile, section: LabelsSection) -> Path | None:
    """The operator's folder of labels, if there is one; raises ConfigWrong."""
    if not section.templates:
        return None
    folder = file.beside(section.templates)
    if not folder.is_dir():
        raise file.wrong(("labels", "templates"), "a folder that is there")
    return folder


def _printers(
    file: TomlFile, sections: Sequence[PrinterSection], makers: Makers
) -> Iterator[PrinterSettings]:
    for index, section in enumerate(sections):
        steps = ("printer", index)
        maker = _maker(file, (*steps, "driver"), section.driver, makers)
        if section.media not in MEDIA:
            raise file.wrong((*steps, "media"), choice(section.media, sorted(MEDIA)))
        yield PrinterSettings(
            section.name,
            section.driver,
            _address(file, (*steps, "address"), section.address, maker),
            section.media,
            section.dpi or maker.dpi,
            section.roll,
        )


def _maker(file: TomlFile, steps: Steps, name: str, makers: Makers) -> PrinterMaker:
    if name not in makers.printers.names:
        raise file.wrong(steps, choice(name, sorted(makers.printers.names)))
    try:
        return makers.printer(name)
    except (ImportError, AttributeError) as error:
        raise file.wrong(steps, f"a driver that can be loaded ({error})") from error


def _address(file: TomlFile, steps: Steps, address: str, maker: PrinterMaker) -> str:
    begins = next((begin for begin in maker.addresses if address.startswith(begin)), None)
    if begins is None or not _whole(begins, address):
        raise file.wrong(steps, " or ".join(_LIKE[begin] for begin in maker.addresses))
    if begins == FOLDER:
        return f"{FOLDER}{file.beside(address.removeprefix(FOLDER))}"
    return address


def _whole(begins: str, address: str) -> bool:
    """Whether what follows the beginning names one place, with no login and no question in it."""
    if any(sign.isspace() or not sign.isprintable() for sign in address):
        return False
    if begins in ("/", FOLDER):
        return len(address) > len(begins)
    try:
        where = urlsplit(address)
        port = where.port
    except ValueError:
        return False
    plain = "@" not in where.netloc and not where.query and not where.fragment
    if begins == "tcp://":
        plain = plain and port is not None and not where.path
    return plain and bool(where.hostname) and port != 0
