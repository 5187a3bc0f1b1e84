"""``python -m kiosk.demo CONFIG PICTURES WIDTH HEIGHT``: the kiosk the demo's window shows."""

import sys
from pathlib import Path


def main(config: str, pictures: str, width: str, height: str) -> int:
    # Loaded here only: the camera process starts from this file and needs no Qt.
    from kiosk.demo.far import run

    return run(Path(config), Path(pictures), int(width), int(height))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
