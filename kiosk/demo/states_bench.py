"""Samples of where service mode begins."""

from kiosk.domain.flows import journey
from kiosk.domain.flows.duty import Staffer
from kiosk.domain.flows.service import bench

WHO = Staffer("t-042")
BENCH: dict[str, journey.State] = {"bench": bench.Bench(WHO)}
