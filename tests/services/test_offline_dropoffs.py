"""What is put in while the cloud is silent: few, never lost, and settled once it answers."""

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.domain import codes, offline, settling
from kiosk.domain.errors import CloudBroken, CloudSilent
from kiosk.domain.flows.inputs import CodeRefused, Explained, Granted
from kiosk.domain.flows.visit import Aim, Explanation, Reason
from kiosk.domain.layout import DoorId, Owner
from kiosk.domain.model import (
    Arrival,
    Change,
    Channel,
    CompartmentFlag,
    Confidence,
    Contents,
    Intent,
    IntentState,
    NewCode,
    Purpose,
    ReservationId,
    ReservationState,
    Way,
)
from kiosk.domain.offline import Ruling
from kiosk.domain.policy import Policy
from kiosk.domain.rules import CloudRules
from kiosk.services.access import Access
from kiosk.services.local import LocalReservations
from kiosk.services.offline_dropoffs import OfflineDropoffs
from kiosk.services.outbox import Outbox
from kiosk.services.sync import Sync
from kiosk.services.unknown_dropoffs import UnknownDropoffs
from tests.integration.store_bench import file_of, furnished
from tests.services.fakes import FakeCloud, parcel
from tests.services.lockers import STANDALONE, bank

S = ReservationState
CODE, OTHER = "471174", "882288"
RULES = CloudRules("fake", hears_openings=True)
CHOOSES = replace(RULES, chooses_compartment=True)
ACCEPTS = Policy(offline_unknown_dropoff="accept", cloud_waits=0.01)
DISABLED = "compartment.disabled_offline_dropoff"


def awaited(name="r1", label="1", code=CODE, **facts):
    facts = {"state": S.RESERVED, "compartment": label, **facts}
    plain = parcel(name, codes=False, **facts)
    return replace(plain, codes=(NewCode(Purpose.DROPOFF, Way.TYPED, code, "drop_off_code"),))


@dataclass
class Vouching(FakeCloud):
    """A cloud that knows of other banks, too."""

    ruling: Ruling = Ruling.AGREED
    asked: tuple[object, ...] = ()

    async def rule_on(self, reservation, code):
        await self._hear("rule_on")
        self.asked = (*self.asked, (reservation, code))
        return self.ruling


class Kiosk:
    """A kiosk without glass, whose doors do what the test says."""

    def __init__(self, store, cloud, clock, policy, rules, layout):
        self.store, self.cloud, self.clock, self.layout = store, cloud, clock, layout
        by_owner = {Owner.CLOUD: rules, Owner.LOCAL: STANDALONE}
        self.sync = Sync(store, cloud, clock, policy, sleep=clock.sleep)
        self.local = LocalReservations(layout, store, clock, lambda _: 0, policy)
        self.access = Access(layout, store, self.sync, by_owner, clock, policy, no_wait)
        unknown = UnknownDropoffs(
            layout, store, self.local, rules, clock, policy,
            online=lambda: self.sync.online, closed=lambda: False,
        )  # fmt: skip
        self.access.unknown = unknown.take_in
        cloud.rules = rules
        self.outbox = Outbox(store, cloud, clock, sleep=clock.sleep, chance=lambda: 0.5)
        self.settled = OfflineDropoffs(
            store, cloud, clock, policy, sleep=clock.sleep,
            online=lambda: self.sync.online, at_screen=lambda: None, told=lambda: None,
        )  # fmt: skip
        self._fired = 0

    async def types(self, text, aim=Aim.DROPOFF):
        self.clock.forward(60)  # past what was asked of the cloud for who came before
        return await self.access.check(codes.parse_typed(text), None, aim)

    async def falls_silent(self):
        self.cloud.dead = True
        await self.sync.once()

    async def is_back(self):
        self.cloud.dead = False
        self.clock.forward(61)
        await self.sync.once()

    async def opens(self, visit):
        self._fired += 1
        name = f"i{self._fired}"
        await self.store.intend(
            Intent(
                id=name,
                door=DoorId(visit.door),
                authorisation=visit.authorisation,
                reservation=visit.reservation,
                purpose=visit.purpose,
                actor="consumer",
                before="shut",
                pulse=1,
                at=self.clock.now(),
            )
        )
        await self.store.settle_intent(name, IntentState.OPENED, settling.opened(visit))
        return name

    async def shuts(self, name, change):
        await self.store.settle_intent(name, IntentState.CLOSED, change)

    async def puts_in(self, visit, *, confirmed=True):
        await self.shuts(await self.opens(visit), settling.deposited(visit, confirmed=confirmed))

    async def brings(self, text=CODE):
        granted = await self.types(text)
        assert isinstance(granted, Granted)
        await self.puts_in(granted.visit)
        return granted.visit

    async def settles(self):
        """All that is due now and a little later, and then the cloud hears."""
        for _ in range(3):
            await self.settled.once()
            await self.sync.once()
            self.clock.forward(61)
        await self.outbox.once()

    async def waiting(self, channel="offline"):
        return [r for r in await self.store.outbox() if r["channel"] == channel]

    async def holding(self, label="1"):
        return (await self.store.holdings())[label]


