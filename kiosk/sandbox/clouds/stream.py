"""The two ends of an ASGI call: read it whole, replay it, keep its answer, cut it off."""

from starlette.types import Message, Receive, Scope

from kiosk.sandbox.clouds.answers import Answer, Headers

DROP = "kiosk.drop"
"""The ASGI extension under which the sandbox's server hands out the knife for the connection."""


class Catching:
    """A ``send`` that keeps the answer instead of sending it."""

    def __init__(self) -> None:
        self._status = 500
        self._headers: Headers = ()
        self._body = bytearray()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._status = message["status"]
            self._headers = tuple(message.get("headers", ()))
        elif message["type"] == "http.response.body":
            self._body += message.get("body", b"")

    def answer(self) -> Answer:
        return Answer(self._status, self._headers, bytes(self._body))


async def whole_body(receive: Receive) -> bytes:
    """Everything the caller sends; ends early when the caller goes."""
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if message["type"] == "http.disconnect" or not message.get("more_body", False):
            return bytes(body)


def replaying(body: bytes, receive: Receive) -> Receive:
    """A ``receive`` that hands out the body once more."""
    first: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return first.pop() if first else await receive()

    return again


async def gone(receive: Receive) -> None:
    """Wait until the caller's end of the connection is away."""
    while (await receive())["type"] != "http.disconnect":
        pass


async def drop(scope: Scope, receive: Receive) -> None:
    """Cut the TCP connection: the caller sees no status line at all."""
    abort = scope.get("extensions", {}).get(DROP)
    if abort is None:  # called in process, without a connection to cut
        raise ConnectionAbortedError("the sandbox dropped this connection on request")
    abort()
    # Leaving before the connection is away would make the server write a 500 of its own.
    await gone(receive)
