"""The tables of layout.toml as they are written by hand; each description says what is allowed."""

from typing import Annotated, Literal

from pydantic import Field

from kiosk.config.sections import NAME, NAME_WORDS, Section

Span = Annotated[int, Field(ge=1, le=5000)]
SPAN_WORDS = "whole millimetres from 1 to 5000"


class DoorSection(Section):
    """Where a door hangs; what is left out is taken from the layout's own ``door`` table."""

    wire: str | None = Field(default=None, description="the name of a [[wire]] in kiosk.toml")
    board: int | None = Field(default=None, description="the board's number on its wire")
    channel: int | None = Field(default=None, description="the lock's number on its board")
    polarity: Literal["shut_closes", "open_closes"] | None = Field(
        default=None,
        description='"shut_closes" or "open_closes", as the contact does',
    )
    occupancy: bool | None = Field(default=None, description="true or false")
    supply: str | None = Field(default=None, pattern=NAME, description=NAME_WORDS)

    def over(self, default: "DoorSection") -> "DoorSection":
        """This door with what it leaves out taken from the default."""
        return default.model_copy(update=self.model_dump(exclude_none=True))


class CompartmentSection(Section):
    """One [[column.compartment]], from the top down."""

    label: str = Field(
        pattern=r"^[A-Za-z0-9-]{1,8}$", description="1 to 8 letters, digits and dashes"
    )
    size: str = Field(description="one of the layout's sizes")
    mm: tuple[Span, Span, Span] = Field(
        description=f"[width, height, depth] inside, each {SPAN_WORDS}"
    )
    floor_mm: Annotated[int, Field(ge=0, le=5000)] | None = Field(
        default=None, description="whole millimetres from 0 to 5000"
    )
    cloud_id: str | None = Field(
        default=None, min_length=1, max_length=128, description="the cloud's name of it"
    )
    owner: Literal["cloud", "local"] | None = Field(default=None, description='"cloud" or "local"')
    thermal: Literal["ambient", "heat", "freeze", "chill"] = Field(
        default="ambient", description='"ambient", "heat", "freeze" or "chill"'
    )
    charger: bool = Field(default=False, description="true or false")
    max_kg: int | None = Field(
        default=None, ge=1, le=1000, description="whole kilograms from 1 to 1000"
    )
    carriers: tuple[Annotated[str, Field(pattern=NAME)], ...] = Field(
        default=(), description=f"a list of carriers, each {NAME_WORDS}"
    )
    door: DoorSection = Field(default=DoorSection(), description="a table like { channel = 3 }")
    rear: DoorSection | None = Field(default=None, description="a table like { channel = 4 }")


class ScreenSection(Section):
    """The screen as a gap in its column, measured from the top of the bank."""

    top_mm: Span = Field(description=SPAN_WORDS)
    height_mm: Span = Field(description=SPAN_WORDS)


class ColumnSection(Section):
    """One [[column]], from left to right."""

    width_mm: Span = Field(description=SPAN_WORDS)
    screen: ScreenSection | None = Field(
        default=None, description="a table like { top_mm = 600, height_mm = 500 }"
    )
    compartment: tuple[CompartmentSection, ...] = Field(
        default=(), description="written as [[column.compartment]], once for each"
    )


class LayoutSections(Section):
    """The whole of layout.toml, before it is checked against the wires."""

    height_mm: Span = Field(description=SPAN_WORDS)
    sizes: tuple[str, ...] = Field(min_length=1, description="a list of names, small to large")
    door: DoorSection = Field(default=DoorSection(), description="a table like { board = 0 }")
    column: tuple[ColumnSection, ...] = Field(
        min_length=1, description="written as [[column]], once for each"
    )
