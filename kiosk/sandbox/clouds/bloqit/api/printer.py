"""The label printer of a bloq."""

from typing import Annotated

from fastapi import APIRouter, Query

from kiosk.sandbox.clouds.bloqit import shapes, views
from kiosk.sandbox.clouds.bloqit.api.common import Here, OneBloq
from kiosk.sandbox.clouds.bloqit.bank import LABELS_ON_A_ROLL, Bloq
from kiosk.sandbox.clouds.bloqit.listing import cut, paged
from kiosk.sandbox.clouds.bloqit.readings import not_printed
from kiosk.sandbox.clouds.bloqit.refusals import Refused, conflict, invalid
from kiosk.sandbox.clouds.bloqit.shown import BloqLabelsShown, LabelsShown, PageShown
from kiosk.sandbox.clouds.bloqit.words import EventType, Source, stamp

router = APIRouter(tags=["Printer"])

Natural = Annotated[int, Query(ge=0)]


@router.get(
    "/bloqs/labels-amount-available",
    summary="Get amount of labels available (Bulk)",
    response_model=PageShown[BloqLabelsShown],
)
async def labels_everywhere(cloud: Here, page: Natural = 1, limit: Natural = 10) -> views.Body:
    """With 0 for both page and limit all of them."""
    if bool(page) != bool(limit):
        raise invalid("limit" if page else "page")
    found = [bloq for bloq in cloud.bloqs.values() if bloq.has_printer]
    shown = cut(found, page, limit) if limit else found
    docs = [{"bloq": bloq.bloq_id, **_labels(bloq)} for bloq in shown]
    return paged(found, docs, page, limit)


@router.get(
    "/bloqs/{bloqID}/labels-amount-available",
    summary="Get amount of labels available",
    response_model=LabelsShown,
)
async def labels_left(bloq: OneBloq) -> views.Body:
    _printer(bloq)
    return _labels(bloq)


@router.put("/bloqs/{bloqID}/notify-label-replacement", summary="Notify Labels Roll Replacement")
async def roll_replaced(bloq: OneBloq) -> dict[str, str]:
    """The document shows no good answer, and no size of a roll."""
    _printer(bloq)
    bloq.labels = LABELS_ON_A_ROLL
    return {}


@router.post("/bloqs/{bloqID}/print-label", **not_printed("Print a Label"))
async def print_label(
    bloq: OneBloq,
    cloud: Here,
    template_id: Annotated[str | None, Query(alias="templateID")] = None,
    wish: shapes.Label | None = None,
) -> dict[str, str]:
    """The document's sample answers a locker, which means nothing here."""
    _printer(bloq)
    if template_id is None or template_id not in bloq.templates:
        raise invalid("templateID")
    if not bloq.labels:
        message = "The printer is out of labels."
        cloud.tell(EventType.PRINT_LABEL_ERROR, Source.API, bloq_id=bloq.bloq_id, message=message)
        raise Refused(502, message)
    bloq.labels -= 1
    content = wish.content if wish and wish.content else {}
    label: views.Body = {"bloq": bloq.bloq_id, "templateID": template_id, "content": content}
    cloud.prints.append(label | {"at": stamp(cloud.now())})
    cloud.tell(EventType.LABEL_PRINTED, Source.API, bloq_id=bloq.bloq_id)
    return {}


def _printer(bloq: Bloq) -> None:
    if not bloq.has_printer:
        raise conflict("This bloq has no printer.")


def _labels(bloq: Bloq) -> views.Body:
    return {"remainingLabels": str(bloq.labels)}
