"""How a courier's right at one compartment becomes a visit of its door."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace

from kiosk.domain.acts import By
from kiosk.domain.couriers import CourierSession
from kiosk.domain.flows.visit import Handover, Visit
from kiosk.domain.layout import Layout, Owner
from kiosk.domain.model import Confidence, Purpose, Reservation, Way
from kiosk.domain.rules import CloudRules

CODE_NAME = "courier"
"""What stands where a code's name would: no code was shown."""


class CourierVisits:
    """Makes visits for who is logged in; whether they may is judged before. Changes nothing."""

    def __init__(
        self,
        layout: Layout,
        rules: Mapping[Owner, CloudRules],
        session: Callable[[], CourierSession | None] = lambda: None,
    ) -> None:
        self._layout = layout
        self._rules = rules
        self._session = session

    def put_in(
        self,
        reservation: Reservation,
        label: str | None = None,
        *,
        confidence: Confidence = Confidence.CLOUD,
        way: Way = Way.QR,
        rear: bool = False,
        beside: bool = False,
        handover: Handover | None = None,
    ) -> Visit:
        """Into this compartment, or the one it has; ``rear``: by its door behind.

        ``beside``: next to a parcel that lies there for the same person. All openings of one
        deposit are one right, so that what the power interrupted is found again.
        Raises UnknownDoor where it has no compartment, or that has no such door.
        """
        visit = self._at(reservation, label, Purpose.DROPOFF, confidence, way, rear=rear)
        return replace(visit, beside=beside, handover=handover)

    def take_out(
        self,
        reservation: Reservation,
        *,
        confidence: Confidence = Confidence.CLOUD,
        way: Way = Way.TYPED,
        rear: bool = False,
    ) -> Visit:
        """From the compartment it lies in; each time is a right of its own.

        Raises UnknownDoor where it has no compartment, or that has no such door.
        """
        visit = self._at(reservation, None, Purpose.PICKUP, confidence, way, rear=rear)
        return replace(visit, turn=uuid.uuid4().hex[:12])

    def _at(
        self,
        reservation: Reservation,
        label: str | None,
        purpose: Purpose,
        confidence: Confidence,
        way: Way,
        *,
        rear: bool,
    ) -> Visit:
        place = self._layout.compartment(label or reservation.compartment or "")
        front, needs = place.front.id, reservation.particulars.needs
        session = self._session()
        return Visit(
            reservation=reservation.id,
            owner=reservation.owner,
            purpose=purpose,
            way=way,
            confidence=confidence,
            label=place.label,
            door=self._layout.door(f"{place.label}/rear").id if rear else front,
            rules=self._rules[reservation.owner],
            code_name=CODE_NAME,
            by=By.COURIER,
            session=session.id if session else "",
            kind=reservation.kind,
            size=place.size,
            # Another compartment, should one be needed, is reached from the same side.
            needs=replace(needs, rear=True) if rear else needs,
        )
