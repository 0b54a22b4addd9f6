# SPDX-License-Identifier: Apache-2.0
"""Addresses of the design face: the language links and, in a demonstration, the gallery."""

from __future__ import annotations

from django.conf import settings
from django.urls import path

from motcua.faces.design import gallery, language

app_name = "design"
urlpatterns = [path("language/<slug:code>", language.choose, name="language")]
if settings.DEMO:
    urlpatterns += [
        path("design/", gallery.public, name="gallery"),
        path("design/desk/", gallery.work, name="gallery_work"),
        path("design/form/", gallery.form, name="gallery_form"),
        path("design/print/", gallery.sheet, name="gallery_print"),
    ]
