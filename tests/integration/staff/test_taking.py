"""A whole kiosk: a courier takes out behind the PIN, moves, reports; a photo opens nothing."""

import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from kiosk.domain.flows.courier.carrying import MovableChosen, PutBackAsked, TargetChosen
from kiosk.domain.flows.courier.collecting import Collected, Collecting
from kiosk.domain.flows.courier.proving import AskCourierPin
from kiosk.domain.flows.courier.reporting import ProblemChosen, SaidSo
from kiosk.domain.flows.courier.round import Chore, ChoreChosen, LogOutAsked, Round
from kiosk.domain.flows.courier.swapping import Carrying, ChooseMovable, ChooseTarget, Stage
from kiosk.domain.flows.courier.takeout import LabelRead
from kiosk.domain.flows.duty import Working
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import (
    CodeShown,
    Entered,
    FinishAsked,
    KeyPressed,
    OpenAsked,
    TroubleChosen,
    WentBack,
)
from kiosk.domain.flows.opening import LookInside, PutParcel, TakeParcel
from kiosk.domain.flows.problem import LeaveClosed
from kiosk.domain.flows.visit import Trouble
from kiosk.domain.model import Kind, ReservationId
from kiosk.domain.particulars import Needs, Particulars
from kiosk.domain.problems import Problem
from kiosk.services.desk import Asker
from tests.integration.courier_issuer import pem, token
from tests.integration.journeys.stand import Stand, stand
from tests.integration.journeys.steps import kept

COURIERS = '[couriers.keys.acme]\npem = "acme.pem"\ncarrier = "Acme"\n'
ACME = Particulars(needs=Needs(carrier="Acme"))


def fresh_token() -> str:
    now = int(time.time())
    return token(iat=now, exp=now + 3600)


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[Stand]:
    (tmp_path / "acme.pem").write_bytes(pem("acme"))
    parcels = [
        kept("17", name="GLS-0018240", kind=Kind.RETURN, particulars=ACME),
        kept("20", name="GLS-0090117", kind=Kind.RETURN, particulars=ACME),
        kept("21", name="GLS-0064385", particulars=ACME),
        kept("23", name="theirs", kind=Kind.RETURN),
    ]
    async with stand(tmp_path, parcels, beside=COURIERS) as here:
        yield here


async def sees(here: Stand, state: type, at: type | None = None) -> None:
    def so() -> bool:
        shown = here.state
        if at is not None:
            return isinstance(shown, Working) and isinstance(shown.at, at)
        return isinstance(shown, state)

    await here.until(so, (at or state).__name__)


async def logged_in(here: Stand, shown: str) -> None:
    here.do(CodeShown(shown))
    await here.until(lambda: getattr(here.state, "parcels", None) is not None, "the list")


async def proved(here: Stand) -> str:
    """Enrolled, logged in and the PIN said; answers the token."""
    pin = str((await here.machine.couriers.desk.enrol(Asker(1000), "DRIVER1"))["pin"])
    shown = fresh_token()
    await logged_in(here, shown)
    here.do(ChoreChosen(Chore.PROVE))
    await sees(here, AskCourierPin)
    here.do(*map(KeyPressed, pin), Entered())
    await here.until(lambda: getattr(here.state, "parcels", None) is not None, "the list again")
    return shown


async def collecting(here: Stand) -> None:
    here.do(ChoreChosen(Chore.COLLECT))
    await here.until(lambda: getattr(here.state, "todo", None), "the first door")


async def shut(here: Stand, label: str) -> None:
    here.hand("shut", label)
    await here.until(lambda: not isinstance(here.state, Working), "the screen behind the door")


async def test_a_token_without_its_pin_takes_nothing_out(here: Stand):
    await logged_in(here, fresh_token())
    assert {parcel.ref for parcel in here.state.parcels} == {"GLS-0018240", "GLS-0090117"}
    await collecting(here)
    here.do(OpenAsked())
    await sees(here, AskCourierPin)
    assert here.fired() == []


async def test_a_photographed_token_takes_out_nothing_after_its_owner_went(here: Stand):
    shown = await proved(here)
    here.do(LogOutAsked(), FinishAsked())
    await sees(here, Home)
    await here.until(lambda: here.machine.couriers.logins.session is None, "nobody logged in")
    await logged_in(here, shown)
    await collecting(here)
    here.do(OpenAsked())
    await sees(here, AskCourierPin)
    here.do(*map(KeyPressed, "000000"), Entered())
    await here.until(lambda: getattr(here.state, "wrong", None) is not None, "a refusal")
    here.do(WentBack())
    await here.until(lambda: getattr(here.state, "parcels", None) is not None, "the list")
    here.do(ChoreChosen(Chore.SWAP))
    await here.until(lambda: getattr(here.state, "found", None), "what can be moved")
    here.do(MovableChosen(ReservationId("GLS-0018240")))
    await here.until(lambda: getattr(here.state, "targets", None), "where to")
    here.do(TargetChosen(here.state.targets[0].label), OpenAsked())
    await sees(here, AskCourierPin)
    assert here.fired() == []


