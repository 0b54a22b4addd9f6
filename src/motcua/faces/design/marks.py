# SPDX-License-Identifier: Apache-2.0
"""Words and tones of the small marks on a screen: status, due time and origin of the content."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_lazy as _

from motcua.rules.workflow import STATUS_TITLES, Status


class Mark(NamedTuple):
    """Wording plus a tone (a CSS class ending); the sign keeps it readable without colour."""

    text: str | Promise
    tone: str
    sign: str


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


def status_mark(code: int) -> Mark:
    """The mark of a national dossier state; raises KeyError outside 1..10."""
    return STATUSES[int(code)]


def due_mark(state: str) -> Mark:
    """The mark of a due state, by the lower-case name of `rules.worktime.Verdict`."""
    return DUES[str(state).lower()]


def tag_mark(kind: str) -> Mark:
    """The mark telling where content comes from: synthetic, to_verify, generated, demonstration."""
    return TAGS[kind]
