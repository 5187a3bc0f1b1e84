"""Messages in the language of whom they are for."""

import re
from datetime import datetime, timedelta, timezone

import pytest

from kiosk.domain import notices
from kiosk.domain.layout import Owner
from kiosk.domain.model import Channel, Event, Kind, ReservationId
from kiosk.runtime.catalogues import notice_texts
from kiosk.services import notice_texts as texts
from kiosk.services.notice_texts import Letters
from tests.integration.store_bench import NOON, reservation
from tests.lint.tree import ROOT

CATALOGUES = notice_texts(ROOT / "translations")
ZONE = timezone(timedelta(hours=2))
CODE = "123456782"
LATIN = re.compile("[A-Za-z]")
BOTH = {"typed": CODE, "dropoff_typed": "876543210"}


def letter(name=notices.READY, *, first="en", place="Bahnhofplatz 4", words=None, **facts):
    letters = Letters(CATALOGUES, first, place, ZONE, "+49 30 5550123")
    about = reservation("local-1", **{"owner": Owner.LOCAL, "language": None, **facts})
    data = {"until": None}
    event = Event(
        1,
        "e",
        name,
        ReservationId("local-1"),
        Owner.LOCAL,
        NOON,
        data,
        channel=Channel.NOTIFIER,
        sealed={"typed": CODE} if words is None else words,
    )
    return letters.write(event, about)


def test_a_message_says_what_where_with_which_code_until_when_and_who_helps():
    ready = letter(kind=Kind.SEND, expires_at=datetime.fromisoformat("2026-05-07T12:00:00+00:00"))
    assert ready.subject == "A parcel for you at Bahnhofplatz 4"
    assert ready.text == (
        "Somebody has put a parcel for you into the locker Bahnhofplatz 4.\n\n"
        "Your code: 123456782\n\n"
        "Touch Pick up on its screen and type the code: the door opens.\n\n"
        "Who has this code can open the door: keep it to yourself.\n\n"
        "It is kept for you until 2026-05-07 14:00.\n\n"
        "Questions? Call +49 30 5550123.\n"
    )


def test_who_stores_something_is_not_told_of_somebody_elses_parcel():
    assert letter(kind=Kind.STORE).subject == "What you stored at Bahnhofplatz 4"


def test_a_time_that_has_run_out_is_not_promised():
    ended = letter(notices.ENDED, words={})
    assert "kept for you" not in ended.text
    assert "Questions? Call" in ended.text


def test_new_codes_are_told_apart():
    text = letter(notices.REPLACED, words=BOTH, kind=Kind.STORE).text
    assert "Your code to put it in: 876543210" in text
    assert f"Your code to take it out: {CODE}" in text


@pytest.mark.parametrize(
    ("wished", "first", "spoken"),
    [
        ("ar", "en", "ar"),
        ("ar-EG", "en", "ar"),
        (None, "ar", "ar"),
        ("xx", "ar", "ar"),
        ("en-GB", "ar", "en"),
        ("xx", "yy", "en"),
    ],
)
def test_the_language_is_the_persons_else_the_kiosks_first(wished, first, spoken):
    assert letter(language=wished, first=first).language == spoken


@pytest.mark.parametrize("language", sorted(CATALOGUES))
@pytest.mark.parametrize("name", sorted(texts.HEADS))
def test_every_message_is_whole_in_every_language(name, language):
    written = letter(name, language=language, words=BOTH, place="4")
    plain = written.text.replace("+49 30 5550123", "")
    assert "%" not in written.subject + written.text
    assert written.language == language
    assert CODE in written.text
    if language == "ar":
        assert not LATIN.search(written.subject + plain)


def test_a_name_that_looks_like_a_placeholder_or_breaks_lines_stays_a_name():
    written = letter(place="Gate %1\nBcc: x@y.de")
    assert written.subject == "A parcel for you at Gate %1 Bcc: x@y.de"
