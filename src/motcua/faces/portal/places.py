# SPDX-License-Identifier: Apache-2.0
"""Communes of the province that was just chosen, fetched by the page that asks for them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from motcua.faces.design.served_places import PLACES
from motcua.kit.guards import public


@public
@require_safe
def communes(request: HttpRequest) -> HttpResponse:
    """Return the communes of a province as `<option>` lines."""
    province = request.GET.get("tinh", "")[:10]
    listed = PLACES.communes(province) if province else ()
    first = format_html('<option value="">{}</option>', gettext("– Choose –"))
    lines = format_html_join("", '<option value="{}">{}</option>', listed)
    response = HttpResponse(first + lines)
    response.headers["Cache-Control"] = "private, max-age=300"
    return response
