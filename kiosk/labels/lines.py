"""How a text becomes lines, and in which typeface."""

import unicodedata
from collections.abc import Sequence

LATIN, ARABIC = "Atkinson Hyperlegible Next", "Locker Arabic"
MOST_MARKS = 4
"""On one letter; no script puts more there, and they run over what is above."""


def broken(words: Sequence[str], wide: Sequence[float], gap: float, widest: float) -> list[str]:
    """Words in lines that are no wider than that; 0 is as wide as one likes."""
    lines, used = [words[0]], wide[0]
    for word, width in zip(words[1:], wide[1:], strict=True):
        if widest and used + gap + width > widest:
            lines.append(word)
            used = width
        else:
            lines[-1] += f" {word}"
            used += gap + width
    return lines


def family(line: str) -> str:
    """The typeface with these letters; QtSvg takes one name, and no list of them."""
    return ARABIC if any("\u0600" <= letter <= "\u06ff" for letter in line) else LATIN


def piled(text: str) -> bool:
    """Whether more marks stand on a letter than any script puts there."""
    marks = 0
    for letter in text:
        marks = marks + 1 if unicodedata.category(letter) in {"Mn", "Me"} else 0
        if marks > MOST_MARKS:
            return True
    return False
