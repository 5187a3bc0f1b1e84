"""What is asked from afar of reservations: the cloud's are read from it, one's own keep the rules
of the operator's desk."""

from collections.abc import Awaitable, Callable

from kiosk.domain import settling
from kiosk.domain.commands import Ask, Command
from kiosk.domain.errors import KioskError
from kiosk.domain.model import Contents, Reservation, ReservationId, ReservationState
from kiosk.domain.obeyed import REMOTE, Why
from kiosk.domain.transitions import ENDED, WAITING
from kiosk.ports_commands import CommandStore
from kiosk.services.local import LocalReservations, NotPossible
from kiosk.services.renewals import Renewals
from kiosk.services.sync import Freshness

DONE = ""
Refresh = Callable[[ReservationId], Awaitable[Freshness]]


class Refused(KioskError):
    """It is not carried out; the text is one word."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)


class WishedReservations:
    """Cancels, extends and finishes."""

    def __init__(
        self,
        store: CommandStore,
        local: LocalReservations,
        renewals: Renewals,
        refresh: Refresh | None,
    ) -> None:
        self._store = store
        self._local = local
        self._renewals = renewals
        self._refresh = refresh

    async def as_the_cloud_says(self, command: Command, before: Reservation) -> str:
        """The cloud's own reservations are read from it, whoever says what about them."""
        if self._refresh is None:
            raise Refused(Why.CLOUD_SILENT)
        match await self._refresh(before.id):
            case Freshness.SILENT:
                raise Refused(Why.CLOUD_SILENT)
            case Freshness.GONE:
                if before.state not in ENDED:
                    await self._store.record(settling.gone(before))
                if command.ask is Ask.EXTEND:
                    raise Refused(Why.ENDED)
                return DONE
            case Freshness.FRESH:
                now = await self._store.reservation(before.id) or before
        if not _shows(now, command):
            raise Refused(Why.CLOUD_DISAGREES)
        return DONE

    async def own(self, command: Command, reservation: Reservation) -> str:
        """Made here: by the rules of the operator's desk."""
        ended = reservation.state in ENDED
        try:
            if command.ask is Ask.EXTEND:
                if ended:
                    raise Refused(Why.ENDED)
                if _lasts(reservation, command):
                    return DONE
                if command.until is None:
                    raise Refused(Why.NO_LATER_END)
                await self._renewals.extend(reservation.id, command.until, by(command))
            elif not ended:
                await self._refuse_parcel(reservation)
                await self._local.cancel(reservation.id, f"{REMOTE}: {command.reason}")
        except NotPossible as refusal:
            extends = command.ask is Ask.EXTEND
            raise Refused(Why.NO_LATER_END if extends else Why.BUSY) from refusal
        return DONE

    async def _refuse_parcel(self, reservation: Reservation) -> None:
        """What may lie inside has to come out first, and somebody has to say so."""
        holding = (await self._store.holdings()).get(reservation.compartment or "")
        if reservation.state in WAITING or holding is None:
            return
        if holding.contents is not Contents.EMPTY:
            raise Refused(Why.PARCEL_INSIDE)
        if holding.flag is not None:
            raise Refused(Why.NEEDS_LOOK)


def by(command: Command) -> dict[str, str | int | bool | None]:
    return {"command": command.id, "by": command.by, "reason": command.reason}


def _lasts(reservation: Reservation, command: Command) -> bool:
    """Whether its end is late enough already."""
    ends, until = reservation.expires_at, command.until
    return ends is None or (until is not None and ends >= until)


def _shows(now: Reservation, command: Command) -> bool:
    """Whether the cloud says itself what was asked for."""
    match command.ask:
        case Ask.CANCEL:
            return now.state is ReservationState.CANCELLED
        case Ask.FINISH:
            return now.state is ReservationState.FINISHED
        case _:
            return now.state not in ENDED and _lasts(now, command)
