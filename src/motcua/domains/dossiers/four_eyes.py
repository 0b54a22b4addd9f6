# SPDX-License-Identifier: Apache-2.0
"""Four eyes: whoever proposed a decision does not take it, in whatever post, stand-in's or own."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers.case import Case
from motcua.domains.dossiers.ledger import chain_of
from motcua.kit import sql
from motcua.kit.access import Actor
from motcua.kit.faults import Fault
from motcua.rules.workflow import Definition, StepKind

BACK = "return_back"

LINKS = "SELECT act, actor_code, payload->>'step' FROM kit_auditentry WHERE chain = %s ORDER BY seq"

Link = tuple[str, str, str]


class OwnProposal(Fault):
    """The actor would approve what the same actor has proposed."""

    status = 403
    sentence = gettext_lazy(
        "You proposed this yourself, so somebody else must decide: another leader of the unit, or"
        " another stand-in."
    )


def proposer(definition: Definition, links: Iterable[Link]) -> str:
    """Return the code of who last took the dossier on from a step of processing, '' if nobody.

    `links` are (act, actor code, step reached) in their order. Sending back, taking back and what
    leaders pass on among themselves is no proposal.
    """
    found, stood_at = "", ""
    for act, actor_code, step in links:
        origin = definition.steps.get(stood_at)
        if act == "advance" and origin is not None and origin.kind is StepKind.PROCESSING:
            found = actor_code
        stood_at = step
    return found


def refuse_own_proposal(case: Case, actor: Actor, action: str) -> None:
    """Let nobody approve an own proposal; sending it back is everybody's. Raises OwnProposal."""
    if case.here.kind is not StepKind.APPROVAL or action == BACK:
        return
    links = sql.fetch_all(LINKS, (chain_of(case.code),))
    if proposer(case.version.workflow, links) == actor.code:
        raise OwnProposal
