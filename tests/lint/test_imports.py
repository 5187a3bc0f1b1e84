"""Dependencies point one way, as the contracts in pyproject.toml say."""

import os
import subprocess
import sys

from tests.lint.tree import ROOT

COMMAND = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def test_the_import_contracts_are_kept():
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, "--no-logo"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
