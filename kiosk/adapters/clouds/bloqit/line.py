"""The line to Bloq.it: its calls by name, and the one bloq this kiosk is.

"Bloq.it Partner API 1.35.0". Base address https://api.bloq.it, for tries https://api.demo.bloq.it;
the key goes in the header X-API-KEY.
"""

from collections.abc import Mapping

from kiosk.adapters.clouds.answers import checked
from kiosk.adapters.clouds.bloqit.bank import Bank, BloqAnswer
from kiosk.adapters.clouds.calls import checked_id, choose
from kiosk.adapters.clouds.http import JsonHttp
from kiosk.domain.errors import CloudBroken
from kiosk.ports import Clock, CloudSettings

_API = "/api/v1/public"
_BLOQ = f"{_API}/bloqs/{{bloqID}}"
_LOCKER = f"{_BLOQ}/lockers/{{lockerID}}"
_PLACE = f"{_API}/bloq-locations/{{bloqLocationID}}"
_NAMED_PLACE = f"{_API}/bloq-locations/external-id/{{externalID}}"
_RENT = f"{_API}/rents/{{rentID}}"
_DELIVERY = f"{_API}/deliveries/{{rentID}}"
_RETURN = f"{_API}/returns/{{rentID}}"
_CUSTOMER = f"{_API}/customers/{{customerID}}"
_WEBHOOK = f"{_API}/webhooks/{{webhookID}}"
_SIM = f"{_API}/rent-sims/{{rentID}}/lockers"

PRINTED: Mapping[str, str] = {
    "bloqs": f"GET {_API}/bloqs",
    "bloq": f"GET {_BLOQ}",
    "free_lockers": f"GET {_BLOQ}/free-lockers",
    "nearby": f"GET {_API}/bloqs/geoSearch",
    "open_locker": f"PUT {_LOCKER}/open",
    "open_or_collect": f"PUT {_LOCKER}/open-or-collect",
    "close_locker": f"PUT {_LOCKER}/close",
    "all_labels_left": f"GET {_API}/bloqs/labels-amount-available",
    "labels_left": f"GET {_BLOQ}/labels-amount-available",
    "roll_replaced": f"PUT {_BLOQ}/notify-label-replacement",
    "locations": f"GET {_API}/bloq-locations",
    "location": f"GET {_PLACE}",
    "location_by_external_id": f"GET {_NAMED_PLACE}",
    "rents": f"GET {_API}/rents",
    "active_rents": f"GET {_API}/rents/active",
    "reached_state": f"GET {_API}/rents/reached-state",
    "rent": f"GET {_RENT}",
    "rent_by_external_id": f"GET {_API}/rents/external/{{externalID}}",
    "rent_history": f"GET {_RENT}/history",
    "open_in_place": f"PUT {_RENT}/lockers/open",
    "cancel": f"PUT {_RENT}/cancel",
    "collect": f"PUT {_RENT}/collect",
    "finish": f"PUT {_RENT}/finish",
    "make": f"PUT {_DELIVERY}/make",
    "select_locker": f"PUT {_DELIVERY}/select-locker",
    "notify": f"PUT {_DELIVERY}/notify",
    "ready_for_pickup": f"PUT {_DELIVERY}/ready-for-pickup",
    "in_transit": f"PUT {_DELIVERY}/in-transit",
    "finish_return": f"PUT {_RETURN}/finish",
    "courier_token": f"GET {_API}/couriers/courier-auth/create-token",
    "customers": f"GET {_API}/customers",
    "customer": f"GET {_CUSTOMER}",
    "delete_customer": f"DELETE {_CUSTOMER}",
    "webhooks": f"GET {_API}/webhooks",
    "webhook": f"GET {_WEBHOOK}",
    "delete_webhook": f"DELETE {_WEBHOOK}",
    "history": f"GET {_API}/webhooks/history",
    "sim_keypad": f"PUT {_SIM}/keypad",
    "sim_close": f"PUT {_SIM}/close",
}
"""Calls whose method and path the document prints."""

READINGS: Mapping[str, str] = {
    "update_bloq": f"PUT {_BLOQ}",
    "open_several": f"PUT {_BLOQ}/lockers/open",
    "availability": f"PUT {_LOCKER}/availability",
    "print_label": f"POST {_BLOQ}/print-label",
    "create_location": f"POST {_API}/bloq-locations",
    "update_location": f"PUT {_PLACE}",
    "update_location_by_external_id": f"PUT {_NAMED_PLACE}",
    "update_rent": f"PUT {_RENT}",
    "extend": f"PUT {_RENT}/extend",
    "start_store": f"POST {_API}/stores",
    "end_store": f"PUT {_API}/stores/{{rentID}}/end",
    "start_send": f"POST {_API}/sends",
    "create_delivery": f"POST {_API}/deliveries",
    "return_delivery": f"PUT {_DELIVERY}/return",
    "create_return": f"POST {_API}/returns",
    "reserve_return": f"PUT {_RETURN}/reserve",
    "create_customer": f"POST {_API}/customers",
    "update_customer": f"PUT {_CUSTOMER}",
    "create_webhook": f"POST {_API}/webhooks",
    "update_webhook": f"PUT {_WEBHOOK}",
}
"""Calls it describes without their path: our reading, not confirmed by the vendor."""

CALLS: Mapping[str, str] = {**PRINTED, **READINGS}

_NOTHING: Mapping[str, str] = {}


class Line:
    """Whom to call and how; every part of the adapter stands on it."""

    def __init__(self, settings: CloudSettings, clock: Clock, http: JsonHttp) -> None:
        self._bloq = settings.locker
        self._layout = settings.layout
        self._front = settings.front
        self._demo = settings.demo
        self._clock = clock
        self._http = http
        self._calls = choose(CALLS, settings.calls)
        self._bank: Bank | None = None

    async def ping(self) -> None:
        """See our own bloq, so that no proxy can answer for the cloud."""
        await self._see_bloq()

    async def aclose(self) -> None:
        """Let go of the connections; may be called twice."""
        await self._http.aclose()

    async def call(
        self,
        name: str,
        places: Mapping[str, str] = _NOTHING,
        *,
        query: Mapping[str, str | int] | None = None,
        body: Mapping[str, object] | None = None,
    ) -> dict[str, object]:
        """Make a call that answers an object; bloqID is ours unless told otherwise."""
        call = self._calls[name]
        return await self._http.call(call, self._filled(places), query=query, body=body)

    async def listed(
        self,
        name: str,
        places: Mapping[str, str] = _NOTHING,
        *,
        query: Mapping[str, str | int] | None = None,
        body: Mapping[str, object] | None = None,
    ) -> list[object]:
        """Make a call that answers a list."""
        call = self._calls[name]
        return await self._http.listed(call, self._filled(places), query=query, body=body)

    async def bank(self, *, fresh: bool = False) -> Bank:
        """Which locker of the bloq is which compartment; read once, and whenever asked for."""
        if fresh or self._bank is None:
            return await self._see_bloq()
        return self._bank

    async def _see_bloq(self) -> Bank:
        found = checked(BloqAnswer, await self.call("bloq"), "bloq")
        if found.id != self._bloq:
            raise CloudBroken("bloq: another one than asked for came back")
        self._bank = Bank(found, self._layout)
        return self._bank

    def _filled(self, places: Mapping[str, str]) -> Mapping[str, str]:
        return {name: checked_id(value) for name, value in {"bloqID": self._bloq, **places}.items()}
