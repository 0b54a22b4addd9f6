# SPDX-License-Identifier: Apache-2.0
"""Addresses of what a counter does for citizens, and of the messages sent; under `desk/`."""

from __future__ import annotations

from django.urls import path

from motcua.faces.desk.citizens import messages, representing, signing

urlpatterns = [
    path("citizens", signing.overview, name="citizens"),
    path("citizens/sign", signing.sign, name="paper_sign"),
    path("citizens/representative", representing.record, name="paper_consent"),
    path("citizens/business", representing.register, name="business"),
    path("messages", messages.messages, name="messages"),
]
