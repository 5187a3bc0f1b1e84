"""The wheel is the whole kiosk: what is not Python travels with it."""

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from tests.lint.tree import ROOT, files

CARRIED = {
    "ui": "ui",
    "assets": "assets",
    "translations": "translations",
    "docs/examples": "examples",
}


def built(tree: Path, folder: Path) -> set[str]:
    """The names in the wheel of this tree."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=tree, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_carries_screens_assets_texts_examples_and_migrations(tmp_path: Path) -> None:
    there = built(ROOT, tmp_path)
    wanted = {
        f"kiosk/_data/{inside}/{path.relative_to(ROOT / folder).as_posix()}"
        for folder, inside in CARRIED.items()
        for path in files(folder)
    }
    wanted |= {path.relative_to(ROOT).as_posix() for path in files("kiosk", ending=".py")}
    assert wanted - there == set()
    assert any("migrations/versions" in name for name in there)


def test_the_key_and_database_of_a_tried_example_stay_at_home(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    for path in files():
        copy = tree / path.relative_to(ROOT)
        if path.suffix != ".png":
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, copy)
    tried = tree / "docs" / "examples" / "standalone"
    for secret in (tried / "keys" / "device.key", tried / "state" / "kiosk.db"):
        secret.parent.mkdir()
        secret.write_text("secret")
    there = built(tree, tmp_path / "out")
    assert not [name for name in there if name.endswith((".key", ".db"))]
