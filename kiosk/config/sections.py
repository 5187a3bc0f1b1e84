"""The sections of kiosk.toml as they are written by hand; each description says what is allowed."""

from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field
from pydantic.dataclasses import dataclass

from kiosk.domain.policy import Policy

NAME = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"
SHOWN = r"^[^\s\p{C}][^\p{C}]*$"
"""What stands on the screen as it is: no blank start, no control and no bidi marks."""
NAME_WORDS = "1 to 64 letters, digits, dots, dashes and underscores"
PORT = r"^(/\S+|tcp://(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+):[0-9]{1,5})$"
PORT_WORDS = 'an absolute path like "/dev/ttyUSB0", or "tcp://host:port"'
BAUDS = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200, 230400, 460800, 921600)
MAP = r"^(https://[^/\s]+\S*|geo:-?[0-9]{1,2}(\.[0-9]+)?,-?[0-9]{1,3}(\.[0-9]+)?)$"
AMOUNT_WORDS = "a whole number of cents (or their like) from 1 to 1000000"
CREDENTIAL = r"^((file|env):\S.*)?$"
CREDENTIAL_WORDS = '"file:" and a path, or "env:" and the name of a variable'
Amount = Annotated[int, Field(ge=1, le=1_000_000, description=AMOUNT_WORDS)]


class Section(BaseModel):
    """A table of one of the operator's files: typed, closed, unchangeable."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Locker(Section):
    """[locker]: which bank this is."""

    id: str = Field(pattern=NAME, description=NAME_WORDS)
    name: str = Field(min_length=1, max_length=80, description="a text of 1 to 80 characters")
    timezone: str = Field(default="UTC", description='a time zone like "Europe/Berlin"')
    layout: str = Field(
        default="layout.toml", min_length=1, description="the path of a file, seen from kiosk.toml"
    )

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)


class CloudSection(Section):
    """[cloud]: whose parcels these are."""

    name: str = Field(default="standalone", description="the name of a cloud")
    base_url: str = Field(default="", description="an address that starts with https://")
    key: str = Field(default="", pattern=CREDENTIAL, description=CREDENTIAL_WORDS)
    calls: dict[str, str] = Field(
        default_factory=dict,
        description='a table of templates like { read = "GET /parcels/{reservation_id}" }',
    )
    demo: bool | None = Field(default=None, description="true or false")
    webhook_url: str = Field(
        default="",
        pattern=r"^(https://[^/\s]+\S*)?$",
        max_length=1024,
        description="an address that starts with https://",
    )
    report_url: str = Field(default="", description="an address that starts with https://")
    report_key: str = Field(default="", pattern=CREDENTIAL, description=CREDENTIAL_WORDS)
    commands_url: str = Field(default="", description="an address that starts with https://")
    commands_key: str = Field(default="", pattern=CREDENTIAL, description=CREDENTIAL_WORDS)


class DoorsSection(Section):
    """[doors]: who moves the locks: boards on wires of ours, or the vendor's own machine."""

    driver: Literal["board", "cloud"] = Field(default="board", description='"board" or "cloud"')

    @property
    def front(self) -> bool:
        """Whether the vendor's machine owns the locks, and asking its cloud is the unlock."""
        return self.driver == "cloud"


class WireSection(Section):
    """One [[wire]]: a serial line or socket with lock boards on it."""

    name: str = Field(pattern=NAME, description=NAME_WORDS)
    driver: str = Field(description="the name of a door driver")
    variant: str | None = Field(default=None, description="one of the driver's variants")
    port: str = Field(default="", pattern=PORT, description=PORT_WORDS)
    baud: int | None = Field(default=None, description=f"one of {', '.join(map(str, BAUDS))}")


class Scanner(Section):
    """[scanner]: the camera; the path of a clip or of numbered frames is absolute once loaded."""

    camera: str = Field(
        default="/dev/video0",
        description='"/dev/video0", a clip, frames like "frames/%03d.png", or "" for none',
    )
    fps: int = Field(default=15, ge=1, le=60, description="a whole number from 1 to 60")
    loop: bool = Field(default=False, description="true or false")
    serial: str = Field(
        default="",
        pattern=r"^(/dev/[^\s]{1,120})?$",
        description='the device of a hand scanner like "/dev/ttyACM0", or "" for none',
    )
    baud: Literal[9600, 19200, 38400, 57600, 115200] = Field(
        default=9600, description="9600, 19200, 38400, 57600 or 115200"
    )


class StoreSection(Section):
    """[store]: the database and the key that guards it."""

    path: str = Field(default="kiosk.db", min_length=1, description="the path of a file")
    key: str = Field(
        default="keys/device.key",
        min_length=1,
        description="the path of a file in another folder than the database",
    )


