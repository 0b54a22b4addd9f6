# SPDX-License-Identifier: Apache-2.0
"""The parts of the catalogue that have no versions: competence, synonyms, what was repealed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from django.db import connection
from django.db.models import F, Q
from django.db.models.functions import Greatest

from motcua.domains.procedures.catalogue.entries import Entry
from motcua.domains.procedures.catalogue.files import Rule, Unit
from motcua.domains.procedures.finding.words import plain
from motcua.domains.procedures.models import Competence, ProcedureVersion, Synonym
from motcua.domains.units import queries as units
from motcua.kit.datafiles import read_yaml
from motcua.kit.refusal import Refusal
from motcua.rules.generation.configuration import VALID_FROM
from motcua.rules.words import N_

Pair = tuple[str, int]


def close_repealed(*, on: date) -> None:
    """End the open versions of repealed procedures."""
    open_ones = ProcedureVersion.objects.filter(Q(valid_to=None) | Q(valid_to__gt=on))
    repealed = open_ones.exclude(procedure__repealed_by="")
    repealed.update(valid_to=Greatest(F("valid_from"), on))


def note_digests(digests: Mapping[str, str]) -> None:
    """Remember what file each procedure was last loaded from."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procedures_procedure AS known SET file_digest = row.digest"
            " FROM unnest(%s::text[], %s::text[]) AS row (code, digest)"
            " WHERE known.code = row.code",
            [list(digests), list(digests.values())],
        )


def put_competence(found: Iterable[Entry], listed: Mapping[str, Unit], *, on: date) -> int:
    """Make the competences in force those of the files; returns how many pairs there are.

    Raises Refusal when a rule names an agency that is not in the tables.
    """
    wanted = dict(_pairs(found, listed))
    rows = Competence.objects.filter(valid_to=None)
    known = {(code, agency): id_ for id_, code, agency in rows.values_list(
        "id", "procedure_id", "agency_id"
    )}  # fmt: skip
    begins_on = on if known else VALID_FROM
    gone = [id_ for pair, id_ in known.items() if pair not in wanted]
    Competence.objects.filter(id__in=gone).update(valid_to=Greatest(F("valid_from"), on))
    new = {pair: rule for pair, rule in wanted.items() if pair not in known}
    if new:
        _insert(new, begins_on)
    return len(wanted)


def _insert(pairs: Mapping[Pair, Rule], begins_on: date) -> None:
    columns = zip(
        *((code, agency, rule.certainty) for (code, agency), rule in pairs.items()), strict=True
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procedures_competence (procedure_id, agency_id, certainty, valid_from)"
            " SELECT code, agency, certainty, %s"
            " FROM unnest(%s::text[], %s::bigint[], %s::text[]) AS row (code, agency, certainty)",
            [begins_on, *map(list, columns)],
        )


def _pairs(found: Iterable[Entry], listed: Mapping[str, Unit]) -> Iterator[tuple[Pair, Rule]]:
    ids = {card.code: card.id for card in units.agencies()}
    for entry in found:
        for unit_code, rule in entry.competent(listed).items():
            if unit_code not in ids:
                raise Refusal(
                    N_("The competence of %(code)s names the unknown agency %(unit)s."),
                    code=entry.code,
                    unit=unit_code,
                )
            yield (entry.code, ids[unit_code]), rule


def put_synonyms(path: Path) -> None:
    """Replace the phrases of common speech by those of the file."""
    stated = {
        plain(phrase): Synonym(
            phrase=plain(phrase),
            means=plain(row["means"]),
            codes=row.get("codes") or [],
        )
        for row in read_yaml(path)["synonyms"]
        for phrase in row["say"]
    }
    Synonym.objects.all().delete()
    Synonym.objects.bulk_create(stated.values())
