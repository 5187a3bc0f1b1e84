"""Samples of parcels on their way in: one, a batch, one without a reservation."""

from dataclasses import replace

from kiosk.demo.samples import DROPOFF, at
from kiosk.demo.states_round import BUSY, PARCELS, SHIFT, deliver
from kiosk.domain.acts import By
from kiosk.domain.flows import journey
from kiosk.domain.flows.choices import SizeOffer
from kiosk.domain.flows.courier import batch, loading, sizing, unlisted
from kiosk.domain.flows.courier import round as courier_round
from kiosk.domain.flows.courier.loading import Load, Scan, Seen
from kiosk.domain.flows.courier.round import Here
from kiosk.domain.flows.courier.unlisted import RoomFound
from kiosk.domain.flows.duty import Working
from kiosk.domain.flows.opening import PutParcel
from kiosk.domain.layout import Millimetres
from kiosk.domain.round import Left, Verdict

INSIDE = Millimetres(400, 300, 600)
EVERYTHING = Here(walk_ups=True, rear=True, prints=True)
LONG_LIST = tuple(deliver(f"GLS-00{n:05d}", str(n) if n < 20 else "", "M") for n in range(1, 31))


def scan(number: str, verdict: Verdict | None, label: str = "", place: int = 0) -> Scan:
    known = verdict not in {Verdict.UNKNOWN, None}
    parcel = deliver(number, label, "L") if known else None
    return Scan(number, verdict, parcel, label, place, "L" if label else "")


SCANS = (
    scan("GLS-0040718", Verdict.FITS, "16", 2),
    scan("GLS-0022903", Verdict.FITS, "4", 0),
    scan("GLS-0071556", Verdict.TOO_BIG),
    scan("GLS-0018240", Verdict.SHARED, "12", 1),
    scan("GLS-0090117", Verdict.FITS, "28", 3),
    scan("XX-9999999", Verdict.UNKNOWN),
    scan("GLS-0064385", Verdict.ALREADY_IN),
    scan("GLS-0064386", None),
)
LOAD = Load(SHIFT, SCANS[:-1])
AFTER = Load(
    BUSY,
    (
        scan("GLS-0040718", Verdict.IN, "16"),
        scan("GLS-0022903", Verdict.STUCK, "4"),
        scan("GLS-0071556", Verdict.TOO_BIG),
        scan("GLS-0018240", Verdict.SKIPPED, "12"),
        scan("XX-9999999", Verdict.UNKNOWN),
    ),
)
ONE = Load(SHIFT, SCANS[:1], single=True)
STRANGE = Scan("GLS-0040719", Verdict.SIZE_UNKNOWN, deliver("GLS-0040719", "", "Jumbo"))
OFFERS = tuple(SizeOffer(size, INSIDE, free) for size, free in (("S", 7), ("M", 3), ("L", 1)))
ROOM = RoomFound(OFFERS, "12")
MARKED = replace(PARCELS[3], unlabelled=True, mark="K7RX4P")
PUTTING = replace(DROPOFF, by=By.COURIER)
EIGHTEEN = Load(
    SHIFT,
    (
        *(scan(f"GLS-00{n:05d}", Verdict.IN, str(n)) for n in range(1, 3)),
        *(scan(f"GLS-00{n:05d}", Verdict.FITS, str(n), n) for n in range(3, 19)),
    ),
)


def open_door(load: Load, one: Scan, stage: int = 0, seen: Seen = Seen.NOTHING) -> Working:
    """The door stands open for this parcel."""
    return Working(
        loading.Delivering(load, one, held=True, seen=seen),
        PutParcel(at(PUTTING, one.label), stage),
    )


DELIVERING: dict[str, journey.State] = {
    "round-said": courier_round.Round(
        SHIFT, (*PARCELS[:3], MARKED, *PARCELS[4:]), EVERYTHING, SCANS[2]
    ),
    "round-long": courier_round.Round(
        replace(SHIFT, rear=True),
        LONG_LIST,
        EVERYTHING,
        scan("GLS-0040718", Verdict.IN, "16"),
        page=1,
    ),
    "round-done-left": courier_round.RoundDone(
        replace(
            BUSY,
            notified=4,
            left=tuple(Left(f"{n}1556", Verdict.TOO_BIG) for n in range(10, 22)),
        ),
        prints=True,
    ),
    "round-done-printing": courier_round.RoundDone(BUSY, prints=True, printing=True),
    "judging": loading.Judging(ONE),
    "delivering": loading.Delivering(ONE, SCANS[0]),
    "delivering-put": open_door(ONE, SCANS[0]),
    "delivering-put-many": open_door(EIGHTEEN, EIGHTEEN.stops[0]),
    "delivering-put-many-now": open_door(EIGHTEEN, EIGHTEEN.stops[0], 2),
    "delivering-put-other": open_door(EIGHTEEN, EIGHTEEN.stops[0], 1, Seen.OTHER),
    "delivering-put-shared": open_door(LOAD, SCANS[3], 1),
    "delivering-put-last": open_door(
        replace(EIGHTEEN, scans=EIGHTEEN.scans[:3]), EIGHTEEN.stops[0]
    ),
    "batch-empty": batch.Batch(Load(SHIFT)),
    "batch": batch.Batch(LOAD),
    "batch-judging": batch.Batch(Load(SHIFT, SCANS)),
    "batch-again": batch.Batch(Load(SHIFT, SCANS[:2]), again="040718"),
    "batch-long": batch.Batch(
        Load(SHIFT, tuple(scan(f"GLS-00{n:05d}", Verdict.FITS, str(n), n) for n in range(1, 25)))
    ),
    "next-stop": batch.NextStop(LOAD),
    "next-stop-shared": batch.NextStop(LOAD, chosen="GLS-0018240"),
    "next-stop-planning": batch.NextStop(Load(SHIFT, SCANS[-1:])),
    "batch-done": batch.BatchDone(AFTER),
    "batch-done-all": batch.BatchDone(Load(BUSY, AFTER.scans[:1])),
    "name-parcel": unlisted.NameParcel(SHIFT, "GLS40718"),
    "name-parcel-letters": unlisted.NameParcel(SHIFT, "GLS40718", letters=True),
    "phone-parcel": unlisted.PhoneParcel(SHIFT, "GLS-0040718", "+491701234567"),
    "phone-parcel-short": unlisted.PhoneParcel(SHIFT, "GLS-0040718", "+4917", short=True),
    "size-parcel": unlisted.SizeParcel(SHIFT, "GLS-0040718", "+491701234567", ROOM),
    "size-parcel-looking": unlisted.SizeParcel(SHIFT, "GLS-0040718", "+491701234567"),
    "size-unknown": sizing.SizeUnknown(ONE, STRANGE, RoomFound(OFFERS)),
    "size-unknown-looking": sizing.SizeUnknown(ONE, STRANGE),
    "size-unknown-none": sizing.SizeUnknown(ONE, STRANGE, RoomFound()),
    "size-parcel-none": unlisted.SizeParcel(SHIFT, "GLS-0040718", "+49170", RoomFound()),
}
