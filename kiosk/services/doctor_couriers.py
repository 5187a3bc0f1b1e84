"""How couriers can log in here, in one sentence. Pure."""

from kiosk.ports_couriers import CourierSettings
from kiosk.services.doctor import Finding, Verdict


def couriers(settings: CourierSettings) -> Finding:
    """What is offered, and what an operator should know of it."""
    ways = ["codes given by kiosk ctl courier-code"]
    issuers = sorted({key.issuer for key in settings.keys})
    if issuers:
        carriers = sorted({key.carrier for key in settings.keys if key.carrier})
        named = f" (carrier {', '.join(carriers)} where a token names none)" if carriers else ""
        ways.append(f"tokens signed by {', '.join(issuers)}{named}")
    if settings.external:
        ways.append("credentials that [couriers] external_url knows")
    if settings.badge_reader:
        ways.append(f"badges at {settings.badge_reader}, with a PIN")
    sentence = f"They log in with {'; '.join(ways)}."
    if issuers and settings.anywhere:
        sentence += (
            " Tokens that name no locker count here: set tokens_without_locker = false if your "
            "issuer always names them."
        )
    return Finding("couriers", Verdict.OK, sentence)
