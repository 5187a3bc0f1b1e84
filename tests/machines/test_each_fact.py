"""The machine finds each rule that is left out; that the outbox keeps them all is a proof."""

import hypothesis
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from kiosk.services.outbox import Outbox
from tests.machines.each_fact import EachFactOnce
from tests.services.fakes import Pocket


class Blind(Outbox):
    """Tells again what may have arrived, without reading first."""

    async def _is_known(self, cloud, event):
        return False


class OutOfTurn(Pocket):
    """Lets the newest go first."""

    async def next_event(self, now, channel):
        due = [e for seq, e in self.waiting.items() if self._due.get(seq, now) <= now]
        return due[-1] if due else None


class Hasty(Pocket):
    """Counts as told what was only sent."""

    async def postpone(self, seq, until, error, *, uncertain):
        await self.delivered(seq)


LEFT_OUT = {
    "read before telling again": {"outbox": Blind},
    "one reservation's facts in their order": {"pocket": OutOfTurn},
    "only an answer means told": {"pocket": Hasty},
}


@pytest.mark.parametrize("rule", LEFT_OUT)
def test_a_rule_that_is_left_out_is_found(rule):
    machine = type("Without", (EachFactOnce,), LEFT_OUT[rule])
    quick = settings(
        max_examples=60,
        stateful_step_count=40,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    with pytest.raises(AssertionError):
        run_state_machine_as_test(hypothesis.seed(0)(machine), settings=quick)
