"""In whatever order calls come, a locker belongs to one rent, and time and doors agree with it."""

import asyncio

import httpx
import pytest
from bloqit_locker import BASE, BLOQ, KEY, SANDBOX
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.sandbox.clouds.bloqit import create

TITLES = ("A1", "A2", "A3")
LATER = "2099-01-01T00:00:00Z"
ON_RENTS = [
    "/deliveries/{}/make", "/deliveries/{}/make?lockerID={locker}",
    "/deliveries/{}/select-locker?lockerID={locker}", "/deliveries/{}/select-locker?lockerType=S",
    "/returns/{}/reserve?bloqID={bloq}&lockerID={locker}", "/deliveries/{}/ready-for-pickup",
    "/deliveries/{}/in-transit", "/deliveries/{}/notify", "/deliveries/{}/return",
    "/rents/{}/extend",
    "/rents/{}/lockers/open", "/rents/{}/collect", "/rents/{}/cancel", "/rents/{}/finish",
    "/returns/{}/finish", "/stores/{}/end", "/rent-sims/{}/lockers/keypad",
    "/rent-sims/{}/lockers/close",
]  # fmt: skip
ELSEWHERE = [
    "POST /stores?lockerID={locker}", "POST /deliveries?lockerID={locker}",
    "POST /deliveries?bloqID={bloq}", "POST /returns", "POST /returns?bloqID={bloq}&lockerType=M",
    "PUT /bloqs/{bloq}/lockers/{locker}/open", "PUT /bloqs/{bloq}/lockers/{locker}/close",
    "PUT /bloqs/{bloq}/lockers/{locker}/open-or-collect",
]  # fmt: skip
AT_THE_SITE = ["shut", "open", "jam", "free"]

number = st.integers(0, 2)
happenings = st.one_of(
    st.tuples(st.sampled_from(ON_RENTS), number, number),
    st.tuples(st.sampled_from(ELSEWHERE), number, number),
    st.tuples(st.sampled_from(AT_THE_SITE), number, number),
    st.tuples(st.just("wait"), number, number),
)


@pytest.fixture(scope="module")
def runner():
    with asyncio.Runner() as runner:
        yield runner


APPS = {door: create(door=door, cells=TITLES) for door in ("kiosk", "vendor")}


class Day:
    """One day of calls, and what must be true after each."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http
        self.rents: list[str] = []

    async def happen(self, what: str, rent: int, locker: int) -> None:
        lockers = (await self.http.get(f"{BASE}/bloqs/{BLOQ}")).json()["lockers"]
        names = {"bloq": BLOQ, "locker": lockers[locker]["_id"]}
        if what in AT_THE_SITE:
            await self.http.post(f"{SANDBOX}/doors/{TITLES[locker]}/{what}")
            return
        if what == "wait":
            await self.http.post(f"{SANDBOX}/clock", json={"seconds": 3600 * 10**rent})
            return
        if what in ON_RENTS:
            if not self.rents:
                return
            path = what.format(self.rents[rent % len(self.rents)], **names)
            body = {"expiryDate": LATER} if path.endswith(("/return", "/extend")) else None
            answer = await self.http.put(BASE + path, json=body)
        else:
            verb, path = what.format(**names).split(" ")
            answer = await self.http.request(verb, BASE + path)
            if verb == "POST" and answer.status_code == 200:
                self.rents.append(answer.json()["_id"])
        assert answer.status_code in (200, 400, 404, 409, 502), answer.text

    async def check(self) -> None:
        lockers = (await self.http.get(f"{BASE}/bloqs/{BLOQ}")).json()["lockers"]
        rents = (await self.http.get(f"{SANDBOX}/reservations")).json()
        holding = {
            rent["locker"]: rent["_id"]
            for rent in rents
            if rent["locker"] and rent["state"] != "finished"
        }
        kept = {locker["_id"]: locker["rent"] for locker in lockers if locker["rent"]}
        assert kept == holding
        assert len(holding) == sum(
            rent["locker"] is not None and rent["state"] != "finished" for rent in rents
        )
        for rent in rents:
            assert rent["states"][-1]["state"] == rent["state"]
            assert ("endDate" in rent) == (rent["state"] == "finished")
        is_open = {locker["_id"]: locker["isOpen"] for locker in lockers}
        for rent in rents:
            if rent["state"] in ("starting", "locker_opened", "collect_item"):
                assert is_open[rent["locker"]]


@pytest.mark.parametrize("door", ["kiosk", "vendor"])
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(day=st.lists(happenings, max_size=25))
def test_in_whatever_order_calls_come_a_locker_belongs_to_one_rent(runner, door, day):
    async def living() -> None:
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(APPS[door]), base_url="http://sandbox", headers=KEY
        ) as http:
            await http.post(f"{SANDBOX}/reset")
            today = Day(http)
            for happening in day:
                await today.happen(*happening)
                await today.check()

    runner.run(living())
