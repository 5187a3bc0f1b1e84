"""No cloud at all: a kiosk that lives on its own reservations."""

from collections.abc import Mapping

from kiosk.domain.model import Kind
from kiosk.domain.rules import CloudRules
from kiosk.ports import Clock, CloudSettings
from kiosk.ports_cloud import Ability


class Standalone:
    """Makes nothing; its rules hold for local reservations."""

    rules = CloudRules(
        name="standalone",
        deposit_commits="close",
        collection_commits="close",
        reopen_window=120.0,
        moves_compartment=True,
        extend_hours=24,
        extend_expired=True,
        abandons=True,
        walk_ups=frozenset({Kind.SEND, Kind.STORE, Kind.RETURN}),
        chooses_compartment=True,
        shares_compartment=True,
    )
    calls: Mapping[str, str] = {}
    abilities: frozenset[Ability] = frozenset()

    def connect(self, settings: CloudSettings, clock: Clock) -> None:
        """There is nobody to connect to."""


CLOUD = Standalone()
