# SPDX-License-Identifier: Apache-2.0
"""Papers that a client lays down before it names them in a dossier."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from django.core import signing
from django.http import HttpRequest
from django.utils.translation import gettext_lazy
from ninja import File, Router, Schema, Status
from ninja.files import UploadedFile
from pydantic import Field

from motcua.domains.dossiers import answer_files
from motcua.domains.procedures.queries import Version
from motcua.domains.vault import queries as vault
from motcua.domains.vault.acts.deposit_paper import deposit_paper
from motcua.faces.api.bearer import Scope, Token
from motcua.faces.api.values import Key, Name, Sent
from motcua.kit import clock
from motcua.kit.access import Actor
from motcua.kit.faults import Fault
from motcua.rules.words import TextError, clean

router = Router(auth=Token(Scope.SUBMIT), tags=["papers"])
KEPT_SECONDS = 24 * 3600
_SIGNER = signing.TimestampSigner(salt="motcua.api.paper")


class UnknownPaper(Fault):
    """The paper was laid down by somebody else, too long ago, or never."""

    sentence = gettext_lazy("This paper was not found. Send the file again.")


class UnknownComponent(Fault):
    """The procedure has no such paper."""

    sentence = gettext_lazy("The procedure does not ask for this paper.")


class Deposit(Schema):
    """The word by which the client names the paper in a dossier within a day.

    `reference` is how an answer to a question for a file names it; the paper is given as well.
    """

    paper: str
    reference: str


class Given(Sent):
    """A paper for one component of the procedure, or for a question that asks for a file."""

    component: Name
    paper: Annotated[str, Field(max_length=200)]


@router.post("/papers", response={201: Deposit}, summary="Lay a paper down")
def lay_paper_down(request: HttpRequest, key: Key, file: File[UploadedFile]) -> Status:
    """Keep a file, its type checked by its content; name it in a dossier within 24 hours."""
    actor: Actor = request.auth.actor
    paper_id = deposit_paper(
        actor=actor, at=clock.now(), key=key, file_name=_name(file), chunks=file.chunks()
    )
    (card,) = vault.papers(id=paper_id)
    word = _SIGNER.sign(f"{actor.code}/{paper_id}")
    return Status(201, {"paper": word, "reference": str(card.code)})


def laid_in(
    version: Version, actor: Actor, given: Sequence[Given], presented: Sequence[str]
) -> tuple[tuple[str, int], ...]:
    """Return (component, paper id) of what was given. Raises UnknownPaper, UnknownComponent."""
    listed = {kind.code for kind in version.papers}
    known = answer_files.titles(version).keys()
    if not listed.issuperset(presented) or not known >= {one.component for one in given}:
        raise UnknownComponent
    return tuple((one.component, _id_of(one.paper, actor)) for one in given)


def _id_of(word: str, actor: Actor) -> int:
    try:
        owner, _, paper_id = _SIGNER.unsign(word, max_age=KEPT_SECONDS).rpartition("/")
    except signing.BadSignature as error:
        raise UnknownPaper from error
    if owner != actor.code:
        raise UnknownPaper
    return int(paper_id)


def _name(file: UploadedFile) -> str:
    """Return a name that can be stored and printed, its ending kept."""
    try:
        return clean(file.name or "")[-200:]
    except TextError:
        kept = (sign for sign in file.name or "" if sign.isprintable() and sign.isascii())
        return "".join(kept)[-200:] or "tep"