async def no_wait(_seconds):
    """Nobody waits in a test."""


@pytest.fixture
def rules():
    return RULES


@pytest.fixture
def policy():
    return ACCEPTS


@pytest.fixture
async def cloud():
    return Vouching()


@pytest.fixture
async def kiosk(store, cloud, clock, policy, rules):
    made = Kiosk(store, cloud, clock, policy, rules, bank())
    await made.sync.once()
    return made


@pytest.fixture
async def known(kiosk, cloud):
    """One drop-off the kiosk knows of before the cloud falls silent."""
    cloud.known[ReservationId("r1")] = awaited()
    await kiosk.sync.once()
    await kiosk.falls_silent()
    return kiosk


# a code that is known


async def test_a_known_code_opens_while_the_cloud_is_silent_and_says_how_sure_that_is(known):
    visit = await known.brings()
    assert (visit.confidence, visit.label) == (Confidence.CACHED, "1")
    assert CODE not in repr(visit)


async def test_nothing_of_it_is_told_before_the_cloud_was_asked(known, cloud):
    await known.brings()
    cloud.dead = False
    await known.outbox.once()
    assert cloud.told() == []
    assert await known.waiting() != []


async def test_what_the_cloud_agrees_to_is_told_as_always_and_forgotten(known, cloud):
    await known.brings()
    await known.is_back()
    await known.settles()
    assert cloud.told() == ["dropoff.opened", "parcel.deposited"]
    assert cloud.effects[-1].data["confidence"] == "cached"
    assert await known.store.outbox() == ()
    assert (await known.holding()).flag is None


async def test_while_the_cloud_is_silent_it_waits_and_a_restart_forgets_nothing(
    known, cloud, clock, tmp_path
):
    await known.brings()
    await known.settled.once()
    await known.store.aclose()
    async with furnished(tmp_path, clock) as store:
        again = Kiosk(store, cloud, clock, ACCEPTS, RULES, bank())
        await again.is_back()
        await again.settles()
    assert cloud.told() == ["dropoff.opened", "parcel.deposited"]


async def test_the_code_rests_sealed_and_is_deleted_with_the_answer(known, tmp_path: Path):
    await known.brings()
    event = await known.store.next_event(known.clock.now(), Channel.OFFLINE)
    assert event.sealed == {"code": CODE}
    assert CODE not in repr(event)
    assert CODE not in str(await known.store.outbox()) + str(await known.store.journal(50))
    folder = file_of(tmp_path).parent
    assert not any(CODE.encode() in path.read_bytes() for path in folder.iterdir())
    await known.is_back()
    await known.settles()
    assert await known.waiting() == []


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (awaited(state=S.CANCELLED), "cancelled meanwhile"),
        (awaited(code=OTHER), "another code meanwhile"),
        (awaited(state=S.STORED, label="4"), "used, and stored in another compartment"),
        (awaited(state=S.FINISHED), "used and ended"),
        (awaited(blocked=True), "blocked"),
        (None, "unknown meanwhile"),
    ],
)
async def test_what_the_cloud_disowns_leaves_the_door_out_of_use_and_the_parcel_inside(
    known, cloud, told, why
):
    await known.brings()
    known.clock.forward(1)
    if told is None:
        cloud.known.clear()
    else:
        arrival = replace(told, reservation=replace(told.reservation, read_at=known.clock.now()))
        cloud.known[ReservationId("r1")] = arrival
    await known.is_back()
    await known.settles()
    holding = await known.holding()
    assert holding.flag is CompartmentFlag.QUARANTINED, why
    assert (holding.contents, holding.reason) == (Contents.PARCEL, "invalid_offline_dropoff")
    assert cloud.told() == [DISABLED]
    (fact,) = cloud.effects
    assert (fact.data["label"], fact.data["reason"]) == ("1", "invalid_offline_dropoff")
    assert (fact.data["block"], fact.sealed) == (True, {"code": CODE})
    parked = [r["name"] for r in await known.store.outbox() if r["parked"]]
    assert parked == ["dropoff.opened", "parcel.deposited"]


