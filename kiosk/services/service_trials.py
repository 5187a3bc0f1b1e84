"""Camera and readers as they are at this moment, for who tries them out."""

from collections.abc import Mapping

from kiosk.domain.flows.service.camera import CameraTold, LookAtCamera
from kiosk.domain.flows.service.readers import LookAtReaders, ReadersTold
from kiosk.domain.flows.staffed import Task
from kiosk.domain.trials import Reader, ReaderNow
from kiosk.ports_machine import Badges, Camera
from kiosk.services.errands import Handler


class Trials:
    """Answers from what camera and readers remember of themselves: numbers, no text."""

    def __init__(self, camera: Camera, badges: Badges | None, badge_device: str) -> None:
        self._camera = camera
        self._badges = badges
        self._badge_device = badge_device

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {
            LookAtCamera: Handler(self._look, CameraTold(None)),
            LookAtReaders: Handler(self._readers, ReadersTold(())),
        }

    async def _look(self, _: LookAtCamera) -> CameraTold:
        return CameraTold(self._camera.now())

    async def _readers(self, _: LookAtReaders) -> ReadersTold:
        # No driver of serial readers is there yet, so none can be configured.
        serial = ReaderNow(Reader.SERIAL)
        badge = ReaderNow(Reader.BADGE)
        if self._badges is not None:
            here = self._badges
            badge = ReaderNow(
                Reader.BADGE,
                self._badge_device,
                here.there,
                here.reads,
                here.latest,
                here.refused,
            )
        return ReadersTold((serial, badge))
