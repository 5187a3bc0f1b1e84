"""Samples of how staff say who they are."""

from kiosk.domain.flows import journey
from kiosk.domain.flows.courier import signin

SIGN_IN: dict[str, journey.State] = {
    "staff-entrance": signin.StaffEntrance(),
    "logging-in": signin.LoggingIn(),
}
