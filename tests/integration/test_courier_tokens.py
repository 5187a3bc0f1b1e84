"""Couriers' tokens: which are taken, and every forged, bent, late or stolen one that is not."""

import json
from datetime import timedelta

import pytest

from kiosk.adapters.couriers.tokens import LONGEST, PinnedTokens
from kiosk.domain.couriers import Denials, Refusal, Refused, TokenFacts, TokenRules, judged
from kiosk.domain.trust import ClockState
from kiosk.ports_couriers import IssuerKey
from tests.integration.courier_issuer import (
    HEAD,
    ISSUED,
    claims,
    coded,
    pair,
    pem,
    rewritten,
    signed,
    signed_es256,
    signed_hs,
    signed_text,
    token,
)
from tests.integration.store_bench import NOON

DAY = 24 * 3600
HERE = TokenRules("here")
KEYS = (IssuerKey("acme", pem("acme"), carrier="Acme"), IssuerKey("fast", pem("fast"), kid="f-1"))
R = Refusal


def taken(
    text: str,
    rules: TokenRules = HERE,
    denials: Denials = Denials(),  # noqa: B008
    after: float = 0,
    clock: ClockState = ClockState.TRUSTED,
) -> TokenFacts:
    """Read and judged as at a login. Raises Refused."""
    found = PinnedTokens(KEYS).read(text)
    now = NOON + timedelta(seconds=after)
    if (why := judged(found, rules, denials, now, clock)) is not None:
        raise Refused(why)
    return found


def refusal(text: str, **how: object) -> Refusal:
    with pytest.raises(Refused) as refused:
        taken(text, **how)
    return refused.value.why


def test_a_good_token_says_who_it_is_and_whose_parcels():
    found = taken(token())
    assert (found.courier.issuer, found.courier.id, found.carrier) == ("acme", "DRIVER1", "Acme")
    assert (found.issued_at, found.lockers) == (NOON, ())


def test_the_claim_names_the_carrier_before_the_issuers_own_and_one_without_both_has_none():
    found = taken(token(metadata={"carrier": "Beta", "vehicle": "van 7", "nested": {"a": 1}}))
    assert found.carrier == "Beta"
    assert found.metadata == {"carrier": "Beta", "vehicle": "van 7"}
    assert taken(token("fast", HEAD | {"kid": "f-1"})).carrier is None


NOTHING_SIGNED = f"{coded(json.dumps(HEAD | {'alg': 'none'}))}.{coded(json.dumps(claims()))}"
BODY = json.dumps(claims())
FORGED = {
    "algorithm none": (f"{NOTHING_SIGNED}.AAAA", R.WRONG_ALGORITHM),
    "algorithm none, unsigned": (f"{NOTHING_SIGNED}.", R.MALFORMED),
    "HS256 with the public key": (
        signed_hs(BODY, pem("acme"), HEAD | {"alg": "HS256"}),
        R.WRONG_ALGORITHM,
    ),
    "HS256 that calls itself ES512": (signed_hs(BODY, pem("acme"), HEAD), R.BAD_SIGNATURE),
    "ES256": (signed_es256(BODY), R.WRONG_ALGORITHM),
    "another issuer's key": (token("stranger"), R.BAD_SIGNATURE),
    "one issuer's token under the other's key": (
        token("acme", HEAD | {"kid": "f-1"}),
        R.BAD_SIGNATURE,
    ),
    "r = s = 0": (f"{coded(json.dumps(HEAD))}.{coded(BODY)}.{coded(pair(0, 0))}", R.BAD_SIGNATURE),
    "another's claims": (
        ".".join(
            [
                token().split(".")[0],
                coded(json.dumps(claims(courier_id="X"))),
                *token().split(".")[2:],
            ]
        ),
        R.BAD_SIGNATURE,
    ),
    "a shorter signature": (token()[:-8], R.BAD_SIGNATURE),
    "truncated in the claims": (".".join(token().split(".")[:2]), R.MALFORMED),
    "kid that nobody has": (token(head=HEAD | {"kid": "f-2"}), R.UNKNOWN_KEY),
    "kid that is a path": (token(head=HEAD | {"kid": "../../dev/null"}), R.MALFORMED),
    "kid that is a query": (token(head=HEAD | {"kid": "' OR 1=1"}), R.MALFORMED),
    "kid that is empty": (token(head=HEAD | {"kid": ""}), R.MALFORMED),
    "kid that is a list": (token(head=HEAD | {"kid": ["f-1"]}), R.MALFORMED),
    "kid with a line end": (token("fast", HEAD | {"kid": "f-1\n"}), R.MALFORMED),
    "crit": (token(head=HEAD | {"crit": ["exp"]}), R.MALFORMED),
    "jku": (token(head=HEAD | {"jku": "https://evil.example/keys"}), R.MALFORMED),
    "x5u": (token(head=HEAD | {"x5u": "https://evil.example/cert"}), R.MALFORMED),
    "jwk": (token(head=HEAD | {"jwk": {"kty": "EC"}}), R.MALFORMED),
    "b64 = false": (token(head=HEAD | {"b64": False}), R.MALFORMED),
    "typ of a webhook": (token(head=HEAD | {"typ": "webhook+jwt"}), R.MALFORMED),
    "no typ": (token(head={"alg": "ES512"}), R.MALFORMED),
    "alg twice": (
        signed('{"alg":"none","typ":"JWT","alg":"ES512"}', BODY),
        R.MALFORMED,
    ),
    "a header that is a list": (signed("[]", BODY), R.MALFORMED),
    "spaces behind it": (token() + " ", R.MALFORMED),
    "a line end behind it": (token() + "\n", R.MALFORMED),
    "UTF-16": (token().encode("utf-16-le").decode("latin-1"), R.MALFORMED),
    "claims in UTF-16": (signed(json.dumps(HEAD), BODY.encode("utf-16")), R.MALFORMED),
    "padding": (token().replace(".", "=.", 1), R.MALFORMED),
    "four parts": (token() + ".AAAA", R.MALFORMED),
    "1 MB": ("e" * 1_000_000, R.MALFORMED),
    "one sign too long": (token(metadata={"a": "x" * LONGEST}), R.MALFORMED),
    "nothing": ("", R.MALFORMED),
}


