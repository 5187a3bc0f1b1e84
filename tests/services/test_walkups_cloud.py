"""Walk-ups in the cloud's compartments: asked for once, found again, refused kindly."""

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.errors import (
    CloudBroken,
    CloudBusy,
    CloudConflict,
    CloudError,
    CloudForbidden,
    CloudRefused,
    CloudSilent,
)
from kiosk.domain.flows.choices import Draft, Neighbour, NothingFree, SizesFound, Want
from kiosk.domain.flows.inputs import Explained, Granted
from kiosk.domain.flows.visit import Aim, Explanation
from kiosk.domain.layout import Column, Layout, Owner
from kiosk.domain.model import (
    Arrival,
    Change,
    Contents,
    IntentState,
    Kind,
    NewCode,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
    Way,
)
from kiosk.domain.particulars import Contact, Demand, Needs
from kiosk.domain.policy import Policy
from kiosk.domain.prices import FREE, Prices
from kiosk.domain.rules import CloudRules
from kiosk.ports_abilities import Nearby, NewParcel
from kiosk.services.local import LocalReservations
from kiosk.services.walkup_clouds import DOUBT_LASTS
from kiosk.services.walkups import Terms, WalkUps
from tests.integration.store_bench import intent
from tests.services.fakes import FakeClock, PowerCut
from tests.services.lockers import bank

FAR = CloudRules("far", walk_ups=frozenset({Kind.SEND, Kind.STORE}))
RETURNING = replace(FAR, walk_ups=FAR.walk_ups | {Kind.RETURN}, chooses_compartment=True)
ALONE = CloudRules("standalone", walk_ups=frozenset(Kind), moves_compartment=True)
STORE = Draft(Aim.STORE, size="M")
SEND = Draft(Aim.SEND, phone="+491701234567", size="M")
NEAR = Neighbour("Named by the operator", 900, "geo:1,1")
NOT_NOW = Explained(Explanation.NO_BEGINNING)
CLOUDS = bank("SSMML")


def shared(local: str = "M") -> Layout:
    """Five compartments of the cloud's, the others the kiosk's own."""
    [cloud], [own] = CLOUDS.columns, bank("SSMML" + local, Owner.LOCAL).columns
    rows = (*cloud.compartments, *own.compartments[5:])
    return replace(CLOUDS, columns=(Column(500, rows),))


@dataclass
class Maker:
    """A cloud with compartments 1, 2, 3 ... that gives away the first it has of a size."""

    layout: Layout
    clock: FakeClock
    rules: CloudRules = FAR
    full: bool = False
    lost: bool = False
    """The answer to the next creation is lost after its effect."""
    fault: CloudError | None = None
    known: dict[str, Arrival] = field(default_factory=dict)
    asked: list[NewParcel] = field(default_factory=list)
    looked: list[str] = field(default_factory=list)
    blind: CloudError | None = None
    gives: str | None = None
    codes: str = "5678"

    async def make(self, parcel: NewParcel) -> Arrival:
        self.asked.append(parcel)
        if self.fault is not None:
            raise self.fault
        if self.full:
            raise CloudConflict("full")
        self.known[parcel.order] = made = self._arrival(parcel)
        if self.lost:
            raise CloudSilent("the answer was lost")
        return made

    async def made(self, order: str) -> Arrival | None:
        self.looked.append(order)
        if self.blind is not None:
            raise self.blind
        return self.known.get(order)

    async def ping(self) -> None:
        """There."""

    async def aclose(self) -> None:
        """Nothing is held."""

    def _arrival(self, parcel: NewParcel) -> Arrival:
        taken = {one.reservation.compartment for one in self.known.values()}
        fitting = (
            c.label
            for c in self.layout.compartments()
            if c.owner is Owner.CLOUD and c.size == parcel.size and c.label not in taken
        )
        name = ReservationId(f"res_{len(self.known)}")
        made = Reservation(
            id=name,
            ref=parcel.order,
            owner=Owner.CLOUD,
            kind=Kind.DELIVERY,
            state=ReservationState.RESERVED,
            compartment=self.gives or next(fitting, None),
            size=parcel.size,
            made_at=self.clock.now(),
            read_at=self.clock.now(),
        )
        pickup = f"DLV-PICK-{name}-{self.codes}"
        codes = (
            NewCode(Purpose.DROPOFF, Way.TYPED, "1234"),
            NewCode(Purpose.PICKUP, Way.TYPED, self.codes),
            NewCode(Purpose.PICKUP, Way.QR, self.codes, shown=pickup),
        )
        return Arrival(made, codes if self.codes else codes[:1], "4711")


