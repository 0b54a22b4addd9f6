# SPDX-License-Identifier: Apache-2.0
"""After an act: what has just been done, and the way to the next dossier."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from motcua.domains.dossiers.queries import inbox as lists
from motcua.faces.desk.dossier_view import Event
from motcua.kit.access import Actor
from motcua.kit.guards import official_required

FRESH: Final = timedelta(minutes=2)


def just_done(actor: Actor, events: Sequence[Event], at: datetime) -> Event | None:
    """Return the last line of a history if the reader wrote it in the last two minutes."""
    last = events[-1] if events else None
    fresh = last is not None and last.by == actor.code and at - last.at < FRESH
    return last if fresh else None


@official_required
@require_safe
def following(request: HttpRequest) -> HttpResponse:
    """Open the dossier below `after` in the reader's list, the most urgent one if it has gone.

    The list itself where nothing else lies before the reader.
    """
    codes = [row.code for row in lists.inbox(request.actor.posts).rows]
    after = request.GET.get("after", "")
    place = codes.index(after) + 1 if after in codes else 0
    if place < len(codes):
        return redirect("desk:dossier", codes[place])
    return redirect("desk:inbox")