@pytest.mark.parametrize("ruling", [Ruling.INACTIVE, Ruling.WRONG_PLACE, Ruling.INVALID])
async def test_each_reason_of_the_vendor_is_told_and_stands_at_the_door(known, cloud, ruling):
    cloud.ruling = ruling
    await known.brings()
    await known.is_back()
    await known.settles()
    assert cloud.asked == (("r1", CODE),)
    assert (await known.holding()).reason == ruling.value
    assert cloud.effects[0].data["reason"] == ruling.value


async def test_power_that_goes_while_it_is_disowned_tells_it_once(known, cloud):
    cloud.ruling = Ruling.INVALID
    await known.brings()
    await known.is_back()
    event = await known.store.next_event(known.clock.now(), Channel.OFFLINE)
    reservation = await known.store.reservation(event.reservation)
    for row in await known.waiting("cloud"):
        await known.store.park(row["seq"], "disowned")
    change = settling.disowned(reservation, "1", Ruling.INVALID, CODE)
    await known.store.flag("1", CompartmentFlag.QUARANTINED, Ruling.INVALID.value, change)
    await known.settles()
    assert cloud.told() == [DISABLED]
    assert DISABLED not in [r["name"] for r in await known.store.outbox()]


@pytest.mark.parametrize("error", [CloudSilent("no answer"), CloudBroken("no sense")])
async def test_a_cloud_that_does_not_answer_the_question_is_asked_again(known, cloud, error):
    await known.brings()
    await known.is_back()
    cloud.ruling = Ruling.INVALID

    async def lost(reservation, code):
        del cloud.rule_on
        raise error

    cloud.rule_on = lost
    await known.settled.once()
    assert (await known.holding()).flag is None
    assert len(await known.waiting()) == 1
    known.clock.forward(600)
    await known.settled.once()
    assert (await known.holding()).flag is CompartmentFlag.QUARANTINED


async def test_a_door_that_is_still_open_is_waited_for(known, cloud):
    granted = await known.types(CODE)
    name = await known.opens(granted.visit)
    await known.is_back()
    cloud.ruling = Ruling.INVALID
    await known.settled.once()
    assert cloud.asked == ()
    await known.shuts(name, settling.deposited(granted.visit, confirmed=True))
    await known.settles()
    assert cloud.asked == (("r1", CODE),)


async def test_a_drop_off_given_up_with_the_door_open_is_nobodys_question(known, cloud):
    granted = await known.types(CODE)
    name = await known.opens(granted.visit)
    gone = settling.cancelled(granted.visit, Reason.CHANGED_MIND, Contents.EMPTY)
    await known.shuts(name, gone)
    await known.is_back()
    await known.settles()
    assert cloud.asked == ()
    assert cloud.told() == ["dropoff.opened", "reservation.cancelled"]


async def test_a_drop_off_the_cloud_was_asked_about_beforehand_is_told_at_once(kiosk, cloud):
    cloud.known[ReservationId("r1")] = awaited()
    await kiosk.sync.once()
    await kiosk.brings()
    assert await kiosk.waiting() == []
    await kiosk.outbox.once()
    assert cloud.told() == ["dropoff.opened", "parcel.deposited"]


# a code that nobody can look up


