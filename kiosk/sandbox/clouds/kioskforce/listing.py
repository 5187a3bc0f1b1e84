"""The list of ongoing reservations, page by page."""

from base64 import urlsafe_b64decode, urlsafe_b64encode

from kiosk.sandbox.clouds.kioskforce.reservation import Reservation
from kiosk.sandbox.clouds.kioskforce.rpc import invalid
from kiosk.sandbox.clouds.kioskforce.shapes import ReservationPage
from kiosk.sandbox.clouds.kioskforce.state import State
from kiosk.sandbox.clouds.kioskforce.views import listed

_PREFIX = "token_"
_START = (0, 0)

Place = tuple[int, int]
"""Where a reservation stands in the list: second of creation, then number."""


def page(
    state: State, page_size: int, page_token: str, created_after: int | None
) -> ReservationPage:
    """Oldest first. A token names a place, so what ends meanwhile makes nobody skip an entry."""
    now = state.now()
    after = -1 if created_after is None else created_after
    ongoing = sorted(
        (
            reservation
            for reservation in state.reservations.values()
            if reservation.ongoing(now) and _place(reservation)[0] > after
        ),
        key=_place,
    )
    start = _opened(page_token) if page_token else _START
    rest = [reservation for reservation in ongoing if _place(reservation) > start]
    shown = rest[:page_size]
    return ReservationPage(
        reservations=[listed(reservation) for reservation in shown],
        next_page_token=_token(shown[-1]) if len(rest) > len(shown) else "",
        total_count=len(ongoing),
    )


def _place(reservation: Reservation) -> Place:
    return int(reservation.created_at.timestamp()), reservation.number


def _token(reservation: Reservation) -> str:
    second, number = _place(reservation)
    return _PREFIX + urlsafe_b64encode(f"{second}:{number}".encode()).decode()


def _opened(token: str) -> Place:
    try:
        second, number = urlsafe_b64decode(token.removeprefix(_PREFIX)).decode().split(":")
        return int(second), int(number)
    except ValueError as error:
        raise invalid("page_token is not one of ours") from error
