"""What stands on receipts, on slips with a code, and on couriers' manifests."""

from collections.abc import Mapping, Sequence

from kiosk.domain.flows.duty import Shift
from kiosk.domain.flows.visit import Outcome, Visit
from kiosk.domain.labels import Content
from kiosk.domain.model import Kind
from kiosk.domain.printing import Paper
from kiosk.domain.round import Errand, Handled
from kiosk.ports import Clock
from kiosk.services.label_content import LONGEST, Sender

GROUP = 3
"""Signs of a code that stand together."""
REF, ROW_REF, WHO = 36, 24, 40
"""Signs of a number, of one in a row, of who was here: more has no room on the smallest paper."""
_HANDED_IN = {Kind.RETURN: "Return handed in", Kind.STORE: "Stored here"}
_DONE = {Errand.DELIVER: "Delivered", Errand.COLLECT: "Collected"}
"""Captions of the kiosk's own: the press says them in the language of the paper."""


class PaperContent:
    """Writes only what whoever stands here knows already; a receipt holds nobody's code."""

    def __init__(self, sender: Sender, clock: Clock) -> None:
        self._sender = sender
        self._clock = clock

    def slip(self, paper: Paper, visit: Visit, outcome: Outcome, ref: str) -> Content:
        """A receipt, or the code that is on the screen, with where and when."""
        same = {
            "operator": self._sender.operator,
            "phone": self._sender.phone,
            "locker": self._sender.locker,
            "door": visit.label,
            "date": self._now("%Y-%m-%d %H:%M"),
            "ref": _end(ref, REF),
        }
        if paper is Paper.RECEIPT:
            return {**same, "what": _what(visit, outcome), "code": ref[:LONGEST]}
        handover = visit.handover
        until = handover.until if handover else None
        mine = visit.kind is Kind.STORE
        return {
            **same,
            "title": "Your code" if mine else "Code for the receiver",
            "code": handover.qr if handover else "",
            "typed": _grouped(handover.typed) if handover else "",
            "until": until.astimezone(self._sender.zone).strftime("%Y-%m-%d %H:%M")
            if until
            else "",
        }

    def manifest(
        self, shift: Shift, handled: Sequence[Handled], counts: Mapping[Errand, int]
    ) -> Content:
        """One row for each parcel, in the order of the work."""
        who = (shift.courier, shift.carrier or "", shift.vehicle, shift.depot)
        rows = [
            {
                "door": one.label,
                "time": one.at.astimezone(self._sender.zone).strftime("%H:%M"),
                "ref": _end(one.ref, ROW_REF),
                "what": _DONE[one.errand],
            }
            for one in handled
        ]
        return {
            "courier": " · ".join(filter(None, who))[:WHO],
            "locker": self._sender.locker,
            "date": self._now("%Y-%m-%d %H:%M"),
            "delivered": str(counts.get(Errand.DELIVER, 0)),
            "collected": str(counts.get(Errand.COLLECT, 0)),
            "parcels": rows,
        }

    def _now(self, form: str) -> str:
        return self._clock.now().astimezone(self._sender.zone).strftime(form)


def _what(visit: Visit, outcome: Outcome) -> str:
    if outcome is Outcome.DEPOSITED_UNCONFIRMED:
        return "Handed in, not confirmed"
    return _HANDED_IN.get(visit.kind, "Parcel handed in")


def _grouped(typed: str) -> str:
    """As it is read out, and as it stands on the screen."""
    if len(typed) <= GROUP + 1:
        return typed
    return " ".join(typed[at : at + GROUP] for at in range(0, len(typed), GROUP))


def _end(ref: str, signs: int) -> str:
    """The end of a long number is what tells it from others."""
    return ref if len(ref) <= signs else f"…{ref[1 - signs :]}"
