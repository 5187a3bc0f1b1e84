"""Camera and readers as they are at this moment, for who tries them out."""

from collections.abc import Mapping

from kiosk.domain.flows.service.camera import CameraTold, LookAtCamera
from kiosk.domain.flows.service.readers import LookAtReaders, ReadersTold
from kiosk.domain.flows.staffed import Task
from kiosk.domain.trials import Reader, ReaderNow
from kiosk.ports_machine import Camera, Reads
from kiosk.services.tasks import Handler


class Trials:
    """Answers from what camera and readers remember of themselves: numbers, no text."""

    def __init__(
        self,
        camera: Camera,
        readers: Mapping[Reader, Reads | None],
        devices: Mapping[Reader, str],
    ) -> None:
        self._camera = camera
        self._readers = readers
        self._devices = devices

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {
            LookAtCamera: Handler(self._look, CameraTold(None)),
            LookAtReaders: Handler(self._told, ReadersTold(())),
        }

    async def _look(self, _: LookAtCamera) -> CameraTold:
        return CameraTold(self._camera.now())

    async def _told(self, _: LookAtReaders) -> ReadersTold:
        return ReadersTold(tuple(self._now(reader) for reader in Reader))

    def _now(self, reader: Reader) -> ReaderNow:
        if (here := self._readers.get(reader)) is None:
            return ReaderNow(reader)
        device = self._devices.get(reader, "")
        return ReaderNow(reader, device, here.there, here.reads, here.latest, here.refused)
