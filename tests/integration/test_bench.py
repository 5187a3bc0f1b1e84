"""The bench runs; what it measures here says nothing."""

import json

import pytest

from bench.run import MEASURES, main


# The labels' fonts need a Qt application: it is the tests' own, or theirs would be refused one.
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", MEASURES)
def test_a_figure_is_measured_beside_its_baseline(tmp_path, name):
    latest = tmp_path / "bench" / "latest.json"
    assert main(["--quick", "--rounds", "1", name], latest) == 0
    figures = json.loads(latest.read_text()).values()
    assert figures
    for figure in figures:
        assert figure["bench"] == name
        assert figure["value"] > 0
        assert figure["baseline"] > 0
        assert figure["against"]
