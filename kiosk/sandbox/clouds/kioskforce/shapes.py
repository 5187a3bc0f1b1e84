"""Requests and answers, field by field as the vendor's API reference shows them."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Natural = Annotated[int, Field(ge=0, le=2**31 - 1)]
Text = Annotated[str, Field(max_length=1024)]


class Asked(BaseModel):
    """A request body; a field the document does not know is more likely a slip than a wish."""

    model_config = ConfigDict(extra="forbid")


class EchoMessage(Asked):
    message: str = ""


class Packaging(Asked):
    """Millimetres and grams."""

    width: Natural = 0
    height: Natural = 0
    depth: Natural = 0
    weight: Natural = 0
    heating_required: bool = False
    cooling_required: bool = False


class SearchRequest(Asked):
    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]
    radius: Annotated[float, Field(ge=0, description="metres")]
    limit: Annotated[int, Field(ge=1)] | None = None
    only_available_lockers: bool = False
    packaging: Packaging | None = None


class ReserveRequest(Asked):
    machine_id: str
    platform_order_id: Annotated[str, Field(min_length=1, max_length=1024)]
    packaging: Packaging
    notes: Text = ""
    # "The URL must use HTTPS": the vendor's page on webhooks.
    webhook_url: Annotated[str, Field(pattern=r"^https://")] | None = None
    eta_minutes: Natural | None = None
    grace_period_pickup_in_seconds: Natural = 120
    grace_period_dropoff_in_seconds: Natural = 120


class Severity(StrEnum):
    LOW = "LOW"
    MEDIUM = "MEDIUM"
    HIGH = "HIGH"
    CRITICAL = "CRITICAL"


class MaintenanceRequest(Asked):
    description: Annotated[str, Field(min_length=1)]
    cell_id: str | None = None
    machine_id: str | None = None
    severity: Severity | None = None
    block_cell_immediately: bool = False


class OpenDoorRequest(Asked):
    reason: str = ""
    platform_reference_id: str = ""


class OccupancyStatus(StrEnum):
    LOW = "OCCUPANCY_STATUS_LOW"
    MEDIUM = "OCCUPANCY_STATUS_MEDIUM"
    HIGH = "OCCUPANCY_STATUS_HIGH"
    OVERLOADED = "OCCUPANCY_STATUS_OVERLOADED"


class CellInformation(BaseModel):
    """Millimetres; the document gives cells no name here."""

    width: int
    height: int
    depth: int
    heating: bool
    cooling: bool
    weight_sensor: bool


class Machine(BaseModel):
    machine_id: str
    name: str
    location: str
    latitude: float
    longitude: float
    online: bool
    preferred_cells: list[CellInformation]
    all_cells: list[CellInformation]
    occupancy_information: OccupancyStatus


class MachineAnswer(BaseModel):
    machine: Machine


class Found(BaseModel):
    machine: Machine
    distance_in_metres: int


class SearchAnswer(BaseModel):
    machines: list[Found]


class CellName(BaseModel):
    description: str = Field(examples=["A03"])


class CellAnswer(BaseModel):
    cell: CellName


class Codes(BaseModel):
    """What opens the door, typed and scanned."""

    drop_off_code: str
    drop_off_qrcode: str
    drop_off_qrcode_url: str
    pickup_code: str
    pickup_code_qrcode: str
    pickup_code_qrcode_url: str


class Reserved(Codes):
    reservation_id: str
    machine_id: str
    machine: Machine


class Status(StrEnum):
    PENDING = "RESERVATION_STATUS_PENDING"
    DROPPED_OFF = "RESERVATION_STATUS_DROPPED_OFF"
    PICKED_UP = "RESERVATION_STATUS_PICKED_UP"
    CANCELLED = "RESERVATION_STATUS_CANCELLED"
    ABANDONED = "RESERVATION_STATUS_ABANDONED"


class Listed(BaseModel):
    """One entry of the list: without codes, and without picked_up_at, as in the sample."""

    reservation_id: str
    machine_id: str
    platform_order_id: str
    status: Status
    created_at: str
    dropped_off_at: str | None = None
    cell: CellName


class ReservationAnswer(Codes, Listed):
    machine: Machine
    notes: str


class ReservationPage(BaseModel):
    reservations: list[Listed]
    next_page_token: str
    total_count: int


class MaintenanceTicket(BaseModel):
    maintenance_ticket_id: str
    created_at: str
    status: str = "OPEN"


class OpenDoorAccepted(BaseModel):
    request_id: str
    accepted_at: str


class Nothing(BaseModel):
    """An empty object."""
