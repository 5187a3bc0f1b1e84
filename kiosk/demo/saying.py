"""What the demo says on the terminal."""

import logging

from rich.console import Console

from kiosk.runtime.logs import start_logging

say = Console(highlight=False, soft_wrap=True).print


def quiet() -> None:
    """Keep the kiosk's log for what went wrong: that the cloud is away is part of the story."""
    start_logging()
    logging.getLogger().setLevel(logging.ERROR)


def say_shorter(policy: str) -> None:
    """Tell which timers differ from a real locker's."""
    say("Timers are shorter than on a real one: " + policy.strip().replace("\n", ", "))
