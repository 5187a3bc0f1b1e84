"""The pages that test the machine and look after it, as one."""

from collections.abc import Callable, Mapping

from kiosk.domain.flows import duty
from kiosk.domain.flows.duty import Staffer, StaffState, Step
from kiosk.domain.flows.service import camera, logs, readers, settings, system, touch
from kiosk.domain.flows.service.bench import Page

STEPS: Mapping[type[StaffState], Step] = {
    **camera.STEPS,
    **readers.STEPS,
    **touch.STEPS,
    **system.STEPS,
    **settings.STEPS,
    **logs.STEPS,
}
PAGES: Mapping[Page, Callable[[Staffer], duty.Next]] = {
    Page.CAMERA: camera.begin,
    Page.READERS: readers.begin,
    Page.TOUCH: touch.begin,
    Page.SYSTEM: system.begin,
    Page.SETTINGS: settings.begin,
    Page.LOGS: logs.begin,
}
