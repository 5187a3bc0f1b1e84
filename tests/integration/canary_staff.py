"""A day of couriers and technicians at the screen; all that is typed or held up is remembered."""

import asyncio
import json
import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime

from kiosk.domain.flows import journey
from kiosk.domain.flows.courier.proving import AskCourierPin
from kiosk.domain.flows.courier.round import Chore, ChoreChosen, LogOutAsked, Round, RoundDone
from kiosk.domain.flows.courier.signin import StaffAsked, StaffEntrance, Way, WayChosen
from kiosk.domain.flows.forms import AskStaff, BadgeShown, Line, LogInStopped
from kiosk.domain.flows.home import Home, Refused
from kiosk.domain.flows.inputs import CodeShown, Entered, FinishAsked, KeyPressed, WentBack
from kiosk.domain.flows.service.bench import Bench
from kiosk.domain.flows.service.enrolling import AccountReady
from kiosk.services.courier_logins import Refused as CourierRefused
from tests.integration.asked import Asked
from tests.integration.canary_ways import digits
from tests.integration.courier_issuer import token

CONFIG = """
[couriers]
external_url = "{url}"
[couriers.keys.acme]
pem = "acme.pem"
carrier = "Acme"
"""


class StaffDay:
    """Who works here, by every way in there is."""

    def __init__(self, kiosk: Asked) -> None:
        self._kiosk = kiosk
        self._session = kiosk.machine.session
        self.secrets: set[str] = set()

    def secret(self, text: str) -> str:
        self.secrets.add(text)
        return text

    async def couriers(self) -> None:
        """By token, code, badge and credentials; each mistypes once."""
        await self._by_token()
        await self._by_code()
        await self._by_badge()
        await self._by_credentials()

    async def technicians(self) -> None:
        """One enrols with the installer's code, mistypes, gets in, and leaves."""
        code = self.secret((await self._kiosk.ask("service-enrol"))["code"])
        pin = self.secret("83" + digits(10))
        await self._enter(Way.ENROL)
        await self._says(Line.INSTALLER_CODE, code)
        await self._says(Line.NEW_ACCOUNT, "t-1")
        await self._says(Line.NEW_NAME, self.secret(f"Tom {secrets.token_hex(5)}"))
        await self._says(Line.NEW_PIN, pin)
        await self._says(Line.NEW_PIN_AGAIN, pin)
        await self._kiosk.sees(AccountReady)
        self._session.post(WentBack())
        await self._kiosk.sees(Home)
        for said in (self.secret("47" + digits(10)), pin):
            await self._enter(Way.TECHNICIAN)
            await self._says(Line.ACCOUNT, "t-1")
            await self._says(Line.PIN, said)
            if said is not pin:
                await self._stopped()
        await self._kiosk.sees(Bench)
        self._session.post(WentBack())
        await self._kiosk.sees(Home)

    async def strangers(self) -> None:
        """Tokens and codes that let nobody in."""
        logins = self._kiosk.machine.couriers.logins
        for _ in range(6):
            forged = self.secret(".".join(secrets.token_urlsafe(24) for _ in range(3)))
            self._session.post(CodeShown(forged))
            await self._kiosk.sees(Refused)
            self._session.post(FinishAsked())
            await self._kiosk.sees(Home)
            with suppress(CourierRefused):
                await logins.by_token(forged)
            with suppress(CourierRefused):
                await logins.by_code(self.secret(digits(12)))
        self._session.post(CodeShown(self._token("stranger", courier_id="D-66")))
        await self._stopped()

    async def _by_token(self) -> None:
        pin = self.secret((await self._kiosk.ask("courier-enrol", courier="D-17"))["pin"])
        vehicle = self.secret(f"VAN{secrets.token_hex(5)}")
        shown = self._token("acme", courier_id="D-17", metadata={"vehicle": vehicle})
        self._session.post(CodeShown(shown))
        await self._kiosk.sees(Round)
        self._session.post(ChoreChosen(Chore.PROVE))
        await self._kiosk.sees(AskCourierPin)
        self._types(self.secret("9" + digits(11)))
        self._session.post(Entered())
        await self._shows(lambda state: getattr(state, "wrong", None) is not None)
        self._types(pin)
        self._session.post(Entered())
        await self._kiosk.sees(Round)
        await self._out()

    def _token(self, signer: str, **claims: object) -> str:
        now = int(datetime.now(UTC).timestamp())
        made = token(signer, iat=now, exp=now + 8 * 3600, **claims)
        for part in (made, *made.split(".")[1:]):
            self.secret(part)
        return made

    async def _by_code(self) -> None:
        given = {"name": "c-1", "courier": "D-18"}
        code = self.secret((await self._kiosk.ask("courier-code", **given))["code"])
        await self._enter(Way.CODE)
        await self._says(Line.CODE, self.secret(digits(11)))
        await self._stopped()
        await self._enter(Way.CODE)
        await self._says(Line.CODE, code)
        await self._kiosk.sees(Round)
        await self._out()

    async def code_with_login(self) -> None:
        """After so many wrong ones a code counts together with its login only."""
        login = self.secret(f"drv{secrets.token_hex(5)}")
        given = {"name": "c-2", "courier": "D-21", "login": login}
        code = self.secret((await self._kiosk.ask("courier-code", **given))["code"])
        await self._enter(Way.CODE)
        await self._says(Line.CODE, code)
        await self._says(Line.LOGIN, login)
        await self._kiosk.sees(Round)
        await self._out()

    async def _by_badge(self) -> None:
        badge = self.secret(secrets.token_hex(8))
        given = {"courier": "D-19", "badge": badge}
        pin = self.secret((await self._kiosk.ask("courier-enrol", **given))["pin"])
        for said in (self.secret("5" + digits(11)), pin):
            self._session.post(BadgeShown(badge))
            await self._says(Line.PIN, said)
            if said is not pin:
                await self._stopped()
        await self._kiosk.sees(Round)
        await self._out()

    async def _by_credentials(self) -> None:
        await self._enter(Way.CREDENTIALS)
        await self._says(Line.LOGIN, self.secret(f"drv{secrets.token_hex(5)}"))
        await self._says(Line.SECRET, self.secret(secrets.token_urlsafe(12)))
        await self._kiosk.sees(Round)
        await self._out()

    async def _enter(self, way: Way) -> None:
        self._session.post(StaffAsked())
        await self._shows(lambda state: isinstance(state, StaffEntrance) and way in state.offers)
        self._session.post(WayChosen(way))

    async def _says(self, line: Line, text: str) -> None:
        """Type one line once it is asked for."""
        await self._shows(lambda state: isinstance(state, AskStaff) and state.line is line)
        self._types(text)
        self._session.post(Entered())

    async def _shows(self, so: Callable[[journey.State], bool]) -> None:
        async with asyncio.timeout(10):
            while not so(self._session.state):
                await asyncio.sleep(0.01)

    def _types(self, text: str) -> None:
        for sign in text:
            self._session.post(KeyPressed(sign))

    async def _stopped(self) -> None:
        await self._kiosk.sees(LogInStopped)
        self._session.post(WentBack())
        await self._kiosk.sees(StaffEntrance)
        self._session.post(WentBack())
        await self._kiosk.sees(Home)

    async def _out(self) -> None:
        self._session.post(LogOutAsked())
        await self._kiosk.sees(RoundDone)
        self._session.post(FinishAsked())
        await self._kiosk.sees(Home)


KNOWN = json.dumps({"valid": True, "courier": "D-20", "carrier": "Acme"}).encode()
"""What the partner says of any login."""