@dataclass
class Roomy(Maker):
    """One that says what it would give, and who else has room."""

    lets: frozenset[str] = frozenset({"3"})
    near: Sequence[Nearby] = ()
    deaf: CloudError | None = None
    hangs: bool = False

    async def room(self, needs: Needs) -> frozenset[str]:
        return await self._said(self.lets)

    async def nearby(self, size: str | None, needs: Needs, within_metres: int) -> Sequence[Nearby]:
        return await self._said(self.near)

    async def _said(self, what):
        if self.hangs:
            await asyncio.Event().wait()
        if self.deaf is not None:
            raise self.deaf
        return what


class Kiosk:
    """Walk-ups on a real store, before a cloud of the test's."""

    def __init__(self, store: SqliteStore, clock: FakeClock, layout: Layout = CLOUDS) -> None:
        self.store, self.clock, self.layout = store, clock, layout
        self.session = 0
        self.stands_before(Maker(layout, clock))

    def stands_before(
        self,
        cloud: Maker,
        prices: Prices = FREE,
        reaches: bool = False,
        policy: Policy = Policy(cloud_waits=0.05),  # noqa: B008
    ) -> "Kiosk":
        """As after a start with this cloud."""
        self.cloud = cloud
        rules = {Owner.CLOUD: cloud.rules, Owner.LOCAL: ALONE}
        local = LocalReservations(self.layout, self.store, self.clock, secrets.randbelow, Policy())
        terms = Terms(rules, policy, prices, (NEAR,), lambda _contact: reaches)
        self.walkups = WalkUps(self.layout, self.store, local, self.clock, terms, cloud)
        return self

    async def asks(self, draft: Draft = STORE):
        self.session += 1
        return await self.walkups.reserve(draft, session=self.session)

    async def begins(self, draft: Draft = STORE):
        answer = await self.asks(draft)
        assert isinstance(answer, Granted), answer
        return answer.visit

    async def live(self) -> dict[str, ReservationState]:
        return {one.id: one.state for one in await self.store.live_reservations()}

    async def looks(self) -> None:
        """One round of the loop."""

        async def once(_seconds: float) -> None:
            raise PowerCut

        with pytest.raises(PowerCut):
            await self.walkups.run(once)

    async def told(self) -> list[str]:
        return [str(one["name"]) for one in await self.store.outbox()]


@pytest.fixture
async def kiosk(store: SqliteStore, clock: FakeClock) -> Kiosk:
    return Kiosk(store, clock)


async def test_the_cloud_makes_it_under_an_id_of_ours_and_the_visit_goes_on_with_its_codes(kiosk):
    visit = await kiosk.begins()
    [asked] = kiosk.cloud.asked
    assert (asked.kind, asked.size, asked.eta_minutes) == (Kind.STORE, "M", 0)
    assert asked.order.startswith("walkup-")
    assert asked.label is None
    assert (visit.reservation, visit.owner, visit.label) == ("res_0", Owner.CLOUD, "3")
    assert (visit.purpose, visit.kind, visit.rules) == (Purpose.DROPOFF, Kind.STORE, FAR)
    assert (visit.handover.typed, visit.handover.qr) == ("5678", "DLV-PICK-res_0-5678")
    assert visit.handover.datum == "4711"
    assert "4711" not in repr(visit)
    assert await kiosk.live() == {"res_0": ReservationState.RESERVED}
    [claim] = await kiosk.store.typed_claims("5678")
    assert (claim.reservation.id, claim.purpose) == ("res_0", Purpose.PICKUP)
    assert await kiosk.store.datum_matches(ReservationId("res_0"), "4711")


async def test_our_id_is_on_disk_before_the_cloud_is_asked(kiosk):
    seen: list[dict[str, ReservationState]] = []

    class Watching(Maker):
        async def make(self, parcel: NewParcel) -> Arrival:
            seen.append(await kiosk.live())
            return await super().make(parcel)

    kiosk.stands_before(Watching(CLOUDS, kiosk.clock))
    await kiosk.begins()
    order = kiosk.cloud.asked[0].order
    assert seen == [{order: ReservationState.ANNOUNCED}]


