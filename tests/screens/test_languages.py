from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontDatabase, QGuiApplication

from kiosk.assets import data
from kiosk.runtime.languages import Languages, compiled, names
from kiosk.viewmodels.fonts import FAMILIES, load_fonts

TRANSLATIONS = data() / "translations"


def test_languages_are_named_in_their_own_script():
    assert names(("en", "ar", "de")) == {"en": "English", "ar": "العربية", "de": "Deutsch"}


def test_a_catalogue_is_compiled_once(tmp_path: Path):
    first = compiled(TRANSLATIONS / "kiosk_ar.ts", tmp_path)
    made = first.stat().st_mtime_ns
    assert compiled(TRANSLATIONS / "kiosk_ar.ts", tmp_path) == first
    assert first.stat().st_mtime_ns == made


def test_a_language_without_a_catalogue_is_refused(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        Languages(TRANSLATIONS, tmp_path).speak("xx")


def test_speaking_another_language_changes_the_texts(qapp: QGuiApplication, tmp_path: Path):
    languages = Languages(TRANSLATIONS, tmp_path)
    languages.speak("ar")
    assert QCoreApplication.translate("HomeScreen", "Pick up") == "استلام طرد"
    languages.speak("en")
    assert QCoreApplication.translate("HomeScreen", "Pick up") == "Pick up"


def test_the_fonts_are_the_kiosks_own(qapp: QGuiApplication):
    load_fonts(data() / "assets" / "fonts")
    assert set(FAMILIES) <= set(QFontDatabase.families())