@pytest.mark.parametrize("name", FORGED)
def test_no_forged_token_is_taken(name):
    text, why = FORGED[name]
    assert refusal(text) is why


def test_even_who_has_the_key_writes_each_part_in_one_way_only():
    signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    text = json.dumps(HEAD)
    head, body = coded(text + " " * ((1 - len(text)) % 3)), coded(BODY)
    # One byte in the last four signs: four bits of the last sign say nothing.
    assert len(head) % 4 == 2
    bent = head[:-1] + signs[signs.index(head[-1]) + 1]
    assert taken(signed_text(f"{head}.{body}"))
    assert refusal(signed_text(f"{bent}.{body}")) is R.MALFORMED


BENT = {
    "no courier": claims(courier_id=None),
    "a courier that is a number": claims(courier_id=7),
    "an empty courier": claims(courier_id=""),
    "a courier with a bidi mark": claims(courier_id="A\u202eB"),
    "a courier of 1,000 signs": claims(courier_id="x" * 1000),
    "no iat": claims(iat=None),
    "no exp": claims(exp=None),
    "exp as text": claims(exp=str(ISSUED + DAY)),
    "exp as bool": claims(exp=True),
    "iat as bool": claims(iat=True),
    "exp as fraction": claims(exp=ISSUED + 0.5),
    "exp of 10^30": claims(exp=10**30),
    "exp before 1970": claims(exp=-1),
    "exp Infinity": claims(exp=float("inf")),
    "exp NaN": claims(exp=float("nan")),
    "nbf as text": claims(nbf="soon"),
    "bloqIDs as text": claims(bloqIDs="here"),
    "bloqIDs as object": claims(bloqIDs={"here": 1}),
    "bloqIDs of numbers": claims(bloqIDs=["here", 1]),
    "bloqIDs of null": claims() | {"bloqIDs": None},
    "101 bloqIDs": claims(bloqIDs=["here", *map(str, range(100))]),
    "1,000 bloqIDs": claims(bloqIDs=["here", *map(str, range(1000))]),
    "metadata as list": claims(metadata=["acme"]),
    "a carrier that is a number": claims(metadata={"carrier": 1}),
}


@pytest.mark.parametrize("name", BENT)
def test_no_token_with_bent_claims_is_taken(name):
    assert refusal(signed(json.dumps(HEAD), json.dumps(BENT[name]))) is R.MALFORMED


def test_a_claim_that_stands_there_twice_is_no_claim():
    twice = BODY.replace("{", '{"courier_id": "BOSS", ', 1)
    assert refusal(signed(json.dumps(HEAD), twice)) is R.MALFORMED
    deep = json.dumps(claims(metadata={"a": 1})).replace('{"a": 1}', '{"a": 1, "a": 2}')
    assert refusal(signed(json.dumps(HEAD), deep)) is R.MALFORMED