async def test_the_receivers_contact_rests_here_and_a_message_goes_out_where_it_can(kiosk):
    kiosk.stands_before(Maker(CLOUDS, kiosk.clock), reaches=True)
    visit = await kiosk.begins(SEND)
    assert visit.handover.told
    assert await kiosk.store.contact(visit.reservation) == Contact(phone=SEND.phone)
    assert kiosk.cloud.asked[0].contact == Contact(phone=SEND.phone)
    assert SEND.phone not in kiosk.cloud.asked[0].notes


async def test_a_price_is_asked_for_before_the_door_opens(kiosk):
    kiosk.stands_before(Maker(CLOUDS, kiosk.clock), Prices("EUR", {"M": 250}))
    visit = await kiosk.begins()
    assert (visit.gates, visit.due.amount) == ((Demand.PAYMENT,), 250)


async def test_a_lost_answer_is_looked_for_at_once_and_nothing_is_made_twice(kiosk):
    kiosk.cloud.lost = True
    visit = await kiosk.begins()
    assert visit.reservation == "res_0"
    assert len(kiosk.cloud.asked) == 1
    assert kiosk.cloud.looked == [kiosk.cloud.asked[0].order]
    assert await kiosk.live() == {"res_0": ReservationState.RESERVED}


async def test_what_stays_in_doubt_is_refused_kindly_and_found_later_and_given_back(kiosk):
    kiosk.cloud.lost, kiosk.cloud.blind = True, CloudSilent("still nobody")
    assert await kiosk.asks() == NOT_NOW
    [order] = await kiosk.live()
    kiosk.stands_before(kiosk.cloud)  # the power was cut
    await kiosk.looks()
    assert list(await kiosk.live()) == [order]
    kiosk.cloud.blind = None
    await kiosk.looks()
    assert await kiosk.live() == {}
    assert await kiosk.told() == ["reservation.cancelled"]
    kept = await kiosk.store.reservation(ReservationId("res_0"))
    assert kept.state is ReservationState.CANCELLED
    assert len(kiosk.cloud.asked) == 1


async def test_what_the_cloud_never_made_is_forgotten_once_it_can_no_longer_come(kiosk):
    kiosk.cloud.fault = CloudSilent("the request was lost")
    assert await kiosk.asks() == NOT_NOW
    await kiosk.looks()
    assert len(await kiosk.live()) == 1
    kiosk.clock.forward(DOUBT_LASTS)
    await kiosk.looks()
    assert await kiosk.live() == {}
    assert await kiosk.told() == []


@pytest.mark.parametrize(
    "fault", [CloudRefused("no"), CloudForbidden("key"), CloudBusy("later")], ids=str
)
async def test_a_plain_refusal_leaves_nothing_to_look_for(kiosk, fault):
    kiosk.cloud.fault = fault
    assert await kiosk.asks() == NOT_NOW
    assert await kiosk.live() == {}
    assert kiosk.cloud.looked == []


async def test_an_answer_of_another_form_is_looked_for_as_a_lost_one_is(kiosk):
    kiosk.cloud.fault = CloudBroken("HTML")
    assert await kiosk.asks() == NOT_NOW
    assert len(kiosk.cloud.looked) == 1
    assert len(await kiosk.live()) == 1


async def test_a_full_cloud_means_the_next_locker(kiosk):
    kiosk.cloud.full = True
    assert await kiosk.asks() == NothingFree((NEAR,))
    assert await kiosk.live() == {}


@pytest.mark.parametrize("doubt", ["contents", "other size", "no cell", "no code", "elsewhere"])
async def test_a_compartment_that_will_not_do_is_given_back(kiosk, doubt):
    """The cloud knows nothing of what lies in it here, nor how large it is in truth."""
    match doubt:
        case "contents":
            lies = Change("test", compartment="3", contents=Contents.MAYBE)
            await kiosk.store.record(lies)
            kiosk.cloud.gives = "3"
        case "other size":
            kiosk.cloud.gives = "1"
        case "no cell":
            kiosk.cloud.known = {"a": kiosk.cloud._arrival(NewParcel("a", Kind.STORE, size="M"))}
            kiosk.cloud.known["b"] = kiosk.cloud._arrival(NewParcel("b", Kind.STORE, size="M"))
        case "no code":
            kiosk.cloud.codes = ""
        case "elsewhere":
            kiosk.cloud.gives = "99"
    assert await kiosk.asks() == NothingFree((NEAR,))
    assert await kiosk.live() == {}
    assert await kiosk.told() == ["reservation.cancelled"]
    cancelled = await kiosk.store.next_event(kiosk.clock.now())
    assert cancelled.owner is Owner.CLOUD


