"""Where the files that are not Python lie: in the package of a wheel, else in the repository."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_WHEEL = _PACKAGE / "_data"
_REPOSITORY = _PACKAGE.parent


def data() -> Path:
    """The folder that holds ui/, assets/ and translations/."""
    return _WHEEL if _WHEEL.is_dir() else _REPOSITORY


def examples() -> Path:
    """The folder of examples, each a kiosk.toml with its layout.toml."""
    return _WHEEL / "examples" if _WHEEL.is_dir() else _REPOSITORY / "docs" / "examples"


def languages() -> tuple[str, ...]:
    """The languages the screens speak: English, and each that has a catalogue."""
    files = (data() / "translations").glob("kiosk_*")
    found = {file.stem.removeprefix("kiosk_") for file in files if file.suffix in (".ts", ".qm")}
    return ("en", *sorted(found - {"en"}))
