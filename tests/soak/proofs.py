"""The long proofs by name; each also runs in the ordinary tests, with its first few seeds."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Proof:
    """Something that must hold for every seed; ``holds`` raises when it does not."""

    holds: Callable[[int], None]
    seeds: int
    """How many make the whole proof."""
    quick: int
    """How many run in the ordinary tests."""


PROOFS: dict[str, Proof] = {}
