"""The samples of all screens in parts, so that no single test takes long on a busy machine."""

from kiosk.demo.states import STATES
from kiosk.demo.states_bench import BENCH
from kiosk.demo.states_collecting import COLLECTING
from kiosk.demo.states_delivering import DELIVERING
from kiosk.demo.states_round import ROUND
from kiosk.demo.states_service_doors import SERVICE_DOORS
from kiosk.demo.states_service_lines import SERVICE_LINES
from kiosk.demo.states_service_machine import MACHINE
from kiosk.demo.states_service_people import SERVICE_PEOPLE
from kiosk.demo.states_signin import SIGN_IN
from kiosk.domain.flows import journey

COURIERS = {**SIGN_IN, **ROUND, **DELIVERING, **COLLECTING}
SERVICE = {**BENCH, **SERVICE_LINES, **SERVICE_DOORS, **MACHINE, **SERVICE_PEOPLE}
PARTS: dict[str, dict[str, journey.State]] = {
    "people": {name: at for name, at in STATES.items() if name not in {*COURIERS, *SERVICE}},
    "couriers": COURIERS,
    "service": SERVICE,
}
"""Whatever is neither of staff's is people's, so none is left out."""
