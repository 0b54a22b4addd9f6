# SPDX-License-Identifier: Apache-2.0
"""Every address of the system, face by face; the portal comes last, since it owns the root."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

PARTNERS = ("payment_gateway", "messaging")
FACES = ("design", "gate", "desk", "board", "api", "portal")

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include(f"motcua.{name}.urls"))
    for name in (*(f"partners.{one}" for one in PARTNERS), *(f"faces.{one}" for one in FACES))
]

handler400 = "motcua.faces.design.refusals.bad_request"
handler404 = "motcua.faces.design.refusals.not_found"
handler500 = "motcua.faces.design.refusals.server_error"
