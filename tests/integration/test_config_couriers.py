"""[couriers] of kiosk.toml: keys are pinned here, and every slip is one sentence."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from kiosk.config import load
from kiosk.domain.errors import ConfigWrong
from kiosk.ports_couriers import NO_COURIERS
from tests.integration.asked import write
from tests.integration.courier_issuer import key, pem

KEY = '[couriers.keys.acme]\npem = "acme.pem"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "acme.pem").write_bytes(pem("acme"))
    (tmp_path / "p256.pem").write_bytes(pem("p256"))
    private = key("acme").private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (tmp_path / "private.pem").write_bytes(private)
    return tmp_path


def test_without_the_section_nobody_is_let_in_but_by_codes_given_here(folder: Path):
    assert load(write(folder)).couriers == NO_COURIERS


def test_two_keys_may_be_one_issuers(folder: Path):
    second = '[couriers.keys.next]\npem = "acme.pem"\nissuer = "acme"\nkid = "k2"\ncarrier = "A"\n'
    found = load(write(folder, f"[couriers]\nlongest_days = 1\n{KEY}{second}")).couriers
    assert [(one.issuer, one.kid, one.carrier) for one in found.keys] == [
        ("acme", "", None),
        ("acme", "k2", "A"),
    ]
    assert (found.longest.days, found.anywhere, found.external) == (1, True, None)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (KEY.replace("acme.pem", "none.pem"), "keys.acme.pem"),
        (KEY.replace("acme.pem", "p256.pem"), "a PEM file of one public key of the curve P-521"),
        (KEY.replace("acme.pem", "private.pem"), "a PEM file of one public key of the curve P-521"),
        (KEY + 'kid = "../x"\n', "at most 64 letters"),
        (KEY + 'url = "https://evil.example/jwks"\n', "is not known"),
        ('[couriers]\nexternal_url = "http://partner.example/login"\n', "an address like"),
        ('[couriers]\nexternal_url = "https://a:b@partner.example/"\n', "an address like"),
        ('[couriers]\nexternal_key = "env:X"\n', "left out without external_url"),
        ("[couriers]\nlongest_days = 0\n", "whole days from 1 to 366"),
        ('[couriers]\nbadge_reader = "event0"\n', "a device like"),
    ],
)
def test_a_slip_is_named_with_what_is_allowed(folder: Path, text: str, says: str):
    with pytest.raises(ConfigWrong, match="couriers") as wrong:
        load(write(folder, text))
    assert says in str(wrong.value)
    assert "PRIVATE" not in str(wrong.value)
