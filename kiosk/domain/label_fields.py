"""What a cloud's own names of a label's fields mean on the kiosk's standard label. Pure."""

from collections.abc import Collection, Mapping

from kiosk.domain.labels import Content

ALIKE = {
    "recipient": ("recipient", "to", "receiver", "recipientname", "receivername", "consignee"),
    "sender": ("sender", "from", "sendername", "shipper"),
    "address": ("address", "recipientaddress", "deliveryaddress", "toaddress"),
    "ref": ("ref", "reference", "externalid", "order", "orderid", "ordernumber", "shipmentid"),
    "barcode": ("barcode", "tracking", "trackingnumber", "trackingid", "trackingcode", "awb"),
    "code": ("code", "qr", "qrcode"),
    "carrier": ("carrier", "service", "carriername"),
}
"""Our reading: the vendors leave the names to whoever writes their templates."""


def standard(content: Mapping[str, str], places: Collection[str]) -> Mapping[str, str]:
    """What of this content the standard label has a place for, whole: an address without its last
    line would lead nowhere, and of what has no room the label says so itself.
    """
    told = {_folded(name): value for name, value in content.items() if value}
    found = {}
    for place in places:
        value = next((told[name] for name in ALIKE.get(place, (place,)) if name in told), "")
        if value:
            found[place] = value
    return found


def codes(content: Content) -> tuple[str, ...]:
    """What stands on the label as a code: whoever holds it up means this parcel."""
    texts = {name: value for name, value in content.items() if isinstance(value, str)}
    return tuple(standard(texts, ("barcode", "code")).values())


def _folded(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
