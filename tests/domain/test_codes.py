# ruff: noqa: RUF001 - signs that look like others are what these tests are about.
"""What a text in front of the camera or on the keypad is taken for."""

import base64
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.domain.codes import (
    DATUM,
    LONGEST,
    LONGEST_DATUM,
    CourierToken,
    DeliveryQr,
    LocalQr,
    TypedCode,
    Unknown,
    last_four,
    local_qr,
    local_typed,
    normalise,
    normalise_datum,
    parse_scanned,
    parse_typed,
    self_checking,
)
from kiosk.domain.model import Purpose


@pytest.mark.parametrize(
    ("text", "purpose", "reservation", "code"),
    [
        ("DLV-DROP-res1-ABC123", Purpose.DROPOFF, "res1", "ABC123"),
        ("DLV-PICK-res1-0815", Purpose.PICKUP, "res1", "0815"),
        ("DLV-PICK-res_2f-9a-01-77-XYZ", Purpose.PICKUP, "res_2f-9a-01-77", "XYZ"),
        ("DLV-DROP-DLV-PICK-a-1", Purpose.DROPOFF, "DLV-PICK-a", "1"),
    ],
)
def test_a_delivery_qr_is_parted_at_its_last_dash(text, purpose, reservation, code):
    assert parse_scanned(text) == DeliveryQr(purpose, reservation, code)


@pytest.mark.parametrize(
    "text",
    [
        "DLV-PICK-res1-",
        "DLV-PICK--1",
        "DLV-OPEN-res1-1",
        "dlv-pick-res1-1",
        " DLV-PICK-res1-1",
        "DLV-PICK-res1-1\n",
        "DLV-PICK-../../x-1",
        "DLV-PICK-res1-" + "1" * 33,
        "DLV-PICK-" + "r" * 129 + "-1",
    ],
)
def test_a_delivery_qr_of_another_form_is_none(text):
    assert not isinstance(parse_scanned(text), DeliveryQr)


@pytest.mark.parametrize(
    ("text", "network"),
    [
        ("YzQwNWNhZGYtZWJlZS00ZjgzLWE0YjAtMGE4OTBjMzU4MDNl", "SYNQ"),
        ("https://open.harborlockers.com/l/10ab?token=x", "Harbor"),
        ("https://clicknbox.com", "Lok"),
    ],
)
def test_a_code_of_another_network_is_known_by_its_form(text, network):
    assert parse_scanned(text) == Unknown(network)


@pytest.mark.parametrize(
    "text",
    [
        "YzQwNWNhZGYtZWJlZS00ZjgzLWE0YjAtMGE4OTBjMzU4MDN",  # cut off
        "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2",  # no UUID
        "https://harborlockers.com.evil.example/l/1",
        "https://evil.example/harborlockers.com",
        "http://user@clicknbox.com/",
        "HTTPS://CLICKNBOX.COM/\n",
    ],
)
def test_what_only_resembles_another_network_s_code_is_nothing_we_know(text):
    assert parse_scanned(text) == Unknown()


@pytest.mark.parametrize(
    "text", ["550e8400-e29b-41d4-a716-446655440000", "JJD000390007700123456", "A_1/b", "x" * 256]
)
def test_a_plain_text_nobody_could_type_is_kept_for_a_cloud_that_makes_such_codes(text):
    scanned = parse_scanned(text)
    assert isinstance(scanned, Unknown)
    assert scanned.text == text
    assert text not in repr(scanned)
    typed = parse_typed(text)
    assert isinstance(typed, Unknown)
    assert typed.text == ""


@pytest.mark.parametrize(
    "text", ["x" * 257, "https://evil.example/1", "https://clicknbox.com", "a\nb" * 9, "\x00" * 20]
)
def test_what_no_cloud_makes_a_code_of_is_not_kept(text):
    scanned = parse_scanned(text)
    assert isinstance(scanned, Unknown)
    assert scanned.text == ""


def _base64(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode(errors="surrogateescape")).decode().rstrip("=")


SIGNED = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVPmB92K27uhbUJU1p1r"


def test_a_signed_token_is_a_courier_s():
    assert parse_scanned(SIGNED) == CourierToken(SIGNED)
    assert parse_typed(SIGNED) == Unknown()


def test_a_courier_s_token_may_have_two_kilobytes_and_no_sign_more():
    head, signature = _base64('{"alg":"ES512","typ":"JWT"}'), "A" * 176
    token = f"{head}.{'b' * (2048 - len(head) - len(signature) - 2)}.{signature}"
    assert len(token) == 2048
    assert parse_scanned(token) == CourierToken(token)
    assert parse_scanned(token + "A") == Unknown()
    assert parse_scanned("b" * 2048) == Unknown()


