"""Rows of lists from which couriers pick a parcel or a door."""

from dataclasses import dataclass

from kiosk.domain.round import Parcel


@dataclass(frozen=True, slots=True)
class PickRow:
    """One of a list that is touched."""

    key: str
    short: str
    label: str
    size: str
    cause: str = ""
    unsure: bool = False
    low: bool = False


def picked(parcel: Parcel, *, unsure: bool = False) -> PickRow:
    cause = parcel.cause.value if parcel.cause else ""
    size = parcel.size or ""
    return PickRow(parcel.reservation, parcel.short, parcel.label, size, cause, unsure)
