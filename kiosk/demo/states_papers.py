"""Samples of what may be had on paper when all is done."""

from dataclasses import replace

from kiosk.demo.samples import DROPOFF, RETURN, SEND
from kiosk.domain.flows import after, journey, labels, opening
from kiosk.domain.flows.papers import MOST_TRIES, Slip, SlipAt
from kiosk.domain.flows.printed import LabelDraft
from kiosk.domain.flows.visit import Outcome
from kiosk.domain.model import Kind
from kiosk.domain.printing import Paper

TRIED = Slip(Paper.RECEIPT, SlipAt.FAILED, MOST_TRIES)


def done(slip: Slip) -> journey.State:
    return opening.Done(DROPOFF, Outcome.DEPOSITED, True, slip)


def code(slip: Slip) -> journey.State:
    return after.ShowCode(SEND, Outcome.DEPOSITED, slip)


UNSEEN = LabelDraft("j1", "KXTR49")
"""It came ready, and only the printer can draw it."""
PAPERS: dict[str, journey.State] = {
    "offer-label-unseen": labels.OfferLabel(RETURN, UNSEEN),
    "printing-label-unseen": labels.PrintingLabel(RETURN, UNSEEN),
    "label-ready-unseen": labels.LabelReady(RETURN, UNSEEN),
    **{f"done-receipt-{at.value}": done(Slip(Paper.RECEIPT, at)) for at in SlipAt},
    "done-receipt-none": done(TRIED),
    "done-receipt-only": opening.Done(DROPOFF, Outcome.DEPOSITED, False, Slip(Paper.RECEIPT)),
    **{f"show-code-paper-{at.value}": code(Slip(Paper.SLIP, at)) for at in SlipAt},
    "show-code-paper-none": code(replace(TRIED, paper=Paper.SLIP)),
    "show-code-paper-store": after.ShowCode(
        replace(SEND, kind=Kind.STORE), Outcome.DEPOSITED, Slip(Paper.SLIP)
    ),
}
