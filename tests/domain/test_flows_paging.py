"""Lists that are longer than the screen: every one of staff's is turned in the same way."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.domain.flows import staff
from kiosk.domain.flows.courier.batch import Batch, BatchDone
from kiosk.domain.flows.courier.carrying import Movable
from kiosk.domain.flows.courier.loading import Load
from kiosk.domain.flows.courier.reporting import ChooseParcel
from kiosk.domain.flows.courier.round import Round
from kiosk.domain.flows.courier.swapping import ChooseMovable, ChooseTarget
from kiosk.domain.flows.duty import Shift, Staffer
from kiosk.domain.flows.paging import PageAsked, Paged
from kiosk.domain.flows.service.logs import LogsPage
from kiosk.domain.flows.service.system import SystemPage
from kiosk.domain.model import Kind, Owner, ReservationId, ReservationState
from kiosk.domain.round import Errand, Parcel

SHIFT = Shift("c-17")
PARCEL = Parcel(
    ReservationId("r1"), Owner.CLOUD, "P-1", Kind.RETURN, ReservationState.STORED, Errand.COLLECT
)
LISTS = (
    Round(SHIFT, (PARCEL,)),
    Batch(Load(SHIFT)),
    BatchDone(Load(SHIFT)),
    ChooseParcel(SHIFT, (PARCEL,)),
    ChooseMovable(SHIFT, (Movable(PARCEL),)),
    ChooseTarget(SHIFT, Movable(PARCEL), ()),
    SystemPage(Staffer("t-042")),
    LogsPage(Staffer("t-042")),
)


@pytest.mark.parametrize("state", LISTS, ids=lambda state: type(state).__name__)
def test_the_page_that_is_asked_for_shows_and_nothing_lies_before_the_first(state: Any):
    asked, effects = staff.step(state, PageAsked(2))
    assert isinstance(asked, Paged)
    assert (asked.page, effects) == (2, ())
    before, _ = staff.step(asked, PageAsked(-1))
    assert before == replace(asked, page=0)
