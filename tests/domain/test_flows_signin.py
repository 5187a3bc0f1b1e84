"""Staff say who they are: what is typed, what it comes to, and where a refusal leads."""

import math

import pytest

from kiosk.domain.couriers import LogOut, Permission
from kiosk.domain.flows.courier import signin
from kiosk.domain.flows.courier.proving import (
    AskCourierPin,
    PinHeard,
    PinProved,
    ProvePin,
    ReadPinLock,
)
from kiosk.domain.flows.courier.round import Chore, ChoreChosen, ReadRound, Round
from kiosk.domain.flows.courier.signin import (
    LoggedIn,
    LogInByBadge,
    LogInByCode,
    LogInByCredentials,
    LogInByToken,
    LogInTechnician,
    LoginWanted,
    OffersRead,
    ReadOffers,
    ServiceBegan,
    StaffAsked,
    StaffEntrance,
    Way,
    WayChosen,
)
from kiosk.domain.flows.duty import Shift, SignedOff, SignOff, Staffer
from kiosk.domain.flows.forms import (
    USED_UP,
    AskStaff,
    BadgeShown,
    Form,
    Line,
    LoggingIn,
    LogInRefused,
    LogInStopped,
    ShowAsked,
    Stop,
)
from kiosk.domain.flows.home import EnterCode, Explaining, Home, OutOfOrder
from kiosk.domain.flows.inputs import (
    CodeShown,
    Entered,
    Erased,
    Explained,
    HelpAsked,
    KeyPressed,
    OpenAsked,
    PageTurned,
    TimedOut,
    WentBack,
)
from kiosk.domain.flows.journey import Help, StillThere, step
from kiosk.domain.flows.service.bench import Bench
from kiosk.domain.flows.visit import Explanation
from tests.domain.test_staff_doors import TOKEN, walk

ALL = StaffEntrance(frozenset(Way))
SHIFT = Shift("c-17", carrier="acme", proves=True)
SECRETS = ("473920185", "driver", "geheim-7", "anna7", "7391-4628", "04A27F11", TOKEN)


def typed(*lines: str):
    """The touches for these lines."""
    return [event for line in lines for event in (*map(KeyPressed, line), Entered())]


def test_home_leads_to_the_entrance_and_reads_what_is_offered():
    for state in (Home(), OutOfOrder()):
        assert step(state, StaffAsked()) == (StaffEntrance(), (ReadOffers(),))
    assert StaffEntrance().rereads == ReadOffers()
    assert step(StaffEntrance(), OffersRead(ALL.offers)) == (ALL, ())


@pytest.mark.parametrize("way", Way)
def test_what_is_not_offered_cannot_be_chosen(way: Way):
    nothing = StaffEntrance(frozenset(Way) - {way})
    assert step(nothing, WayChosen(way)) == (nothing, ())


@pytest.mark.parametrize(
    ("way", "lines", "asked"),
    [
        (Way.CODE, ["473920185"], LogInByCode("473920185")),
        (Way.CREDENTIALS, ["driver", "geheim-7"], LogInByCredentials("driver", "geheim-7")),
        (Way.TECHNICIAN, ["anna7", "7391-4628"], LogInTechnician("anna7", "7391-4628")),
    ],
)
def test_what_was_typed_is_asked_for_once_all_of_it_is_there(way, lines, asked):
    state, effects = walk(ALL, WayChosen(way), *typed(*lines))
    assert isinstance(state, LoggingIn)
    assert effects == [asked]


@pytest.mark.parametrize("state", [Home(), EnterCode(), ALL, LogInStopped()])
def test_a_token_counts_wherever_it_is_held_up(state):
    assert step(state, CodeShown(TOKEN)) == (LoggingIn(), (LogInByToken(TOKEN),))


@pytest.mark.parametrize("state", [Home(), EnterCode(), ALL, LogInStopped()])
def test_a_badge_counts_with_its_pin_only(state):
    asked, effects = step(state, BadgeShown("04A27F11"))
    assert (asked.line, effects) == (Line.PIN, ())
    _, effects = walk(asked, *typed("739146"))
    assert effects == [LogInByBadge("04A27F11", "739146")]


def test_a_badge_held_up_where_a_technicians_id_is_asked_for_is_a_technicians():
    _, effects = walk(ALL, WayChosen(Way.TECHNICIAN), BadgeShown("04A27F11"), *typed("739146"))
    assert effects == [LogInByBadge("04A27F11", "739146", technician=True)]


