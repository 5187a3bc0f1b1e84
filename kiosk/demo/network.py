"""The sandbox cloud at the far end of a network that can be cut and comes back."""

from contextlib import ExitStack

from fastapi import FastAPI

from kiosk.sandbox.clouds.serve import running, sandbox


class Network:
    """One sandbox cloud on one port; what it knows outlives every cut."""

    def __init__(self, cloud: str) -> None:
        self._app: FastAPI = sandbox(cloud)()
        self._life = ExitStack()
        self._port = 0
        self.up = False
        self.url = self.join()

    def join(self) -> str:
        """Let the cloud be reached, always at the same address."""
        if not self.up:
            self.url = self._life.enter_context(running(self._app, port=self._port))
            self._port = int(self.url.rpartition(":")[2])
            self.up = True
        return self.url

    def cut(self) -> None:
        """Let nobody reach the cloud; calls under way break off."""
        self.up = False
        self._life.close()
