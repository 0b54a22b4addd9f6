# SPDX-License-Identifier: Apache-2.0
"""Sit down at a window, to call the lines it serves."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.counters.commands import begin, counter_post, record
from motcua.domains.counters.models import Window
from motcua.kit.commands import By
from motcua.kit.faults import Fault, NotFound


class WindowTaken(Fault):
    """Another officer sits there."""

    status = 409
    sentence = gettext_lazy("Another officer sits at this window.")


@transaction.atomic
def open_window(*, by: By, window_id: int) -> None:
    """Take the window and leave the one before. Raises NotFound, NotPermitted, WindowTaken."""
    window = Window.objects.filter(pk=window_id, in_use=True).first()
    if window is None:
        raise NotFound
    post = counter_post(by, window.unit_id)
    if not begin(by, "open_window", window.unit_id, str(window_id)):
        return
    Window.objects.filter(officer_code=by.actor.code).update(officer_code="", opened_at=None)
    free = Window.objects.filter(pk=window_id, officer_code="")
    if not free.update(officer_code=by.actor.code, opened_at=by.at):
        raise WindowTaken
    record(by, "open_window", window.unit_id, post, window=window.number)
