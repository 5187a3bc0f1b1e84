"""``kiosk ctl courier-…``: who is let in as a courier, and who no longer is."""

import json
import sys
from typing import Annotated, Any

import typer

from kiosk.cli_ctl import KIOSK_TOML, ConfigFile, answer_of

STDIN = "-"
LONGEST = 4096
Issuer = Annotated[str | None, typer.Option(help="Who gave the id; needed with several.")]
Carrier = Annotated[str | None, typer.Option(help="Whose parcels are this courier's.")]


def add_to(ctl: typer.Typer) -> None:
    """Its verbs stand beside the others."""
    ctl.command()(couriers)
    for verb in (check, deny, allow, not_before, code, code_drop, enrol, unlock):
        ctl.command(name=f"courier-{verb.__name__.replace('_', '-')}")(verb)


def couriers(config: ConfigFile = KIOSK_TOML) -> None:
    """Who is denied, what was called back, codes and PINs there are; never one of them."""
    _say(answer_of(config, "couriers"))


def check(
    token: Annotated[str, typer.Argument(help='The token, or "-" to read it from standard input.')],
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """Whether a token would be taken here, and why not; asks no network, records nothing."""
    text = sys.stdin.read(LONGEST) if token == STDIN else token
    answer = answer_of(config, "courier-check", token=text)
    _say(answer)
    raise typer.Exit(0 if answer["taken"] else 1)


def deny(
    courier: str,
    reason: Annotated[str, typer.Argument(help="Kept beside the id.")],
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """Let this courier in no more, whatever is shown; a session that lasts is ended."""
    _say(answer_of(config, "courier-deny", courier=courier, reason=reason))


def allow(courier: str, config: ConfigFile = KIOSK_TOML) -> None:
    """Let a denied courier in again."""
    _say(answer_of(config, "courier-allow", courier=courier))


def not_before(
    when: Annotated[str, typer.Argument(help='ISO 8601 with a time zone, or "now".')],
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """Call back every token issued up to then; this never moves back."""
    _say(answer_of(config, "courier-not-before", when=when))


def code(
    name: Annotated[str, typer.Argument(help="Your own name for the code.")],
    courier: str,
    issuer: Issuer = None,
    login: Annotated[str, typer.Option(help="Asked for after some wrong codes.")] = "",
    carrier: Carrier = None,
    may: Annotated[str, typer.Option(help="put_in, take_out, or both with a comma.")] = "put_in",
    expires: Annotated[str | None, typer.Option(help="ISO 8601 with a time zone.")] = None,
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """Make a code for a courier that is good without network; it is said this once."""
    given = {"issuer": issuer, "login": login, "carrier": carrier, "may": may, "expires": expires}
    known: dict[str, Any] = {key: word for key, word in given.items() if word is not None}
    _say(answer_of(config, "courier-code", name=name, courier=courier, **known))


def code_drop(name: str, config: ConfigFile = KIOSK_TOML) -> None:
    """The code of this name opens nothing any more."""
    _say(answer_of(config, "courier-code-drop", name=name))


def enrol(
    courier: str,
    issuer: Issuer = None,
    badge: Annotated[str | None, typer.Option(help="The number of a badge to bind.")] = None,
    carrier: Carrier = None,
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """Make a new PIN for a courier, with which parcels are taken out; it is said this once."""
    given = {"issuer": issuer, "badge": badge, "carrier": carrier}
    known: dict[str, Any] = {key: word for key, word in given.items() if word is not None}
    _say(answer_of(config, "courier-enrol", courier=courier, **known))


def unlock(
    courier: str,
    reason: Annotated[str, typer.Argument(help="Goes into the journal.")],
    issuer: Issuer = None,
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """Hear this courier's PIN again after too many wrong ones; it stays the same."""
    known: dict[str, Any] = {} if issuer is None else {"issuer": issuer}
    _say(answer_of(config, "courier-unlock", courier=courier, reason=reason, **known))


def _say(answer: dict[str, Any]) -> None:
    typer.echo(json.dumps(answer, indent=2, ensure_ascii=False))
