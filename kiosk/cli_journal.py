"""``kiosk journal``: checks and exports the journal; a running kiosk is asked over its socket."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.cli_ctl import KIOSK_TOML, ConfigFile, answer_of
from kiosk.domain.chain import KEY
from kiosk.domain.verifying import Bad, Head, Verifier
from kiosk.services.journal_files import LONGEST_LINE, check, lines_of
from kiosk.services.local import NotPossible

EVIDENCE_WAITS = 60.0
"""Seconds; all that happened since is looked through."""
KeyFiles = Annotated[
    list[Path] | None, typer.Option("--key", help="A verification key; several for several chains.")
]
Told = Annotated[
    str | None, typer.Option("--head", help="SEQ:HASH as it was told: it must still be there.")
]

journal = typer.Typer(no_args_is_help=True, help="Check and export the journal.")


def add_to(ctl: typer.Typer) -> None:
    """What is asked beside the other verbs."""
    ctl.command()(evidence)


@journal.command()
def verify(
    file: Annotated[Path | None, typer.Argument(help="Exported, or evidence.")] = None,
    key: KeyFiles = None,
    head: Told = None,
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """Name the first record that is not right; without a file, of the running kiosk.

    Ends with 0 when all is well, else with 1. Without a key only the hashes are checked.
    """
    verifier = Verifier(dict(map(_key, key or [])), _told(head))
    locker = _running(config, verifier) if file is None else _exported(file, verifier)
    bad = verifier.bad
    answer = {
        "ok": bad is None,
        "locker": locker,
        "records": verifier.records,
        "begins": verifier.begins,
        "last": verifier.last,
        "signatures_checked": verifier.signed,
        "erased": verifier.erased,
        "first_bad": None if bad is None else {"seq": bad.seq, "why": bad.why},
    }
    typer.echo(json.dumps(answer, indent=2, ensure_ascii=False))
    raise typer.Exit(0 if bad is None else 1)


@journal.command()
def export(file: Path, config: ConfigFile = KIOSK_TOML) -> None:
    """Write the running kiosk's journal into a file, one record a line."""
    _new(file)
    head = answer_of(config, "journal-head")
    end = {name: head[name] for name in ("seq", "hash", "chain", "epoch", "mac")}
    written = lines_of(head["locker"], _records(config, head["seq"]), end)
    _write(file, written)
    typer.echo(json.dumps({"file": str(file), "records_to": head["seq"]}))


@journal.command()
def key(file: Path, config: ConfigFile = KIOSK_TOML) -> None:
    """Take the verification key off this machine: it is said once, then deleted here.

    Keep it elsewhere: who has it can check every signature, and could forge every one.
    """
    _new(file)
    _write(file, [])  # first: a key that cannot be written down must not be gone
    try:
        answer = answer_of(config, "journal-key")
    except BaseException:
        file.unlink()
        raise
    _write(file, [json.dumps(answer) + "\n"])
    typer.echo(json.dumps({"file": str(file)}))


def evidence(ref: str, file: Path, config: ConfigFile = KIOSK_TOML) -> None:
    """Write what the journal says about one parcel into a file for `kiosk journal verify`."""
    _new(file)
    answer = answer_of(config, "evidence", EVIDENCE_WAITS, ref=ref)
    _write(file, [json.dumps(answer, separators=(",", ":")) + "\n"])
    records = sum("body" not in item for item in answer["chain"])
    typer.echo(json.dumps({"file": str(file), "records": records}))


def _running(config: Path, verifier: Verifier) -> str:
    head = answer_of(config, "journal-head")
    verifier.take_all(_records(config, head["seq"]))
    verifier.end(head)
    if verifier.bad is None and not head["sealed"]:
        verifier.bad = Bad(verifier.last + 1, "it is missing: the end is not signed")
    return str(head["locker"])


def _records(config: Path, last: int) -> Iterator[dict[str, Any]]:
    after = 0
    while after < last:
        page = answer_of(config, "journal-records", after=after)["records"]
        if not page:
            return
        yield from (record for record in page if record["seq"] <= last)
        after = page[-1]["seq"]


def _exported(file: Path, verifier: Verifier) -> str:
    with file.open("rb") as opened:
        return check(opened, verifier)


def _key(file: Path) -> tuple[str, bytes]:
    try:
        with file.open("rb") as opened:
            said = json.loads(opened.readline(LONGEST_LINE))
        seed = bytes.fromhex(said["key"])
        if len(seed) != KEY:
            raise ValueError
        return str(said["chain"]), seed
    except (ValueError, KeyError, TypeError) as error:
        raise NotPossible(f"{file}: it is no verification key") from error


def _told(head: str | None) -> Head | None:
    if head is None:
        return None
    seq, _, sum_ = head.partition(":")
    if not seq.isdecimal() or not sum_:
        raise typer.BadParameter("--head is SEQ:HASH")
    return Head(int(seq), sum_)


def _new(file: Path) -> None:
    """What is there is never written over. Raises NotPossible."""
    if file.exists() or file.is_symlink():
        raise NotPossible(f"{file} is there already")


def _write(file: Path, lines: Any) -> None:
    """For its owner only: what is in it concerns people."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
        opened.writelines(lines)
