"""Remembers which seeds of a proof have held, for as long as the code stays the same."""

import json
import time
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "soak"
EVERY = 1.0


def fingerprint(root: Path = ROOT) -> str:
    """Changes with every line a proof can rest on."""
    digest = sha256((root / "requirements-dev.lock").read_bytes())
    for folder in ("kiosk", "tests"):
        for path in sorted((root / folder).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()


class Ledger:
    """The seeds of one proof that have held; written at most once a second, and at the end."""

    def __init__(self, path: Path, code: str) -> None:
        self._path = path
        self._code = code
        self._saved = time.monotonic()
        self.held: set[int] = set()
        if path.is_file():
            known = json.loads(path.read_text("utf-8"))
            self.held = set(known["held"]) if known["code"] == code else set()

    def add(self, seed: int) -> None:
        self.held.add(seed)
        if time.monotonic() - self._saved > EVERY:
            self.save()

    def save(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        new = self._path.with_suffix(".new")
        new.write_text(json.dumps({"code": self._code, "held": sorted(self.held)}), "utf-8")
        new.replace(self._path)
        self._saved = time.monotonic()
