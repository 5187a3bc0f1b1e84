"""E-mail, handed to the operator's own mail server."""

import asyncio
import re
import smtplib
import socket
import ssl
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from functools import partial
from threading import Event
from typing import ClassVar, Literal

from pydantic import Field

from kiosk.config.credentials import Credential
from kiosk.config.sections import Section
from kiosk.domain.errors import (
    NoticeDeferred,
    NoticeDoubtful,
    NoticeForbidden,
    NoticeRefused,
    NoticeUnsent,
)
from kiosk.domain.particulars import Contact
from kiosk.ports import Clock
from kiosk.ports_notices import Message, Notifier, NotifierSettings

TIMEOUT = 15.0
"""Seconds for one step of the conversation."""
SEVEN_BIT = SMTP.clone(cte_type="7bit")
"""Every server takes it, whatever it offers."""
PORTS = {"starttls": 587, "tls": 465, "none": 25}
HERE = ("localhost", "127.0.0.1", "::1")
CLOSING = 421
ADDRESS = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{2,63}"
"""What every mail server takes; one in other letters or in quotes is reached another way."""
_ADDRESS = re.compile(ADDRESS)


class SmtpSection(Section):
    """[notifier.smtp]: the operator's mail server."""

    host: str = Field(
        pattern=r"^[A-Za-z0-9.:-]{1,253}$", description='a name like "mail.example.com"'
    )
    port: int | None = Field(
        default=None, ge=1, le=65535, description="a whole number from 1 to 65535"
    )
    security: Literal["starttls", "tls", "none"] = Field(
        default="starttls", description='"starttls", "tls", or "none" on this very machine'
    )
    sender: str = Field(pattern=f"^{ADDRESS}$", description='an address like "locker@example.com"')
    user: str = Field(
        default="", pattern=r"^[\x21-\x7e]{0,254}$", description="a name without spaces"
    )
    password: Credential = ""


class Conversation(smtplib.SMTP):
    """Over a line that is open already: who waits for its first word can be told to hang up."""

    def __init__(self, line: socket.socket, host: str, port: int, me: str) -> None:
        self._open = line
        super().__init__(host, port, me, timeout=TIMEOUT)

    def _get_socket(self, *_: object) -> socket.socket:
        return self._open


