"""Mail server and webhook over real lines: what arrives, and what each fault is taken for."""

import asyncio
import hashlib
import hmac
import socket
import ssl
import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.adapters.notifiers.smtp import Smtp, SmtpSection
from kiosk.adapters.notifiers.webhook import Webhook, WebhookSection
from kiosk.domain.errors import (
    NoticeDeferred,
    NoticeDoubtful,
    NoticeForbidden,
    NoticeRefused,
    NoticeUnsent,
)
from kiosk.domain.model import ReservationId
from kiosk.domain.particulars import Contact
from kiosk.ports_notices import Message
from tests.integration.far_end import self_signed
from tests.integration.hook_end import CUT, hook_end
from tests.integration.mail_end import CLOSE, DATA_END, mail_end
from tests.integration.store_bench import NOON, StandingClock

SECRET = "a secret of enough signs"
MESSAGE = Message(
    id="0190-id",
    name="notice.parcel_ready",
    at=NOON,
    to=Contact("Ada", "+491701234567", "ada@example.org"),
    language="ar",
    subject="طرد لك",
    text="رمزك: 123456789\n\n.\n\nEnd\n",
    reservation=ReservationId("walkup-1"),
    ref="walkup-1",
    until=NOON + timedelta(days=3),
    words={"typed": "123456789", "qr": "PLK1-X"},
)


def mailer(port: int, tls: ssl.SSLContext | None = None, **facts: object) -> Smtp:
    usual = {"host": "127.0.0.1", "port": port, "sender": "locker@example.com"}
    given = {"security": "starttls" if tls else "none", **usual, **facts}
    section = SmtpSection(**given)  # type: ignore[arg-type]
    return Smtp(section, "pass word" if section.user else "", StandingClock(), tls)


def hook(url: str, tls: ssl.SSLContext | None = None) -> Webhook:
    return Webhook(
        WebhookSection(url=url, secret="env:X"), SECRET, "machine-1", StandingClock(), tls
    )


@pytest.fixture
def contexts(tmp_path):
    """The server's certificate, and a client that trusts it whatever its name."""
    pem = self_signed(tmp_path)
    server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    server.load_cert_chain(pem)
    client = ssl.create_default_context(cafile=pem)
    client.check_hostname = False
    return server, client


async def test_a_mail_arrives_whole_over_tls_with_a_login(contexts):
    server, client = contexts
    async with mail_end(tls=server, user="locker", password="pass word") as end:
        smtp = mailer(end.port, client, user="locker")
        await smtp.send(MESSAGE)
        await smtp.aclose()
    [mail] = end.mails
    assert end.to == ["ada@example.org"]
    assert (mail["From"], mail["To"]) == ("locker@example.com", "ada@example.org")
    assert mail["Subject"] == "طرد لك"
    assert mail["Message-ID"] == "<0190-id@example.com>"
    assert (mail["Content-Language"], mail["Auto-Submitted"]) == ("ar", "auto-generated")
    assert mail.get_content().replace("\r\n", "\n") == MESSAGE.text
    assert {"AUTH tls", "MAIL tls", "DATA tls"} <= set(end.heard)
    assert end.heard[:2] == ["EHLO plain", "STARTTLS plain"]


async def test_a_line_of_a_single_dot_does_not_end_a_mail():
    text = "Your code: 123456782\n\n.\n..\n\nEnd\n"
    async with mail_end() as end:
        smtp = mailer(end.port)
        await smtp.send(replace(MESSAGE, text=text))
        await smtp.aclose()
    assert end.texts() == [text]


async def test_a_server_that_cannot_be_trusted_hears_no_login_and_no_mail(contexts):
    server, _ = contexts
    async with mail_end(tls=server, user="locker", password="pass word") as end:
        smtp = mailer(end.port, ssl.create_default_context(), user="locker")
        with pytest.raises(NoticeForbidden):
            await smtp.send(MESSAGE)
        await smtp.aclose()
    assert end.heard == ["EHLO plain", "STARTTLS plain"]


async def test_a_server_without_tls_gets_no_mail_where_tls_is_asked_for(contexts):
    async with mail_end() as end:
        smtp = mailer(end.port, contexts[1])
        with pytest.raises(NoticeForbidden):
            await smtp.send(MESSAGE)
        await smtp.aclose()
    assert end.mails == []


@pytest.mark.parametrize(
    ("verb", "said", "error"),
    [
        ("RCPT", "550 no such user", NoticeRefused),
        ("RCPT", "450 later", NoticeDeferred),
        ("RCPT", "421 too busy", NoticeUnsent),
        ("MAIL", CLOSE, NoticeUnsent),
        ("MAIL", "530 log in", NoticeForbidden),
        ("DATA", "554 no", NoticeRefused),
        (DATA_END, "452 full", NoticeDeferred),
        (DATA_END, "554 spam", NoticeRefused),
        (DATA_END, CLOSE, NoticeDoubtful),
    ],
)
async def test_what_a_mail_server_says_is_taken_for_what_it_is(verb, said, error):
    async with mail_end() as end:
        end.answers_once(verb, said)
        smtp = mailer(end.port)
        with pytest.raises(error) as raised:
            await smtp.send(MESSAGE)
        await smtp.send(MESSAGE)
        await smtp.aclose()
    # The server's words may quote the address, or the mail.
    assert not any(word in str(raised.value) for word in ("ada", "123456789", "user", "spam"))


