"""What was wrong with a reading of the cloud: a sentence for the console, a word for a screen."""

from collections.abc import Mapping

from kiosk.domain.errors import CloudBroken, CloudBusy, CloudError, CloudForbidden, CloudSilent
from kiosk.domain.lines import Trouble

_KINDS: Mapping[type[CloudError], Trouble] = {
    CloudSilent: Trouble.SILENT,
    CloudBroken: Trouble.BROKEN,
    CloudBusy: Trouble.BUSY,
    CloudForbidden: Trouble.KEY,
}
_SENTENCES: Mapping[Trouble, str] = {
    Trouble.NONE: "",
    Trouble.SILENT: "it does not answer",
    Trouble.BROKEN: "what it answers makes no sense",
    Trouble.BUSY: "it asks to come back later",
    Trouble.KEY: "it does not take the key",
    Trouble.REFUSED: "it refuses to be read",
}


def sentence(error: CloudError) -> str:
    """For an operator."""
    return _SENTENCES[_KINDS.get(type(error), Trouble.REFUSED)]


def word(said: str) -> Trouble:
    """What such a sentence stands for."""
    return next((kind for kind, text in _SENTENCES.items() if text == said), Trouble.REFUSED)
