"""Every error the kiosk raises on purpose.

KioskError
├── ConfigWrong              a file of the operator says something that cannot be
├── StoreBroken              the database cannot be read or written
│   ├── StoreDamaged         what the file holds is no sound database
│   └── StoreFull            there is no room left to write
├── BoardError               a lock board did not do what it was told
│   ├── WireGone             the port or socket is not there (unplugged, refused)
│   ├── BoardSilent          nothing came back within the time-out
│   └── BoardGarbled         what came back is no valid answer to what was asked
├── DoorRefused              the kiosk's own rules forbid this unlock
│   ├── DoorBusy             another person's door is still open
│   ├── PulsesSpent          this authorisation has used up its pulses or openings
│   └── DoorOutOfUse         the door is in quarantine
├── CloudError               a call to the cloud did not end well
│   ├── CloudSilent          no answer; the effect is unknown
│   ├── CloudBroken          an answer that is no answer (5xx, HTML, wrong schema); effect unknown
│   ├── CloudBusy            asked to come back later (429, 503)
│   ├── CloudMissing         the thing asked for does not exist there (404)
│   ├── CloudConflict        the state there forbids it (409)
│   ├── CloudForbidden       the key is not accepted: a mistake of configuration
│   └── CloudRefused         any other refusal; repeating it is pointless
├── NoticeError              a message to a person was not handed over
│   ├── NoticeUnsent         the other end was not reached, or sends everything away for now
│   ├── NoticeDoubtful       handed over, and no answer came: it may be on its way
│   ├── NoticeDeferred       this one message is not taken now (a mailbox is full, say)
│   ├── NoticeForbidden      the credentials or the address of the other end are wrong
│   └── NoticeRefused        this one message is refused for good
├── LabelWrong               a label cannot be made of this template and this content
└── PrinterError             nothing was printed
    ├── PrinterGone          the printer is not there (unplugged, refused, off)
    ├── PrinterNotReady      it says that somebody is needed first: paper, head, ribbon ...
    └── PrinterCannot        this printer does not print this form, or not this size
"""

from kiosk.domain.printing import Hitch


class KioskError(Exception):
    """Base class of all expected errors."""


class ConfigWrong(KioskError):
    """A file of the operator says something that cannot be; the text is one sentence."""


class StoreBroken(KioskError):
    """The database cannot be read or written."""


class StoreDamaged(StoreBroken):
    """What the file holds is no sound database."""


class StoreFull(StoreBroken):
    """There is no room left to write."""


class BoardError(KioskError):
    """A lock board did not do what it was told."""


class WireGone(BoardError):
    """The port or socket is not there."""


class BoardSilent(BoardError):
    """Nothing came back within the time-out."""


class BoardGarbled(BoardError):
    """What came back is no valid answer to what was asked."""


class DoorRefused(KioskError):
    """The kiosk's own rules forbid this unlock; no byte was sent."""


class DoorBusy(DoorRefused):
    """Another person's door is still open."""


class PulsesSpent(DoorRefused):
    """This authorisation has used up its pulses or openings."""


class DoorOutOfUse(DoorRefused):
    """The door is in quarantine."""


class CloudError(KioskError):
    """A call to the cloud did not end well."""


class CloudSilent(CloudError):
    """No answer; whether the call had its effect is unknown."""


class CloudBroken(CloudError):
    """An answer that is no answer; whether the call had its effect is unknown."""


class CloudBusy(CloudError):
    """The cloud asks to come back later."""

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after
        """Seconds, when the cloud named them."""


class CloudMissing(CloudError):
    """The thing asked for does not exist there."""


class CloudConflict(CloudError):
    """The state there forbids it."""


class CloudForbidden(CloudError):
    """The key is not accepted."""


class CloudRefused(CloudError):
    """Any other refusal; repeating it is pointless."""


class NoticeError(KioskError):
    """A message to a person was not handed over."""


class NoticeUnsent(NoticeError):
    """The other end was not reached, or takes nothing for now; the message is surely not there."""


class NoticeDoubtful(NoticeError):
    """No answer came after the message had left; it may be on its way."""


class NoticeDeferred(NoticeError):
    """This one message is not taken now."""


class NoticeForbidden(NoticeError):
    """The credentials or the address of the other end are wrong: an operator must mend it."""


class NoticeRefused(NoticeError):
    """This one message is refused for good."""


class LabelWrong(KioskError):
    """A label cannot be made of this template and this content; the text names the field."""


class PrinterError(KioskError):
    """Nothing was printed."""


class PrinterGone(PrinterError):
    """The printer is not there."""


class PrinterNotReady(PrinterError):
    """Somebody is needed at the printer first."""

    def __init__(self, message: str, hitches: frozenset[Hitch] = frozenset()) -> None:
        super().__init__(message)
        self.hitches = hitches


class PrinterCannot(PrinterError):
    """This printer does not print this form, or not this size."""
