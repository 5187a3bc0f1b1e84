"""How long each screen waits for the person before it."""

from kiosk.domain.flows import after, gates, journey, opening, problem
from kiosk.domain.flows.duty import Working
from kiosk.domain.flows.service import challenge, door_in_hand
from kiosk.domain.flows.staffed import StaffState
from kiosk.domain.policy import Policy


def patience(state: journey.State, policy: Policy, *, access: bool) -> float | None:
    """Seconds to wait for the person in this state; None is for ever."""
    match state:
        case journey.StillThere():
            return policy.idle_warning
        case opening.Done():
            return policy.done
        case after.ConfirmPut():
            return after.CONFIRMS_WITHIN * (policy.access_stretch if access else 1.0)
        case gates.PassingGate():
            return gates.AT_TERMINAL
        case after.NextDoor():
            # As on the done screen: whoever comes next finds no other door to open.
            return policy.done * (policy.access_stretch if access else 1.0)
        case Working(at=at) if not journey.is_idle(at):
            return patience(at, policy, access=access)
        case challenge.ReadNonce():
            return challenge.CALLS
        case Working() | StaffState(known=True):
            return policy.courier_idle - policy.idle_warning
        case journey.Help(before) | journey.Privacy(before):
            ends = patience(before, policy, access=access)
            return ends or (policy.idle_access if access else policy.idle)
        case _ if journey.is_idle(state):
            return (policy.idle_access if access else policy.idle) - policy.idle_warning
        case _:
            # Home waits for anybody; at an open door the door's own clock counts.
            return None


def is_at_open_door(state: journey.State) -> bool:
    """Whether a door stands open in the hands of staff: until it is shut, or told as left open,
    they are at work, whether or not they touch the screen."""
    match state:
        case journey.StillThere(before) | journey.Help(before) | journey.Privacy(before):
            return is_at_open_door(before)
        case Working(at=at):
            return isinstance(at, problem.AtDoor)
        case _:
            return isinstance(state, door_in_hand.StandsOpen)
