# SPDX-License-Identifier: Apache-2.0
"""File a petition, with or without an account."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.support import ledger
from motcua.domains.support.commands import Outcome
from motcua.domains.support.events import PetitionFiled
from motcua.domains.support.models import Petition, PetitionStep
from motcua.domains.support.story import filed, stated_dues
from motcua.domains.support.wording import SHORTEST, optional, stated
from motcua.domains.units import queries as units
from motcua.domains.vault.acts.file_paper import file_paper
from motcua.domains.vault.acts.store_file import store_file
from motcua.domains.vault.kinds import PaperKind
from motcua.kit import audit, events, idempotency
from motcua.kit.clock import VN
from motcua.kit.commands import By
from motcua.kit.copying import next_ids
from motcua.kit.faults import Fault
from motcua.rules.errors import RuleError
from motcua.rules.numbering import parse_dossier_code
from motcua.rules.petitions import PetitionKind

PICTURES = frozenset({"image/jpeg", "image/png", "image/webp"})


class KindMissing(Fault):
    """No kind was chosen, or one that does not exist."""

    sentence = gettext_lazy("Choose what it is about.")


class NoSuchDossier(Fault):
    """The code has not the shape of a dossier code; whether it exists is not told."""

    sentence = gettext_lazy("This is not a dossier code. It looks like H05.43-260703-0001.")


class NotAPicture(Fault):
    """The photo is another kind of file."""

    sentence = gettext_lazy("The photo must be a JPEG, PNG or WebP picture.")


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture sent along."""

    name: str
    chunks: Iterable[bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPetition:
    """What somebody wants an office to hear; name, phone and e-mail may stay empty."""

    kind: str
    words: str
    unit_id: int
    place: str = ""
    dossier_code: str = ""
    name: str = ""
    phone: str = ""
    email: str = ""
    photo: Photo | None = None


@transaction.atomic
def file_petition(*, by: By, petition: NewPetition) -> Outcome:
    """Write it down at the unit; the same key gives the same petition.

    Raises KindMissing, NoSuchDossier, NotAPicture, NotFound for the unit, the faults of wording
    and of store_file. Emits: PetitionFiled.
    """
    done = idempotency.repeated(key=by.key, actor=by.actor)
    if done is not None:
        return ledger.outcome(done)
    columns = _columns(petition, by.at)
    (pk,) = next_ids(Petition._meta.db_table, 1)
    code = f"PA-{by.at.astimezone(VN):%y%m%d}-{pk:06d}"
    if not idempotency.spend(
        key=by.key, act="file_petition", actor=by.actor, subject=code, at=by.at, made=True
    ):
        return ledger.outcome(idempotency.subject_of(by.key) or "")
    _write(pk, code, by, columns)
    events.emit(
        PetitionFiled(
            subject=code, at=by.at, actor_code=by.actor.code, unit_id=columns["unit_id"]
        )
    )  # fmt: skip
    return ledger.outcome(code)


def _columns(petition: NewPetition, at: datetime) -> dict[str, Any]:
    if petition.kind not in set(PetitionKind):
        raise KindMissing
    return {
        "kind": petition.kind,
        "words": stated(petition.words, shortest=SHORTEST),
        "unit_id": units.agency(petition.unit_id).id,
        "place": optional(petition.place, longest=300, lines=False),
        "dossier_code": _dossier_code(petition.dossier_code),
        "petitioner_name": optional(petition.name, longest=200, lines=False),
        "petitioner_phone": optional(petition.phone, longest=20, lines=False),
        "petitioner_email": optional(petition.email, longest=120, lines=False),
        "photo_id": _photo_id(petition.photo, at) if petition.photo else None,
        "source": "synthetic" if settings.DEMO else "real",
    }


def _dossier_code(typed: str) -> str:
    if not typed.strip():
        return ""
    try:
        parse_dossier_code(typed)
    except RuleError as error:
        raise NoSuchDossier from error
    return typed.strip().upper()


def _photo_id(photo: Photo, at: datetime) -> int:
    stored = store_file(chunks=photo.chunks, name=photo.name, at=at)
    if stored.media_type not in PICTURES:
        raise NotAPicture
    paper = file_paper(
        file=stored, kind=PaperKind.COMPONENT, title=photo.name, file_name=photo.name, at=at
    )
    return int(paper.pk)


def _write(pk: int, code: str, by: By, columns: dict[str, Any]) -> None:
    payload = {
        "unit": columns["unit_id"], "kind": columns["kind"],
        "text_sha256": audit.sha256_of(columns["words"]),
    }  # fmt: skip
    story = filed(by.at, payload)
    payload["dues"] = stated_dues(story.dues)
    link = audit.append(
        chain=ledger.chain_of(code), at=by.at, act="file_petition", actor=by.actor, payload=payload
    )
    row = Petition.objects.create(
        pk=pk, code=code, account_id=by.actor.account_id, filed_at=by.at,
        chain_seq=link.seq, chain_hash=link.hash, **{**columns, **ledger.columns_of(story)},
    )  # fmt: skip
    PetitionStep.objects.create(
        petition=row, act="file_petition", at=by.at, unit_id=row.unit_id, by_petitioner=True
    )
