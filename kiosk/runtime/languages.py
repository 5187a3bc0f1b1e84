"""The languages of the screens: each translations/kiosk_<lang>.ts, compiled when first needed."""

import hashlib
import subprocess
from collections.abc import Iterable
from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

SOURCE = "en"


def names(languages: Iterable[str]) -> dict[str, str]:
    """Each language's own name in its own script, in this order."""
    return {code: _name(code) for code in languages}


def _name(code: str) -> str:
    # Qt knows English only with a country.
    return "English" if code == SOURCE else QLocale(code).nativeLanguageName()


def catalogue(folder: Path, language: str) -> Path:
    """The texts of one language as a person edits them."""
    return folder / f"kiosk_{language}.ts"


def compiled(ts: Path, cache: Path) -> Path:
    """The catalogue as Qt reads it; made anew only when the texts changed."""
    ready = ts.with_suffix(".qm")
    if ready.exists():
        return ready
    digest = hashlib.sha256(ts.read_bytes()).hexdigest()[:16]
    qm = cache / f"{ts.stem}.{digest}.qm"
    if not qm.exists():
        cache.mkdir(parents=True, exist_ok=True)
        lrelease = Path(PySide6.__file__).parent / "lrelease"
        part = qm.with_suffix(".part")
        subprocess.run([lrelease, "-silent", ts, "-qm", part], check=True, capture_output=True)
        part.replace(qm)
    return qm


class Languages:
    """The one language that is spoken now; the caller makes the engine translate anew."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self._folder = folder
        self._cache = cache
        self._spoken: QTranslator | None = None

    def speak(self, language: str) -> None:
        """Speak this language from now on. Raises FileNotFoundError for one without a catalogue."""
        if self._spoken is not None:
            QCoreApplication.removeTranslator(self._spoken)
            self._spoken = None
        if language == SOURCE:
            return
        ts = catalogue(self._folder, language)
        if not ts.exists() and not ts.with_suffix(".qm").exists():
            raise FileNotFoundError(ts)
        translator = QTranslator()
        if not translator.load(str(compiled(ts, self._cache))):
            raise FileNotFoundError(ts)
        QCoreApplication.installTranslator(translator)
        self._spoken = translator
