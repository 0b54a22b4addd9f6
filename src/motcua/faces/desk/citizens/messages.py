# SPDX-License-Identifier: Apache-2.0
"""Whether e-mails and text messages arrive: counts and the newest ones, addresses masked."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from motcua.domains.notices import queries as notices
from motcua.faces.desk.screens import log, screen
from motcua.kit import clock
from motcua.kit.access import Role
from motcua.kit.guards import role_required

STATES = {
    "waiting": gettext_lazy("queued"),
    "posted": gettext_lazy("at the gateway's door"),
    "sent": gettext_lazy("sent, no receipt yet"),
    "delivered": gettext_lazy("delivered"),
    "failed": gettext_lazy("not delivered"),
}
CHANNELS = {"email": gettext_lazy("E-mail"), "sms": gettext_lazy("Text message")}
SINCE = timedelta(days=7)


@role_required(Role.OPERATOR)
@require_safe
def messages(request: HttpRequest) -> HttpResponse:
    """Show the messages of the past week by state, and the newest of one state."""
    state = request.GET.get("state", "")
    state = state if state in STATES else ""
    counts = notices.counts(since=clock.now() - SINCE)
    lines = notices.deliveries(state=state)
    log(request.actor, "messages", [line.dossier_code for line in lines], purpose="operating")
    context = {
        "rows": [
            (words, [counts.get((channel, name), 0) for name in STATES])
            for channel, words in CHANNELS.items()
        ],
        "states": {name: str(words) for name, words in STATES.items()},
        "state": state,
        "channels": CHANNELS,
        "lines": lines,
    }
    return screen(request, "citizens/messages", context, tab="messages")
