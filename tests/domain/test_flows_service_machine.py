"""Service mode's pages that test the machine and look after it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.demo.states_service_machine import WELL
from kiosk.domain import codes
from kiosk.domain.couriers import LogOut
from kiosk.domain.flows import journey
from kiosk.domain.flows.duty import SignedOff, SignOff, Staffer
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import CodeShown, FinishAsked, TimedOut, WentBack
from kiosk.domain.flows.paging import PageAsked
from kiosk.domain.flows.service import camera, logs, readers, settings, system, touch
from kiosk.domain.flows.service.bench import Bench, Page, PageChosen
from kiosk.domain.flows.staffed import StaffState
from kiosk.domain.log_lines import Level, LogLine, Wanted, sieved
from kiosk.domain.site import OFF, ON, THEMES, SetHere, Setting, choices, sound
from kiosk.domain.trials import CameraNow, Edge, Grid, Looks, Picture, Reader, ReaderNow, form_of
from kiosk.services.session import wants_codes

WHO = Staffer("anna7")
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
FRESH = CameraNow(Picture.FRESH, 15.0, 9.0, "QRCode", "zxing", "/dev/video0")
LOCAL_QR = codes.local_qr(0x1234_5678_9ABC_DEF0)
GRID = Grid(5, 5)
DARK = SetHere(Setting.THEME, "light", "light", THEMES)
CAMERA = SetHere(Setting.CAMERA, OFF, ON, (ON, OFF), ON)
SETTINGS = settings.SettingsPage(WHO, (DARK, CAMERA))
PAGES = {
    Page.CAMERA: camera.TestCamera,
    Page.READERS: readers.TestReaders,
    Page.TOUCH: touch.TestTouch,
    Page.SYSTEM: system.SystemPage,
    Page.SETTINGS: settings.SettingsPage,
    Page.LOGS: logs.LogsPage,
}


def line(level: Level, part: str, words: str = "") -> LogLine:
    return LogLine(NOON, level, part, words)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.value)
def test_each_page_begins_at_the_bench_and_leads_back_to_it(page: Page):
    state, _ = journey.step(Bench(WHO), PageChosen(page))
    assert isinstance(state, PAGES[page])
    assert journey.step(state, WentBack()) == (Bench(WHO), ())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.value)
def test_who_walks_away_from_a_page_is_warned_and_signed_off(page: Page):
    state, _ = journey.step(Bench(WHO), PageChosen(page))
    warned, _ = journey.step(state, TimedOut())
    assert warned == journey.StillThere(state)
    assert journey.step(warned, TimedOut()) == (Home(), (SignOff(LogOut.IDLE),))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.value)
def test_no_page_outlives_the_visit(page: Page):
    state, _ = journey.step(Bench(WHO), PageChosen(page))
    assert journey.step(state, SignedOff())[0] == Home()


def test_a_code_held_up_to_the_camera_test_opens_nothing_and_is_not_kept():
    state, effects = journey.step(camera.TestCamera(WHO, FRESH), CodeShown(LOCAL_QR))
    assert effects == ()
    assert wants_codes(state)
    assert isinstance(state, camera.TestCamera)
    assert (state.reads, state.form and state.form.looks) == (1, Looks.MADE_HERE)
    assert LOCAL_QR[2:] not in repr(state)


@pytest.mark.parametrize(
    ("text", "looks", "begins"),
    [
        (LOCAL_QR, Looks.MADE_HERE, "PL"),
        (codes.local_typed(12345678), Looks.MADE_HERE, ""),
        ("DLV-PICK-res_1-5678", Looks.DELIVERY, "DL"),
        ("471938", Looks.TYPED, ""),
        ("A1B2C3D4E5F6G7H8", Looks.TYPED, "A1"),
        ("https://app.harborlockers.com/x", Looks.OTHER_NETWORK, "ht"),
        ("#" * 40, Looks.UNKNOWN, ""),
        ("é" * 40, Looks.UNKNOWN, ""),
        ("x" * 2000, Looks.UNKNOWN, "xx"),
    ],
)
def test_of_what_was_read_only_its_form_is_known(text: str, looks: Looks, begins: str):
    form = form_of(text)
    assert (form.looks, form.length, form.begins) == (looks, len(text), begins)


def test_what_the_camera_is_like_is_read_anew_while_its_test_shows():
    state = camera.TestCamera(WHO)
    assert state.rereads == camera.LookAtCamera()
    assert journey.step(state, camera.CameraTold(FRESH))[0] == replace(state, now=FRESH)


def test_readers_are_read_anew_and_shown():
    state = readers.TestReaders(WHO)
    told = (ReaderNow(Reader.BADGE, "/dev/input/event5", True, 1, 10),)
    assert journey.step(state, readers.ReadersTold(told))[0] == replace(state, readers=told)


def test_every_field_touched_is_a_hundred_percent_and_not_before():
    state: StaffState = touch.TestTouch(WHO)
    fields = list(GRID.fields())
    for number, field in enumerate(fields, start=1):
        state, _ = touch.step(state, touch.FieldTouched(GRID, field))
        assert (GRID.percent(state.touched) == 100) is (number == len(fields))
    assert GRID.silent(state.touched) == ()


@pytest.mark.parametrize(
    ("dead", "edges"),
    [
        ({(2, 0)}, (Edge.TOP,)),
        ({(4, 2)}, (Edge.RIGHT,)),
        ({(0, 4)}, (Edge.BOTTOM, Edge.LEFT)),
    ],
)
def test_the_edge_that_feels_nothing_is_named(dead: set[tuple[int, int]], edges: tuple[Edge, ...]):
    touched = set(GRID.fields()) - dead
    assert GRID.silent(touched) == edges
    assert GRID.percent(touched) < 100


def test_the_same_field_again_is_a_touch_of_somebody_who_is_there():
    state = touch.TestTouch(WHO)
    for _ in range(2):
        before = state
        state, _ = touch.step(state, touch.FieldTouched(GRID, (0, 0)))
        assert state != before


@pytest.mark.parametrize("field", [(2, 2), (-1, 0), (5, 0), (0, 99)])
def test_what_is_no_field_counts_nothing(field: tuple[int, int]):
    state = touch.TestTouch(WHO)
    assert touch.step(state, touch.FieldTouched(GRID, field)) == (state, ())


def test_a_glass_that_was_turned_is_tested_anew():
    state, _ = touch.step(touch.TestTouch(WHO), touch.FieldTouched(GRID, (0, 0)))
    state, _ = touch.step(state, touch.FieldTouched(Grid(5, 11), (0, 1)))
    assert state.touched == {(0, 1)}


@pytest.mark.parametrize("size", [(268, 476), (217, 136), (223, 130), (155, 87), (600, 340)])
def test_every_field_is_large_enough_for_a_finger(size: tuple[float, float]):
    grid = Grid.over(*size)
    assert size[0] / grid.columns >= 15
    assert size[1] / grid.rows >= 15
    assert grid.columns % 2 == grid.rows % 2 == 1


def test_the_touch_test_is_left_by_its_button():
    assert journey.step(touch.TestTouch(WHO), FinishAsked()) == (Bench(WHO), ())


def test_a_restart_is_asked_once_more_and_not_with_a_door_open():
    page = system.SystemPage(WHO, WELL, ("12",))
    asked, effects = journey.step(page, system.RestartAsked())
    assert asked == system.ConfirmRestart(WHO, supervised=True, open_doors=("12",))
    assert effects == ()
    assert journey.step(asked, system.RestartAsked()) == (asked, ())
    shut, _ = journey.step(asked, system.SystemTold(WELL, ()))
    restarting, effects = journey.step(shut, system.RestartAsked())
    assert isinstance(restarting, system.Restarting)
    assert effects == (system.Restart("anna7"),)


def test_a_door_that_opened_meanwhile_holds_the_restart():
    state = system.Restarting(WHO, supervised=True)
    back, effects = journey.step(state, system.RestartTold(ends=False, open_doors=("25",)))
    assert back == system.ConfirmRestart(WHO, supervised=True, open_doors=("25",))
    assert effects == ()


def test_the_support_file_is_made_and_its_place_said():
    making, effects = journey.step(system.SystemPage(WHO, WELL), system.DiagnosticsAsked())
    assert (making, effects) == (system.Bundling(WHO), (system.Bundle("anna7"),))
    made, _ = journey.step(making, system.BundleTold("/x/y.zip", 12))
    assert made == system.BundleMade(WHO, "/x/y.zip", 12)
    assert isinstance(journey.step(made, FinishAsked())[0], system.SystemPage)


def test_a_page_of_facts_is_turned():
    state, _ = journey.step(system.SystemPage(WHO, WELL), PageAsked(1))
    assert isinstance(state, system.SystemPage)
    assert state.page == 1


def test_a_touch_on_a_setting_asks_for_the_next_of_what_it_may_be():
    state, effects = journey.step(SETTINGS, settings.SettingChosen(Setting.THEME))
    assert effects == (settings.ChangeSetting("anna7", Setting.THEME, "dark"),)
    assert journey.step(state, settings.SettingChosen(Setting.THEME)) == (state, ())


def test_the_way_round_to_what_is_written_is_no_change_any_more():
    _, effects = journey.step(SETTINGS, settings.SettingChosen(Setting.CAMERA))
    assert effects == (settings.ChangeSetting("anna7", Setting.CAMERA, None),)


def test_what_has_one_choice_and_what_is_not_there_asks_for_nothing():
    alone = SetHere(Setting.LANGUAGE, "en", "en", ("en",))
    state = settings.SettingsPage(WHO, (alone,))
    for setting in (Setting.LANGUAGE, Setting.THEME):
        assert journey.step(state, settings.SettingChosen(setting)) == (state, ())
    assert journey.step(state, settings.ResetAsked()) == (state, ())


def test_everything_goes_back_to_what_is_written():
    state, effects = journey.step(SETTINGS, settings.ResetAsked())
    assert effects == (settings.ResetSettings("anna7"),)
    told = settings.SettingsTold((DARK,))
    assert journey.step(state, told)[0] == settings.SettingsPage(WHO, (DARK,))


def test_a_change_that_failed_says_so_and_keeps_what_was_known():
    told = settings.SettingsTold((), failed=True)
    assert journey.step(SETTINGS, told)[0] == replace(SETTINGS, failed=True)


@pytest.mark.parametrize(
    "kept",
    [{"theme": "pink"}, {"language": "xx"}, {"camera": "/dev/video9"}, {"password": "1"}, {}],
)
def test_what_was_kept_and_cannot_be_any_more_does_not_count(kept: dict[str, str]):
    assert sound(kept, ("en", "ar"), "/dev/video0") == {}


def test_without_a_camera_in_the_file_none_can_be_switched_on():
    assert choices(Setting.CAMERA, ("en",), "") == (OFF,)


def test_the_log_is_sieved_by_level_and_part_the_newest_first():
    lines = [line(Level.INFO, "a", "1"), line(Level.ERROR, "b", "2"), line(Level.WARNING, "a", "3")]
    assert [one.words for one in sieved(lines, Wanted(Level.WARNING), 9)] == ["3", "2"]
    assert [one.words for one in sieved(lines, Wanted(Level.INFO, "a"), 9)] == ["3", "1"]
    assert [one.words for one in sieved(lines, Wanted(), 1)] == ["3"]


def test_another_level_or_part_is_read_at_once_from_the_first_page():
    state = logs.LogsPage(WHO, parts=("camera", "sync"), page=3)
    state, effects = journey.step(state, logs.LevelTurned())
    assert effects == (logs.ReadLogs(Wanted(Level.WARNING)),)
    assert isinstance(state, logs.LogsPage)
    assert state.page == 0
    _, effects = journey.step(state, logs.PartTurned())
    assert effects == (logs.ReadLogs(Wanted(Level.WARNING, "camera")),)


def test_lines_that_answer_an_older_question_are_not_shown():
    state = logs.LogsPage(WHO, wanted=Wanted(Level.ERROR))
    late = logs.LogsTold(Wanted(), (line(Level.INFO, "a"),))
    assert journey.step(state, late) == (state, ())


def test_no_line_moves_under_a_finger_on_a_later_page():
    assert logs.LogsPage(WHO).rereads is not None
    assert logs.LogsPage(WHO, page=1).rereads is None
