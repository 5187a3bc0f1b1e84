"""What one more key makes of a line that is being typed; keys that mean nothing change nothing."""

from collections.abc import Callable

from kiosk.domain.flows.inputs import Erased, KeyPressed

SHORTEST_PHONE = 6
LONGEST_PHONE = 15
"""Digits of a telephone number, the country's included (E.164)."""


def typed_on(
    typed: str, event: object, longest: int, allowed: Callable[[str], bool] = str.isprintable
) -> str:
    """The line after one more key; ``allowed`` says which signs it takes, up to ``longest``."""
    match event:
        case KeyPressed(sign) if len(typed) < longest and len(sign) == 1 and allowed(sign):
            return typed + sign
        case Erased():
            return typed[:-1]
        case _:
            return typed


def phone_on(typed: str, event: object) -> str:
    """The same of a telephone number: digits, and a plus before them."""

    def allowed(sign: str) -> bool:
        return not typed if sign == "+" else digits(sign) == 1 and digits(typed) < LONGEST_PHONE

    return typed_on(typed, event, LONGEST_PHONE + 1, allowed)


def digits(text: str) -> int:
    """How many there are in it."""
    return sum(sign in "0123456789" for sign in text)
