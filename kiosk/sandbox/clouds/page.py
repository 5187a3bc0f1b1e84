"""The API on one plain page at /docs, for integrators; it needs no network and no script."""

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from fastapi import FastAPI
from fastapi.responses import HTMLResponse

PAGE = """<!doctype html><meta charset="utf-8"><title>{title}</title>
<style>body{{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}}
code{{font-weight:bold}}pre{{background:#eee;padding:1em;overflow:auto}}</style>
<h1>{title}</h1><p>{about}</p><p>The whole of it: <a href="/openapi.json">/openapi.json</a></p>
{operations}"""


def add_page(app: FastAPI) -> None:
    """Serve /docs, made from what /openapi.json says."""

    @app.get("/docs", include_in_schema=False)
    async def page() -> HTMLResponse:
        spec = app.openapi()
        return HTMLResponse(
            PAGE.format(
                title=escape(app.title),
                about=escape(app.description),
                operations="\n".join(_operations(spec)),
            )
        )


def _operations(spec: dict[str, Any]) -> Iterator[str]:
    for path, methods in spec["paths"].items():
        for method, operation in methods.items():
            said = (operation.get("summary", ""), operation.get("description", ""))
            about = escape(". ".join(filter(None, said)))
            yield f"<h3><code>{method.upper()} {escape(path)}</code></h3><p>{about}</p>"
            if body := _body(spec, operation):
                shown = escape(json.dumps(body, indent=2))
                yield f"<details><summary>Body</summary><pre>{shown}</pre></details>"


def _body(spec: dict[str, Any], operation: dict[str, Any]) -> Any:
    content = operation.get("requestBody", {}).get("content", {})
    schema = content.get("application/json", {}).get("schema", {})
    reference = str(schema.get("$ref", ""))
    return spec["components"]["schemas"].get(reference.rpartition("/")[2], schema)
