# SPDX-License-Identifier: Apache-2.0
"""The step over the threshold: a fresh session key and CSRF token, then the page wanted."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import rotate_token

from motcua.domains.people.acts import Opened
from motcua.kit.guards import safe_path


def enter(request: HttpRequest, opened: Opened, wanted: str) -> HttpResponse:
    """Take the browser over into the opened session and send it where it wanted to go."""
    request.session.adopt(opened.key)
    rotate_token(request)
    home = settings.SIGNED_IN_PATHS[opened.actor.kind.value]
    return HttpResponseRedirect(safe_path(request, wanted, home), status=303)
