# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date

import pytest

from motcua.domains.vault.acts.describe_paper import describe_paper
from motcua.domains.vault.kinds import PaperState
from motcua.domains.vault.models import StoredFile
from motcua.domains.vault.record import DatesImpossible, Record, RecordUnclear
from motcua.domains.vault.rights import NotKeptByYou
from motcua.kit import files
from motcua.kit.access import NotPermitted, Role
from motcua.kit.faults import NotAllowedNow, NotFound
from motcua.kit.models import AuditEntry
from tests.domains.vault.papers import AT, CITIZEN, filed, key, now, officer, told
from tests.files import PDF

pytestmark = pytest.mark.django_db
GOOD = Record(
    owner_name="Nguyễn Thị Lan", number_symbol="12/2026", issuer="UBND phường Võ Cường",
    signer="Trần Văn Bình", issued_on=date(2026, 7, 2), valid_until=date(2036, 7, 2),
)  # fmt: skip


def describe(code, record=GOOD, actor=None, spent=None) -> None:
    describe_paper(actor=actor or officer(), at=AT, key=spent or key(), code=code, record=record)


def test_the_record_is_filed_and_the_bytes_stay_as_they_were() -> None:
    code = filed()
    before = now(code)

    describe(code)

    paper = now(code)
    assert (paper.number_symbol, paper.issuer) == ("12/2026", "UBND phường Võ Cường")
    assert (paper.issued_on, paper.valid_until) == (date(2026, 7, 2), date(2036, 7, 2))
    assert (paper.size, paper.state) == (before.size, PaperState.WAITING)
    assert b"".join(files.read(StoredFile.objects.get().sha256)) == PDF


def test_the_log_keeps_a_digest_and_no_name() -> None:
    code = filed()

    describe(code)

    entry = AuditEntry.objects.get(chain=f"paper:{code}")
    assert list(entry.payload) == ["record_sha256"]


def test_the_same_command_twice_is_written_once() -> None:
    code, spent = filed(), key()

    describe(code, spent=spent)
    describe(code, Record(number_symbol="other"), spent=spent)

    assert told(code) == ["describe_paper"]
    assert now(code).number_symbol == "12/2026"


def test_who_handed_it_in_may_describe_it_until_a_dossier_has_taken_it_in() -> None:
    waiting, taken, approved = (
        filed(origin_dossier=""), filed(), filed(origin_dossier="", state=PaperState.APPROVED),
    )  # fmt: skip

    describe(waiting, actor=CITIZEN)

    assert now(waiting).number_symbol == "12/2026"
    for code in (taken, approved):
        with pytest.raises(NotAllowedNow):
            describe(code, actor=CITIZEN)


def test_other_posts_and_unknown_papers_are_refused() -> None:
    with pytest.raises(NotPermitted):
        describe(filed(), actor=officer(Role.OPERATOR))
    with pytest.raises(NotKeptByYou):
        describe(filed(), actor=officer(unit_id=2))
    with pytest.raises(NotKeptByYou):
        describe(filed(origin_dossier=""))
    with pytest.raises(NotFound):
        describe(key())


@pytest.mark.parametrize(
    ("record", "fault"),
    [
        (Record(issued_on=date(2026, 7, 4)), DatesImpossible),
        (Record(issued_on=date(1000, 1, 1)), DatesImpossible),
        (Record(valid_until=date(2300, 1, 1)), DatesImpossible),
        (Record(valid_from=date(2026, 2, 1), valid_until=date(2026, 1, 1)), DatesImpossible),
        (Record(issued_on=date(2026, 2, 1), valid_until=date(2026, 1, 1)), DatesImpossible),
        (Record(permanent=True, valid_until=date(2036, 1, 1)), DatesImpossible),
        (Record(issuer="x" * 301), RecordUnclear),
        (Record(owner_name="Lan\x00"), RecordUnclear),
        (Record(owner_name="\ud800"), RecordUnclear),
        (Record(number_symbol="12\u202e/2026"), RecordUnclear),
    ],
)
def test_an_impossible_record_changes_nothing(record: Record, fault: type[Exception]) -> None:
    code = filed()

    with pytest.raises(fault):
        describe(code, record)

    assert told(code) == []