def test_claims_that_nest_too_deep_are_none():
    assert refusal(signed(json.dumps(HEAD), "[" * 700 + "]" * 700)) is R.MALFORMED


# When.
def test_a_token_ends_120_seconds_after_it_says():
    text = token(exp=ISSUED + 3600)
    assert taken(text, after=3600 + 119)
    assert refusal(text, after=3600 + 120) is R.EXPIRED


def test_a_token_counts_120_seconds_before_it_was_issued():
    assert taken(token(), after=-119)
    assert taken(token(), after=-120)
    assert refusal(token(), after=-121) is R.NOT_YET


def test_a_token_counts_from_its_nbf():
    text = token(nbf=ISSUED + 600)
    assert refusal(text) is R.NOT_YET
    assert taken(text, after=480)


def test_a_token_lives_seven_days_at_most_or_as_long_as_the_operator_says():
    week = token(exp=ISSUED + 7 * DAY)
    assert taken(week)
    assert refusal(token(exp=ISSUED + 7 * DAY + 1)) is R.LIVES_TOO_LONG
    assert refusal(week, rules=TokenRules("here", timedelta(days=1))) is R.LIVES_TOO_LONG
    assert refusal(token(exp=ISSUED)) is R.LIVES_TOO_LONG


def test_with_an_untrusted_clock_only_what_has_surely_run_out_is_refused():
    slow = {"after": -30 * DAY, "clock": ClockState.UNTRUSTED}
    assert taken(token(), **slow)
    assert refusal(token(), after=-30 * DAY) is R.NOT_YET
    # No leeway: what the kiosk takes for now is never later than the truth.
    assert refusal(token(exp=ISSUED + 60), after=60, clock=ClockState.UNTRUSTED) is R.EXPIRED
    assert taken(token(exp=ISSUED + 60), after=60)


# Where.
@pytest.mark.parametrize("name", ["bloqIDs", "bloq_ids", "bloqs"])
def test_a_token_for_some_lockers_counts_at_those(name):
    assert taken(token(**{name: ["there", "here"]}))
    assert refusal(token(**{name: ["there"]})) is R.OTHER_LOCKER
    assert refusal(token(**{name: []})) is R.OTHER_LOCKER
    assert refusal(token(**{name: ["HERE", "here "]})) is R.OTHER_LOCKER


def test_this_locker_stands_in_every_list_there_is():
    assert refusal(token(bloqIDs=["here"], bloqs=["there"])) is R.OTHER_LOCKER


def test_a_token_for_the_whole_network_counts_unless_the_operator_says_otherwise():
    strict = TokenRules("here", anywhere=False)
    assert taken(token())
    assert refusal(token(), rules=strict) is R.NO_LOCKER
    assert taken(token(bloqIDs=["here"]), rules=strict)


# Called back.
def test_a_denied_courier_is_denied_whatever_the_token():
    denied = Denials(frozenset({"DRIVER1"}))
    assert refusal(token(), denials=denied) is R.DENIED
    assert refusal(rewritten(token()), denials=denied) is R.DENIED
    assert refusal(token("fast", HEAD | {"kid": "f-1"}), denials=denied) is R.DENIED
    assert taken(token(courier_id="DRIVER2"), denials=denied)


def test_tokens_issued_up_to_a_moment_are_called_back():
    called = Denials(not_before=NOON)
    assert refusal(token(), denials=called) is R.ISSUED_TOO_EARLY
    assert taken(token(iat=ISSUED + 1), denials=called)
    slow = {"denials": called, "after": -DAY, "clock": ClockState.UNTRUSTED}
    assert refusal(token(), **slow) is R.ISSUED_TOO_EARLY


def test_a_signature_rewritten_without_a_key_is_the_same_courier_with_the_same_token():
    text = token()
    other = rewritten(text)
    assert other != text
    assert taken(other) == taken(text)
    assert taken(other).mark == taken(text).mark != taken(token(courier_id="DRIVER2")).mark


def test_no_refusal_says_what_was_shown():
    for text, _ in FORGED.values():
        with pytest.raises(Refused) as refused:
            taken(text)
        assert str(refused.value) in {why.value for why in Refusal}
        assert refused.value.__cause__ is None


def test_where_no_key_is_pinned_tokens_are_not_offered():
    with pytest.raises(Refused) as refused:
        PinnedTokens(()).read(token())
    assert refused.value.why is R.NOT_OFFERED
