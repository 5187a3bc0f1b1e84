"""A real mail server on this machine, as small as can be; it keeps what it takes."""

import asyncio
import base64
import ssl
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

OK, CLOSE = "250 fine", "cut"
DATA_END = "."
"""Instead of a verb: how the mail itself is answered."""


@dataclass
class MailEnd:
    """``answers`` by verb, each once, before all is well again; CLOSE hangs up instead."""

    port: int = 0
    tls: ssl.SSLContext | None = None
    user: str = ""
    password: str = ""
    answers: dict[str, deque[str]] = field(default_factory=dict)
    silent: bool = False
    mails: list[EmailMessage] = field(default_factory=list)
    to: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    """Every verb, with the line it came over: "MAIL tls"."""
    waiting: asyncio.Event = field(default_factory=asyncio.Event)
    """Somebody waits for a server that does not answer."""
    gone: asyncio.Event = field(default_factory=asyncio.Event)
    """Somebody who had called is not there any more."""

    def answers_once(self, verb: str, *said: str) -> None:
        self.answers[verb] = deque(said)

    def texts(self) -> list[str]:
        return [mail.get_content().replace("\r\n", "\n") for mail in self.mails]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._talk(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            pass  # whoever called has hung up
        finally:
            writer.close()
            self.gone.set()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        over = "tls" if writer.get_extra_info("ssl_object") else "plain"
        if self.silent:
            self.waiting.set()
            await reader.read()
            return
        said = "220 here"
        while True:
            writer.write(f"{said}\r\n".encode())
            await writer.drain()
            line = (await reader.readuntil(b"\r\n")).decode().strip()
            verb, _, rest = line.partition(" ")
            self.heard.append(f"{verb.upper()} {over}")
            said = self._answer(verb.upper(), rest)
            if verb.upper() == "AUTH" and rest.startswith("PLAIN"):
                said = self._login(rest.removeprefix("PLAIN").strip())
            if said == CLOSE or verb.upper() == "QUIT":
                return
            if said.startswith("354"):
                writer.write(f"{said}\r\n".encode())
                body = await reader.readuntil(b"\r\n.\r\n")
                said = self._answer(DATA_END, "")
                if said in (OK, CLOSE):
                    self.mails.append(
                        message_from_bytes(_without_dots(body), policy=policy.default)
                    )  # type: ignore[arg-type]
                if said == CLOSE:
                    return
            if verb.upper() == "STARTTLS" and said.startswith("220") and self.tls:
                writer.write(f"{said}\r\n".encode())
                await writer.drain()
                await writer.start_tls(self.tls)
                over = "tls"
                line = (await reader.readuntil(b"\r\n")).decode().strip()
                self.heard.append(f"{line.partition(' ')[0].upper()} {over}")
                said = self._answer("EHLO", "")

    def _answer(self, verb: str, rest: str) -> str:
        if waiting := self.answers.get(verb):
            return waiting.popleft()
        if verb == "EHLO":
            offers = ["STARTTLS"] if self.tls else []
            offers += ["AUTH PLAIN"] if self.user else []
            return "\r\n".join([*(f"250-{one}" for one in ["here", *offers]), "250 8BITMIME"])
        if verb == "RCPT":
            self.to.append(rest.partition("<")[2].partition(">")[0])
        return {"DATA": "354 go on", "STARTTLS": "220 go on"}.get(verb, OK)

    def _login(self, given: str) -> str:
        wanted = base64.b64encode(f"\0{self.user}\0{self.password}".encode()).decode()
        return "235 welcome" if given == wanted else "535 no"


def _without_dots(body: bytes) -> bytes:
    """As it was before the client made each dot at the start of a line two (RFC 5321, 4.5.2)."""
    lines = body[: -len(b".\r\n")].split(b"\r\n")
    return b"\r\n".join(line[1:] if line.startswith(b".") else line for line in lines)


@asynccontextmanager
async def mail_end(**facts: object) -> AsyncIterator[MailEnd]:
    """Serve on a port of this machine."""
    end = MailEnd(**facts)  # type: ignore[arg-type]
    server = await asyncio.start_server(end.serve, "127.0.0.1", end.port)
    end.port = server.sockets[0].getsockname()[1]
    async with server:
        yield end
