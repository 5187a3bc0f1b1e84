"""Webhooks, and the history of all events."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request

from kiosk.sandbox.clouds.bloqit import shapes, views
from kiosk.sandbox.clouds.bloqit.api.common import Here
from kiosk.sandbox.clouds.bloqit.hooks import Webhook
from kiosk.sandbox.clouds.bloqit.kinds import Limit, Page, Since, Until, WebhookID
from kiosk.sandbox.clouds.bloqit.listing import cut, paged, several
from kiosk.sandbox.clouds.bloqit.readings import not_printed
from kiosk.sandbox.clouds.bloqit.shown import EventShown, PageShown, WebhookShown
from kiosk.sandbox.clouds.bloqit.words import EventType

router = APIRouter(prefix="/webhooks", tags=["Webhooks"])

Body = views.Body
_WEBHOOK: dict[str, Any] = {"response_model": WebhookShown}


async def webhook_of(webhook_id: WebhookID, cloud: Here) -> Webhook:
    return cloud.webhook(webhook_id)


OneWebhook = Annotated[Webhook, Depends(webhook_of)]


@router.post("", **_WEBHOOK, **not_printed("Create a Webhook"))
async def create(wish: shapes.CreateWebhook, cloud: Here) -> Body:
    webhook = Webhook(
        cloud.new_id(),
        wish.url,
        [kind.value for kind in wish.enabled_events],
        cloud.now(),
        wish.description,
        wish.secret,
    )
    cloud.webhooks[webhook.webhook_id] = webhook
    return views.webhook(webhook)


@router.get("", summary="List all Webhooks", response_model=PageShown[WebhookShown])
async def list_webhooks(
    cloud: Here,
    page: Page = 1,
    limit: Limit = 10,
    event_type: Annotated[EventType | None, Query(alias="eventType")] = None,
    since: Since = None,
    until: Until = None,
) -> Body:
    found = [
        each
        for each in cloud.webhooks.values()
        if (event_type is None or event_type in each.enabled_events)
        and (since is None or each.updated_at >= since)
        and (until is None or each.updated_at <= until)
    ]
    return paged(found, [views.webhook(each) for each in cut(found, page, limit)], page, limit)


@router.get(
    "/history",
    summary="Retrieve the Event History",
    response_model=PageShown[EventShown],
    response_model_exclude_unset=True,
)
async def history(
    request: Request,
    cloud: Here,
    since: Since = None,
    until: Until = None,
    # The sample answers in pages of 15, and names no parameter for the next one.
    page: Page = 1,
    limit: Limit = 15,
    # Only for the description: the array may be written in several ways.
    event_types: Annotated[list[str] | None, Query(alias="eventTypes")] = None,
) -> Body:
    """Oldest first, so that what happens meanwhile moves no page."""
    kinds = several(request, "eventTypes", EventType)
    found = [
        event
        for event in cloud.events
        if (not kinds or event.type in kinds)
        and (since is None or event.at >= since)
        and (until is None or event.at <= until)
    ]
    return paged(found, [views.event(event) for event in cut(found, page, limit)], page, limit)


@router.get("/{webhookID}", summary="Retrieve a Webhook", **_WEBHOOK)
async def get_webhook(webhook: OneWebhook) -> Body:
    return views.webhook(webhook)


@router.put("/{webhookID}", **_WEBHOOK, **not_printed("Update a Webhook"))
async def update(webhook: OneWebhook, wish: shapes.UpdateWebhook, cloud: Here) -> Body:
    if wish.enabled_events is not None:
        webhook.enabled_events = [kind.value for kind in wish.enabled_events]
    webhook.url = wish.url or webhook.url
    for name in ("description", "secret"):
        setattr(webhook, name, getattr(wish, name) or getattr(webhook, name))
    webhook.updated_at = cloud.now()
    return views.webhook(webhook)


@router.delete("/{webhookID}", summary="Delete a Webhook", **_WEBHOOK)
async def delete(webhook: OneWebhook, cloud: Here) -> Body:
    del cloud.webhooks[webhook.webhook_id]
    return views.webhook(webhook)