async def test_a_courier_takes_out_one_after_another_with_one_missing(here: Stand):
    await proved(here)
    await collecting(here)
    assert [parcel.label for parcel in here.state.todo] == ["17", "20"]
    here.do(OpenAsked())
    await sees(here, Working, TakeParcel)
    here.do(CodeShown("gls 0018240"))
    await here.until(lambda: here.state.behind.scan is LabelRead.MATCHED, "the label")
    here.hand("clear", "17")
    await shut(here, "17")
    assert isinstance(here.state, Collecting)
    here.do(OpenAsked())
    await sees(here, Working, TakeParcel)
    here.hand("clear", "20")
    here.do(TroubleChosen(Trouble.EMPTY))
    await sees(here, Working, LeaveClosed)
    await shut(here, "20")
    assert isinstance(here.state, Collected)
    tally = here.state.tally
    assert ([p.label for p in tally.taken], [p.label for p in tally.missing]) == (["17"], ["20"])
    assert here.fired() == ["17", "20"]
    assert await here.contents() == {"21": "parcel", "23": "parcel"}
    here.do(FinishAsked())
    await here.until(lambda: getattr(here.state, "parcels", None) is not None, "the list")
    assert here.state.parcels == ()
    assert (here.state.shift.collected, here.state.shift.reported) == (1, 1)


async def test_a_parcel_moves_lower_and_its_recipient_finds_it_there(here: Stand):
    await proved(here)
    here.do(ChoreChosen(Chore.SWAP))
    await here.until(lambda: getattr(here.state, "found", None), "what can be moved")
    assert isinstance(here.state, ChooseMovable)
    here.do(MovableChosen(ReservationId("GLS-0064385")))
    await here.until(lambda: getattr(here.state, "targets", None), "where to")
    assert isinstance(here.state, ChooseTarget)
    labels = [target.label for target in here.state.targets]
    assert not {"17", "20", "21", "23"} & set(labels)
    here.do(TargetChosen(labels[0]))
    await sees(here, Carrying)
    here.do(OpenAsked())
    await sees(here, Working, TakeParcel)
    here.hand("clear", "21")
    await shut(here, "21")
    assert here.state.stage is Stage.HAND
    assert (await here.contents())["21"] == "maybe"
    here.do(OpenAsked())
    await sees(here, Working, PutParcel)
    here.hand("occupy", labels[0])
    await shut(here, labels[0])
    assert here.state.stage is Stage.DONE
    contents = await here.contents()
    assert (contents.get("21"), contents[labels[0]]) == (None, "parcel")
    listed = {one["ref"]: one for one in (await here.machine.desk.list())["reservations"]}
    assert listed["GLS-0064385"]["compartment"] == labels[0]


async def test_a_move_that_is_given_up_ends_where_it_began(here: Stand):
    await proved(here)
    here.do(ChoreChosen(Chore.SWAP))
    await here.until(lambda: getattr(here.state, "found", None), "what can be moved")
    here.do(MovableChosen(ReservationId("GLS-0064385")))
    await here.until(lambda: getattr(here.state, "targets", None), "where to")
    here.do(TargetChosen(here.state.targets[0].label), OpenAsked())
    await sees(here, Working, TakeParcel)
    await shut(here, "21")
    here.do(PutBackAsked())
    await sees(here, Working, LookInside)
    await shut(here, "21")
    assert here.state.stage is Stage.BACK
    assert (await here.contents())["21"] == "parcel"
    assert here.fired() == ["21", "21"]


async def test_a_broken_compartment_is_given_to_nobody_until_somebody_clears_it(here: Stand):
    await logged_in(here, fresh_token())
    here.do(ChoreChosen(Chore.REPORT), ProblemChosen(Problem.COMPARTMENT_BROKEN))
    here.do(*map(KeyPressed, "22"), Entered())
    await sees(here, SaidSo)
    doors = {row["label"]: row for row in (await here.machine.desk.doors())["doors"]}
    assert doors["22"]["flag"] == "maintenance"
    here.do(FinishAsked())
    await sees(here, Round)
    assert here.state.shift.reported == 1
