# SPDX-License-Identifier: Apache-2.0
"""Words and tones of the small marks on a screen: status, due time and origin of the content."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, override
from django.utils.translation import gettext_lazy as _
from markupsafe import Markup

from motcua.faces.design.titles import active
from motcua.rules.workflow import STATUS_TITLES, Status


class Mark(NamedTuple):
    """Wording plus a tone (a CSS class ending); the sign keeps it readable without colour."""

    text: str | Promise
    tone: str
    sign: str


BADGE = Markup(
    '<span class="badge tone-{}"><span class="sign" aria-hidden="true">{}</span>{}</span>'
)
LOOKS = {
    Status.SUBMITTED: ("new", "○"),
    Status.RECEIVED: ("open", "●"),
    Status.REFUSED: ("closed", "×"),
    Status.PROCESSING: ("open", "●"),
    Status.SUPPLEMENT: ("ask", "!"),
    Status.PAYMENT: ("ask", "đ"),
    Status.WITHDRAWN: ("closed", "×"),
    Status.STOPPED: ("closed", "×"),
    Status.COMPLETED: ("done", "✓"),
    Status.RETURNED: ("done", "✓"),
}
STATUSES = {
    int(status): Mark(gettext_lazy(title), *LOOKS[status])
    for status, title in STATUS_TITLES.items()
}
DUES = {
    "early": Mark(_("Early"), "done", "✓"),
    "on_time": Mark(_("On time"), "done", "✓"),
    "running": Mark(_("Within time"), "calm", "•"),
    "due_soon": Mark(_("Due soon"), "ask", "!"),
    "overdue": Mark(_("Overdue"), "late", "!"),
    "late": Mark(_("Late"), "late", "!"),
    "paused": Mark(_("Clock paused"), "closed", "="),
    "none": Mark(_("No time limit yet"), "closed", "–"),
}
TAGS = {
    "synthetic": Mark(_("Synthetic"), "origin", "◇"),
    "to_verify": Mark(_("To verify"), "ask", "?"),
    "generated": Mark(_("Generated"), "origin", "◇"),
    "demonstration": Mark(_("Demonstration"), "origin", "◇"),
}


def tag_mark(kind: str) -> Mark:
    """The mark telling where content comes from: synthetic, to_verify, generated, demonstration."""
    return TAGS[kind]


def status_html(code: int) -> Markup:
    """The badge of a national dossier state, made once a language. Raises: KeyError."""
    return _badge("status", str(int(code)), active())


def due_html(state: str) -> Markup:
    """The badge of a due state, made once a language."""
    return _badge("due", str(state).lower(), active())


@cache
def _badge(family: str, key: str, language: str) -> Markup:
    mark = STATUSES[int(key)] if family == "status" else DUES[key]
    with override(language):
        return BADGE.format(mark.tone, mark.sign, str(mark.text))
