"""The control socket: JSON lines on a unix socket that only this user (and root) may use."""

import asyncio
import base64
import errno
import json
import logging
import os
import socket
import struct
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

from kiosk.domain.errors import KioskError
from kiosk.services.afar import Afar
from kiosk.services.desk import Asker, Desk
from kiosk.services.service_desk import ServiceDesk

log = logging.getLogger(__name__)

LONGEST = 4 * 1024 * 1024
"""Bytes of one request line: a list to import is up to 1 MB before it is escaped."""

Verb = Callable[..., Awaitable[Mapping[str, Any]]]


class Refusal(KioskError):
    """The request cannot be served; the text says why."""


def socket_path(locker: str, store: Path) -> Path:
    """Where the socket lies: the service's runtime folder, the user's, or beside the store."""
    if folder := os.environ.get("RUNTIME_DIRECTORY"):
        return Path(folder.split(":")[0]) / "ctl.sock"
    if folder := os.environ.get("XDG_RUNTIME_DIR"):
        return Path(folder) / f"kiosk-{locker}.sock"
    return store.parent / "ctl.sock"


class NobodyThere(Refusal):
    """No kiosk listens there."""


class ControlSocket:
    """Serves the desk's verbs; what changes something gets the asker's uid."""

    def __init__(
        self,
        path: Path,
        desk: Desk,
        afar: Afar,
        service: ServiceDesk,
        screenshot: Callable[[], Awaitable[bytes]],
    ) -> None:
        self._path = path
        self._desk = desk
        self._screenshot = screenshot
        self._reads: dict[str, Verb] = {
            "status": desk.status,
            "doors": desk.doors,
            "doctor": desk.doctor,
            "outbox": desk.outbox,
            "journal": desk.journal,
            "list": desk.list,
            "commands": afar.commands,
            "technicians": service.technicians,
            "screenshot": self._picture,
        }
        self._writes: dict[str, Verb] = {
            "reserve": desk.reserve,
            "cancel": desk.cancel,
            "clear": desk.clear,
            "extend": desk.extend,
            "reissue": desk.reissue,
            "import": desk.import_,
            "lift-lockdown": afar.lift_lockdown,
            "service-enrol": service.enrol,
            "technician-disable": service.disable,
            "technician-unlock": service.unlock,
        }

    def also(self, reads: Mapping[str, Verb], writes: Mapping[str, Verb]) -> None:
        """Serve these verbs, too; before it listens."""
        self._reads |= reads
        self._writes |= writes

    async def run(self) -> None:
        """Listen until cancelled; without a socket the kiosk serves all the same."""
        try:
            server = await self._listen()
        except OSError as error:
            log.error("no control socket at %s: %s", self._path, error.strerror or error)
            return
        try:
            async with server:
                await server.serve_forever()
        finally:
            self._path.unlink(missing_ok=True)

    async def _listen(self) -> asyncio.Server:
        if await self._is_served():
            raise FileExistsError(errno.EADDRINUSE, "another kiosk of this locker id listens there")
        self._path.unlink(missing_ok=True)
        before = os.umask(0o177)
        try:
            return await asyncio.start_unix_server(self._serve, self._path, limit=LONGEST)
        finally:
            os.umask(before)

    async def _is_served(self) -> bool:
        """Whether somebody answers there: then the socket is not ours to remove."""
        try:
            _, writer = await asyncio.open_unix_connection(self._path)
        except OSError:
            return False
        writer.close()
        return True

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            answer = await self._answer(reader, writer)
            writer.write(json.dumps(answer).encode() + b"\n")
            await writer.drain()
        except (ConnectionError, ValueError) as error:
            log.warning("control socket: %s", type(error).__name__)
        finally:
            writer.close()

    async def _answer(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> Mapping[str, Any]:
        uid = peer_uid(writer.get_extra_info("socket"))
        if uid not in {0, os.getuid()}:
            return {"error": "this user may not ask"}
        try:
            request = json.loads(await reader.readline())
            verb, given = request["verb"], request.get("with", {})
            return await self._do(verb, given, uid)
        except (KioskError, KeyError, TypeError, ValueError, RecursionError) as error:
            known = isinstance(error, KioskError)
            return {"error": str(error) if known else f"bad request: {type(error).__name__}"}

    async def _do(self, verb: str, given: dict[str, Any], uid: int) -> Mapping[str, Any]:
        if verb in self._writes:
            log.info("control socket", extra={"verb": verb, "uid": uid})
            return await self._writes[verb](Asker(uid), **given)
        if verb in self._reads:
            return await self._reads[verb](**given)
        raise Refusal(f"unknown verb {verb!r}")

    async def _picture(self) -> Mapping[str, Any]:
        return {"png": base64.b64encode(await self._screenshot()).decode()}


def peer_uid(connection: socket.socket) -> int:
    """Who is at the other end, as the kernel knows it."""
    credentials = connection.getsockopt(
        socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i")
    )
    _pid, uid, _gid = struct.unpack("3i", credentials)
    return int(uid)


def ask(path: Path, verb: str, given: Mapping[str, Any], patience: float = 10.0) -> dict[str, Any]:
    """Ask the running kiosk; blocking, for the command line. Raises Refusal."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(patience)
        try:
            connection.connect(str(path))
            connection.sendall(json.dumps({"verb": verb, "with": dict(given)}).encode() + b"\n")
            with connection.makefile("rb") as answer:
                line = answer.readline()
        except (FileNotFoundError, ConnectionRefusedError) as error:
            raise NobodyThere(f"no kiosk answers at {path}: {error.strerror}") from error
        except OSError as error:
            raise Refusal(f"no kiosk answers at {path}: {error.strerror or error}") from error
    answer_: dict[str, Any] = json.loads(line) if line else {"error": "no answer"}
    if "error" in answer_:
        raise Refusal(str(answer_["error"]))
    return answer_
