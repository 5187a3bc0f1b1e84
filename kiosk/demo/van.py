"""The chapter of the tour in which a courier empties the van and takes along what waits."""

from kiosk.demo.saying import say
from kiosk.demo.telling import Telling

TO_FETCH = 20
"""No bank of the demo's holds more."""


def empty_the_van(tour: Telling) -> None:
    tour.chapter("A courier empties the van")
    pending = "RESERVATION_STATUS_PENDING"
    parcels = [
        tour.put(pending, label, f"order_{number}", reservation_id=f"RES-84{number}")
        for label, number in (("2", 2017), ("12", 2038))
    ]
    told = tour.counted("/dropoffs")
    pin = tour.courier_pin()
    tour.hold_up(tour.token)
    tour.person.sees("Round")
    say("  The token on the telephone is signed; its key is pinned, so no network is needed.")
    tour.person.waits(lambda: tour.person.tells("toDeliver") == 4, "all that is to be put in")
    tour.lower()
    tour.picture("courier-list")
    _deliver(tour, [parcel["drop_off_qrcode"] for parcel in parcels])
    tour.told("/dropoffs", told + 2)
    _fetch(tour, pin)
    tour.person.touches("bar.back")
    tour.person.sees("RoundDone")
    tour.picture("courier-count")
    tour.person.touches("round.finish")
    tour.person.sees("Home")


def _deliver(tour: Telling, labels: list[str]) -> None:
    """All labels are held up first; then each door opens with one touch."""
    tour.person.touches("round.batch")
    tour.person.sees("Batch")
    tour.hold_up(*labels, tour.shown("large"))
    tour.person.waits(lambda: tour.person.tells("scanned") == 3, "three parcels scanned")
    tour.person.waits(lambda: tour.person.tells("verdict") == "too_big", "what fits")
    say("  Two of three fit, and the doors come in walking order. One goes back with the van.")
    tour.lower()
    tour.picture("courier-batch")
    tour.person.touches("batch.open")
    tour.person.sees("PutParcel")
    tour.put_and_shut("2", "NextStop")
    tour.picture("courier-next-stop")
    tour.person.touches("stop.open")
    tour.person.sees("PutParcel")
    tour.put_and_shut("12", "BatchDone")
    tour.picture("courier-batch-done")
    tour.person.touches("batch.finish")
    tour.person.sees("Round")


def _fetch(tour: Telling, pin: str) -> None:
    """With the PIN, and without it not at all."""
    tour.person.touches("round.collect")
    tour.person.sees("Collecting")
    tour.person.touches("collect.open")
    tour.person.sees("AskCourierPin")
    say("  Taking out needs the courier's own PIN: a photograph of the token has none.")
    tour.person.types(pin)
    tour.person.sees("Collecting")
    tour.picture("courier-collecting")
    taken = 0
    while tour.person.sees("Collecting", "Collected") == "Collecting" and taken < TO_FETCH:
        tour.person.touches("collect.open")
        tour.person.sees("TakeParcel")
        if not taken:
            tour.is_at("14")
            tour.hold_up(tour.label("courier"))
            tour.person.waits(lambda: tour.person.tells("scan") == "matched", "its label")
            tour.picture("courier-take")
            tour.lower()
        tour.take_and_shut(tour.person.door, ("Collecting", "Collected"))
        taken += 1
    say(f"  {taken} parcels are in the van: a first mile, returns, what nobody came for.")
    tour.picture("courier-collected")
    tour.person.touches("collected.finish")
    tour.person.sees("Round")
