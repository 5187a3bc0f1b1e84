"""The machine finds each rule that is left out; that the kiosk keeps them all is a proof."""

import hypothesis
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from kiosk.domain.layout import Door
from kiosk.services.doors import Doors
from tests.machines import whole_kiosk
from tests.machines.each_door import EachDoorItsOwn


class FiresFirst(Doors):
    """Fires, and writes down afterwards that it was going to."""

    async def _intend(self, order, before):
        return "later"


class Believes(Doors):
    """Takes a lock that was fired for a door that opened."""

    async def _wait_open(self, door: Door) -> bool:
        return True


LEFT_OUT = {
    "intent before actuation": whole_kiosk.Parts(doors=FiresFirst),
    "only the sensor means opened": whole_kiosk.Parts(doors=Believes),
}


@pytest.mark.parametrize("rule", LEFT_OUT)
def test_a_rule_that_is_left_out_is_found(rule):
    machine = type("Without", (EachDoorItsOwn,), {"parts": LEFT_OUT[rule]})
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