def test_who_is_known_comes_to_their_work():
    assert step(LoggingIn(), LoggedIn(SHIFT)) == (Round(SHIFT), (ReadRound(SHIFT),))
    began, _ = step(LoggingIn(), ServiceBegan(Staffer("anna7")))
    assert began == Bench(Staffer("anna7"))


def test_a_code_that_needs_its_login_is_typed_once():
    state, effects = walk(
        ALL, WayChosen(Way.CODE), *typed("473920185"), LoginWanted("473920185"), *typed("van7")
    )
    assert isinstance(state, LoggingIn)
    assert effects == [LogInByCode("473920185"), LogInByCode("473920185", "van7")]


def test_a_token_where_no_key_is_known_is_explained_as_before():
    said = step(LoggingIn(), Explained(Explanation.COURIER_CODE))
    assert said == (Explaining(Explanation.COURIER_CODE), ())


@pytest.mark.parametrize("why", sorted(set(Stop) - USED_UP, key=str))
@pytest.mark.parametrize(
    ("way", "lines", "line"),
    [
        (Way.CODE, ["473920185"], Line.CODE),
        (Way.CREDENTIALS, ["driver", "geheim-7"], Line.SECRET),
        (Way.TECHNICIAN, ["anna7", "7391-4628"], Line.PIN),
    ],
)
def test_each_refusal_leads_back_to_what_was_typed_last(way, lines, line, why):
    stopped, _ = walk(ALL, WayChosen(way), *typed(*lines), LogInRefused(why, 871.0))
    assert (stopped.why, stopped.seconds) == (why, 871.0)
    again, _ = step(stopped, OpenAsked())
    assert (again.line, again.typed) == (line, "")
    assert step(stopped, WentBack()) == (StaffEntrance(), (ReadOffers(),))


@pytest.mark.parametrize("why", sorted(USED_UP, key=str))
def test_what_is_used_up_leads_back_to_the_entrance(why: Stop):
    stopped, _ = walk(ALL, WayChosen(Way.ENROL), *typed("47392018"), LogInRefused(why))
    assert step(stopped, OpenAsked()) == (StaffEntrance(), (ReadOffers(),))


def test_a_refused_token_leads_back_to_the_entrance():
    stopped, _ = walk(Home(), CodeShown(TOKEN), LogInRefused())
    assert stopped == LogInStopped(Stop.REFUSED)
    assert step(stopped, OpenAsked()) == (StaffEntrance(), (ReadOffers(),))


def test_back_goes_line_by_line_and_then_to_the_entrance():
    state, _ = walk(ALL, WayChosen(Way.TECHNICIAN), *typed("anna7"), KeyPressed("7"))
    before, _ = step(state, WentBack())
    assert (before.line, before.typed, before.said) == (Line.ACCOUNT, "", ())
    assert step(before, WentBack())[0] == StaffEntrance()
    badge, _ = step(ALL, BadgeShown("04A27F11"))
    assert step(badge, WentBack())[0] == StaffEntrance()


def test_nothing_typed_stays_for_the_next_person():
    for events in ([WentBack(), WentBack(), WentBack()], [TimedOut(), TimedOut()]):
        state, _ = walk(ALL, WayChosen(Way.TECHNICIAN), *typed("anna7"), KeyPressed("7"), *events)
        assert state == Home()
        again, _ = walk(state, StaffAsked(), OffersRead(ALL.offers), WayChosen(Way.TECHNICIAN))
        assert (again.said, again.typed, again.bare) == ((), "", False)


def test_nothing_typed_stands_in_what_a_log_may_say():
    said = []
    for events in (
        [WayChosen(Way.CREDENTIALS), *typed("driver", "geheim-7")],
        [WayChosen(Way.TECHNICIAN), *typed("anna7", "7391-4628")],
        [WayChosen(Way.CODE), *typed("473920185"), LoginWanted("473920185")],
        [BadgeShown("04A27F11"), *typed("7391-4628")],
        [CodeShown(TOKEN)],
    ):
        state = ALL
        for event in events:
            state, effects = step(state, event)
            said += [repr(event), repr(state), repr(effects)]
    assert [secret for secret in SECRETS if secret in "".join(said)] == []


def test_a_secret_shows_when_it_is_asked_for_and_the_next_one_does_not():
    state, _ = walk(ALL, WayChosen(Way.CREDENTIALS), ShowAsked(), *typed("driver"))
    assert not state.bare
    shown, _ = step(state, ShowAsked())
    assert shown.bare
    assert not step(shown, ShowAsked())[0].bare


