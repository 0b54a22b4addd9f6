# SPDX-License-Identifier: Apache-2.0
"""`motcua seed` writes dossiers that nobody could tell from handled ones, but for their mark."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from dataclasses import astuple

import pytest
from pytest_django.fixtures import Settings as DjangoSettings

from motcua.domains.dossiers.application import missing_papers
from motcua.domains.dossiers.lookups import ReferenceLookups
from motcua.domains.dossiers.models import Consultation, DayCounter, Rating, SupplementRequest
from motcua.domains.dossiers.queries import verification
from motcua.domains.dossiers.queries.facts import facts
from motcua.domains.payments.models import Bill, Receipt, ReceiptCounter
from motcua.domains.procedures import queries as procedures
from motcua.domains.quality.models import DayCount, DossierFact
from motcua.faces.cli import seed
from motcua.faces.cli.__main__ import main
from motcua.faces.cli.parsers import OneSentenceParser
from motcua.kit import audit
from motcua.kit.clock import VN
from motcua.kit.models import AuditEntry
from motcua.kit.refusal import Refusal
from motcua.rules import forms, numbering
from tests.faces.cli.conftest import Seed


def test_every_invented_dossier_follows_from_its_log(seeded: Seed) -> None:
    seeded(300)

    found = [difference for _, some in verification.differences() for difference in some]

    assert found == []


def test_all_states_and_channels_occur_and_all_are_marked_synthetic(seeded: Seed) -> None:
    rows = seeded(600)

    assert {row.status for row in rows} >= {1, 2, 3, 4, 5, 7, 8, 9, 10}
    assert {row.channel for row in rows} == {1, 2, 3}
    assert {row.source for row in rows} == {"synthetic"}
    assert any(row.extension for row in rows)
    assert Consultation.objects.filter(answered_at=None).exists()
    assert Consultation.objects.exclude(answered_at=None).exists()
    assert SupplementRequest.objects.exclude(completed_at=None).exists()
    assert Rating.objects.exists()


def test_answers_satisfy_the_form_and_required_papers_are_there(seeded: Seed) -> None:
    rows = seeded(40)

    for row in rows:
        version = procedures.version(row.version_id)
        on = row.submitted_at.astimezone(VN).date()
        result = forms.check(version.form, row.answers, on=on, lookups=ReferenceLookups())
        given = {one["code"] for one in row.components}
        assert list(result.faults) == []
        assert missing_papers(version, result.values, given) == []


def test_codes_number_the_days_of_a_unit_without_gaps(seeded: Seed) -> None:
    rows = seeded(200) + seeded(200, chance=8)

    codes = [numbering.parse_dossier_code(row.code) for row in rows]
    numbers: dict[tuple[str, object], list[int]] = {}
    for code in codes:
        numbers.setdefault((code.agency_code, code.on), []).append(int(code.number))
    assert all(sorted(found) == list(range(1, len(found) + 1)) for found in numbers.values())
    counters = DayCounter.objects.values_list("agency_code", "on", "last")
    assert {(code, on): last for code, on, last in counters} == {
        key: len(found) for key, found in numbers.items()
    }


def test_nothing_happens_after_now_or_before_the_submission(seeded: Seed) -> None:
    rows = seeded(200)

    for row in rows:
        moments = list(
            AuditEntry.objects.filter(chain=f"dossier:{row.code}")
            .order_by("seq")
            .values_list("at", flat=True)
        )
        assert moments[0] == row.submitted_at
        assert moments == sorted(moments)


def test_receipts_are_numbered_without_gaps_and_logged_in_the_till(seeded: Seed) -> None:
    seeded(200)
    seeded(200, chance=8)

    receipts = Receipt.objects.count()
    links = list(
        AuditEntry.objects.filter(chain__startswith="cash:")
        .order_by("chain", "seq")
        .values_list(*audit.FIELDS)
    )
    assert receipts > 0
    assert sum(ReceiptCounter.objects.values_list("last", flat=True)) == receipts == len(links)
    assert list(audit.breaks(links)) == []
    assert Bill.objects.filter(state="paid").count() == receipts


def test_returned_dossiers_have_a_result_and_no_open_bill(seeded: Seed) -> None:
    rows = [row for row in seeded(200) if row.status == 10]

    codes = [row.code for row in rows]
    assert all(row.result_paper_id and row.returned_at for row in rows)
    assert not Bill.objects.filter(dossier_code__in=codes, state="due").exists()


def test_facts_are_those_that_the_events_would_have_given(seeded: Seed) -> None:
    rows = seeded(200)

    wanted = {row.dossier_code: astuple(row) for row in facts([row.code for row in rows])}
    stored = DossierFact.objects.values_list(*facts([rows[0].code])[0].__slots__)
    assert {row[0]: row for row in stored} == wanted


def test_day_counts_are_those_of_the_dossiers(seeded: Seed) -> None:
    rows = seeded(200)

    submitted = Counter(
        (row.competent_unit_id, row.submitted_at.astimezone(VN).date()) for row in rows
    )
    counted = DayCount.objects.values_list("unit_id", "on", "submitted")
    assert {(unit, on): number for unit, on, number in counted if number} == submitted
    decided = [row for row in rows if row.status in (9, 10)]
    assert sum(DayCount.objects.values_list("ended", flat=True)) == len(decided)
    in_time = [row for row in decided if row.due_at is None or row.ended_at <= row.due_at]
    assert sum(DayCount.objects.values_list("ended_on_time", flat=True)) == len(in_time)


def test_the_same_seed_gives_the_same_dossiers(seeded: Seed) -> None:
    first, second = seeded(30, chance=3), seeded(30, chance=3)

    told = [
        [(row.applicant_name, row.status, row.submitted_at, row.due_at) for row in rows]
        for rows in (first, second)
    ]
    assert told[0] == told[1]
    assert [row.applicant_name for row in seeded(30, chance=4)] != [one[0] for one in told[0]]


def test_production_is_never_filled_with_inventions(settings: DjangoSettings) -> None:
    settings.DEMO = False

    with pytest.raises(Refusal):
        seed.run(Namespace(dossiers=1, seed=1))


@pytest.mark.parametrize("asked", ["0", "-5", "many", "", "1e3", "10000001", "9" * 23, "9" * 5000])
def test_a_number_of_dossiers_that_nobody_could_mean_is_refused_in_a_sentence(
    asked: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["seed", "--dossiers", asked])

    said = capsys.readouterr().err
    assert left.value.code == 2
    assert said.endswith("is not a whole number from 1 to 10,000,000.\n")
    assert said.count("\n") == 1


def test_the_highest_number_is_taken() -> None:
    parser = OneSentenceParser()
    seed.register(parser.add_subparsers())

    assert parser.parse_args(["seed", "--dossiers", "10000000"]).dossiers == seed.MOST
