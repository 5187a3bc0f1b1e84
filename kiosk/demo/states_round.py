"""Samples of a courier's list."""

from kiosk.domain.flows import journey
from kiosk.domain.flows.courier import round as courier_round
from kiosk.domain.flows.duty import Shift
from kiosk.domain.layout import Owner
from kiosk.domain.model import Kind, ReservationId, ReservationState
from kiosk.domain.round import Cause, Errand, Parcel

SHIFT = Shift("c-17", carrier="gls", vehicle="B-KX 204", depot="Depot 12", proves=True)
BUSY = Shift("c-17", carrier="gls", delivered=18, collected=6, reported=1)


def deliver(number: str, label: str = "", size: str = "M") -> Parcel:
    return Parcel(
        ReservationId(number),
        Owner.CLOUD,
        number,
        Kind.DELIVERY,
        ReservationState.RESERVED if label else ReservationState.ANNOUNCED,
        Errand.DELIVER,
        label,
        size,
    )


def collect(number: str, label: str, cause: Cause) -> Parcel:
    kind = Kind.RETURN if cause is Cause.RETURN else Kind.DELIVERY
    return Parcel(
        ReservationId(number),
        Owner.CLOUD,
        number,
        Kind.FIRST_MILE if cause is Cause.FIRST_MILE else kind,
        ReservationState.STORED,
        Errand.COLLECT,
        label,
        "M",
        cause,
    )


PARCELS = (
    deliver("GLS-0040718", "16", "L"),
    deliver("GLS-0022903", "4", "S"),
    deliver("GLS-0071556", "", "M"),
    collect("GLS-0018240", "12", Cause.FIRST_MILE),
    collect("GLS-0090117", "28", Cause.RETURN),
    collect("GLS-0064385", "44", Cause.EXPIRED),
)
ROUND: dict[str, journey.State] = {
    "round": courier_round.Round(SHIFT, PARCELS),
    "round-reading": courier_round.Round(SHIFT),
    "round-empty": courier_round.Round(SHIFT, ()),
    "round-done": courier_round.RoundDone(BUSY, waiting=7),
}
