"""When Python looks for garbage: never while the kiosk starts, and later only at what is new.

All that the start has made stays for good. To look through it takes a quarter of a second in
which no thread of the kiosk does anything, be it in front of a person who waits for a door.
"""

import gc


def wait() -> None:
    """Nothing is looked for until ``settle``."""
    gc.disable()


def settle() -> None:
    """Throw away what the start has left behind; what remains is not looked at again."""
    gc.collect()
    gc.freeze()
    gc.enable()
