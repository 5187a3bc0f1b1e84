"""``kiosk ctl outbox-retry`` and ``outbox-discard``: facts that the cloud refused for good."""

import json
from typing import Annotated

import typer

from kiosk.cli_ctl import KIOSK_TOML, ConfigFile, answer_of

Seq = Annotated[int, typer.Argument(help="Its number, as kiosk ctl outbox says it.")]


def add_to(ctl: typer.Typer) -> None:
    """Its verbs stand beside the others."""
    ctl.command()(outbox_retry)
    ctl.command()(outbox_discard)


def outbox_retry(seq: Seq, config: ConfigFile = KIOSK_TOML) -> None:
    """Tell once more what was set aside, in its own place."""
    typer.echo(json.dumps(answer_of(config, "outbox-retry", seq=seq), indent=2))


def outbox_discard(
    seq: Seq,
    reason: Annotated[str, typer.Argument(help="Goes into the journal.")],
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """Give up what was set aside; that it was given up is told."""
    typer.echo(json.dumps(answer_of(config, "outbox-discard", seq=seq, reason=reason), indent=2))