@pytest.mark.parametrize(
    ("head", "signature"),
    [
        ('{"typ":"JWT"}', "dBjftJeZ4CVPmB92K27uhbUJU1p1r"),
        ('{"alg":1}', "dBjftJeZ4CVPmB92K27uhbUJU1p1r"),
        ('{"a":' + "[" * 500, "dBjftJeZ4CVPmB92K27uhbUJU1p1r"),
        ('{"alg":"none"}', ""),
        ('{"\udcff', "dBjftJeZ4CVPmB92K27uhbUJU1p1r"),
    ],
    ids=range(5),
)
def test_what_only_resembles_a_signed_token_is_nothing_we_know(head, signature):
    assert parse_scanned(f"{_base64(head)}.eyJzdWIiOiIxIn0.{signature}") == Unknown()


@pytest.mark.parametrize(
    "text", ["123456", "12 34-56", "１２３４５６", "12\u200b34\u202e56", "12–34—56"]
)
def test_spaces_dashes_and_invisible_marks_are_no_part_of_a_code(text):
    assert parse_typed(text) == TypedCode("123456")


def test_case_is_kept():
    assert parse_typed("aB12") == TypedCode("aB12")


def test_a_plain_qr_of_a_typed_code_is_that_code():
    assert parse_scanned("123456") == TypedCode("123456")


HOSTILE = [
    "A" * 10_000,
    "1" * (LONGEST + 1),
    "-" * LONGEST,
    "\ufdfa" * LONGEST,
    "\x00\x01\x1b[2J",
    "\u202e\u2066\u200f",
    "' OR 1=1 --",
    "'; DROP TABLE code; --",
    "https://example.com/login?next=//evil",
    "javascript:alert(1)",
    "<img src=x onerror=alert(1)>",
    "../../etc/passwd",
    "%n%n%s{0.__class__}",
    "\ud800",
    "a." * 500,
    "",
]


@pytest.mark.parametrize("parse", [parse_scanned, parse_typed])
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_nothing_we_know(parse, text):
    assert isinstance(parse(text), Unknown)


@pytest.mark.parametrize("text", ["DROP TABLE code", "DLV-PICK-r1-", "Robert"])
def test_plain_words_are_no_more_than_a_wrong_code(text):
    assert isinstance(parse_scanned(text), TypedCode)


@given(st.text(max_size=1100))
@example("DROP TABLE code")
@example("DLV-PICK-‮-1")
def test_whatever_is_shown_becomes_a_short_plain_text_or_nothing(text):
    for code in (parse_scanned(text), parse_typed(text)):
        match code:
            case TypedCode(typed):
                assert 1 <= len(typed) <= 32
                assert typed.isalnum()
                assert not any(unicodedata.category(sign) in {"Cc", "Cf", "Cs"} for sign in typed)
                assert (code.made_here, code.mistyped) != (True, True)
            case DeliveryQr(_, reservation, proof):
                assert f"{reservation}{proof}".isascii()
                assert len(reservation) <= 128
            case LocalQr(token):
                assert token.isascii()
                assert token.startswith("PLK1-")
            case CourierToken(token):
                assert token.isascii()
            case Unknown(network):
                assert network in {None, "SYNQ", "Harbor", "Lok"}


@given(st.text(alphabet="DLV-PICKROA1_.~", max_size=60))
def test_what_looks_nearly_like_a_delivery_qr_never_raises(text):
    parse_scanned("DLV-PICK-" + text)


@given(st.text(max_size=64))
@example("A\u00a8")
def test_normalising_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)


def test_a_code_is_never_shown_by_chance():
    codes = [TypedCode("424242"), LocalQr("424242"), DeliveryQr(Purpose.PICKUP, "r1", "424242")]
    assert not any("424242" in repr(code) for code in codes)


# The second datum, and who needs a second look.


@pytest.mark.parametrize(
    ("text", "four"),
    [
        ("+49 170 123 45 67", "4567"),
        ("(0)170/1234567", "4567"),
        ("ORDER-7", "DER7"),
        ("a1b2c3d4", "1234"),
        ("xy", None),
        ("12-3", None),
        ("", None),
        ("ab\u202ecd", "abcd"),
    ],
)
def test_the_datum_is_the_last_four_digits_or_else_the_last_four_signs(text, four):
    assert last_four(text) == four


@pytest.mark.parametrize("text", ["AB12", "ab 12", "a-b-1-2", "ＡＢ１２"])
def test_a_datum_is_compared_without_regard_to_case_and_spaces(text):
    assert normalise_datum(text) == "ab12"


@pytest.mark.parametrize("text", ["491701234567", "ORDER-7", "r456", "a1b2c3d4"])
def test_a_datum_typed_in_full_is_judged_by_its_last_four_like_those_four_alone(text):
    assert len(text) <= LONGEST_DATUM
    four = last_four(text)
    assert four is not None
    assert last_four(four) == four


@given(st.text(max_size=40))
def test_a_datum_never_raises_and_has_four_signs(text):
    four = last_four(text)
    assert four is None or len(four) == DATUM


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        (local_typed(4711), True),
        (local_qr(4711), True),
        ("123456", False),
        ("DLV-PICK-r1-A1", False),
        ("https://example.com", False),
    ],
)
def test_only_what_carries_a_checksum_is_sure_at_the_first_reading(text, sure):
    assert self_checking(text) is sure
