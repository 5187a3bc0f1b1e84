"""The parcels of the demo, with the codes people would hold in their hands."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtQml import QmlElement

from kiosk.demo.courier import DemoCourier
from kiosk.demo.stock import Plan, Stocked, lies
from kiosk.domain.layout import Layout
from kiosk.domain.model import Purpose, ReservationState

QML_IMPORT_NAME = "KioskDemo"
QML_IMPORT_MAJOR_VERSION = 1

WAITING = "RESERVATION_STATUS_PENDING"
STORED = "RESERVATION_STATUS_DROPPED_OFF"


@dataclass(frozen=True, slots=True)
class Parcel:
    """One parcel somebody may come for or with; the fields are the roles of the model."""

    parcelId: str
    label: str
    stored: bool
    typed: str
    """Empty for a code that is only held up."""
    datum: str
    """What is asked after a short code; empty for a longer one."""
    shown: str
    note: str = ""
    """What it is there to show."""
    title: str = ""
    """Where it is no parcel, but whoever carries many."""

    def __str__(self) -> str:
        does = self.title or ("pick up" if self.stored else "drop off")
        where = f" at door {self.label}" if self.label else ""
        typed = f"type {self.typed}" if self.typed else "hold its code up in the window"
        then = f", then {self.datum}" if self.datum else ""
        return f"{does}{where}: {typed}{then}" + (f" ({self.note})" if self.note else "")


def token_of(courier: DemoCourier, pin: str) -> Parcel:
    """The courier's card: the token their telephone shows, and the PIN they know."""
    return Parcel(
        parcelId="courier",
        label="",
        stored=False,
        typed=pin,
        datum="",
        shown=courier.token,
        note="its token lets the courier in: hold it up, then what is to drop off; "
        "only the PIN lets parcels out",
        title="A courier's van",
    )


ROLES = tuple(field.name for field in fields(Parcel))


def parcels(records: Sequence[Mapping[str, Any]], layout: Layout) -> list[Parcel]:
    """What of the cloud's list is still to be dropped off or picked up, by door."""
    live = [record for record in records if record["status"] in {WAITING, STORED}]
    order = [compartment.cloud_id for compartment in layout.compartments()]
    return [_parcel(r, layout) for r in sorted(live, key=lambda r: order.index(r["cell"]))]


def _parcel(record: Mapping[str, Any], layout: Layout) -> Parcel:
    stored = record["status"] == STORED
    way = "pickup" if stored else "drop_off"
    return Parcel(
        parcelId=record["reservation_id"],
        label=layout.by_cloud_id(record["cell"]).label,
        stored=stored,
        typed=record[f"{way}_code"],
        datum=record["platform_order_id"][-4:],
        shown=record[f"{way}_qrcode"],
    )


def kept(stock: Sequence[Stocked], states: Mapping[str, str] | None) -> list[Parcel]:
    """What the kiosk keeps for itself and nobody has used yet; states None: not known now."""
    return [_kept(one) for one in stock if states is None or _is_unused(one.plan, states)]


def _is_unused(plan: Plan, states: Mapping[str, str]) -> bool:
    name = f"demo-{plan.name}"
    if plan.state is ReservationState.FINISHED:
        return True
    waits = {ReservationState.RESERVED.value, ReservationState.ANNOUNCED.value}
    gone = {ReservationState.ABANDONED.value}
    state = states.get(name)
    return state is not None and state not in gone and (lies(plan) or state in waits)


def _kept(stocked: Stocked) -> Parcel:
    plan = stocked.plan
    return Parcel(
        parcelId=stocked.reservation,
        label=plan.label,
        stored=plan.purpose is Purpose.PICKUP,
        typed="" if plan.held_up else stocked.typed,
        datum="",
        shown=stocked.qr,
        note=plan.shows,
    )


@QmlElement
class ParcelModel(QAbstractListModel):
    """One row for each parcel."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Parcel] = []

    def adopt(self, rows: list[Parcel]) -> None:
        """Show these; the list is only renewed when it differs."""
        if list(map(astuple, rows)) != list(map(astuple, self.rows)):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        number = role - Qt.ItemDataRole.UserRole
        if not index.isValid() or not 0 <= number < len(ROLES):
            return None
        return getattr(self.rows[index.row()], ROLES[number])

    def roleNames(self) -> dict[int, Any]:
        return {Qt.ItemDataRole.UserRole + n: name.encode() for n, name in enumerate(ROLES)}
