"""Loads the kiosk's own fonts, so that every machine sets the same text."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

FAMILIES = ("Atkinson Hyperlegible Next", "Locker Arabic")


def load_fonts(folder: Path) -> None:
    """Make the fonts of this folder the application's; a missing one stops the start."""
    for file in sorted(folder.glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FileNotFoundError(file)
    for family in FAMILIES:
        # Each stands in for what the other lacks, before any typeface of the machine does.
        QFont.insertSubstitutions(family, [other for other in FAMILIES if other != family])
    base = QFont()
    base.setFamilies(list(FAMILIES))
    QGuiApplication.setFont(base)
