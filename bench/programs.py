"""Programs started to be watched from outside: the kiosk, and the bare window beside it."""

import compileall
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import kiosk
from kiosk.assets import examples

PACKAGE = Path(kiosk.__file__).parent
FIRST_SCREEN = "the first screen is shown"
SIZE = (507, 900)
"""What ``--windowed`` makes of the example's panel."""
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A program whose first frame is on the glass."""

    pid: int
    seconds: float
    """From its start to that frame."""
    said: tuple[str, ...]


def compiled() -> None:
    """Give the kiosk its bytecode, as pip does when it installs it; the libraries have theirs."""
    compileall.compile_dir(PACKAGE, quiet=1)


@contextmanager
def shown(words: Sequence[str], sign: str) -> Iterator[Shown]:
    """Run Python with these words until the block ends; waits for the sign on standard error."""
    began = time.monotonic()
    with subprocess.Popen(
        [sys.executable, *words], stderr=subprocess.PIPE, text=True, env={**os.environ, **OFFSCREEN}
    ) as program:
        assert program.stderr is not None
        try:
            said: list[str] = []
            for line in program.stderr:
                said.append(line)
                if sign in line:
                    break
            else:
                raise ChildProcessError(f"{words} ended: {''.join(said[-5:])}")
            yield Shown(program.pid, time.monotonic() - began, tuple(said))
        finally:
            program.terminate()


def kiosk_words(config: Path) -> list[str]:
    """What starts the kiosk of this file in a window."""
    return ["-m", "kiosk", "run", "--windowed", "--verbose", "--config", str(config)]


def bare_words(modules: Path) -> list[str]:
    """What starts the bare window with these modules."""
    return ["-m", "bench.bare", *map(str, SIZE), str(modules)]


def example(folder: Path, camera: str = "") -> Path:
    """A copy of the standalone example, perhaps with a camera; answers its kiosk.toml."""
    shutil.copytree(examples() / "standalone", folder, dirs_exist_ok=True)
    config = folder / "kiosk.toml"
    config.write_text(config.read_text().replace('camera = ""', f'camera = "{camera}"'))
    return config


def libraries(words: Sequence[str], sign: str) -> list[str]:
    """The libraries' modules that a program imports until the sign, in its order.

    Of its second start: the first makes the database, with libraries no later one loads.
    """
    with shown(words, sign):
        pass
    with shown(["-X", "importtime", *words], sign) as program:
        return _imported(program.said)


def _imported(said: Sequence[str]) -> list[str]:
    """Read the names out of what -X importtime says; Python's own are left to who needs them."""
    lines = [line.rpartition("|")[2].strip() for line in said if line.startswith("import time:")]
    ours = ("kiosk", "bench", *sys.stdlib_module_names)
    return [name for name in dict.fromkeys(lines) if name.partition(".")[0] not in ours]