class Operator(Section):
    """[ui] operator: whose name stands on the wall."""

    name: str = Field(default="", max_length=40, description="a text of at most 40 characters")
    logo: str = Field(default="", description='the path of a .svg or .png file, or ""')
    help_phone: str = Field(
        default="",
        pattern=r"^(\+?[0-9][0-9 ()/-]{2,24})?$",
        description='a telephone number like "+44 20 7946 0000", or ""',
    )
    terms: str = Field(default="", max_length=240, description="a text of at most 240 characters")
    terms_link: str = Field(
        default="",
        pattern=r"^(https://[^/\s]+\S*)?$",
        max_length=120,
        description='a link of at most 120 characters that starts with https://, or ""',
    )


class ServiceSection(Section):
    """[service]: what technicians need."""

    key: str = Field(default="", pattern=CREDENTIAL, description=CREDENTIAL_WORDS)
    diagnostics: str = Field(default="", description='a folder, or "" for one beside the database')


class Ui(Section):
    """[ui]: the screen and the people before it."""

    orientation: Literal["auto", "portrait", "landscape"] = Field(
        default="auto", description='"auto", "portrait" or "landscape"'
    )
    panel_mm: tuple[
        Annotated[int, Field(ge=50, le=2000)], Annotated[int, Field(ge=50, le=2000)]
    ] = Field(
        default=(268, 476),
        description="[width, height] of the lit screen in whole millimetres, 50 to 2000 each",
    )
    bottom_above_floor_mm: int = Field(
        default=850, ge=0, le=2500, description="whole millimetres from 0 to 2500"
    )
    languages: tuple[str, ...] = Field(
        default=("en", "ar"), min_length=1, description="a list of languages, the first one first"
    )
    theme: Literal["light", "dark", "contrast"] = Field(
        default="light", description='"light", "dark" or "contrast"'
    )
    operator: Operator = Field(
        default=Operator(), description="a table of name, logo, help_phone, terms and terms_link"
    )


class PricesSection(Section):
    """[prices]: what walk-ups cost; what has no price is free."""

    currency: str = Field(
        default="", pattern=r"^([A-Z]{3})?$", description='three capital letters like "EUR"'
    )
    sizes: dict[str, Amount] = Field(
        default_factory=dict, description="a table like { S = 250 }, in cents or their like"
    )
    extension: Amount | None = Field(default=None, description=AMOUNT_WORDS)


class NeighbourSection(Section):
    """One [[neighbour]]: another locker that may have room when this one is full."""

    name: str = Field(
        pattern=SHOWN, max_length=80, description="a plain text of 1 to 80 characters"
    )
    metres: int = Field(ge=1, le=100_000, description="whole metres from 1 to 100000")
    map: str = Field(
        pattern=MAP,
        max_length=300,
        description='a link that starts with https://, or "geo:52.5251,13.3694"',
    )


class PrinterSection(Section):
    """One [[printer]]: what prints labels or receipts, and what is in it."""

    name: str = Field(pattern=NAME, description=NAME_WORDS)
    driver: str = Field(description="the name of a printer driver")
    address: str = Field(min_length=1, max_length=300, description="where the printer is")
    media: str = Field(description="the name of a kind of labels or paper")
    dpi: int | None = Field(
        default=None, ge=100, le=1200, description="whole dots per inch from 100 to 1200"
    )
    roll: int | None = Field(
        default=None, ge=1, le=100_000, description="a whole number of labels from 1 to 100000"
    )


class LabelsSection(Section):
    """[labels]: what is printed, where it is not the kiosk's own."""

    templates: str = Field(default="", max_length=300, description="a folder of templates")


@dataclass(config=ConfigDict(extra="forbid", strict=True), frozen=True)
class PolicySection(Policy):
    """[policy]: the same fields and defaults, their types checked."""


class KioskFile(Section):
    """The whole of kiosk.toml, before it is checked against layout, drivers and clouds."""

    locker: Locker = Field(description="a section [locker]")
    cloud: CloudSection = Field(default=CloudSection(), description="a section [cloud]")
    doors: DoorsSection = Field(default=DoorsSection(), description="a section [doors]")
    wire: tuple[WireSection, ...] = Field(
        default=(), description="written as [[wire]], once for each line of lock boards"
    )
    scanner: Scanner = Field(default=Scanner(), description="a section [scanner]")
    printer: tuple[PrinterSection, ...] = Field(
        default=(), description="written as [[printer]], once for each"
    )
    labels: LabelsSection = Field(default=LabelsSection(), description="a section [labels]")
    store: StoreSection = Field(default=StoreSection(), description="a section [store]")
    service: ServiceSection = Field(default=ServiceSection(), description="a section [service]")
    ui: Ui = Field(default=Ui(), description="a section [ui]")
    prices: PricesSection = Field(default=PricesSection(), description="a section [prices]")
    neighbour: tuple[NeighbourSection, ...] = Field(
        default=(), description="written as [[neighbour]], once for each"
    )
    notifier: dict[str, dict[str, Any]] = Field(
        default_factory=dict, description="sections like [notifier.smtp]"
    )
    couriers: dict[str, Any] = Field(default_factory=dict, description="a section [couriers]")
    policy: PolicySection = Field(default=PolicySection(), description="a section [policy]")
