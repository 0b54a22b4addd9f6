# SPDX-License-Identifier: Apache-2.0
"""Pages showing every element in the reader's language; they are also the accessibility test."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.faces.design import sample_form, samples
from motcua.faces.design.form_view import Surroundings, Upload, page_view
from motcua.kit import guards
from motcua.rules.forms import Fault

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


@guards.public
@require_safe
def form(request: HttpRequest) -> HttpResponse:
    """A page of a procedure's form with every kind of question, some answered wrongly."""
    sample = sample_form.sample_form()
    around = Surroundings(
        faults=(Fault("birthplace.street", "required"), Fault("siblings.0.name", "name_letters")),
        remarks={"child.born_on": _("The date differs from the paper of the hospital.")},
        uploads={"hospital_paper": (Upload("a1", "giay-chung-sinh.jpg", 834_000),)},
        places=sample_form.SamplePlaces(),
    )
    view = page_view(sample, sample.pages[0], sample_form.ANSWERS, around)
    return render(request, "design/gallery/form.jinja", {"view": view}, using="jinja2")
