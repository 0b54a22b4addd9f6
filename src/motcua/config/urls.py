# SPDX-License-Identifier: Apache-2.0
"""Every address of the system, face by face."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from motcua.config.settings.base import FACES

_FACES = ("design", "gate", "desk", "console", "board", "api", "portal")

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include(f"motcua.faces.{name}.urls"))
    for name in _FACES
    if (FACES / name / "urls.py").exists()
]

handler400 = "motcua.faces.design.refusals.bad_request"
handler404 = "motcua.faces.design.refusals.not_found"
handler500 = "motcua.faces.design.refusals.server_error"
