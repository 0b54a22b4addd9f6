# SPDX-License-Identifier: Apache-2.0
"""The codes of the exchange log in words; a code without words stays as it is."""

from __future__ import annotations

from django.utils.translation import gettext, gettext_lazy

from motcua.domains.hub.queries import ExchangeLine

PARTNERS = {
    "payment_gateway": gettext_lazy("payment platform"),
    "messaging": gettext_lazy("e-mail and text messages"),
}
OPERATIONS = {
    "init": gettext_lazy("begin a payment"),
    "query": gettext_lazy("ask about a payment"),
    "confirm": gettext_lazy("confirmation of a payment"),
    "email": gettext_lazy("send an e-mail"),
    "sms": gettext_lazy("send a text message"),
    "receipt": gettext_lazy("delivery receipt"),
}
OUTCOMES = {
    "opened": gettext_lazy("taken in"),
    "too_late": gettext_lazy("too late"),
    "not_needed": gettext_lazy("no longer needed"),
    "settled": gettext_lazy("paid"),
    "repeated": gettext_lazy("known already"),
    "failed": gettext_lazy("not paid"),
    "waiting": gettext_lazy("not paid yet"),
    "wrong_amount": gettext_lazy("another amount"),
    "paid_twice": gettext_lazy("paid twice"),
    "unknown_reference": gettext_lazy("unknown reference"),
    "unknown": gettext_lazy("unknown reference"),
    "malformed": gettext_lazy("malformed"),
    "wrong_hash": gettext_lazy("signature wrong"),
    "wrong_signature": gettext_lazy("signature wrong"),
    "taken": gettext_lazy("taken"),
    "sent": gettext_lazy("was sent"),
    "smtp": gettext_lazy("given to the mail server"),
    "mail_server": gettext_lazy("the mail server refused"),
    "no_gateway": gettext_lazy("no gateway is set up"),
    "foreign_address": gettext_lazy("pointed to a foreign address"),
    "timeout": gettext_lazy("no answer in time"),
    "unreachable": gettext_lazy("cannot be reached"),
}


def partner_words(code: str) -> str:
    """Return the name of another system."""
    return str(PARTNERS.get(code, code))


def spoken(line: ExchangeLine) -> tuple[ExchangeLine, str, str, str]:
    """Return an exchange with its system, operation and outcome in words."""
    operation = str(OPERATIONS.get(line.operation, line.operation))
    return line, partner_words(line.partner), operation, _outcome(line.outcome)


def _outcome(code: str) -> str:
    if code.startswith("http_"):
        return gettext("answered with error %(code)s") % {"code": code.removeprefix("http_")}
    if code.startswith("refused_"):
        return gettext("refused: %(code)s") % {"code": code.removeprefix("refused_")}
    return str(OUTCOMES.get(code, code))
