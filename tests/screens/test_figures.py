from datetime import UTC, datetime, timedelta, timezone

import pytest

from kiosk.domain.layout import Millimetres
from kiosk.domain.particulars import Due
from kiosk.viewmodels import figures, spoken


@pytest.mark.parametrize(
    ("inside", "wanted"),
    [
        (Millimetres(430, 90, 500), "books"),
        (Millimetres(430, 190, 500), "shoes"),
        (Millimetres(430, 390, 500), "bottles"),
        (Millimetres(430, 590, 500), "suitcase"),
        (Millimetres(250, 590, 500), "letters"),
        (Millimetres(200, 590, 500), ""),
    ],
)
def test_what_is_drawn_inside_fits_inside(inside: Millimetres, wanted: str):
    assert figures.thing(inside) == wanted


def test_a_qr_code_has_its_quiet_zone():
    path, side = figures.qr("geo:52.5251,13.3694")
    lefts = [int(run.split(" ")[0]) for run in path.split("M")[1:]]
    tops = [int(run.split(" ")[1].split("h")[0]) for run in path.split("M")[1:]]
    assert min(lefts) == min(tops) == figures.QUIET
    assert max(tops) == side - figures.QUIET - 1


@pytest.mark.parametrize(
    ("due", "language", "wanted"),
    [
        (Due(250, "EUR"), "en", "€2.50"),
        (Due(500, "JPY"), "en", "JPY\N{NO-BREAK SPACE}500"),
        (Due(1250, "KWD"), "en", "KWD\N{NO-BREAK SPACE}1.250"),
        (Due(250, "EUR"), "de", "2,50\N{NO-BREAK SPACE}€"),
    ],
)
def test_money_is_written_in_its_currencys_own_smallest_unit(due: Due, language: str, wanted: str):
    assert spoken.money(due, language) == wanted


def test_an_end_is_said_in_the_lockers_own_time_zone():
    late = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    zone = timezone(timedelta(hours=1))
    assert spoken.day(late, zone, "en") == "Wednesday, 25 November, 00:30"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_digits_are_those_on_the_doors(language: str):
    moment = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
    said = spoken.day(moment, UTC, language) + spoken.money(Due(1234, "EUR"), language)
    assert {sign for sign in said if sign.isdigit()} <= set("0123456789")
