"""Who looks after the journal, put together."""

from collections.abc import Coroutine
from dataclasses import dataclass
from functools import partial
from typing import Any

from kiosk.adapters.storage import aside
from kiosk.adapters.storage.store import SqliteStore
from kiosk.config import Config
from kiosk.ports import Clock
from kiosk.services.evidence_files import EvidenceFiles
from kiosk.services.journal_desk import JournalDesk
from kiosk.services.journal_rounds import JournalRounds

EVIDENCE = "evidence"
"""The folder beside the database."""


@dataclass(frozen=True, slots=True)
class Journalling:
    """The verbs, and the hourly round."""

    desk: JournalDesk
    rounds: JournalRounds

    def run(self) -> Coroutine[Any, Any, None]:
        return self.rounds.run()


def journalling(config: Config, store: SqliteStore, clock: Clock) -> Journalling:
    """Whether somebody is reported to is known by now."""
    files = EvidenceFiles(config.store.path.parent / EVIDENCE)
    rounds = JournalRounds(
        store,
        clock,
        config.policy,
        reported=store.reports,
        clock_state=lambda: store.clock_state(),
        forgets_evidence=files.forget,
        forgets_damaged=partial(aside.forget, config.store.path),
    )
    return Journalling(JournalDesk(store, clock, config.locker.id, files), rounds)