@pytest.mark.parametrize("policy", [Policy()])
async def test_an_unknown_code_is_refused_unless_the_operator_says_otherwise(kiosk):
    await kiosk.falls_silent()
    assert await kiosk.types(CODE) == CodeRefused()


async def test_an_unknown_code_is_refused_while_the_cloud_answers(kiosk):
    assert await kiosk.types(CODE) == CodeRefused()


@pytest.mark.parametrize("aim", [None, Aim.PICKUP, Aim.RETURN])
async def test_a_slip_in_a_pick_up_code_opens_nothing(kiosk, aim):
    await kiosk.falls_silent()
    assert await kiosk.types(CODE, aim) == CodeRefused()


@pytest.mark.parametrize("text", [codes.local_typed(1234), "ÄÖÜ471", "471174\u0661"])
async def test_what_no_cloud_made_is_refused(kiosk, text):
    await kiosk.falls_silent()
    assert await kiosk.types(text) == CodeRefused()


async def test_an_unknown_code_gets_the_smallest_that_is_proven_empty(kiosk):
    await kiosk.store.flag(
        "1", CompartmentFlag.MAINTENANCE, "", Change("compartment.problem", compartment="1")
    )
    await kiosk.falls_silent()
    visit = await kiosk.brings()
    assert (visit.label, visit.confidence) == ("2", Confidence.UNKNOWN)
    assert offline.is_stand_in(visit.reservation)


@pytest.mark.parametrize("rules", [CHOOSES])
async def test_where_sizes_are_chosen_the_person_chooses_it(kiosk):
    await kiosk.falls_silent()
    granted = await kiosk.types(CODE)
    assert not granted.visit.placed


@pytest.mark.parametrize("rules", [replace(RULES, offline_dropoff=False)])
async def test_a_cloud_that_allows_none_gets_none(kiosk):
    await kiosk.falls_silent()
    assert await kiosk.types(CODE) == CodeRefused()


@pytest.mark.parametrize("rules", [replace(RULES, front=True)])
async def test_where_the_vendor_has_the_locks_the_line_is_to_blame(kiosk):
    await kiosk.falls_silent()
    assert await kiosk.types(CODE) == Explained(Explanation.NO_LINE)


async def test_three_a_day_and_no_more_whatever_becomes_of_them_and_over_a_restart(
    kiosk, cloud, clock, tmp_path
):
    await kiosk.falls_silent()
    for text in ("471101", "471102", "471103"):
        assert isinstance(await kiosk.types(text), Granted)
        clock.forward(3600)
        await kiosk.settled.once()
    assert await kiosk.store.live_reservations() == ()
    await kiosk.store.aclose()
    async with furnished(tmp_path, clock) as store:
        again = Kiosk(store, cloud, clock, replace(ACCEPTS, wrong_before_datum=99), RULES, bank())
        assert await again.types("471104") == CodeRefused()
        clock.forward(24 * 3600)
        assert isinstance(await again.types("471105"), Granted)


async def test_no_more_than_the_share_of_what_is_empty(store, cloud, clock):
    kiosk = Kiosk(store, cloud, clock, ACCEPTS, RULES, bank("SS"))
    await kiosk.falls_silent()
    await kiosk.brings("471101")
    assert await kiosk.types("471102") == CodeRefused()


async def test_an_accepted_code_has_proved_nothing_and_stays_counted(kiosk, clock):
    await kiosk.falls_silent()
    await kiosk.types(CODE)
    assert await kiosk.store.tries_since(clock.now() - timedelta(hours=1), Way.TYPED) == 1


async def test_the_cloud_hears_nothing_of_what_only_stands_in(kiosk, cloud):
    await kiosk.falls_silent()
    await kiosk.brings()
    assert await kiosk.waiting("cloud") == []
    cloud.dead = False
    await kiosk.sync.once()
    assert cloud.calls.count("list") == len([c for c in cloud.calls if "read" not in c])


