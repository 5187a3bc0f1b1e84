"""Dates and money as the chosen language writes them, in the digits that stand on the doors."""

from datetime import datetime, tzinfo

from PySide6.QtCore import QDate, QLocale

from kiosk.domain.particulars import Due

SYMBOLS = {"EUR": "€", "GBP": "£", "USD": "$"}
PLACES = {"JPY": 0, "KRW": 0, "VND": 0, "CLP": 0, "ISK": 0, "BHD": 3, "JOD": 3, "KWD": 3, "OMR": 3}
"""How many decimal places the smallest unit of a currency takes (ISO 4217); most take two."""
USUAL_PLACES = 2


def locale(language: str) -> QLocale:
    """How this language is written anywhere: no country's own habits, no other digits."""
    return QLocale(QLocale(language).language(), QLocale.Country.World)


def money(due: Due, language: str) -> str:
    """An amount with its currency."""
    places = PLACES.get(due.currency, USUAL_PLACES)
    symbol = SYMBOLS.get(due.currency, f"{due.currency}\N{NO-BREAK SPACE}")
    return locale(language).toCurrencyString(due.amount / 10**places, symbol, places)


def day(moment: datetime, zone: tzinfo | None, language: str, *, brief: bool = False) -> str:
    """Weekday, day, month and time, in the locker's own time zone; brief, as they fit a table."""
    here, spoken = moment.astimezone(zone), locale(language)
    wish = spoken.dateFormat(QLocale.FormatType.LongFormat)
    if brief:
        wish = wish.replace("dddd", "ddd").replace("MMMM", "MMM")
    date = spoken.toString(QDate(here.year, here.month, here.day), wish.removesuffix(" yyyy"))
    comma = "\N{ARABIC COMMA}" if "\N{ARABIC COMMA}" in wish else ","
    return f"{date}{comma} {here:%H:%M}"


def kilometres(metres: int, language: str) -> str:
    """With one decimal place, without the unit."""
    return locale(language).toString(metres / 1000, "f", 1)
