"""Every test runs without a screen, without a GPU, and with the software renderer."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
# Control sockets lie beside each test's own store, never where a running kiosk has its own.
for name in ("XDG_RUNTIME_DIR", "RUNTIME_DIRECTORY"):
    os.environ.pop(name, None)
