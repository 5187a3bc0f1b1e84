"""Couriers get an ES512 token that the public key verifies."""

import jwt
import pytest
from bloqit_locker import BLOQ, NEIGHBOUR, SANDBOX, connected, flaw

from kiosk.sandbox.clouds.bloqit import create

TOKEN = "/couriers/courier-auth/create-token"
SAMPLE_HEAD = "eyJhbGciOiJFUzUxMiIsInR5cCI6IkpXVCJ9"
DAY = 24 * 3600


@pytest.fixture(scope="module")
def app():
    return create()


@pytest.fixture
async def partner(app):
    async with connected(app) as partner:
        yield partner


async def token(partner, **params: object) -> str:
    answer = await partner.http.get(TOKEN, params={"courierID": "DRIVERID1"} | params)
    assert answer.status_code == 200, answer.text
    return answer.json()["token"]


async def claims(partner, **params: object) -> dict:
    pem = (await partner.http.get(f"{SANDBOX}/courier-key")).text
    later = {"verify_exp": False}
    return jwt.decode(await token(partner, **params), pem, algorithms=["ES512"], options=later)


async def test_a_token_has_the_samples_head_and_claims(partner):
    assert (await token(partner)).split(".")[0] == SAMPLE_HEAD
    found = await claims(partner)
    assert found.keys() == {"courier_id", "iat", "exp"}
    assert found["courier_id"] == "DRIVERID1"


async def test_a_changed_token_does_not_verify(partner):
    pem = (await partner.http.get(f"{SANDBOX}/courier-key")).text
    head, payload, seal = (await token(partner)).split(".")
    _, other, _ = (await token(partner, courierID="DRIVERID2")).split(".")
    assert other != payload
    with pytest.raises(jwt.InvalidSignatureError):
        jwt.decode(f"{head}.{other}.{seal}", pem, algorithms=["ES512"])


async def test_only_the_public_half_of_the_key_is_shown(partner):
    pem = (await partner.http.get(f"{SANDBOX}/courier-key")).text
    assert pem.startswith("-----BEGIN PUBLIC KEY-----")
    assert "PRIVATE" not in pem


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        (None, DAY), ("1day", DAY), ("2 days", 2 * DAY), ("10h", 36_000), ("7d", 7 * DAY),
        ("60", 0), ("60000", 60), ("1.5h", 5400), ("1 Minute", 60), ("1y", 31_557_600),
    ],
)  # fmt: skip
async def test_a_token_lives_as_long_as_was_asked(partner, written, seconds):
    asked = {} if written is None else {"expirationDate": written}
    found = await claims(partner, **asked)
    assert abs(found["exp"] - found["iat"] - seconds) <= 1


@pytest.mark.parametrize("written", ["", "soon", "7 lightyears", "-1d", "9" * 12 + "y", "1e9d"])
async def test_a_life_that_cannot_be_is_refused(partner, written):
    params = {"courierID": "d", "expirationDate": written}
    assert flaw(await partner.http.get(TOKEN, params=params)) == (400, "expirationDateInvalid")


@pytest.mark.parametrize(
    "params",
    [
        {"bloqIDs": [BLOQ, NEIGHBOUR]},
        {"bloqIDs": f"{BLOQ},{NEIGHBOUR}"},
        {"bloqIDs[]": [BLOQ, NEIGHBOUR]},
        {"bloqIDs[0]": BLOQ, "bloqIDs[1]": NEIGHBOUR},
    ],
)
async def test_a_token_may_be_for_some_bloqs_only(partner, params):
    assert (await claims(partner, **params))["bloqIDs"] == [BLOQ, NEIGHBOUR]


async def test_a_token_carries_what_the_partner_passed(partner):
    found = await claims(partner, metadata='{"depot":"Łódź"}')
    assert found["metadata"] == {"depot": "Łódź"}


@pytest.mark.parametrize(
    ("params", "code"),
    [
        ({}, "courierIDInvalid"),
        ({"courierID": ""}, "courierIDInvalid"),
        ({"courierID": "d", "bloqIDs": "here"}, "bloqIDsInvalid"),
        ({"courierID": "d", "metadata": "not json"}, "metadataInvalid"),
        ({"courierID": "d", "metadata": "[1]"}, "metadataInvalid"),
        ({"courierID": "d", "metadata": '{"a":NaN}'}, "metadataInvalid"),
        ({"courierID": "d", "metadata": '{"a":' * 2000 + "1" + "}" * 2000}, "metadataInvalid"),
    ],
)
async def test_a_token_that_cannot_be_is_refused(partner, params, code):
    assert flaw(await partner.http.get(TOKEN, params=params)) == (400, code)


async def test_each_start_has_a_key_of_its_own(partner):
    async with connected(create()) as other:
        pem = (await other.http.get(f"{SANDBOX}/courier-key")).text
    with pytest.raises(jwt.InvalidSignatureError):
        jwt.decode(await token(partner), pem, algorithms=["ES512"])
