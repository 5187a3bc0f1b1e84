"""What is told of service accounts, and when."""

SERVICE = {
    "service.code_asked": "a technician asks the back office for one act, by a nonce",
    "service.code_refused": "its answer was wrong, too late, used, or for another act",
    "service.code_used": "the back office's answer was right: this one act may be done, once",
    "service.disabled": "a technician's account was disabled, for good",
    "service.enrolled": "a technician's account was made, with the installer's code",
    "service.enrolment_begun": "the installer's code was typed at the screen, and is used up",
    "service.enrolment_opened": "the console gave out an installer's code",
    "service.enrolment_refused": "what was typed is not the installer's code",
    "service.locked_out": "too many wrong PINs: this account is not heard for a while, or until "
    "somebody lifts it",
    "service.lockout_lifted": "a supervisor, the console or the back office lets it be heard again",
    "service.login": "a technician enters service mode",
    "service.login_refused": "nobody was let into service mode, and why",
    "service.login_refused_sum": "an hour had more refusals than are told one by one",
    "service.logout": "a technician left service mode, or walked away",
    "service.proved": "a technician showed who they are, for what one alone may not do",
}
