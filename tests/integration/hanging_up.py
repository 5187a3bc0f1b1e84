"""What the servers of these tests do when whoever called hangs up, perhaps without a word."""

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from contextlib import suppress

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def closing(talk: Talk) -> Talk:
    """The same talk, and its line is closed however it ends."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
                await talk(reader, writer)
        finally:
            writer.close()

    return serve
