"""Samples of every screen of couriers and technicians; each part of the work has a file."""

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

STAFF: dict[str, journey.State] = {
    **SIGN_IN,
    **ROUND,
    **DELIVERING,
    **COLLECTING,
    **BENCH,
    **SERVICE_LINES,
    **SERVICE_DOORS,
    **MACHINE,
    **SERVICE_PEOPLE,
}
