"""Every fact the kiosk tells, and what Bloq.it calls it: who emits which event, and when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from kiosk.domain.acts import Act
from kiosk.domain.service_events import SERVICE
from kiosk.domain.transitions import TABLE


class Emits(Enum):
    """Who makes the fact known."""

    KIOSK = "kiosk"
    CLOUD = "cloud"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Line:
    """One event of Bloq.it that is not about a customer's record (API 1.35.0, "Webhooks")."""

    vendor: str
    by: Emits
    when: str
    ours: tuple[str, ...] = ()
    """What the kiosk tells instead."""
    acts: tuple[Act, ...] = ()
    """On which transitions; none for what moves no reservation."""
    awaited: tuple[str, ...] = ()
    """What the kiosk will tell once it has that part; nothing emits it yet."""


def told_of_reservations() -> Mapping[str, tuple[Act, ...]]:
    """The facts that are told about a reservation, with the acts they are told on."""
    told: dict[str, tuple[Act, ...]] = {}
    for row in TABLE.values():
        for name in sorted(row.names):
            told[str(name)] = (*told.get(str(name), ()), row.act)
    return {name: acts for name, acts in told.items() if name not in MESSAGES}


HAPPENINGS = {
    "code.wrong_sum": "an hour had more wrong codes than are told one by one",
    "command.done": "what a cloud or the operator asked from afar was carried out",
    "command.refused": "it was not carried out, and why",
    "command.refused_sum": "so many more were refused at once, and not told one by one",
    "command.unknown": "the power went while it was carried out; it is not repeated",
    "compartment.cleared": "somebody looked: it is empty and works",
    "compartment.disabled": "a technician took it out of use, and why",
    "compartment.enabled": "a technician put it back into use, and why",
    "compartment.entered": "a technician has the door of somebody's parcel opened, and why; told "
    "before its lock is fired",
    "compartment.parcel_unknown": "a technician found a parcel that belongs to no reservation; the "
    "compartment is in quarantine",
    "compartment.refitted": "a technician had it used as another size",
    "compartment.ticket_closed": "what a maintenance ticket said is repaired",
    "compartment.ticket_opened": "a technician wrote a maintenance ticket",
    "courier.lockout_lifted": "a supervisor or the console lets a courier's PIN be heard again",
    "courier.logged_in": "a courier was let in; what its token passed along is sealed in it",
    "courier.logged_out": "a courier's session ended: asked, idle, too long, denied",
    "courier.refused": "a courier was not let in, and why; the rejected code is sealed in it",
    "courier.token_seen_again": "a token was used again within 5 minutes of its logout",
    "door.contact_faulty": "a door contact flutters; its compartment is in quarantine",
    "door.opened_by_itself": "a door is seen open that nobody fired",
    "door.wrong_opened": "another door opened together with the one that was fired",
    "journal.head": "where the journal ends, once an hour, to who is reported to: what was told "
    "cannot be cut off unseen",
    "label.failed": "a label was not printed, and why; it waits with its mark",
    "label.low": "the roll of labels nears its end",
    "label.printed": "a label came out: the printer says so, or somebody who saw it",
    "label.roll_replaced": "a new roll of labels is in",
    "locker.camera_lost": "the camera gives no pictures",
    "locker.disk_low": "the disk is nearly full",
    "locker.event_discarded": "staff gave up a fact that was refused for good, and why",
    "locker.events_skipped": "the outbox was too long; so many facts were only counted",
    "locker.in_service": "parcels are taken in again: asked for from afar or on site",
    "locker.many_unlocks": "many doors opened within an hour with no courier there",
    "locker.out_of_service": "no parcel is taken in any more: asked for from afar or on site",
    "locker.problem": "a courier or a technician says what is wrong with the whole locker, or that "
    "a parcel without a reservation has no place here",
    "locker.remote_lockdown": "too much was to be opened from afar: nothing is, until somebody "
    "on site lifts it",
    "locker.remote_lockdown_lifted": "somebody on site lets doors be opened from afar again",
    "locker.walk_ups_paused": "too many compartments wait for somebody to look inside",
    "memory.salvaged": "the database was damaged; what could be read of it was saved",
    "receipt.failed": "a receipt, or a code on paper, did not come out; it is not printed later",
    "receipt.printed": "a receipt, or a code on paper, came out: no label, and none is counted",
    **SERVICE,
}
"""Facts about no reservation."""
MESSAGES = {
    "notice.parcel_ready": "a parcel lies there, with the code that opens its door",
    "notice.parcel_here": "a parcel lies there; its code was given before",
    "notice.ends_soon": "the time to collect it runs out tomorrow",
    "notice.ended": "the time to collect it has run out",
    "notice.code_replaced": "the code was replaced by the operator",
}
"""Messages to a person: they go to the notifier, never to a cloud."""
EVERY_FACT = {
    "label": "the compartment; absent where none is chosen yet",
    "initiated_by": "whose act it was: consumer, courier, technician, operator, kiosk, cloud, time",
    "source": "locker: it began here",
    "code": "the name of the code that was used; never the code",
    "confidence": "of the right it rests on: cloud, cached, signed, unknown",
    "message": "one sentence for a person",
}
"""What every fact about a reservation carries; all else it carries is metadata."""

