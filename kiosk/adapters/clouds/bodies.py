"""A body as JSON, and the error that a refusal of a cloud stands for."""

from collections.abc import Mapping

from pydantic_core import from_json

from kiosk.domain.errors import (
    CloudBroken,
    CloudConflict,
    CloudError,
    CloudForbidden,
    CloudMissing,
    CloudRefused,
)

_BY_RPC: Mapping[int, type[CloudError]] = {
    3: CloudRefused,
    5: CloudMissing,
    7: CloudForbidden,
    9: CloudConflict,
    10: CloudConflict,
    13: CloudBroken,
    16: CloudForbidden,
}
_BY_STATUS: Mapping[int, type[CloudError]] = {
    401: CloudForbidden,
    403: CloudForbidden,
    404: CloudMissing,
    408: CloudBroken,
    409: CloudConflict,
}
_FORMS: Mapping[type, str] = {dict: "object", list: "list"}


def parsed(name: str, body: bytes, form: type) -> object:
    """Read a body as a JSON object (``dict``) or list; raises CloudBroken."""
    # Unlike json.loads this refuses half surrogates, which no database takes, and deep nesting.
    try:
        found = from_json(body, allow_inf_nan=False)
    except ValueError:
        found = None
    # Outside the handler: the parser's words quote the body.
    if not isinstance(found, form):
        raise CloudBroken(f"{name}: the answer is no JSON {_FORMS[form]}")
    return found


def refusal(name: str, status: int, body: object) -> CloudError:
    """The error that a status and its body stand for, with no word of the body."""
    # The code inside is the finer word: makers send codes 3, 5 and 16 under HTTP 500 and 403, too.
    rpc = body.get("code") if isinstance(body, dict) else None
    text = f"{name}: HTTP {status}"
    if type(rpc) is int and rpc in _BY_RPC:
        return _BY_RPC[rpc](f"{text}, code {rpc}")
    return _BY_STATUS.get(status, CloudRefused if status < 500 else CloudBroken)(text)
