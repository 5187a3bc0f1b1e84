"""How a text becomes lines, and in which typeface."""

import re
import unicodedata
from collections.abc import Callable, Sequence

LATIN, ARABIC = "Atkinson Hyperlegible Next", "Locker Arabic"
STEP = 0.3
"""Millimetres by which a text is made smaller until it fits."""
MOST_MARKS = 4
"""On one letter; no script puts more there, and they run over what is above."""


_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_PICTURE = "\u2600-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\u20e3\U0001f000-\U0001faff\U000e0020-\U000e007f"
_PICTURES = re.compile(f"[{_PICTURE}][{_PICTURE}\u200d]*")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Soft hyphens and joints nobody sees: they come along when a text is copied."""
_SHAPING = "\u200c\u200d\u200e\u200f\u061c"
"""They join and part letters, or say which way signs between words belong: Persian needs them."""


def plain(text: str) -> str | None:
    """A text from outside as it is set: one space between words, ``\\n`` between lines, and no
    little pictures, which no typeface of the kiosk has. None where it cannot be set: it holds
    signs that command, turn what follows, or tower; or nothing but pictures.
    """
    rows = _BREAK.split(_PICTURES.sub("", text.translate(_UNSEEN)))
    said = "\n".join(filter(None, (" ".join(row.split()) for row in rows)))
    wrong = any(not sign.isprintable() and sign not in f"{_SHAPING}\n" for sign in said)
    return None if wrong or piled(said) or bool(said) < bool(text.strip()) else said


def exact(text: str) -> str | None:
    """A text as a code carries it: every sign, or None."""
    return None if piled(text) or not text.isprintable() else text


def smaller(size: float, smallest: float) -> tuple[float, ...]:
    """The sizes that are tried, in millimetres: the template's own is first."""
    steps = int((size - smallest) / STEP + 1e-6) if size > smallest else 0
    return tuple(round(size - step * STEP, 2) for step in range(steps + 1))


def fitted(
    said: str, wide: Callable[[str], float], sizes: Sequence[float], most: int, widest: float
) -> tuple[float, list[str]] | None:
    """The largest size in which it fits, and its lines; None when it does not.

    What has lines of its own keeps them where there are so many, else they follow one another.
    """
    gap = wide(" ")
    for laid in dict.fromkeys((said, said.replace("\n", ", "))):
        rows = [row.split(" ") for row in laid.split("\n")]
        ones = [[wide(word) for word in row] for row in rows]
        for size in sizes:
            lines: list[str] = []
            for words, units in zip(rows, ones, strict=True):
                lines += broken(words, [one * size for one in units], gap * size, widest)
            longest = max(one for units in ones for one in units) * size
            if len(lines) <= most and (not widest or longest <= widest):
                return size, lines
    return None


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
