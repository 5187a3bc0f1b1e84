"""The texts of the kiosk's own templates, for the translators: their tool reads no SVG.

A further language is translations/kiosk_<lang>.ts, context "Labels".
"""


def translate(_context: str, source: str) -> str:
    """Marks a text for the translators, whose tool knows this name."""
    return source


CAPTIONS = frozenset(
    {
        translate("Labels", "From"),
        translate("Labels", "To"),
        translate("Labels", "Order"),
        translate("Labels", "Carrier"),
        translate("Labels", "Your code"),
        translate("Labels", "Good until"),
        translate("Labels", "Show it to the camera, or type it."),
        translate("Labels", "Locker"),
        translate("Labels", "Date"),
        translate("Labels", "Keep this receipt."),
        translate("Labels", "Manifest"),
        translate("Labels", "Door"),
        translate("Labels", "What"),
        translate("Labels", "Parcels"),
        translate("Labels", "Signature"),
        translate("Labels", "Test page"),
        translate("Labels", "All three codes must be readable."),
    }
)
