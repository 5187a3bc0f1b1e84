"""Bloq.it Partner API 1.35.0 (https://api.bloq.it), made of parts over one line.

The kiosk is the machine: it moves its own lock and tells the cloud afterwards. That the cloud then
commands no lock of this bank is agreed between operator and vendor; the document does not say it.
"""

import re

from kiosk.adapters.clouds.bloqit.couriers import Couriers
from kiosk.adapters.clouds.bloqit.line import CALLS
from kiosk.adapters.clouds.bloqit.locks import Locks
from kiosk.adapters.clouds.bloqit.offline import Offline
from kiosk.adapters.clouds.bloqit.printer import Printer
from kiosk.adapters.clouds.bloqit.telling import Telling
from kiosk.adapters.clouds.bloqit.walkups import WalkUps
from kiosk.adapters.clouds.bloqit.wishes import Wishes
from kiosk.adapters.clouds.http import JsonHttp
from kiosk.adapters.clouds.recording import recorder
from kiosk.domain.errors import ConfigWrong
from kiosk.domain.model import Kind
from kiosk.domain.rules import CloudRules
from kiosk.ports import Clock, CloudSettings
from kiosk.ports_cloud import Ability

RULES = CloudRules(
    name="bloqit",
    # "rent.in_progress" and "rent.price_calculation" both come when the locker closes.
    deposit_commits="close",
    collection_commits="close",
    hears_openings=True,
    moves_compartment=True,
    chooses_compartment=True,
    walk_ups=frozenset({Kind.SEND, Kind.STORE, Kind.RETURN}),
    # Its rents of any kind may have a template and content; one that has none prints nothing.
    labelled=frozenset({Kind.SEND, Kind.RETURN, Kind.FIRST_MILE}),
    marks=True,
    short_codes=True,
    offline_dropoff=True,
)

_ID = re.compile(r"[0-9a-f]{24}")


class Bloqit(Wishes, WalkUps, Locks, Offline, Printer, Couriers, Telling):
    """One bloq of Bloq.it, made of its parts."""

    rules = RULES


class BloqitMaker:
    """Makes the line to Bloq.it."""

    rules = RULES
    calls = CALLS
    abilities = frozenset(
        {
            Ability.SYNC,
            Ability.RESOLVE,
            Ability.REPORT,
            Ability.RECONCILE,
            Ability.BEGIN,
            Ability.TELL,
            Ability.COMMANDS,
            Ability.MAKE,
            Ability.ROOM,
            Ability.LABEL,
            Ability.LABELS_LEFT,
            Ability.COURIERS,
            Ability.NEIGHBOURS,
            Ability.VOUCH,
        }
    )

    def connect(self, settings: CloudSettings, clock: Clock) -> Bloqit:
        if not _ID.fullmatch(settings.locker):
            raise ConfigWrong(
                "[locker] id must be the bloq's id at Bloq.it: 24 digits and letters a to f."
            )
        key = {"X-API-KEY": settings.key}
        http = JsonHttp(
            settings.base_url, key, clock, heard=settings.heard, record=recorder(settings)
        )
        return Bloqit(settings, clock, http)


CLOUD = BloqitMaker()
