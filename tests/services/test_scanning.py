"""The scanning service posts each presented code once."""

from collections.abc import AsyncIterator

from kiosk.domain.codes import local_typed, self_checking
from kiosk.ports import Sighting
from kiosk.services.scanning import scan

QR = "DLV-PICK-65f0-123456"


class Film:
    """A scanner that shows what it is given, then closes."""

    def __init__(self, *sightings: Sighting) -> None:
        self._sightings = sightings

    async def sightings(self) -> AsyncIterator[Sighting]:
        for sighting in self._sightings:
            yield sighting

    def healthy(self) -> bool:
        return True

    async def aclose(self) -> None:
        """A film holds no device."""


async def posted(*sightings: Sighting) -> list[str]:
    texts: list[str] = []
    await scan(Film(*sightings), texts.append, self_checking=self_checking)
    return texts


async def test_a_code_held_up_is_posted_once():
    assert await posted(*(Sighting(QR, 5 + frame / 10) for frame in range(40))) == [QR]


async def test_a_single_reading_is_not_posted():
    assert await posted(Sighting(QR, 5.0)) == []


async def test_a_code_with_its_own_check_digit_needs_one_reading():
    code = local_typed(12345678)
    assert await posted(Sighting(code, 5.0)) == [code]


async def test_of_two_codes_held_up_together_none_is_posted():
    code = local_typed(12345678)
    beats = [5 + frame / 10 for frame in range(20)]
    both = [Sighting(text, at, alone=False) for at in beats for text in (QR, code)]
    assert await posted(*both) == []
