"""Chapters of the tour about the cloud's parcels, and what may go wrong with them."""

from kiosk.demo.saying import say
from kiosk.demo.telling import Telling


def pick_up_by_qr(tour: Telling) -> None:
    tour.chapter("A pick-up by QR code")
    parcel = tour.delivered("3", "order_1003")
    tour.person.sees("Home")
    tour.person.waits(lambda: not tour.person.tells("cameraFails"), "pictures of the camera")
    tour.picture("home")
    say("  A phone is held up to the camera: a real film, read by the real decoder.")
    tour.hold_up(parcel["pickup_qrcode"])
    tour.person.sees("TakeParcel")
    say("  The lock of door 3 was fired once, and its contact says open.")
    tour.picture("take-parcel")
    tour.take_and_shut("3")
    tour.picture("picked-up")
    tour.told("/pickups", 1)
    tour.leave()


def drop_off(tour: Telling) -> None:
    tour.chapter("A drop-off")
    parcel = tour.put("RESERVATION_STATUS_PENDING", "7", "order_1007")
    tour.person.touches("home.dropoff")
    tour.person.sees("EnterCode")
    tour.hold_up(parcel["drop_off_qrcode"])
    tour.picture("enter-code")
    tour.person.sees("PutParcel")
    say("  Door 7 is open. Until it is shut the cloud is told nothing.")
    tour.picture("put-parcel")
    tour.told("/dropoffs", 0)
    tour.put_and_shut("7")
    tour.picture("dropped-off")
    tour.told("/dropoffs", 1)
    tour.leave()


def pick_up_by_code(tour: Telling) -> None:
    tour.chapter("A pick-up by the typed code")
    told = tour.counted("/pickups")
    parcel = tour.delivered("11", "order_1011")
    tour.person.touches("home.pickup")
    tour.types_code(parcel["pickup_code"])
    tour.person.sees("AskDatum")
    say("  Four digits alone open nothing: the last four of the order number, too.")
    tour.picture("ask-datum")
    tour.person.types("1011")
    tour.person.sees("TakeParcel")
    tour.picture("take-parcel-typed")
    tour.take_and_shut("11")
    tour.told("/pickups", told + 1)
    tour.leave()


def jammed_door(tour: Telling) -> None:
    tour.chapter("A door that jams")
    told = tour.counted("/pickups")
    parcel = tour.delivered("6", "order_1006")
    tour.board("jam", "6")
    tour.hold_up(parcel["pickup_qrcode"])
    tour.person.sees("DoorStuck")
    say("  The lock was fired, the contact says shut: nothing is believed to be open.")
    tour.picture("door-stuck")
    tour.board("free", "6")
    say("  Somebody frees it. A second pulse comes only after a touch.")
    tour.person.touches("door.again")
    tour.person.sees("TakeParcel")
    tour.take_and_shut("6")
    tour.told("/pickups", told + 1)
    tour.leave()


def without_network(tour: Telling) -> None:
    tour.chapter("A pick-up without network")
    told = tour.counted("/pickups")
    parcel = tour.delivered("16", "order_1016")
    tour.synced()
    tour.where.network.cut()
    say("  The network is cut: the cloud cannot be reached.")
    tour.hold_up(parcel["pickup_qrcode"])
    tour.person.sees("TakeParcel")
    say("  Door 16 opens all the same, from what the kiosk remembers.")
    tour.picture("without-network")
    tour.take_and_shut("16")
    tour.leave()
    tour.where.network.join()
    say("  The network is back.")
    tour.told("/pickups", told + 1)


def left_open(tour: Telling) -> None:
    tour.chapter("A door left open")
    parcel = tour.delivered("9", "order_1009")
    tour.hold_up(parcel["pickup_qrcode"])
    tour.person.sees("TakeParcel")
    say("  The parcel is taken, and nobody shuts door 9. The screen asks, then asks louder.")
    tour.board("clear", "9")
    tour.lower()
    tour.person.sees("Home")
    say("  The visit is over. Whoever comes next is asked to shut door 9.")
    tour.person.waits(tour.asks_to_shut, "the notice of door 9")
    tour.picture("left-open")
    tour.board("shut", "9")
    tour.person.waits(lambda: not tour.asks_to_shut(), "the notice of door 9 to go")
    say("  Somebody did.")
