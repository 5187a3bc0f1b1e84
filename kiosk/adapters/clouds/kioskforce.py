"""KioskForce Delivery Locker API ("API Reference", https://api.delivery.kioskforce.com).

The kiosk is the machine: it moves its own lock and tells the cloud afterwards. That the cloud then
commands no lock of this bank is agreed between operator and vendor; the document does not say it.
In mode front the vendor's machine moves the locks, and the same calls have them opened.
"""

from kiosk.adapters.clouds.http import JsonHttp
from kiosk.adapters.clouds.kioskforce_facts import Facts
from kiosk.adapters.clouds.kioskforce_hooks import Hooks
from kiosk.adapters.clouds.kioskforce_line import CALLS
from kiosk.adapters.clouds.kioskforce_locks import Locks
from kiosk.adapters.clouds.kioskforce_making import TAKES, Making
from kiosk.adapters.clouds.recording import recorder
from kiosk.domain.errors import ConfigWrong
from kiosk.domain.rules import CloudRules
from kiosk.ports import Clock, CloudSettings
from kiosk.ports_cloud import Ability

RULES = CloudRules(
    name="kioskforce",
    # "State Transition Timing": a drop-off counts when the door closes, a pick-up when it opens.
    deposit_commits="close",
    collection_commits="open",
    reopen_window=120.0,
    moves_compartment=False,
    device_reports=False,
    idempotency_key=False,
    walk_ups=TAKES,
    short_codes=True,
)


class KioskForce(Making, Facts, Locks, Hooks):
    """One machine of a KioskForce platform, made of its parts."""

    rules = RULES


class KioskForceMaker:
    """Makes the line to KioskForce."""

    rules = RULES
    calls = CALLS
    abilities = frozenset(
        {
            Ability.SYNC,
            Ability.RESOLVE,
            Ability.BEGIN,
            Ability.REPORT,
            Ability.RECONCILE,
            Ability.TELL,
            Ability.MAKE,
            Ability.ROOM,
            Ability.NEIGHBOURS,
            Ability.ELSEWHERE,
        }
    )

    def connect(self, settings: CloudSettings, clock: Clock) -> KioskForce:
        if not settings.locker:
            raise ConfigWrong("[cloud] The machine_id of this locker is missing.")
        key = {"X-API-Key": settings.key}
        http = JsonHttp(
            settings.base_url, key, clock, heard=settings.heard, record=recorder(settings)
        )
        return KioskForce(settings, clock, http)


CLOUD = KioskForceMaker()
