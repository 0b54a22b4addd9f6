# SPDX-License-Identifier: Apache-2.0
"""Addresses of what belongs to an account; included by the portal."""

from __future__ import annotations

from django.urls import path

from motcua.faces.portal.account import looks, representing, signing, vault, ways

urlpatterns = [
    path("tai-khoan", vault.overview, name="account"),
    path("tai-khoan/giay-to", vault.mine, name="my_papers"),
    path("tai-khoan/giay-to/<uuid:code>", vault.download, name="my_paper"),
    path("tai-khoan/nhan-tin", ways.choose, name="ways"),
    path("tai-khoan/ai-da-xem", looks.looks, name="looks"),
    path("tai-khoan/dai-dien", representing.overview, name="representing"),
    path("tai-khoan/dai-dien/them", representing.grant, name="grant"),
    path("tai-khoan/dai-dien/thoi", representing.stop, name="stop_acting"),
    path("tai-khoan/dai-dien/<uuid:code>/<slug:verb>", representing.act, name="represent"),
    path("nop/moi-ky", signing.invite, name="invite"),
    path("ky/<str:code>", signing.invitation, name="sign"),
    path("ky/<str:code>/tep/<uuid:paper>", signing.paper, name="signed_paper"),
]
