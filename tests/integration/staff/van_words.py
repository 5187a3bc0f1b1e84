"""The words a courier's stories are told in: what is done, what lies there, what was told."""

from collections.abc import Sequence

from kiosk.domain import codes
from kiosk.domain.flows.choices import Agreed
from kiosk.domain.flows.courier.batch import Batch, BatchDone, NextStop
from kiosk.domain.flows.courier.collecting import Collecting
from kiosk.domain.flows.courier.round import Chore, ChoreChosen
from kiosk.domain.flows.courier.takeout import LabelRead
from kiosk.domain.flows.duty import Working
from kiosk.domain.flows.inputs import Entered, JourneyChosen, KeyPressed, OpenAsked
from kiosk.domain.flows.keeping import ConfirmRefuse
from kiosk.domain.flows.opening import TakeParcel
from kiosk.domain.flows.visit import Aim, Outcome
from kiosk.domain.round import Cause
from tests.integration.bloqit_locker import BASE
from tests.integration.staff.van import Courier, Van

FETCHED = {
    "1": {"type": "return", "state": "in_progress"},
    "2": {"type": "return", "state": "in_progress"},
    "6": {"operationType": "firstMile", "state": "in_progress"},
    "7": {"state": "expired"},
}
"""By compartment, each with the rent 0..3."""
BROUGHT = "471174"
REFUSED = codes.local_typed(47114711)
CAUSES = {
    "1": Cause.RETURN,
    "2": Cause.RETURN,
    "6": Cause.FIRST_MILE,
    "7": Cause.EXPIRED,
    "8": Cause.CANCELLED,
    "31": Cause.REFUSED,
}


async def announced(courier: Courier, sizes: Sequence[str]) -> list[str]:
    """The office has told the cloud what the van brings; answers what the labels say.

    Half of them are the rents' own numbers, half their drop-off codes.
    """
    made = await courier.announced(
        *(
            {"_id": rent(number), "state": "created", "desiredLockerType": size}
            for number, size in enumerate(sizes)
        )
    )
    return [
        str(rent["details"]["dropOffCode"] if number % 2 else rent["_id"])
        for number, rent in enumerate(made)
    ]


async def scanned(courier: Courier, labels: Sequence[str]) -> Batch:
    """All of them, one after another, until it is known where each goes."""
    courier.do(ChoreChosen(Chore.BATCH))
    await courier.sees(Batch)
    courier.scan(*labels)
    batch: Batch = await courier.sees(
        Batch, lambda b: len(b.load.scans) == len(labels) and not b.load.judging
    )
    return batch


async def next_stop(courier: Courier) -> object:
    def so(state: object) -> bool:
        stop = isinstance(state, NextStop) and not state.load.judging and state.stop
        return bool(stop) or isinstance(state, BatchDone)

    return await courier.sees((NextStop, BatchDone), so)


async def takes(courier: Courier, name: str, label: str) -> None:
    """One touch for the door, one scan of the label, and the door is pushed shut."""
    await courier.sees(Collecting, lambda run: run.held is None and run.todo[0].label == label)
    courier.do(OpenAsked())
    assert await courier.at_door(TakeParcel) == label
    courier.scan(name)
    await courier.sees(Working, lambda door: door.behind.scan is LabelRead.MATCHED)
    assert await courier.takes_out() == label


def rent(number: int) -> str:
    return f"{number:024x}"


async def contents(courier: Courier) -> dict[str, str]:
    """What lies where, as the kiosk knows it; what is empty is left out."""
    rows = (await courier.here.machine.desk.doors())["doors"]
    return {row["label"]: row["contents"] for row in rows if row["contents"] != "empty"}


def told(courier: Courier, call: str) -> list[str]:
    """The rents of which the cloud was told so, in order, as often as it was."""
    cloud = courier.here.cloud
    assert isinstance(cloud, Van)
    return [name for name, what in cloud.changes() if what == call]


async def lying(courier: Courier) -> str:
    """Six parcels come to lie here, each for a reason of its own; answers the courier's PIN."""
    here, cloud = courier.here, courier.here.cloud
    assert isinstance(cloud, Van)
    await courier.announced(
        *(
            {"_id": rent(number), "locker": f"A{label}", **wish}
            for number, (label, wish) in enumerate(FETCHED.items())
        ),
        {"_id": rent(4), "locker": "A8", "state": "reserved", "dropOffCode": BROUGHT},
    )
    for label in FETCHED:
        here.hand("occupy", label)
    here.brings(BROUGHT)
    await here.puts_in("8")
    await here.told_all()
    await cloud.meanwhile("PUT", f"{BASE}/rents/{rent(4)}/cancel")
    here.do(JourneyChosen(Aim.REFUSE), *map(KeyPressed, REFUSED), Entered())
    await courier.sees(ConfirmRefuse)
    here.do(Agreed())
    await here.ends(Outcome.REFUSED)
    return await courier.enrols()