async def test_once_the_sync_brings_its_reservation_it_is_told_in_that_name(kiosk, cloud, clock):
    await kiosk.falls_silent()
    visit = await kiosk.brings()
    cloud.known[ReservationId("r7")] = replace(
        awaited("r7", "3"), reservation=replace(awaited("r7", "3").reservation, read_at=clock.now())
    )
    await kiosk.is_back()
    await kiosk.settles()
    assert [(e.name, e.reservation, e.data["label"]) for e in cloud.effects] == [
        ("dropoff.opened", "r7", visit.label),
        ("parcel.deposited", "r7", visit.label),
    ]
    assert cloud.effects[-1].data["confidence"] == "unknown"
    assert cloud.effects[-1].data["code"] == "drop_off_code"
    real = await kiosk.store.reservation(ReservationId("r7"))
    assert (real.state, real.compartment) == (S.STORED, visit.label)
    assert (await kiosk.store.reservation(visit.reservation)).state is S.FINISHED
    assert (await kiosk.holding(visit.label)).contents is Contents.PARCEL
    assert await kiosk.store.outbox() == ()


async def test_a_code_of_two_reservations_is_never_the_first_ones(kiosk, cloud, clock):
    await kiosk.falls_silent()
    visit = await kiosk.brings()
    for name, label in (("r7", "3"), ("r8", "4")):
        cloud.known[ReservationId(name)] = awaited(name, label)
    await kiosk.is_back()
    await kiosk.settles()
    assert cloud.told() == [DISABLED]
    assert (await kiosk.holding(visit.label)).flag is CompartmentFlag.QUARANTINED


@pytest.mark.parametrize("ruling", [Ruling.INVALID, Ruling.INACTIVE, Ruling.WRONG_PLACE])
async def test_a_code_the_cloud_never_made_leaves_the_door_out_of_use(kiosk, cloud, ruling):
    cloud.ruling = ruling
    await kiosk.falls_silent()
    visit = await kiosk.brings()
    await kiosk.is_back()
    await kiosk.settled.once()
    assert (await kiosk.holding(visit.label)).flag is None  # the codes may not be read yet
    await kiosk.settles()
    assert cloud.asked == ((None, CODE),)
    holding = await kiosk.holding(visit.label)
    assert (holding.flag, holding.contents) == (CompartmentFlag.QUARANTINED, Contents.PARCEL)
    assert (holding.reason, cloud.told()) == (ruling.value, [DISABLED])
    (fact,) = cloud.effects
    assert (fact.reservation, fact.data["label"]) == (None, visit.label)
    assert fact.sealed == {"code": CODE}
    assert (await kiosk.store.reservation(visit.reservation)).state is S.CANCELLED


async def test_a_compartment_whose_door_never_opened_is_free_again(kiosk, clock):
    await kiosk.falls_silent()
    await kiosk.types(CODE)
    assert len(await kiosk.local.free(Owner.CLOUD)) == 4
    clock.forward(600)
    await kiosk.settled.once()
    assert len(await kiosk.local.free(Owner.CLOUD)) == 5


async def test_what_is_wrong_at_its_door_is_told_without_it(kiosk, cloud):
    await kiosk.falls_silent()
    granted = await kiosk.types(CODE)
    await kiosk.opens(granted.visit)
    await kiosk.store.record(settling.left_open(granted.visit))
    (row,) = await kiosk.waiting("cloud")
    assert (row["name"], row["reservation"]) == ("door.left_open", None)


async def test_a_cloud_that_tells_of_no_single_reservation_is_believed_by_its_list(store, clock):
    class Lists:
        rules = RULES

        async def ping(self):
            """It answers."""

        async def aclose(self):
            """Nothing is held."""

    await store.absorb([awaited()], complete=False)
    kiosk = Kiosk(store, Lists(), clock, ACCEPTS, RULES, bank())
    await kiosk.brings()
    await kiosk.sync.once()
    await kiosk.settled.once()
    assert await kiosk.waiting() == []


def test_what_a_cloud_says_later_is_judged_by_what_it_says_of_the_drop_off():
    assert offline.agrees(awaited(), "1", CODE)
    assert offline.agrees(awaited(), "1", "")
    assert offline.agrees(awaited(label="9"), "1", CODE)
    assert not offline.agrees(awaited(), "1", OTHER)
    stored = awaited(state=S.STORED)
    assert offline.agrees(stored, "1", OTHER)
    assert not offline.agrees(stored, "2", CODE)
    assert offline.agrees(Arrival(stored.reservation), "1", CODE)
