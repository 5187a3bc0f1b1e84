"""How long one thread of Python keeps the others waiting.

The screen, the I/O loop and the database have a thread each, and one interpreter. While a long
list is read, the database's thread waits for its turn after every call into SQLite: with Python's
own five milliseconds a code that somebody types waits many times over.
"""

import sys

SECONDS = 0.0005


def short() -> None:
    """From now on every thread gives way after half a millisecond."""
    sys.setswitchinterval(SECONDS)