async def test_a_wrong_password_is_the_operators_to_mend():
    async with mail_end(user="locker", password="other") as end:
        smtp = mailer(end.port, user="locker")
        with pytest.raises(NoticeForbidden):
            await smtp.ping()
        await smtp.aclose()


async def test_nobody_at_the_port_is_a_mail_unsent():
    async with mail_end() as end:
        pass
    smtp = mailer(end.port)
    with pytest.raises(NoticeUnsent):
        await smtp.send(MESSAGE)
    await smtp.aclose()


async def test_who_gives_up_on_a_silent_server_keeps_no_thread_waiting():
    async with mail_end(silent=True) as end:
        smtp = mailer(end.port)
        sending = asyncio.create_task(smtp.send(MESSAGE))
        await asyncio.wait_for(end.waiting.wait(), 5)
        sending.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sending
        await asyncio.to_thread(smtp._thread.shutdown)
    assert end.mails == []


async def test_who_gives_up_while_the_line_is_opened_keeps_no_thread_waiting(monkeypatch):
    opening, go = threading.Event(), threading.Event()
    open_line = socket.create_connection

    def slowly(*where: object) -> socket.socket:
        opening.set()
        go.wait(5)
        return open_line(*where)

    monkeypatch.setattr(socket, "create_connection", slowly)
    async with mail_end(silent=True) as end:
        smtp = mailer(end.port)
        sending = asyncio.create_task(smtp.send(MESSAGE))
        await asyncio.to_thread(opening.wait, 5)
        sending.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sending
        go.set()
        async with asyncio.timeout(5):
            await asyncio.to_thread(smtp._thread.shutdown)
            await end.gone.wait()


@pytest.mark.parametrize(
    "address",
    ["", "a@b", "a b@c.de", "a@b.de,c@d.de", "a@b.de\r\nRCPT TO:<x@y.de>", "<a@b.de>", "ü@b.de"],
)
def test_an_address_that_could_be_misread_is_not_reached(address):
    assert not mailer(1).reaches(Contact(email=address))
    assert mailer(1).reaches(Contact(email="ada.b+locker@mail.example.org"))


async def test_a_webhook_gets_the_message_signed_once_over_https(contexts):
    server, client = contexts
    async with hook_end(server) as end:
        webhook = hook(end.url, client)
        await webhook.send(MESSAGE)
        await webhook.aclose()
    [call] = end.calls
    assert call.path == "/notices"
    assert call.headers["idempotency-key"] == "0190-id"
    at, _, mac = call.headers["kiosk-signature"].partition(",v1=")
    wanted = hmac.new(SECRET.encode(), at[2:].encode() + b"." + call.body, hashlib.sha256)
    assert at == f"t={NOON.timestamp():.0f}"
    assert hmac.compare_digest(mac, wanted.hexdigest())
    assert call.json["to"] == {"name": "Ada", "phone": "+491701234567", "email": "ada@example.org"}
    assert call.json["codes"] == {"typed": "123456789", "qr": "PLK1-X"}
    assert (call.json["notice"], call.json["language"]) == ("notice.parcel_ready", "ar")
    assert (call.json["text"], call.json["subject"]) == (MESSAGE.text, "طرد لك")


async def test_a_webhook_nobody_vouches_for_hears_nothing(contexts):
    async with hook_end(contexts[0]) as end:
        webhook = hook(end.url)
        with pytest.raises(NoticeUnsent):
            await webhook.send(MESSAGE)
        await webhook.aclose()
    assert end.calls == []


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (CUT, NoticeDoubtful),
        (500, NoticeDoubtful),
        (503, NoticeUnsent),
        (429, NoticeUnsent),
        (307, NoticeForbidden),
        (401, NoticeForbidden),
        (404, NoticeForbidden),
        (422, NoticeRefused),
    ],
)
async def test_what_a_webhook_answers_is_taken_for_what_it_is(status, error):
    async with hook_end() as end:
        end.answers.append(status)
        webhook = hook(end.url)
        with pytest.raises(error):
            await webhook.send(MESSAGE)
        await webhook.aclose()
    # No redirect is followed with a code in hand.
    assert [call.path for call in end.calls] == ["/notices"]


def test_a_webhook_reaches_a_telephone_and_a_mail_server_does_not():
    only_phone = replace(MESSAGE.to, email="")
    assert hook("https://example.com/x").reaches(only_phone)
    assert not mailer(1).reaches(only_phone)
    assert not hook("https://example.com/x").reaches(Contact("Ada"))


def test_nothing_of_a_message_is_in_its_repr():
    assert not any(
        word in repr(MESSAGE) for word in ("Ada", "ada@", "+4917", "123456789", "PLK1", "رمزك")
    )
