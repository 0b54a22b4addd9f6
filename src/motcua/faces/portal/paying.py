# SPDX-License-Identifier: Apache-2.0
"""Paying online: begin, wait for the platform, come back; no page ever waits for a bank."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from motcua.domains.payments import queries as payments
from motcua.domains.payments.acts.start_payment import start_payment
from motcua.faces.portal import commands, rights
from motcua.faces.portal.screens import screen
from motcua.kit import clock
from motcua.kit.faults import NotFound
from motcua.kit.guards import public

NUMBER_DIGITS = 6


@public
@require_POST
def pay(request: HttpRequest, code: str) -> HttpResponse:
    """Begin to pay one order of the bill; a second click finds the payment the first began."""
    holder = rights.holder_of(request, code)
    if not settings.PAYMENT_URL:
        raise NotFound
    reference = start_payment(
        actor=holder.actor,
        at=clock.now(),
        key=commands.key_of(request),
        dossier_code=holder.shown.code,
        payer_name=holder.shown.applicant_name,
        number=_number(request.POST.get("number", "")),
    )
    return HttpResponseRedirect(reverse("portal:payment", args=[reference]), status=303)


@public
@require_safe
def payment(request: HttpRequest, reference: str) -> HttpResponse:
    """Show where a payment stands to whoever knows its reference; it names no person."""
    return _show(request, reference, back=False)


@public
@require_safe
def payment_back(request: HttpRequest, reference: str) -> HttpResponse:
    """Receive the payer again; whether the money came is for the platform to say, not for them."""
    return _show(request, reference, back=True)


def _number(typed: str) -> int:
    """Return the number of the order; 0, the first one, for what is none."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < NUMBER_DIGITS else 0


def _show(request: HttpRequest, reference: str, *, back: bool) -> HttpResponse:
    shown = payments.online_payment(reference)
    if shown is None:
        raise NotFound
    orders = payments.orders_of(shown.dossier_code, clock.today())
    due_vnd = sum(order.amount_vnd for order in orders if order.is_open)
    context = {"payment": shown, "back": back, "orders": orders, "due_vnd": due_vnd}
    if request.GET.get("phan"):
        response = render(request, "portal/_payment.jinja", context)
        response.headers["Cache-Control"] = "no-store"
        return response
    return screen(request, "payment", context, tab="track")
