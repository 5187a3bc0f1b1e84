"""Messages go out once, silence holds up nobody, and nobody gets a code that opens nothing."""

import secrets
from collections import deque
from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from kiosk.domain import notices, settling
from kiosk.domain.errors import (
    NoticeDeferred,
    NoticeDoubtful,
    NoticeError,
    NoticeForbidden,
    NoticeRefused,
    NoticeUnsent,
)
from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    Arrival,
    Change,
    Channel,
    Kind,
    NewEvent,
    ReservationId,
    ReservationState,
)
from kiosk.domain.particulars import Contact
from kiosk.services.endings import Endings
from kiosk.services.local import LocalReservations
from kiosk.services.notice_texts import Letters
from kiosk.services.notices import IDLE, Notices
from kiosk.services.outbox import KEY_WRONG, KEYS_KEPT
from kiosk.services.renewals import Renewals
from tests.domain.story import PICKUP
from tests.integration.store_bench import NOON, furnished, reservation, shown, typed
from tests.services.fakes import PowerCut, rest_after, running
from tests.services.lockers import bank

MAIL = Contact("Ada", "", "ada@example.org")
PHONE = Contact("Bob", "+491701234567", "")
CODE = "123456782"


class Way:
    """Carries messages to addresses of its kind; ``faults`` hit the calls in their order."""

    def __init__(self, field: str = "email", *, idempotent: bool = False) -> None:
        self.idempotent = idempotent
        self.faults: deque[BaseException | None] = deque()
        self.arrived = []
        self.calls = 0
        self._field = field

    def reaches(self, contact):
        return bool(getattr(contact, self._field))

    async def send(self, message):
        self.calls += 1
        fault = self.faults.popleft() if self.faults else None
        if fault is None or isinstance(fault, NoticeDoubtful | PowerCut):
            self.arrived.append(message)
        if fault is not None:
            raise fault

    async def ping(self):
        if self.faults and isinstance(self.faults[0], NoticeError):
            raise self.faults[0]

    async def aclose(self):
        """Nothing is held."""


@pytest.fixture
async def mail():
    return Way()


def telling(store, clock, **ways):
    """The notices as after a start with these ways to people."""
    local = LocalReservations(bank(owner=Owner.LOCAL), store, clock, secrets.randbelow)
    letters = Letters({}, "en", "Bahnhofplatz 4", UTC, "")
    told = Notices(store, ways, letters, local, clock, sleep=clock.sleep, chance=lambda: 0.5)
    store.announce = told.announced
    return told


@pytest.fixture
async def told(store, clock, mail):
    return telling(store, clock, mail=mail)


async def stands(store, name="local-1", contact=MAIL, code=CODE, **facts):
    """A parcel lies here, its holder can be told."""
    usual = {"owner": Owner.LOCAL, "moved_at": NOON - timedelta(days=2), "language": None}
    lies = reservation(name, **{**usual, **facts})
    await store.add([Arrival(lies, (typed(code), shown(f"QR {code}")), "1234", contact)])
    return lies


async def happens(store, *names, about="local-1", code=None):
    sealed = {"typed": code} if code else {}
    subject = ReservationId(about)
    events = [
        NewEvent(name, subject, data={"until": None}, channel=Channel.NOTIFIER, sealed=sealed)
        for name in names
    ]
    await store.record(Change("x.happened", reservation=subject, events=tuple(events)))


async def waiting(store):
    return [row["name"] for row in await store.outbox() if not row["parked"]]


async def parked(store):
    return [row["error"] for row in await store.outbox() if row["parked"]]


async def test_a_message_goes_out_once_and_nothing_of_it_stays(store, told, mail):
    await stands(store)
    await happens(store, notices.READY, code=CODE)
    await told.once()
    await told.once()
    [message] = mail.arrived
    assert message.to == MAIL
    assert CODE in message.text
    assert await store.outbox() == ()


async def test_a_deposit_is_told_with_the_fact_and_to_local_people_only(store, told, mail):
    lies = await stands(store, state=ReservationState.DEPOSITING)
    await stands(store, "r2", code="234567891", owner=Owner.CLOUD)
    await store.record(settling.deposit_owed(lies))
    await store.record(settling.deposit_owed(reservation("r2", owner=Owner.CLOUD)))
    assert await waiting(store) == ["parcel.deposited", "notice.parcel_here", "parcel.deposited"]
    await told.once()
    [message] = mail.arrived
    assert CODE not in message.text


async def test_who_cannot_be_told_is_owed_nothing(store, told):
    lies = await stands(store, contact=PHONE, state=ReservationState.DEPOSITING)
    await store.record(settling.deposit_owed(lies))
    assert await waiting(store) == ["parcel.deposited"]


async def test_what_runs_out_is_told_when_it_has(store, told, mail):
    lies = await stands(store)
    await store.record(settling.expired(lies))
    await told.once()
    assert [m.name for m in mail.arrived] == ["notice.ended"]


