# SPDX-License-Identifier: Apache-2.0
"""Addresses of the gate."""

from __future__ import annotations

from django.urls import path

from motcua.faces.gate.views import citizen, official, own

app_name = "gate"
urlpatterns = [
    path("vao/can-bo", official.sign_in, name="official"),
    path("vao/cong-dan", citizen.sign_in, name="citizen"),
    path("vao/cong-dan/vneid", citizen.start, name="vneid_start"),
    path("vao/cong-dan/tro-lai", citizen.callback, name="vneid_callback"),
    path("ra", own.sign_out, name="sign_out"),
    path("tai-khoan/phien", own.sessions, name="sessions"),
    path("tai-khoan/phien/<int:session_id>/ket-thuc", own.end_session, name="end_session"),
    path("tai-khoan/mat-khau", official.password, name="password"),
]
