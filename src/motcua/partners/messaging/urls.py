# SPDX-License-Identifier: Apache-2.0
"""The address at which the messaging gateway calls us."""

from __future__ import annotations

from django.urls import path

from motcua.partners.messaging import inbound

app_name = "messaging"
urlpatterns = [path("doi-tac/tin-nhan/bien-nhan", inbound.receipt, name="receipt")]
