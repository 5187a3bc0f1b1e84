"""What the screens need of the configuration."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.domain.layout import Layout
from kiosk.domain.policy import Policy
from kiosk.viewmodels.camera import PreviewSource


@dataclass(frozen=True, slots=True)
class Face:
    """The locker as its screens know it; ``languages`` maps codes to names, the default first."""

    layout: Layout
    policy: Policy
    now: Callable[[], datetime]
    """The wall clock in the locker's own time zone."""
    place: str = ""
    operator: str = ""
    logo: str = ""
    phone: str = ""
    terms: str = ""
    """The operator's terms in a few sentences, at most 240 characters."""
    terms_link: str = ""
    """Where all of them can be read; shown as a QR code."""
    panel_mm: tuple[float, float] = (268, 476)
    languages: Mapping[str, str] = field(default_factory=lambda: {"en": "English"})
    theme: str = "light"
    calm: bool = False
    """Reduced motion: nothing slides, swings or breathes."""
    preview: PreviewSource | None = None
    """The live picture of the camera; None without one."""
    hand_scanner: bool = False
    """Whether codes can be held up to something that shows no picture."""
    badge_reader: bool = False
    """Whether badges can be held up to anything."""
