"""``kiosk service``: the installer's code, and the back office's side of a one-time code."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli_ctl import KIOSK_TOML, ConfigFile, answer_of
from kiosk.domain.accounts import Role
from kiosk.domain.challenge import ServiceAct
from kiosk.domain.errors import ConfigWrong

service = typer.Typer(no_args_is_help=True, help="Service mode: enrolment and one-time codes.")


@service.command()
def enrol(
    role: Annotated[Role, typer.Option(help="Of the account to be made.")] = Role.TECHNICIAN,
    config: ConfigFile = KIOSK_TOML,
) -> None:
    """Say a one-time code with which one account can be made at the screen of this kiosk."""
    said = answer_of(config, "service-enrol", role=role.value)
    typer.echo(said["code"])
    typer.echo(f"for one {said['role']}, {said['minutes']} minutes, three tries", err=True)


@service.command()
def answer(
    nonce: Annotated[str, typer.Argument(help="The eight signs on the kiosk's screen.")],
    act: Annotated[ServiceAct, typer.Argument(help="What the kiosk asks for.")],
    operator: Annotated[str, typer.Argument(help="The technician's id.")],
    key: Annotated[Path, typer.Option(help="The file with that kiosk's key.", dir_okay=False)],
    door: Annotated[str, typer.Option(help="For open and clear: which.")] = "",
) -> None:
    """In the back office: say the ten digits for one act at one kiosk."""
    from kiosk.config.service import service_key
    from kiosk.domain import challenge

    try:
        secret = service_key(key.read_text("ascii").strip())
    except UnicodeDecodeError:
        secret = None
    if secret is None:
        raise ConfigWrong(f"{key}: it must hold {2 * challenge.KEY} hexadecimal digits")
    wish, said = challenge.deed(act, door, operator), challenge.read_nonce(nonce)
    if said is None:
        raise typer.BadParameter(f"a nonce has {challenge.NONCE} letters and digits")
    if wish is None:
        raise typer.BadParameter("open and clear want --door, unlock has none; an id is one word")
    typer.echo(challenge.answer(secret, said, wish))
