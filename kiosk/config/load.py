"""Loads kiosk.toml with everything it names, or says what is wrong."""

from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

from kiosk.assets import languages
from kiosk.config.cloud import find_cloud, load_cloud, stands_alone
from kiosk.config.couriers import load_couriers
from kiosk.config.layout_file import load_layout
from kiosk.config.makers import Makers
from kiosk.config.notifier import load_notifiers
from kiosk.config.policy import load_policy
from kiosk.config.printers import load_printers, load_templates
from kiosk.config.sections import KioskFile, Locker, Scanner, StoreSection, Ui
from kiosk.config.service import load_service_key
from kiosk.config.toml_file import TomlFile, choice, meant, read
from kiosk.config.tree import Config, StoreFiles
from kiosk.config.walkups import load_neighbours, load_prices
from kiosk.config.wires import load_wires
from kiosk.domain.layout import Owner
from kiosk.domain.sighting import is_device
from kiosk.ports_cloud import Ability

_PICTURES = (".svg", ".png")


def load(path: Path, makers: Makers | None = None) -> Config:
    """Read the operator's files; raises ConfigWrong with one sentence about the first problem."""
    makers = makers or Makers()
    file = read(path)
    sections = file.parse(KioskFile)
    _check_timezone(file, sections.locker)
    maker = find_cloud(file, sections.cloud, makers)
    front = sections.doors.front
    if front and Ability.BEGIN not in maker.abilities:
        allowed = f'"board", for "{sections.cloud.name}" moves no locks'
        raise file.wrong(("doors", "driver"), allowed)
    wires = load_wires(file, sections.wire, makers, front=front)
    layout = load_layout(
        file.beside(sections.locker.layout),
        {settings.name: numbering for settings, numbering in wires},
        Owner.LOCAL if stands_alone(maker) else Owner.CLOUD,
        front=front,
    )
    return Config(
        locker=sections.locker,
        cloud=load_cloud(file, sections.cloud, sections.doors, maker, sections.locker.id, layout),
        rules=replace(maker.rules, front=front),
        wires=tuple(settings for settings, _ in wires),
        layout=layout,
        scanner=_scanner(file, sections.scanner),
        store=_store(file, sections.store),
        ui=_ui(file, sections.ui),
        policy=load_policy(file, sections.policy),
        prices=load_prices(file, sections.prices, layout),
        neighbours=load_neighbours(sections.neighbour),
        notifiers=load_notifiers(file, sections.notifier, makers),
        printers=load_printers(file, sections.printer, makers),
        templates=load_templates(file, sections.labels),
        couriers=load_couriers(file, sections.couriers),
        service_key=load_service_key(file, sections.service),
        diagnostics=_folder(file, sections.service.diagnostics),
        makers=makers,
    )


def load_identity(path: Path) -> tuple[str, Path]:
    """Only the locker's id and its database, for who asks a running kiosk and has no credentials.

    Raises ConfigWrong.
    """
    file = read(path)
    sections = file.parse(KioskFile)
    return sections.locker.id, _store(file, sections.store).path


def _check_timezone(file: TomlFile, locker: Locker) -> None:
    try:
        ZoneInfo(locker.timezone)
    except (LookupError, ValueError, OSError):
        hint = meant(locker.timezone, available_timezones())
        allowed = f'a time zone like "Europe/Berlin"{hint}'
        raise file.wrong(("locker", "timezone"), allowed) from None


def _scanner(file: TomlFile, scanner: Scanner) -> Scanner:
    camera = scanner.camera
    if not camera or is_device(camera):
        return scanner
    path = file.beside(camera)
    there = path.parent.is_dir() if "%" in camera else path.is_file()
    if not there:
        raise file.wrong(("scanner", "camera"), "a device, or a clip or frames that are there")
    return scanner.model_copy(update={"camera": str(path)})


def _store(file: TomlFile, store: StoreSection) -> StoreFiles:
    path, key = file.beside(store.path), file.beside(store.key)
    if path.parent.resolve() == key.parent.resolve():
        raise file.wrong(("store", "key"), "in another folder than the database")
    return StoreFiles(path, key)


def _folder(file: TomlFile, written: str) -> Path | None:
    return file.beside(written) if written else None


def _ui(file: TomlFile, ui: Ui) -> Ui:
    spoken = languages()
    for index, language in enumerate(ui.languages):
        if language not in spoken:
            raise file.wrong(("ui", "languages", index), choice(language, spoken))
        if language in ui.languages[:index]:
            raise file.wrong(("ui", "languages", index), "different from those before it")
    if not ui.operator.logo:
        return ui
    logo = file.beside(ui.operator.logo)
    if logo.suffix not in _PICTURES or not logo.is_file():
        raise file.wrong(("ui", "operator", "logo"), "a .svg or .png file that is there")
    operator = ui.operator.model_copy(update={"logo": str(logo)})
    return ui.model_copy(update={"operator": operator})