async def test_the_code_of_a_walk_up_cut_short_is_made_anew_and_opens(store, told, mail):
    lies = await stands(store, "walkup-1", kind=Kind.SEND, state=ReservationState.DEPOSITING)
    await store.record(settling.deposit_owed(lies))
    await told.once()
    [message] = mail.arrived
    code = message.words["typed"]
    assert code != CODE
    assert code in message.text
    assert [c.reservation.id for c in await store.typed_claims(code)] == ["walkup-1"]
    assert await store.typed_claims(CODE) == ()


async def test_a_code_that_was_replaced_meanwhile_is_not_sent(store, told, mail, clock):
    lies = await stands(store)
    await happens(store, notices.READY, code=CODE)
    local = LocalReservations(bank(owner=Owner.LOCAL), store, clock, secrets.randbelow)
    made = await Renewals(store, local, clock, told).reissue(lies.ref, "lost", {})
    assert (made.codes, made.told) == ((), True)
    await told.once()
    [message] = mail.arrived
    assert message.name == notices.REPLACED
    assert CODE not in message.text
    [claim] = await store.typed_claims(message.words["typed"])
    assert claim.reservation.id == lies.id


async def test_without_a_way_to_the_holder_new_codes_are_said_once(store, clock, told):
    lies = await stands(store, contact=PHONE)
    local = LocalReservations(bank(owner=Owner.LOCAL), store, clock, secrets.randbelow)
    made = await Renewals(store, local, clock, told).reissue(lies.ref, "lost", {})
    assert len(made.codes) == 2
    assert not made.told


async def test_what_was_collected_meanwhile_is_not_told(store, told, mail):
    await stands(store, state=ReservationState.FINISHED)
    await happens(store, notices.HERE)
    await told.once()
    assert (mail.calls, await store.outbox()) == (0, ())


async def test_a_message_to_nobody_is_set_aside(store, told, mail):
    await stands(store, contact=None)
    await stands(store, "local-2", code="234567891", contact=PHONE)
    await happens(store, notices.HERE)
    await happens(store, notices.HERE, about="local-2")
    await told.once()
    assert mail.calls == 0
    assert await parked(store) == [
        "nobody is known who could be told",
        "no notifier reaches this person",
    ]


async def test_a_silent_mail_server_holds_up_nothing_and_gets_all_when_it_is_back(store, clock):
    mail, hook = Way(), Way("phone", idempotent=True)
    told = telling(store, clock, mail=mail, hook=hook)
    mail.faults.extend([NoticeUnsent("dead")] * 5)
    for number in range(4):
        contact = MAIL if number % 2 == 0 else PHONE
        await stands(store, f"local-{number}", contact, f"23456789{number}")
        await happens(store, notices.HERE, about=f"local-{number}")
    async with running(told.run, clock):
        assert (mail.calls, len(hook.arrived)) == (1, 2)
        await clock.advance(300)
    assert [m.reservation for m in mail.arrived] == ["local-0", "local-2"]
    assert mail.calls == 7
    assert await store.outbox() == ()


async def test_a_lost_answer_is_repeated_once_and_then_set_aside(store, clock, told, mail):
    await stands(store)
    await happens(store, notices.HERE)
    mail.faults.extend([NoticeDoubtful("cut"), NoticeUnsent("dead"), NoticeDoubtful("cut")])
    async with running(told.run, clock):
        await clock.advance(600)
    assert len(mail.arrived) == 2
    [why] = await parked(store)
    assert why.startswith("sent twice")


async def test_where_twins_are_recognised_a_lost_answer_is_repeated_until_one_comes(store, clock):
    hook = Way("phone", idempotent=True)
    told = telling(store, clock, hook=hook)
    await stands(store, contact=PHONE)
    await happens(store, notices.HERE)
    hook.faults.extend([NoticeDoubtful("cut")] * 4)
    async with running(told.run, clock):
        await clock.advance(600)
    assert len(hook.arrived) == 5
    assert len({m.id for m in hook.arrived}) == 1
    assert await store.outbox() == ()


async def test_a_mailbox_that_is_full_keeps_no_others_waiting(store, clock, told, mail):
    await stands(store)
    await stands(store, "local-2", code="234567891")
    await happens(store, notices.HERE)
    await happens(store, notices.HERE, about="local-2")
    mail.faults.append(NoticeDeferred("full"))
    async with running(told.run, clock):
        assert [m.reservation for m in mail.arrived] == ["local-2"]
        await clock.advance(90)
    assert [m.reservation for m in mail.arrived] == ["local-2", "local-1"]


async def test_a_refused_message_is_set_aside_without_its_words(store, told, mail):
    await stands(store)
    await happens(store, notices.READY, code=CODE)
    mail.faults.append(NoticeRefused("answered with 550"))
    await told.once()
    assert await parked(store) == ["mail: NoticeRefused: answered with 550"]
    assert CODE not in str(await store.outbox())