class Smtp:
    """One mail at a time, each in a conversation of its own on a thread of its own."""

    idempotent = False

    def __init__(
        self, section: SmtpSection, password: str, clock: Clock, tls: ssl.SSLContext | None = None
    ) -> None:
        self._section = section
        self._password = password
        self._clock = clock
        self._tls = tls
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="smtp")
        self._line: socket.socket | None = None
        self._over = Event()
        """Nobody waits for the mail under way any more."""

    def reaches(self, contact: Contact) -> bool:
        return len(contact.email) <= 254 and _ADDRESS.fullmatch(contact.email) is not None

    async def send(self, message: Message) -> None:
        await self._talk(partial(self._hand_over, self._mail(message), message.to.email))

    async def ping(self) -> None:
        await self._talk(lambda _server: None)

    async def aclose(self) -> None:
        self._hang_up()
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _talk(self, say: Callable[[smtplib.SMTP], None]) -> None:
        loop, over = asyncio.get_running_loop(), Event()
        self._over = over
        try:
            await loop.run_in_executor(self._thread, self._converse, say, over)
        except asyncio.CancelledError:
            # The thread cannot be cancelled; without a line it ends by itself.
            self._hang_up()
            raise

    def _hang_up(self) -> None:
        self._over.set()
        if self._line is not None:
            with suppress(OSError):
                self._line.shutdown(socket.SHUT_RDWR)

    def _converse(self, say: Callable[[smtplib.SMTP], None], over: Event) -> None:
        """Log in, say it, part. Raises NoticeError."""
        try:
            server = self._connected(over)
        except smtplib.SMTPAuthenticationError as error:
            raise NoticeForbidden(f"the login was answered with {error.smtp_code}") from None
        except (smtplib.SMTPNotSupportedError, ssl.SSLCertVerificationError) as error:
            raise NoticeForbidden(f"no safe line: {type(error).__name__}") from None
        except (OSError, smtplib.SMTPException) as error:
            raise NoticeUnsent(type(error).__name__) from None
        try:
            say(server)
        finally:
            self._line = None
            with suppress(OSError, smtplib.SMTPException):
                server.quit()
            server.close()

    def _connected(self, over: Event) -> smtplib.SMTP:
        section = self._section
        port = section.port or PORTS[section.security]
        # Named by hand: the library would ask the network for this machine's name.
        me = section.sender.partition("@")[2]
        self._line = socket.create_connection((section.host, port), TIMEOUT)
        try:
            if over.is_set():  # while the line was being opened: nobody could shut it then
                raise ConnectionAbortedError
            if section.security == "tls":
                self._line = self._context().wrap_socket(self._line, server_hostname=section.host)
            server = Conversation(self._line, section.host, port, me)
        except BaseException:
            self._line.close()
            raise
        try:
            if section.security == "starttls":
                server.starttls(context=self._context())
                self._line = server.sock
            if section.user:
                server.login(section.user, self._password)
            else:
                server.ehlo_or_helo_if_needed()
        except BaseException:
            server.close()
            raise
        return server

    def _context(self) -> ssl.SSLContext:
        return self._tls or ssl.create_default_context()

    def _hand_over(self, mail: EmailMessage, address: str, server: smtplib.SMTP) -> None:
        try:
            _judge("the sender", *server.mail(self._section.sender))
            _judge("the address", *server.rcpt(address))
            _judge("the mail", *server.docmd("DATA"), wanted=354)
        except (OSError, smtplib.SMTPException) as error:
            raise NoticeUnsent(type(error).__name__) from None
        try:
            body = re.sub(rb"(?m)^\.", b"..", mail.as_bytes())
            server.send(body + b".\r\n")
            code, _ = server.getreply()
        except (OSError, smtplib.SMTPException) as error:
            raise NoticeDoubtful(f"{type(error).__name__} after the mail") from None
        _judge("the mail", code)

    def _mail(self, message: Message) -> EmailMessage:
        mail = EmailMessage(policy=SEVEN_BIT)
        mail["From"] = self._section.sender
        mail["To"] = message.to.email
        mail["Subject"] = message.subject
        mail["Date"] = format_datetime(self._clock.now())
        # The same however often it is sent: many a mailbox shows twins once.
        mail["Message-ID"] = f"<{message.id}@{self._section.sender.partition('@')[2]}>"
        mail["Auto-Submitted"] = "auto-generated"
        mail.set_content(message.text)
        mail["Content-Language"] = message.language
        return mail


class SmtpMaker:
    """Makes it of [notifier.smtp]."""

    section = SmtpSection
    credentials: ClassVar[tuple[str, ...]] = ("password",)

    def objections(self, settings: NotifierSettings) -> Iterator[tuple[str, str]]:
        section: SmtpSection = settings.section
        if section.security == "none" and section.host not in HERE:
            yield "security", '"starttls" or "tls" for a server that is not this very machine'
        if section.user and not section.password:
            yield "password", "there where user is"
        if section.password and not section.user:
            yield "user", "there where password is"

    def connect(self, settings: NotifierSettings, locker: str, clock: Clock) -> Notifier:
        return Smtp(settings.section, settings.secrets.get("password", ""), clock)


def _judge(what: str, code: int, _said: bytes = b"", wanted: int = 0) -> None:
    """Raises NoticeError unless the server is content; its own words may quote the address."""
    if code == wanted or (not wanted and 200 <= code < 300):
        return
    if code == CLOSING or code < 0:
        raise NoticeUnsent(f"{what} was answered with {code}")
    if 400 <= code < 500:
        raise NoticeDeferred(f"{what} was answered with {code}")
    if code in (530, 535, 538):
        raise NoticeForbidden(f"{what} was answered with {code}")
    raise NoticeRefused(f"{what} was answered with {code}")


NOTIFIER = SmtpMaker()