async def test_who_never_comes_to_the_door_gives_it_back_to_the_cloud(kiosk):
    visit = await kiosk.begins()
    kiosk.clock.forward(299)
    await kiosk.looks()
    assert visit.reservation in await kiosk.live()
    kiosk.walkups.at_screen = lambda: visit.reservation
    kiosk.clock.forward(60)
    await kiosk.looks()
    assert visit.reservation in await kiosk.live()
    kiosk.walkups.at_screen = lambda: None
    await kiosk.looks()
    assert await kiosk.live() == {}
    assert await kiosk.told() == ["reservation.cancelled"]


async def test_a_parcel_announced_by_the_cloud_is_no_walk_up_and_never_given_back(kiosk):
    made = kiosk.cloud._arrival(NewParcel("order_456", Kind.STORE, size="M"))
    await kiosk.store.absorb([made], complete=False)
    kiosk.clock.forward(10_000)
    await kiosk.looks()
    assert await kiosk.live() == {"res_0": ReservationState.RESERVED}


async def test_while_somebody_waits_for_it_what_the_list_shows_already_is_not_given_back(kiosk):
    class Listed(Maker):
        async def make(self, parcel: NewParcel) -> Arrival:
            made = await super().make(parcel)
            await kiosk.store.absorb([made], complete=False)  # a round of the sync
            await kiosk.looks()
            return made

    kiosk.stands_before(Listed(CLOUDS, kiosk.clock))
    await kiosk.begins()
    assert await kiosk.live() == {"res_0": ReservationState.RESERVED}


async def test_doubts_about_what_the_cloud_made_count_as_all_walk_ups_do(kiosk):
    """Three left in doubt within an hour, whoever owns the compartment."""
    kiosk.layout = bank("MMMMMMMMMMMMMMMMMMMM")
    kiosk.stands_before(Maker(kiosk.layout, kiosk.clock))
    for _ in range(3):
        visit = await kiosk.begins()
        name = secrets.token_hex(4)
        opens = intent(
            name,
            door=visit.door,
            authorisation=visit.authorisation,
            reservation=visit.reservation,
            purpose=visit.purpose,
            at=kiosk.clock.now(),
        )
        await kiosk.store.intend(opens)
        doubt = Change(
            "test",
            reservation=visit.reservation,
            state=ReservationState.STORED,
            compartment=visit.label,
            contents=Contents.MAYBE,
        )
        await kiosk.store.settle_intent(name, IntentState.CLOSED, doubt)
    assert await kiosk.asks() == Explained(Explanation.WALK_UPS_PAUSED)


async def test_the_kiosks_own_compartments_come_first_and_need_no_cloud(store, clock):
    kiosk = Kiosk(store, clock, shared())
    kiosk.cloud.fault = CloudSilent("nobody")
    visit = await kiosk.begins()
    assert (visit.owner, visit.label) == (Owner.LOCAL, "6")
    assert kiosk.cloud.asked == []


async def test_a_larger_one_of_the_kiosks_own_is_given_only_when_the_cloud_has_none(store, clock):
    kiosk = Kiosk(store, clock, shared("L"))
    assert (await kiosk.begins()).owner is Owner.CLOUD
    kiosk.cloud.full = True
    visit = await kiosk.begins()
    assert (visit.owner, visit.size) == (Owner.LOCAL, "L")


async def test_what_is_offered_is_what_anybody_here_can_make(store, clock, kiosk):
    assert kiosk.walkups.offers == {Aim.SEND, Aim.STORE}
    kiosk.stands_before(Maker(CLOUDS, clock, rules=RETURNING))
    assert kiosk.walkups.offers == {Aim.SEND, Aim.STORE, Aim.RETURN}

    class Mute:
        rules = FAR

    kiosk.stands_before(Mute())  # type: ignore[arg-type]
    assert kiosk.walkups.offers == frozenset()
    assert await kiosk.asks() == NothingFree((NEAR,))


