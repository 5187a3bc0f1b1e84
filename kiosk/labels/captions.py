"""The texts of the kiosk's own templates, for the translators: their tool reads no SVG.

A further language is translations/kiosk_<lang>.ts, context "Labels".
"""


def translate(_context: str, source: str) -> str:
    """Marks a text for the translators, whose tool knows this name."""
    return source


SAYINGS = frozenset(
    {
        translate("Labels", "Parcel handed in"),
        translate("Labels", "Return handed in"),
        translate("Labels", "Stored here"),
        translate("Labels", "Handed in, not confirmed"),
        translate("Labels", "Your code"),
        translate("Labels", "Code for the receiver"),
        translate("Labels", "Delivered"),
        translate("Labels", "Collected"),
    }
)
"""What the kiosk says in a place with ``data-said``."""
CAPTIONS = frozenset(
    {
        translate("Labels", "From"),
        translate("Labels", "To"),
        translate("Labels", "Order"),
        translate("Labels", "Carrier"),
        translate("Labels", "Good until"),
        translate("Labels", "Show it to the camera, or type it."),
        translate("Labels", "Locker"),
        translate("Labels", "Date"),
        translate("Labels", "Keep this receipt."),
        translate("Labels", "Manifest"),
        translate("Labels", "Door"),
        translate("Labels", "What"),
        translate("Labels", "Time"),
        translate("Labels", "Delivered"),
        translate("Labels", "Collected"),
        translate("Labels", "Questions? Call us:"),
        translate("Labels", "Signature"),
        translate("Labels", "Test page"),
        translate("Labels", "All three codes must be readable."),
    }
)
