# SPDX-License-Identifier: Apache-2.0
"""The applicant keeps a dossier followed by code and secret in the own account."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.domains.dossiers.acts.keep_in_account import keep_in_account
from motcua.domains.dossiers.queries.applicant import secret_of
from motcua.faces.portal import commands, dossier, rights
from motcua.faces.portal.screens import applicant_of
from motcua.kit.faults import Fault
from motcua.kit.guards import public


@public
@require_POST
def keep(request: HttpRequest, code: str) -> HttpResponse:
    """Put the dossier under My dossiers; whoever may not reads why, beside the dossier."""
    holder = rights.holder_of(request, code)
    code = holder.shown.code
    by = commands.by(request, applicant_of(request))
    try:
        keep_in_account(by=by, code=code, secret=secret_of(code))
    except Fault as fault:
        return dossier.show(request, holder, note=str(fault), status=fault.status)
    return HttpResponseRedirect(reverse("portal:dossier", args=[code]), status=303)
