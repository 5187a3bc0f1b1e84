"""A ZPL renderer that is none of ours: npm's zpl-renderer-js (Zebrash in WebAssembly, MIT).

Fetched once into build/npm when node and npm are there; after that it needs no network.
"""

import base64
import json
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

PACKAGE, VERSION = "zpl-renderer-js", "3.4.0"
FOLDER = Path(__file__).resolve().parents[2] / "build" / "npm"
SCRIPT = """
const { ready } = require("zpl-renderer-js");
let text = "";
process.stdin.on("data", (part) => (text += part)).on("end", async () => {
  const { api } = await ready;
  const made = [];
  for (const [zpl, width, height, dots] of JSON.parse(text))
    made.push(await api.zplToBase64Async(zpl, width, height, dots));
  process.stdout.write(JSON.stringify(made), () => process.exit(0));
});
"""
INSTALLS_WITHIN, RENDERS_WITHIN = 120, 60


def rendered(*labels: tuple[str, float, float, int]) -> list[bytes]:
    """A PNG of each (ZPL, width and height in millimetres, dots per millimetre); or skips."""
    missing = _missing()
    if missing:
        pytest.skip(missing)
    done = subprocess.run(
        ["node", "-e", SCRIPT],
        input=json.dumps(labels),
        cwd=FOLDER,
        capture_output=True,
        text=True,
        timeout=RENDERS_WITHIN,
        check=True,
    )
    return [base64.b64decode(label) for label in json.loads(done.stdout)]


@cache
def _missing() -> str:
    """Why there is none; nothing when there is."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        return "node and npm are not installed: nobody else renders our ZPL"
    found = FOLDER / "node_modules" / PACKAGE / "package.json"
    if found.is_file() and json.loads(found.read_text("utf-8"))["version"] == VERSION:
        return ""
    FOLDER.mkdir(parents=True, exist_ok=True)
    words = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", "."]
    try:
        done = subprocess.run(
            [*words, f"{PACKAGE}@{VERSION}"],
            cwd=FOLDER,
            capture_output=True,
            text=True,
            timeout=INSTALLS_WITHIN,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"npm did not deliver {PACKAGE} in {INSTALLS_WITHIN} s: nobody else renders our ZPL"
    if done.returncode:
        return f"npm has no {PACKAGE} {VERSION} here: nobody else renders our ZPL"
    return ""
