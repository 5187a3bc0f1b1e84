"""Draws labels: out of the kiosk's own templates and the operator's, or of a picture that came."""

import asyncio
from collections.abc import Collection, Sequence
from functools import cache
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from kiosk.adapters.printers.images import fitted
from kiosk.adapters.printers.pages import png
from kiosk.domain.errors import ConfigWrong, LabelWrong
from kiosk.domain.labels import READY, Content
from kiosk.domain.printing import MEDIA, Picture, dots_of
from kiosk.labels.filling import fill
from kiosk.labels.lines import plain
from kiosk.labels.rendering import draw, measure
from kiosk.labels.template import Template, load
from kiosk.runtime.catalogues import label_texts

LONGEST_MM = 300.0
"""Of a picture on a roll without end."""
MOST_SHEETS = 20


class Press:
    """Draws the templates of some folders, the first that has one; each on a thread of its own."""

    def __init__(self, folders: Sequence[Path], translations: Path) -> None:
        self._folders = folders
        self._words = label_texts(translations)
        self._load = cache(load)

    def check(self) -> None:
        """Read all that the operator has added. Raises ConfigWrong, with a sentence."""
        for folder in self._folders[:-1]:
            for file in sorted(folder.glob("*.svg")):
                try:
                    template = self._load(file)
                    _check_name(file, template)
                    self._check_said(file, template)
                except LabelWrong as error:
                    raise ConfigWrong(f"{file}: {error}") from error

    def media(self, template: str) -> Collection[str]:
        return [name for name in MEDIA if self._file(template, name)]

    async def draw(
        self, template: str, media: str, dpi: int, content: Content, language: str
    ) -> tuple[Picture, ...]:
        return await asyncio.to_thread(self._draw, template, media, dpi, content, language)

    async def fit(self, data: bytes, media: str, dpi: int) -> Picture:
        paper = MEDIA[media]
        longest = paper.height_mm or LONGEST_MM
        return await fitted(data, dots_of(paper.width_mm, dpi), dots_of(longest, dpi))

    async def shown(self, picture: Picture) -> bytes:
        return await asyncio.to_thread(png, picture)

    def places(self, template: str) -> frozenset[str]:
        """What content it can take, on whatever media; nothing for one that is not known."""
        files = (self._file(template, name) for name in MEDIA)
        found = [self._load(file) for file in files if file]
        return frozenset().union(*(one.known for one in found))

    def writes(self, text: str) -> bool:
        if text.isascii() or QGuiApplication.instance() is None:
            # Without a screen nothing is drawn anyway, and Qt ends who asks for typefaces.
            return plain(text) is not None
        try:
            return (said := plain(text)) is not None and measure(said, 1, False) >= 0
        except LabelWrong:
            return False

    def _draw(
        self, template: str, media: str, dpi: int, content: Content, language: str
    ) -> tuple[Picture, ...]:
        if QGuiApplication.instance() is None:
            raise LabelWrong("labels are drawn where there is a screen")
        read = self._read(template, media)
        # What the operator's has no place for of what the kiosk's own would say is left out.
        spare = self._said(template) - read.known
        said = {name: value for name, value in content.items() if name not in spare}
        words = self._words.get(language, {})
        sheets = fill(read, said, words, language, measure)
        if len(sheets) > MOST_SHEETS:
            raise LabelWrong(f"{template}: it is longer than {MOST_SHEETS} labels")
        return tuple(draw(sheet, dpi) for sheet in sheets)

    def _said(self, template: str) -> frozenset[str]:
        """What the kiosk itself says on labels of that name; nothing where it has none."""
        files = (self._folders[-1] / f"{template}.{media}.svg" for media in MEDIA)
        found = [self._load(file) for file in files if file.is_file()]
        return frozenset().union(*(one.known for one in found))

    def _check_said(self, file: Path, template: Template) -> None:
        said = self._said(file.stem.partition(".")[0])
        if said and (unknown := template.places - said):
            raise LabelWrong(f"the kiosk has nothing to say for {', '.join(sorted(unknown))}")

    def _read(self, template: str, media: str) -> Template:
        file = self._file(template, media)
        if file is None:
            raise LabelWrong("there is no such template")
        return self._load(file)

    def _file(self, template: str, media: str) -> Path | None:
        """A name is a word, whoever said it, and no path."""
        if not _is_plain(template):
            return None
        files = (folder / f"{template}.{media}.svg" for folder in self._folders)
        return next((file for file in files if file.is_file()), None)


def _is_plain(template: str) -> bool:
    return template.isascii() and template.replace("-", "").replace("_", "").isalnum()


def _check_name(file: Path, template: Template) -> None:
    name, _, media = file.stem.partition(".")
    if media != template.media.name:
        raise LabelWrong(f'its name must end in ".{template.media.name}.svg", as its data-media')
    if not _is_plain(name) or name == READY:
        raise LabelWrong('its name must be letters, digits, "-" and "_", and not "ready"')
