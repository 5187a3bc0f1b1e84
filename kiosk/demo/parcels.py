"""The parcels of the demo, with the codes people would hold in their hands."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtQml import QmlElement

from kiosk.domain.layout import Layout

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
    datum: str
    shown: str

    def __str__(self) -> str:
        does = "pick up at" if self.stored else "drop off at"
        return f"{does} door {self.label}: type {self.typed}, then {self.datum}"


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
