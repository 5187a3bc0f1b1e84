"""Every [[wire]] of kiosk.toml, checked against the driver it names."""

from collections.abc import Iterator, Sequence

from kiosk.config.makers import Makers
from kiosk.config.sections import BAUDS, PORT_WORDS, WireSection
from kiosk.config.toml_file import Steps, TomlFile, choice
from kiosk.ports import DoorDriver, Numbering, WireSettings

WITHOUT_LINE = ("simulated",)
"""Doors that exist only in memory need no port."""
Wire = tuple[WireSettings, Numbering]


def load_wires(
    file: TomlFile, sections: Sequence[WireSection], makers: Makers, *, front: bool = False
) -> tuple[Wire, ...]:
    """Each wire with the numbers that name one single lock on it; raises ConfigWrong."""
    if front and sections:
        raise file.wrong(("wire",), 'left out, for [doors] driver is "cloud": it moves the locks')
    if not front and not sections:
        raise file.wrong(("wire",), "written as [[wire]], once for each line of lock boards")
    _refuse_repeats(file, "name", [section.name for section in sections])
    _refuse_repeats(file, "port", [section.port for section in sections])
    return tuple(_wires(file, sections, makers))


def _refuse_repeats(file: TomlFile, key: str, values: Sequence[str]) -> None:
    for index, value in enumerate(values):
        if value and value in values[:index]:
            raise file.wrong(("wire", index, key), f"a {key} no other wire has")


def _wires(file: TomlFile, sections: Sequence[WireSection], makers: Makers) -> Iterator[Wire]:
    for index, section in enumerate(sections):
        steps = ("wire", index)
        driver = _driver(file, (*steps, "driver"), section.driver, makers)
        variant = _variant(file, (*steps, "variant"), section.variant, driver)
        port = _port(file, (*steps, "port"), section)
        baud = _baud(file, (*steps, "baud"), section.baud, driver)
        settings = WireSettings(section.name, section.driver, variant, port, baud)
        yield settings, driver.variants[variant]


def _driver(file: TomlFile, steps: Steps, name: str, makers: Makers) -> DoorDriver:
    if name not in makers.doors.names:
        raise file.wrong(steps, choice(name, sorted(makers.doors.names)))
    try:
        return makers.door_driver(name)
    except (ImportError, AttributeError) as error:
        raise file.wrong(steps, f"a driver that can be loaded ({error})") from error


def _variant(file: TomlFile, steps: Steps, name: str | None, driver: DoorDriver) -> str:
    if name is None and len(driver.variants) == 1:
        return next(iter(driver.variants))
    if name is None or name not in driver.variants:
        raise file.wrong(steps, choice(name, driver.variants))
    return name


def _port(file: TomlFile, steps: Steps, section: WireSection) -> str:
    port = section.port
    if port.startswith("tcp://") and not 1 <= int(port.rpartition(":")[2]) <= 65535:
        raise file.wrong(steps, f"{PORT_WORDS}, with a port from 1 to 65535")
    if not port and section.driver not in WITHOUT_LINE:
        raise file.wrong(steps, PORT_WORDS)
    return port


def _baud(file: TomlFile, steps: Steps, baud: int | None, driver: DoorDriver) -> int:
    if baud is None:
        return driver.baud
    if baud not in BAUDS:
        raise file.wrong(steps, f"one of {', '.join(map(str, BAUDS))}")
    return baud
