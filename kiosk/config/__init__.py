"""kiosk.toml and layout.toml as one frozen, checked tree; a wrong value stops the start.

The sentence of a ConfigWrong names the file, the key, what stands there and what is allowed.
"""

from kiosk.config.load import load, load_identity
from kiosk.config.makers import Makers
from kiosk.config.sections import Locker, Operator, Scanner, Ui
from kiosk.config.tree import Config, StoreFiles

__all__ = [
    "Config",
    "Locker",
    "Makers",
    "Operator",
    "Scanner",
    "StoreFiles",
    "Ui",
    "load",
    "load_identity",
]