_K, _C, _B = Emits.KIOSK, Emits.CLOUD, Emits.BOTH
_PROBLEM = ("compartment.problem",)
_FAULTS = (
    "compartment.disabled",
    "compartment.disabled_offline_dropoff",
    "compartment.parcel_unknown",
    "compartment.problem",
    "door.contact_faulty",
    "door.wrong_opened",
)
_WELL = ("compartment.cleared", "compartment.enabled")
_TICKETS = ("compartment.ticket_closed", "compartment.ticket_opened")
_DEPOSITS = (Act.DEPOSITED, Act.DEPOSIT_OWED, Act.DEPOSIT_SHUT_LATE, Act.RECOGNISED)
_DISOWNED = (Act.DISOWNED, Act.STAND_IN_DISOWNED)
_DROPOFF = ("parcel.deposited",)
# fmt: off
LOCKER = (
    Line("locker.locker_opened", _C, "a call tells it a collection or an opening in place; the "
         "kiosk's journal has door.opened for each opening"),
    Line("locker.locker_closed", _C, "it reads its own door; the kiosk's shut is a local fact"),
    Line("locker.locker_timeout", _K, "the third pulse, and the board or the door stayed silent",
         _PROBLEM, (Act.JAMMED,)),
    Line("locker.open_warning", _K, "a door stands open and the session ends", ("door.left_open",),
         (Act.LEFT_OPEN, Act.FOUND_OPEN)),
    Line("locker.locker_active", _B, "it was cleared or put back into use here, or the cloud "
         "switched it on", _WELL),
    Line("locker.locker_inactive", _B, "it left allocation here, or the cloud switched it off",
         _FAULTS, (Act.PROBLEM, Act.JAMMED, *_DISOWNED)),
    Line("locker.created", _C, "the bank is set up there"),
    Line("locker.open_locker_error", _K, "the third pulse, and the door was not seen open",
         _PROBLEM, (Act.JAMMED,)),
    Line("locker.spontaneous_locker_opening", _K, "a door is seen open that nobody fired",
         ("door.opened_by_itself",)),
    Line("locker.maintenance_status_update", _B, "somebody reports a fault, or clears it",
         (*_FAULTS, *_WELL, *_TICKETS), (Act.PROBLEM, Act.JAMMED, *_DISOWNED)),
)
RENT = (
    Line("rent.created", _B, "by the cloud for its own, by the kiosk for what is made here",
         ("reservation.made",), (Act.MADE, Act.MADE_UNPLACED)),
    Line("rent.started", _B, "the door is open to put in", ("dropoff.opened",),
         (Act.DROPOFF_OPENED, Act.DROPOFF_FOUND_OPEN, Act.RECOGNISED)),
    Line("rent.in_progress", _B, "the door is shut on a drop-off, or on what is stored",
         (*_DROPOFF, "reservation.kept"), (*_DEPOSITS, Act.KEPT, Act.STORE_SHUT_LATE)),
    Line("rent.locker_opened", _B, "its owner opens what is stored", ("reservation.opened",),
         (Act.STORE_OPENED, Act.STORE_FOUND_OPEN)),
    Line("rent.collect_item", _B, "the door is open to take out, where the cloud counts that",
         ("pickup.opened", "parcel.collected"),
         (Act.PICKUP_OPENED, Act.PICKUP_FOUND_OPEN, Act.TAKEN_OUT)),
    Line("rent.price_calculation", _C, "it ends a rent that is paid for by time"),
    Line("rent.finished", _B, "the door is shut on a pick-up, where the cloud counts that",
         ("parcel.collected",), (Act.COLLECTED, Act.PICKUP_SHUT_LATE, Act.TAKEN_OUT)),
    Line("rent.reserved", _B, "a compartment is chosen or changed",
         ("reservation.compartment_chosen", "reservation.moved"),
         (Act.PLACED, Act.MOVED, Act.RELOCATED)),
    Line("rent.cancelled", _B, "a drop-off is given up, or the operator calls it off",
         ("reservation.cancelled",),
         (Act.DROPOFF_CANCELLED, Act.WITHDRAWN, Act.CANCELLED, Act.CLEARED_OUT,
          Act.LAPSED)),
    Line("rent.expired", _B, "the end passes: the kiosk tells it of what it keeps for itself",
         ("reservation.expired",), (Act.EXPIRED,)),
    Line("rent.extended", _B, "its holder, the operator or an outage puts the end off",
         ("reservation.extended",),
         (Act.EXTENDED, Act.EXTENDED_BY_STAFF, Act.REVIVED, Act.MADE_FAIR)),
    Line("rent.in_transit", _B, "the parcel is on its way: a courier marks it here, too",
         ("parcel.in_transit",), (Act.IN_TRANSIT,)),
    Line("rent.ready_for_pickup", _B, "a courier may fetch it: a courier marks it here, too",
         ("parcel.ready_for_pickup",), (Act.READY,)),
    Line("rent.automatic_notification_sent", _B, "the notifier is given the message with the code, "
         "or a courier has it sent once more", ("notice.parcel_ready", "recipient.notified"),
         (Act.DEPOSITED, Act.NOTIFIED)),
    Line("rent.drop_off_confirmation", _K, "confirmed is true in it where somebody or a sensor "
         "says so", _DROPOFF, (Act.DEPOSITED,)),
    Line("rent.drop_off_cancellation", _K, "the reason is in it", ("reservation.cancelled",),
         (Act.DROPOFF_CANCELLED, Act.WITHDRAWN)),
    Line("rent.drop_off_code_check", _K, "with the deposit: the name of the code is in it",
         _DROPOFF, (Act.DEPOSITED,)),
    Line("rent.drop_off_code_check_offline", _K, "with the deposit: confidence is not cloud",
         _DROPOFF, (Act.DEPOSITED, Act.RECOGNISED)),
    Line("rent.pin_attempt", _K, "a wrong code; many in an hour are told as one sum",
         ("code.wrong", "code.wrong_sum"), (Act.WRONG_CODE,)),
    Line("rent.offline_dropoff", _K, "with the deposit, once the cloud vouches for it: confidence "
         "is not cloud", _DROPOFF, (Act.DEPOSITED, Act.RECOGNISED)),
    Line("rent.waiting_offline_dropoff_sync", _C, "it cannot match a deposit it was told"),
)
BLOQ = (
    Line("bloq.label_printed", _K, "a label came out", ("label.printed",)),
    Line("bloq.print_label_error", _K, "a label did not come out, and waits; the reason is in it",
         ("label.failed",)),
    Line("bloq.reconnected", _C, "it hears of the locker again; the kiosk puts ends off meanwhile"),
    Line("bloq.created", _C, "the bank is set up there"),
    Line("bloq.active", _C, "it is switched on there"),
    Line("bloq.inactive", _C, "it is switched off there"),
    Line("bloq.courier_authentication", _K, "a courier logs in, or fails to",
         ("courier.logged_in", "courier.refused")),
    Line("bloq.courier_logout", _K, "a courier logs out", ("courier.logged_out",)),
)
# fmt: on
CATALOGUE = (*LOCKER, *RENT, *BLOQ)


def canonical() -> frozenset[str]:
    """The names of all that the kiosk tells anybody."""
    return frozenset({*told_of_reservations(), *HAPPENINGS, *MESSAGES})


def known_to_bloqit(names: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """What Bloq.it calls each of these facts; nothing where it has no word for one."""
    return {name: tuple(line.vendor for line in CATALOGUE if name in line.ours) for name in names}
