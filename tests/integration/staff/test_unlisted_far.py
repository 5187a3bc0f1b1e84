"""A parcel without a reservation at a cloud: the number on its label still finds it."""

import time
from pathlib import Path

import pytest

from kiosk.domain.flows.choices import SizeChosen
from kiosk.domain.flows.courier.round import Chore, ChoreChosen, Round
from kiosk.domain.flows.courier.unlisted import NameParcel, PhoneParcel, SizeParcel
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import CodeShown, Entered, KeyPressed
from kiosk.domain.flows.opening import PutParcel
from kiosk.domain.round import Verdict
from tests.integration.courier_issuer import pem, token
from tests.integration.journeys.cloud_stand import QUICK, Bloqit, KioskForce, Place, place_at

COURIERS = '[couriers.keys.acme]\npem = "acme.pem"\n'


async def seen(here: Place, what: type, so: str = "") -> None:
    await here.until(
        lambda: isinstance(here.state, what) and (not so or getattr(here.state, so)), what.__name__
    )


@pytest.mark.parametrize("cloud", [KioskForce, Bloqit])
async def test_the_number_on_the_label_is_not_lost(tmp_path: Path, cloud):
    (tmp_path / "acme.pem").write_bytes(pem("acme"))
    async with place_at(tmp_path, cloud(), policy=QUICK + COURIERS) as here:
        await here.sees(Home)
        now = int(time.time())
        here.do(CodeShown(token(iat=now, exp=now + 3600)))
        await here.until(
            lambda: isinstance(here.state, Round) and Chore.WALK_UP in here.state.possible, "list"
        )
        here.do(ChoreChosen(Chore.WALK_UP))
        await seen(here, NameParcel)
        here.do(CodeShown("JJD 0001-77"))
        await seen(here, PhoneParcel)
        here.do(*map(KeyPressed, "+491701234567"), Entered())
        await seen(here, SizeParcel, "room")
        here.do(SizeChosen(here.state.room.offers[0].size))
        await here.until(lambda: isinstance(getattr(here.state, "at", None), PutParcel), "a door")
        label = here.state.visit.label
        here.hand("occupy", label)
        here.hand("shut", label)
        await here.until(lambda: getattr(here.state, "said", None), "the list")
        assert here.state.said.verdict is Verdict.IN
        here.do(CodeShown("jjd000177"))
        await here.until(
            lambda: (
                getattr(getattr(here.state, "said", None), "verdict", None)
                in {Verdict.ALREADY_IN, Verdict.NOT_NOW, Verdict.TO_COLLECT}
            ),
            "the same parcel",
        )
        listed = (await here.machine.desk.list())["reservations"]
        assert all("JJD" not in str(one["ref"]) for one in listed)
