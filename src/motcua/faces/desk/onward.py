# SPDX-License-Identifier: Apache-2.0
"""After an act: what has just been done, and the way to the next dossier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from motcua.domains.dossiers.queries import inbox as lists
from motcua.faces.desk.dossier_view import Event
from motcua.kit.access import Actor
from motcua.kit.guards import official_required

FRESH: Final = timedelta(minutes=2)


class Done(NamedTuple):
    """What the reader did last, and the step the dossier came to by it ("" for none)."""

    at: datetime
    title: str
    step: str = ""


def just_done(
    actor: Actor, events: Sequence[Event], moved: Iterable[Done], at: datetime
) -> Done | None:
    """Return the reader's own act of the last two minutes: the last line of the history, or money.

    `moved` is money the reader moved, which stands in no history of a dossier.
    """
    last = [Done(one.at, one.title, one.step) for one in events[-1:] if one.by == actor.code]
    found = max([*last, *moved], key=lambda done: done.at, default=None)
    return found if found is not None and at - found.at < FRESH else None


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