def test_every_sign_of_a_secret_counts_and_none_that_is_no_sign():
    state = AskStaff(Form.CREDENTIALS, ("driver",))
    signs = ("@", ".", " ", "ض", "\n", "\u202e", "ab", "")
    state, _ = walk(state, *map(KeyPressed, signs), Erased())
    assert state.typed == "@. "
    longest, _ = walk(AskStaff(Form.CREDENTIALS, ("d",)), *[KeyPressed("x")] * 100)
    assert len(longest.typed) == 64


def test_pins_are_typed_on_large_digits_or_on_letters():
    state, _ = step(ALL, BadgeShown("04A27F11"))
    assert not state.letters
    assert step(state, PageTurned())[0].letters
    technician, _ = walk(ALL, WayChosen(Way.TECHNICIAN), *typed("anna7"))
    assert technician.letters
    account, _ = step(ALL, WayChosen(Way.TECHNICIAN))
    assert step(account, PageTurned()) == (account, ())


def test_an_empty_line_is_none():
    state, _ = step(ALL, WayChosen(Way.CODE))
    assert step(state, Entered()) == (state, ())


def test_help_and_the_warning_lie_over_what_is_typed():
    state, _ = walk(ALL, WayChosen(Way.CODE), KeyPressed("4"))
    assert step(state, HelpAsked()) == (Help(state), ())
    assert step(state, TimedOut()) == (StillThere(state), ())
    assert step(LoggingIn(), HelpAsked()) == (LoggingIn(), ())
    assert step(LoggingIn(), TimedOut()) == (LoggingIn(), ())


def test_an_answer_that_comes_too_late_changes_nothing():
    for state in (ALL, Home(), AskStaff(Form.CODE)):
        assert step(state, LoggedIn(SHIFT)) == (state, ())
        assert step(state, ServiceBegan(Staffer("anna7"))) == (state, ())


def test_the_pin_lets_the_courier_take_parcels_out():
    state, effects = walk(Round(SHIFT), ChoreChosen(Chore.PROVE), *typed("739146"))
    assert effects == [ReadPinLock(), ProvePin("739146")]
    both = frozenset(Permission)
    proved, _ = step(state, PinProved(both))
    assert isinstance(proved, Round)
    assert (proved.shift.may, proved.shift.proves) == (both, False)
    assert step(proved, ChoreChosen(Chore.PROVE))[0] == proved


def test_a_wrong_pin_is_said_and_the_courier_goes_on_putting_in():
    state, _ = walk(Round(SHIFT), ChoreChosen(Chore.PROVE), *typed("111111"), LogInRefused())
    assert (state.wrong, state.typed) == (Stop.REFUSED, "")
    locked, _ = walk(state, *typed("111111"), LogInRefused(Stop.LOCKED, math.inf))
    assert (locked.wrong, locked.seconds) == (Stop.LOCKED, math.inf)
    assert step(locked, WentBack())[0] == Round(SHIFT)


def test_a_locked_pin_is_said_before_anything_is_typed():
    asked, effects = step(Round(SHIFT), ChoreChosen(Chore.PROVE))
    assert effects == (ReadPinLock(),)
    locked, _ = step(asked, LogInRefused(Stop.LOCKED, 871.0))
    assert (locked.wrong, locked.seconds) == (Stop.LOCKED, 871.0)
    assert step(asked, PinHeard()) == (asked, ())


def test_while_a_pin_is_judged_no_second_one_is_asked_about():
    state, _ = walk(AskCourierPin(SHIFT), *typed("739146"))
    for event in (KeyPressed("1"), Entered(), WentBack()):
        assert step(state, event) == (state, ())
    assert "739146" not in repr(state)


def test_the_pin_screen_does_not_outlive_its_session():
    assert step(AskCourierPin(SHIFT), SignedOff())[0] == Home()
    left, effects = walk(AskCourierPin(SHIFT), TimedOut(), TimedOut())
    assert (left, effects) == (Home(), [SignOff(LogOut.IDLE)])


def test_a_token_held_up_again_while_its_courier_works_changes_nothing():
    assert step(Round(SHIFT), CodeShown(TOKEN)) == (Round(SHIFT), ())
    assert step(AskCourierPin(SHIFT), CodeShown(TOKEN)) == (AskCourierPin(SHIFT), ())


def test_every_way_that_is_typed_has_its_form():
    assert {way for way in Way if step(ALL, WayChosen(way))[0] != ALL} == set(signin._WAYS)
