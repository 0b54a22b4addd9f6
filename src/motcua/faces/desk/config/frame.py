# SPDX-License-Identifier: Apache-2.0
"""What the configurator's screens share: one act a form, and the answer to a fault."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from motcua.faces.desk import posted
from motcua.kit.faults import Fault

Act = Callable[[HttpRequest], dict[str, str]]
Show = Callable[[HttpRequest, Fault | None], HttpResponse]


def answer(request: HttpRequest, act: Act, show: Show) -> HttpResponse:
    """Do the posted act and come back to the page; a fault stands above the form.

    `act` returns what the address of the page says afterwards.
    """
    if request.method != "POST":
        return show(request, None)
    try:
        query = act(request)
    except posted.FormBroken:
        raise
    except Fault as fault:
        return show(request, fault)
    return HttpResponseRedirect(f"{request.path}?{urlencode({**query, 'done': 1})}", status=303)
