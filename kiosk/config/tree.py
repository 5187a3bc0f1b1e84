"""The one frozen tree the kiosk starts from."""

from dataclasses import dataclass, field
from pathlib import Path

from kiosk.config.makers import Makers
from kiosk.config.sections import Locker, Scanner, Ui
from kiosk.domain.flows.choices import Neighbour
from kiosk.domain.layout import Layout
from kiosk.domain.policy import Policy
from kiosk.domain.prices import FREE, Prices
from kiosk.domain.rules import CloudRules
from kiosk.ports import CloudSettings, WireSettings
from kiosk.ports_couriers import NO_COURIERS, CourierSettings
from kiosk.ports_notices import NotifierSettings
from kiosk.ports_printing import PrinterSettings


@dataclass(frozen=True, slots=True)
class StoreFiles:
    """Where the database lies, and the device key that is made at the first start."""

    path: Path
    key: Path


@dataclass(frozen=True, slots=True)
class Written:
    """What kiosk.toml says where something else was set on site."""

    theme: str
    languages: tuple[str, ...]
    camera: str


@dataclass(frozen=True, slots=True)
class Config:
    """Everything the operator decided, checked; paths are absolute, credentials read."""

    locker: Locker
    cloud: CloudSettings
    rules: CloudRules
    wires: tuple[WireSettings, ...]
    layout: Layout
    scanner: Scanner
    store: StoreFiles
    ui: Ui
    policy: Policy
    prices: Prices = FREE
    neighbours: tuple[Neighbour, ...] = ()
    """Other lockers, the nearest first."""
    notifiers: tuple[NotifierSettings, ...] = ()
    """The ways to people, the first that reaches somebody is taken."""
    printers: tuple[PrinterSettings, ...] = ()
    """Of several with the same media the first one serves."""
    templates: Path | None = None
    """The operator's own labels; None where there are none."""
    service_key: bytes | None = field(default=None, repr=False)
    """Shared with the back office that answers challenges; None where there is none."""
    diagnostics: Path | None = None
    """Where files for who helps from afar are put; None is beside the database."""
    written: Written | None = None
    """None where nothing was set on site."""
    couriers: CourierSettings = NO_COURIERS
    """Whose tokens count, who knows credentials, where badges are read."""
    makers: Makers = field(default_factory=Makers, compare=False, repr=False)
    """Who makes the boards, clouds, notifiers and printers that are named here."""
