"""Who asks for something that changes the kiosk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kiosk.domain.acts import By

NOBODY = -1


@dataclass(frozen=True, slots=True)
class Asker:
    """At the console, as the operating system knows him; at the screen, by the account."""

    uid: int = NOBODY
    account: str = ""

    @property
    def facts(self) -> Mapping[str, str | int | bool | None]:
        """As the journal names them."""
        if self.account:
            return {"actor": By.TECHNICIAN.value, "account": self.account}
        return {"uid": self.uid}


Signed = Callable[[], Asker]
"""Who is in service mode just now. Raises NotPossible where nobody is."""