async def test_a_wrong_password_loses_nothing_and_is_tried_in_no_hurry(store, clock, told, mail):
    await stands(store)
    await happens(store, notices.HERE)
    mail.faults.extend([NoticeForbidden("535")] * 2)
    async with running(told.run, clock):
        await clock.advance(KEY_WRONG * 2 - IDLE)
        assert mail.calls == 2
        await clock.advance(3 * IDLE)
    assert len(mail.arrived) == 1


async def test_a_fault_in_a_notifier_costs_one_message(store, told, mail, clock):
    await stands(store)
    await stands(store, "local-2", code="234567891")
    await happens(store, notices.HERE)
    mail.faults.extend([ZeroDivisionError(), ZeroDivisionError()])
    async with running(told.run, clock):
        await clock.advance(60)
        async with rest_after(clock):
            await happens(store, notices.HERE, about="local-2")
            told.wake()
        await clock.advance(60)
    assert [m.reservation for m in mail.arrived] == ["local-2"]
    assert len(await parked(store)) == 1


async def test_killed_while_it_sends_the_kiosk_sends_once_more_after_its_start(tmp_path, clock):
    mail = Way()
    mail.faults.append(PowerCut())
    async with furnished(tmp_path, clock) as store:
        told = telling(store, clock, mail=mail)
        await stands(store)
        await happens(store, notices.READY, code=CODE)
        with pytest.raises(PowerCut):
            await told.once()
    async with furnished(tmp_path, clock) as store:
        await telling(store, clock, mail=mail).once()
        assert await store.outbox() == ()
    assert [m.id for m in mail.arrived] == [mail.arrived[0].id] * 2


async def test_what_was_cut_short_by_a_kill_counts_as_sent_once(tmp_path, clock):
    mail = Way()
    mail.faults.extend([PowerCut(), NoticeDoubtful("cut")])
    async with furnished(tmp_path, clock) as store:
        told = telling(store, clock, mail=mail)
        await stands(store)
        await happens(store, notices.HERE)
        with pytest.raises(PowerCut):
            await told.once()
    async with furnished(tmp_path, clock) as store:
        await telling(store, clock, mail=mail).once()
        [why] = await parked(store)
    assert why.startswith("sent twice")
    assert len(mail.arrived) == 2


async def test_a_key_that_may_be_forgotten_is_no_licence_to_repeat(store, clock):
    hook = Way("phone", idempotent=True)
    told = telling(store, clock, hook=hook)
    await stands(store, contact=PHONE)
    await happens(store, notices.HERE)
    hook.faults.extend([NoticeUnsent("dead"), NoticeDoubtful("cut"), NoticeDoubtful("cut")])
    await told.once()
    clock.forward(KEYS_KEPT.total_seconds())
    await told.once()
    clock.forward(600)
    await told.once()
    assert len(hook.arrived) == 2
    assert len(await parked(store)) == 1


async def test_killed_before_a_code_was_made_the_kiosk_makes_it_after_its_start(tmp_path, clock):
    mail = Way()
    async with furnished(tmp_path, clock) as store:
        telling(store, clock, mail=mail)
        lies = await stands(store, "walkup-1", kind=Kind.SEND, state=ReservationState.DEPOSITING)
        await store.record(settling.deposit_owed(lies))
    async with furnished(tmp_path, clock) as store:
        await telling(store, clock, mail=mail).once()
        [message] = mail.arrived
        assert await store.typed_claims(message.words["typed"])


async def test_a_reminder_goes_out_once_for_each_end_over_restarts(store, clock, told, mail):
    lies = await stands(store, expires_at=NOON + timedelta(hours=30))
    reminds = Endings(store, told, clock)
    await reminds.look()
    assert await waiting(store) == []
    clock.forward(7 * 3600)
    await reminds.look()
    await reminds.look()
    await Endings(store, told, clock).look()
    await told.once()
    assert [m.name for m in mail.arrived] == ["notice.ends_soon"]
    until = NOON + timedelta(hours=40)
    await store.record(settling.extended(_visit(lies), until))
    await reminds.look()
    assert await waiting(store) == ["reservation.extended"]
    clock.forward(12 * 3600)
    await reminds.look()
    await told.once()
    assert [m.until for m in mail.arrived] == [lies.expires_at, until]


async def test_what_is_wrong_with_each_way_is_said(store, clock):
    mail, hook = Way(), Way("phone")
    mail.faults.append(NoticeForbidden("the login was answered with 535"))
    told = telling(store, clock, mail=mail, hook=hook)
    assert await told.troubles() == {"mail": "the login was answered with 535", "hook": ""}


def _visit(lies):
    return replace(PICKUP, reservation=lies.id, owner=lies.owner, label=lies.compartment)
