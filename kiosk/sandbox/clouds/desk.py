"""A page under /_sandbox/page to make reservations and watch events; no script, no network."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import parse_qsl, quote

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import HTMLResponse, RedirectResponse

Row = Sequence[str]

_LONGEST_FORM = 65_536
_STYLE = """<style>body{font:16px/1.5 sans-serif;max-width:75em;margin:1em auto;padding:0 1em}
label{display:inline-block;margin:0 1em .5em 0}table{border-collapse:collapse;width:100%}
td,th{border:1px solid #999;padding:.2em .5em;text-align:left;overflow-wrap:anywhere}
iframe{width:100%;height:40em;border:1px solid #999}</style>"""


@dataclass(frozen=True, slots=True)
class Blank:
    """One field of the form; with choices the first is the default."""

    name: str
    label: str
    choices: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """What a sandbox cloud brings to the page."""

    title: str
    notes: Sequence[str]
    """Where the vendor's document is silent, and how it is read."""
    blanks: Sequence[Blank]
    make: Callable[[Mapping[str, str]], str]
    """Make a reservation from the filled form; answers one sentence, of success or refusal."""
    tables: Callable[[], Mapping[str, Iterable[Row]]]
    """Headed tables, the newest row first; each table's first row names its columns."""


def add_desk(app: FastAPI, desk: Desk) -> None:
    router = APIRouter(prefix="/_sandbox", include_in_schema=False)

    @router.get("/page")
    async def page(said: str = "") -> HTMLResponse:
        return HTMLResponse(_page(desk, said))

    @router.post("/page")
    async def make(request: Request) -> RedirectResponse:
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > _LONGEST_FORM:
                return RedirectResponse("page?said=Too+long.", 303)
        filled = dict(parse_qsl(body.decode("utf-8", "replace"), errors="replace"))
        return RedirectResponse(f"page?said={quote(desk.make(filled))}", 303)

    @router.get("/watch")
    async def watch() -> HTMLResponse:
        return HTMLResponse(_watch(desk))

    app.include_router(router)


def _page(desk: Desk, said: str) -> str:
    blanks = "".join(_blank(blank) for blank in desk.blanks)
    notes = "".join(f"<li>{escape(note)}</li>" for note in desk.notes)
    return f"""<!doctype html><meta charset="utf-8"><title>{escape(desk.title)}</title>{_STYLE}
<h1>{escape(desk.title)}</h1>
<form method="post" action="page">{blanks}<button>Make a reservation</button></form>
<p><strong>{escape(said)}</strong></p>
<iframe title="Reservations and events" src="watch"></iframe>
<p><a href="../docs">All calls</a></p>
<h2>Not printed in the document, read like this</h2><ul>{notes}</ul>"""


def _blank(blank: Blank) -> str:
    name = escape(blank.name)
    if blank.choices:
        choices = "".join(f"<option>{escape(choice)}</option>" for choice in blank.choices)
        return f'<label>{escape(blank.label)} <select name="{name}">{choices}</select></label>'
    return f'<label>{escape(blank.label)} <input name="{name}"></label>'


def _watch(desk: Desk) -> str:
    tables = "".join(
        f"<h2>{escape(head)}</h2><table>{_rows(rows)}</table>"
        for head, rows in desk.tables().items()
    )
    refresh = '<meta charset="utf-8"><meta http-equiv="refresh" content="2">'
    return f"<!doctype html>{refresh}<title>Watch</title>{_STYLE}{tables}"


def _rows(rows: Iterable[Row]) -> str:
    cells = iter(rows)
    first = "".join(f"<th>{escape(cell)}</th>" for cell in next(cells, ()))
    rest = ("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in cells)
    return f"<tr>{first}</tr>{''.join(rest)}"
