"""What the applications of all sandbox clouds have in common."""

from fastapi import FastAPI

ABOUT = (
    "State lives in memory. Everything under /_sandbox is ours, not the vendor's; "
    "a page to make reservations and watch events is at /_sandbox/page."
)


def cloud_app(title: str, version: str) -> FastAPI:
    """An application without calls yet, for this version of the vendor's document."""
    return FastAPI(
        title=f"{title} (sandbox)",
        version=version,
        docs_url=None,  # FastAPI's own page fetches its script from elsewhere
        redoc_url=None,
        redirect_slashes=False,  # a path is as the document prints it, or unknown
        description=ABOUT,
    )
