# SPDX-License-Identifier: Apache-2.0
"""Who decides about a refund: a leader of the competent unit, never the one who asked."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from motcua.domains.payments.models import Bill, Refund, RefundState
from motcua.kit.access import Actor, NotPermitted, Post, Role
from motcua.kit.faults import Fault


class NoRequest(Fault):
    """Nobody has asked for a refund, or it was decided."""

    status = 409
    sentence = gettext_lazy("No refund waits for a decision on this dossier.")


class OwnRequest(Fault):
    """Two people are needed."""

    status = 403
    sentence = gettext_lazy("Somebody else must decide about a refund you asked for.")


def deciding_post(actor: Actor, bill: Bill) -> Post:
    """Return the post in which the actor decides. Raises NotPermitted."""
    post = actor.post(Role.LEADER, bill.unit_id)
    if post is None:
        raise NotPermitted
    return post


def open_request(bill: Bill, actor: Actor) -> Refund:
    """Return the request that waits. Raises NoRequest, OwnRequest."""
    refund = Refund.objects.filter(bill=bill, state=RefundState.REQUESTED).first()
    if refund is None:
        raise NoRequest
    if refund.requested_by == actor.code:
        raise OwnRequest
    return refund
