"""What happens at a door: it opens, it closes, and what that means for the rent behind it."""

from kiosk.sandbox.clouds.bloqit.bank import Locker
from kiosk.sandbox.clouds.bloqit.cloud import Cloud
from kiosk.sandbox.clouds.bloqit.endings import settle
from kiosk.sandbox.clouds.bloqit.refusals import Refused
from kiosk.sandbox.clouds.bloqit.rules import CLOSING
from kiosk.sandbox.clouds.bloqit.words import EventType, Source


def check_door(cloud: Cloud, locker: Locker) -> None:
    """Raises Refused 504 where the sandbox's own bloq is offline, 502 where its door jams."""
    if not cloud.own_doors:
        return
    if not cloud.bloq(locker.bloq_id).online:
        cloud.tell(EventType.LOCKER_TIMEOUT, Source.API, locker=locker)
        raise Refused(504)
    if locker.jammed:
        cloud.tell(EventType.OPEN_LOCKER_ERROR, Source.API, locker=locker)
        raise Refused(502)


def open_door(cloud: Cloud, locker: Locker, source: Source = Source.API) -> None:
    """Open it; with the kiosk's doors the call is the news that it did open."""
    check_door(cloud, locker)
    locker.is_open = True
    locker.last_opened = cloud.now()
    cloud.tell(EventType.LOCKER_OPENED, source, locker=locker)


def close_door(cloud: Cloud, locker: Locker, source: Source = Source.LOCKER) -> None:
    """The door fell shut: now a drop-off or a pick-up counts. Shut already, nothing happens."""
    if not locker.is_open:
        return
    locker.is_open = False
    cloud.tell(EventType.LOCKER_CLOSED, source, locker=locker)
    rent = cloud.rents.get(locker.rent_id or "")
    if rent is not None and rent.state in CLOSING:
        settle(cloud, rent, source)
