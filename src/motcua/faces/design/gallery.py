# SPDX-License-Identifier: Apache-2.0
"""Pages showing every element in the reader's language; they are also the accessibility test."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.faces.design import samples
from motcua.kit import guards

SAMPLE_CODE = "H05.1-260703-0001"


@guards.public
@require_safe
def public(request: HttpRequest) -> HttpResponse:
    """Every element on the portal's layout."""
    return render(
        request,
        "design/gallery/public.jinja",
        {"code": SAMPLE_CODE, "moment": samples.MOMENT},
        using="jinja2",
    )


@guards.public
@require_safe
def work(request: HttpRequest) -> HttpResponse:
    """The dense elements on the desk's layout."""
    return render(
        request,
        "design/gallery/work.jinja",
        {"rows": samples.inbox_rows(), "events": samples.history(), "code": SAMPLE_CODE},
        using="jinja2",
    )


@guards.public
@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """The printed sheet."""
    context = {"code": SAMPLE_CODE, "moment": samples.MOMENT}
    return render(request, "design/gallery/sheet.jinja", context, using="jinja2")
