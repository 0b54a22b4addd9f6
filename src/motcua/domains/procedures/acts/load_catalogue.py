# SPDX-License-Identifier: Apache-2.0
"""Publishes everything the files hold: authored procedures first, all others generated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from django.db import transaction

from motcua.domains.procedures import publication
from motcua.domains.procedures.acts.publish import ROLES, Unsound
from motcua.domains.procedures.catalogue import entries, files
from motcua.domains.procedures.catalogue.entries import Entry
from motcua.domains.procedures.loading import (
    close_repealed,
    note_digests,
    put_competence,
    put_synonyms,
)
from motcua.domains.procedures.models import CatalogueState, Procedure, Synonym
from motcua.domains.procedures.soundness import problems
from motcua.domains.units import queries as units
from motcua.kit import audit, datafiles
from motcua.kit.access import SYSTEM
from motcua.kit.clock import VN
from motcua.kit.fingerprints import fingerprint
from motcua.rules import generation, interlinking

CHAIN = "reference:procedures"


def load_catalogue(*, at: datetime, data: Path | None = None) -> bool:
    """Bring the tables up to the files; False when they are as they were last time.

    A procedure whose file or facts changed gets another version; what the console published
    since is left alone until then. Needs the agencies of `units.load_reference`.
    Raises Unsound, with nothing published.
    """
    data = data or datafiles.root()
    mark = _fingerprint(data)
    if CatalogueState.objects.fingerprint() == mark:
        return False
    with transaction.atomic():
        payload = _load(data, at)
        CatalogueState.objects.renew(fingerprint=mark)
        audit.append(
            chain=CHAIN,
            at=at,
            act="load_catalogue",
            actor=SYSTEM,
            payload={"fingerprint": mark, **payload},
        )
    return True


def _fingerprint(data: Path) -> str:
    """Return what the result depends on: the files, and the code that generates from them."""
    inputs = [data / name for name in (*files.INPUTS, files.SYNONYMS)]
    code = [Path(module.__file__).parent for module in (generation, interlinking)]
    return fingerprint([*inputs, *code])


def _load(data: Path, at: datetime) -> dict[str, int]:
    listed = list(files.catalogue(data))
    unlisted = files.unlisted(files.authored(data))
    Procedure.objects.bulk_create(
        [_procedure(facts) for facts in (*listed, *unlisted)],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["repealed_by"],
    )
    today = at.astimezone(VN).date()
    close_repealed(on=today)
    found = list(entries.entries(data))
    made = _publish(found, at, today)
    pairs = put_competence(found, files.units(data), on=today)
    put_synonyms(data / files.SYNONYMS)
    return {
        "catalogue": len(listed),
        "configured": len(found),
        "published": made,
        "pairs": pairs,
        "synonyms": Synonym.objects.count(),
    }


def _procedure(facts: files.Facts) -> Procedure:
    repealed_by = facts["status"].partition(":")[2] if facts["repealed"] else ""
    return Procedure(code=facts["code"], repealed_by=repealed_by)


def _publish(found: Sequence[Entry], at: datetime, today: date) -> int:
    """Publish what is new or changed and return how many versions that made."""
    last = publication.latest()
    loaded = dict(Procedure.objects.values_list("code", "file_digest"))
    changed = [entry for entry in found if loaded[entry.code] != entry.digest]
    agencies = {card.code for card in units.agencies()}
    for entry in changed:
        faults = problems(entry.config, roles=ROLES, agencies=agencies)
        if faults:
            raise Unsound(entry.code, faults)
    publication.write([_draft(entry, last, today) for entry in changed], last, at=at)
    note_digests({entry.code: entry.digest for entry in changed})
    return len(changed)


def _draft(entry: Entry, last: Mapping[str, publication.Last], today: date) -> publication.Draft:
    return publication.Draft(
        code=entry.code,
        level=entry.level,
        config=entry.config,
        facts=entry.facts,
        digest=entry.digest,
        begins_on=publication.begins_on(entry.config, last.get(entry.code), today),
    )
