"""The layer between the socket and a sandbox cloud: writes down calls, carries out faults."""

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kiosk.sandbox.clouds.answers import Answer, ErrorBody, error_answer, mistyped, padded
from kiosk.sandbox.clouds.calls import Call, CallLog
from kiosk.sandbox.clouds.faults import Fault, Faults
from kiosk.sandbox.clouds.stream import Catching, drop, gone, replaying, whole_body

NOT_THE_CLOUD = ("/_sandbox", "/openapi.json", "/docs", "/redoc")
"""What the sandbox serves about itself: neither written down nor spoiled."""


class Wire:
    """Pure ASGI, because only there an answer can be lost after its effect."""

    def __init__(self, app: ASGIApp, calls: CallLog, faults: Faults, error_body: ErrorBody) -> None:
        self._app = app
        self._calls = calls
        self._faults = faults
        self._error_body = error_body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(NOT_THE_CLOUD):
            await self._app(scope, receive, send)
            return
        method, path, query = (
            scope["method"],
            scope["path"],
            scope["query_string"].decode("latin-1"),
        )
        body = await whole_body(receive)
        call = self._calls.begin(method, path, query, body)
        fault = self._faults.strike(method, f"{path}?{query}" if query else path)
        if fault is None:
            await self._app(scope, replaying(body, receive), _noting(send, call))
        else:
            await self._spoil(fault, call, scope, replaying(body, receive), send)

    async def _spoil(
        self, fault: Fault, call: Call, scope: Scope, receive: Receive, send: Send
    ) -> None:
        answer = await self._carry_out(fault, call, scope, receive)
        if fault.silence and await _silent(receive, fault.silence):
            return
        if fault.drops_the_connection:
            await drop(scope, receive)
            return
        spoiled = self._spoiled(fault, answer)
        call.status = spoiled.status
        if fault.cut:
            await spoiled.send_cut(send, fault.cut)
            await drop(scope, receive)
            return
        await spoiled.send(send)

    async def _carry_out(
        self, fault: Fault, call: Call, scope: Scope, receive: Receive
    ) -> Answer | None:
        if not fault.reaches_the_cloud:
            return None
        caught = Catching()
        await self._app(scope, receive, caught)
        answer = caught.answer()
        call.effect = answer.status
        return answer

    def _spoiled(self, fault: Fault, answer: Answer | None) -> Answer:
        if answer is None or fault.status is not None:
            return error_answer(fault, self._error_body)
        if fault.wrong_schema:
            return mistyped(answer)
        return padded(answer, fault.big_json) if fault.big_json else answer


def _noting(send: Send, call: Call) -> Send:
    async def noting(message: Message) -> None:
        if message["type"] == "http.response.start":
            call.status = call.effect = message["status"]
        await send(message)

    return noting


async def _silent(receive: Receive, seconds: float) -> bool:
    """Say nothing for a while; answers whether the caller lost patience."""
    try:
        async with asyncio.timeout(seconds):
            await gone(receive)
    except TimeoutError:
        return False
    return True
