"""Files and functions stay short enough to be read at one go."""

import ast

from tests.lint.tree import files, named

PYTHON_LINES = 250
QML_LINES = 150
FUNCTION_LINES = 40


def _length(text: str) -> int:
    return len(text.splitlines())


def test_no_python_file_is_longer_than_250_lines():
    long = {named(path): _length(path.read_text("utf-8")) for path in files("kiosk", ending=".py")}
    assert {name: lines for name, lines in long.items() if lines > PYTHON_LINES} == {}


def test_no_qml_file_is_longer_than_150_lines():
    long = {named(path): _length(path.read_text("utf-8")) for path in files("ui", ending=".qml")}
    assert {name: lines for name, lines in long.items() if lines > QML_LINES} == {}


def test_no_function_is_longer_than_40_lines():
    long = []
    for path in files("kiosk", ending=".py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > FUNCTION_LINES:
                    long.append(f"{named(path)}:{node.lineno} {node.name}: {lines}")
    assert long == []