async def test_what_comes_back_goes_to_whom_it_came_from_and_into_a_compartment_we_name(
    store, clock
):
    kiosk = Kiosk(store, clock, shared("MM"))
    kiosk.stands_before(Maker(kiosk.layout, clock, rules=RETURNING))
    delivered = kiosk.cloud._arrival(NewParcel("order_456", Kind.STORE, size="M"))
    await store.absorb([delivered], complete=False)
    await store.record(
        Change("test", reservation=ReservationId("res_0"), state=ReservationState.FINISHED)
    )
    visit = await kiosk.begins(Draft(Aim.RETURN, size="M", earlier=ReservationId("res_0")))
    [asked] = kiosk.cloud.asked
    assert (asked.kind, asked.earlier, asked.label) == (Kind.RETURN, "res_0", "3")
    assert (visit.owner, visit.handover) == (Owner.CLOUD, None)


async def test_the_sizes_on_offer_are_free_here_and_let_by_the_cloud(kiosk):
    kiosk.stands_before(Roomy(CLOUDS, kiosk.clock, lets=frozenset({"1", "3", "99"})))
    found = await kiosk.walkups.sizes(STORE)
    assert isinstance(found, SizesFound)
    assert [(offer.size, offer.free) for offer in found.offers] == [("S", 1), ("M", 1)]
    await kiosk.store.record(Change("test", compartment="3", contents=Contents.PARCEL))
    found = await kiosk.walkups.sizes(STORE)
    assert isinstance(found, SizesFound)
    assert [offer.size for offer in found.offers] == ["S"]


async def test_a_cloud_that_is_slow_to_say_keeps_nobody_waiting(kiosk):
    kiosk.stands_before(Roomy(CLOUDS, kiosk.clock, hangs=True))
    found = await kiosk.walkups.sizes(STORE)
    assert isinstance(found, SizesFound)
    assert [(offer.size, offer.free) for offer in found.offers] == [("S", 2), ("M", 2), ("L", 1)]


async def test_without_the_cloud_only_the_kiosks_own_are_on_offer(store, clock, kiosk):
    deaf = CloudSilent("nobody")
    kiosk.stands_before(Roomy(CLOUDS, clock, deaf=deaf))
    assert await kiosk.walkups.sizes(STORE) == NOT_NOW
    beside = Kiosk(store, clock, shared())
    beside.stands_before(Roomy(beside.layout, clock, deaf=deaf))
    found = await beside.walkups.sizes(STORE)
    assert isinstance(found, SizesFound)
    assert [(offer.size, offer.free) for offer in found.offers] == [("M", 1)]


async def test_a_cloud_that_lets_nothing_go_is_full(kiosk):
    kiosk.stands_before(Roomy(CLOUDS, kiosk.clock, lets=frozenset()))
    assert await kiosk.walkups.sizes(STORE) == NothingFree((NEAR,))


async def test_the_cloud_names_other_lockers_and_the_operators_are_the_fallback(kiosk):
    near = [
        Nearby("m2", "Market Hall", 350, 52.5251, 13.3694),
        Nearby("m3", "Nowhere", 360),
        Nearby("m4", "Somewhere", None, 1.0, 2.0),
        *(Nearby(f"n{n}", f"N{n}", 400 + n, 1.0, 2.0) for n in range(5)),
    ]
    kiosk.stands_before(Roomy(CLOUDS, kiosk.clock, full=True, near=near))
    answer = await kiosk.asks()
    assert isinstance(answer, NothingFree)
    assert answer.nearest[0] == Neighbour("Market Hall", 350, "geo:52.525100,13.369400")
    assert [one.name for one in answer.nearest] == ["Market Hall", "N0", "N1"]
    for cloud in (
        Roomy(CLOUDS, kiosk.clock, full=True, deaf=CloudSilent("nobody")),
        Roomy(CLOUDS, kiosk.clock, full=True, hangs=True),
        Roomy(CLOUDS, kiosk.clock, full=True),
    ):
        kiosk.stands_before(cloud)
        assert await kiosk.asks() == NothingFree((NEAR,))


async def test_at_the_door_a_second_one_counts_for_whoever_began_without_a_code(kiosk):
    kiosk.layout = bank("MMMMMMMMMM")
    kiosk.stands_before(Maker(kiosk.layout, kiosk.clock))
    visit = await kiosk.begins()
    assert await kiosk.walkups.other(visit, Want.LOWER) is not None
    assert await kiosk.walkups.reserve(STORE, session=kiosk.session) == Explained(
        Explanation.WALK_UPS_PAUSED
    )
