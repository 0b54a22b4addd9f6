# SPDX-License-Identifier: Apache-2.0
"""The address at which the payment platform calls us."""

from __future__ import annotations

from django.urls import path

from motcua.partners.payment_gateway import inbound

app_name = "payment_gateway"
urlpatterns = [path("doi-tac/thanh-toan/xac-nhan", inbound.confirm, name="confirm")]
