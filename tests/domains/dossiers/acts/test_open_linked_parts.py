# SPDX-License-Identifier: Apache-2.0
"""A part that waited begins, with a clock of its own, when what it waits for is decided."""

from __future__ import annotations

from datetime import timedelta

from motcua.domains.dossiers.acts.file_result import file_result
from motcua.domains.dossiers.acts.open_linked_parts import open_linked_parts
from motcua.domains.dossiers.acts.receive import receive
from motcua.domains.dossiers.acts.refuse import refuse
from motcua.domains.dossiers.models import Attachment, Dossier, LinkedPart
from motcua.domains.dossiers.queries.linkages import judged, overlooked
from motcua.domains.procedures.models import ProcedureVersion
from motcua.kit.models import AuditEntry
from motcua.rules.interlinking import Standing
from tests.builders import by, vn
from tests.domains.dossiers.interlinked import (
    Family,
    row,
    shown,
)

DECIDED_AT = vn("2026-07-03 15:00")


def test_the_certificate_opens_residence_and_card_with_clocks_of_their_own(family: Family) -> None:
    code = family.submitted()
    birth = family.decided(code, "birth", DECIDED_AT)

    parts = family.parts(code)
    residence, card = row(parts["residence"].dossier_code), row(parts["health_card"].dossier_code)
    assert residence.submitted_at == card.submitted_at == DECIDED_AT
    assert residence.received_at is None
    assert (residence.receiving_unit_id, card.receiving_unit_id) == (
        family.police_centre_id, family.centre_id,
    )  # fmt: skip
    assert residence.return_unit_id == card.return_unit_id == family.centre_id
    received_at = vn("2026-07-06 08:00")
    receive(by=by(family.police_counter, received_at), code=residence.code)
    assert row(residence.code).due_at == vn("2026-07-15 08:00")
    laid = Attachment.objects.get(dossier=residence, component_code="birth_certificate")
    assert laid.paper_id == row(birth).result_paper_id


def test_nothing_opens_before_the_result_paper_is_there(family: Family) -> None:
    code = family.submitted()
    birth = family.parts(code)["birth"].dossier_code
    Dossier.objects.filter(code=birth).update(status=9, received_at=DECIDED_AT)

    assert open_linked_parts(code=birth, at=DECIDED_AT) == ()

    file_result(code=birth, at=DECIDED_AT)
    assert len(open_linked_parts(code=birth, at=DECIDED_AT)) == 2


def test_repeating_it_opens_nothing_twice(family: Family) -> None:
    code = family.submitted()
    birth = family.decided(code, "birth", DECIDED_AT)

    again = open_linked_parts(code=birth, at=DECIDED_AT + timedelta(minutes=5))

    assert again == ()
    assert Dossier.objects.count() == 3
    acts = AuditEntry.objects.filter(chain=f"linkage:{code}").values_list("act", flat=True)
    assert sorted(acts) == ["open_linked_part", "open_linked_part", "submit_interlinked"]


def test_a_dossier_by_itself_opens_nothing(family: Family) -> None:
    assert open_linked_parts(code="H05.18-260703-0001", at=DECIDED_AT) == ()


def test_a_version_closed_meanwhile_is_no_hindrance(family: Family) -> None:
    code = family.submitted()
    waiting = LinkedPart.objects.filter(linkage__code=code, name="residence")
    version_id = waiting.values_list("version_id", flat=True).get()
    ProcedureVersion.objects.filter(id=version_id).update(valid_to=vn("2026-07-04 00:00").date())

    family.decided(code, "birth", vn("2026-07-06 15:00"))

    assert row(family.parts(code)["residence"].dossier_code).version_id == version_id


def test_what_was_overlooked_is_found_again(family: Family) -> None:
    code = family.submitted()
    birth = family.parts(code)["birth"].dossier_code
    assert overlooked() == []

    Dossier.objects.filter(code=birth).update(status=9, received_at=DECIDED_AT)

    assert overlooked() == [birth]


def test_a_refused_birth_blocks_the_others_visibly(family: Family) -> None:
    code = family.submitted()
    birth = family.parts(code)["birth"].dossier_code

    refuse(by=by(family.counter, DECIDED_AT), code=birth, reason="Không có Giấy chứng sinh.")

    found = judged(shown(code), at=DECIDED_AT)
    assert [part.standing for _, part in found.parts] == [
        Standing.FAILED, Standing.BLOCKED, Standing.BLOCKED,
    ]  # fmt: skip
    assert found.whole.standing is Standing.FAILED


def test_a_late_part_makes_the_whole_late(family: Family) -> None:
    code = family.submitted()
    family.decided(code, "birth", DECIDED_AT)
    residence = family.parts(code)["residence"].dossier_code
    receive(by=by(family.police_counter, vn("2026-07-06 08:00")), code=residence)
    family.decided(code, "health_card", vn("2026-07-06 09:00"))

    before = judged(shown(code), at=vn("2026-07-08 08:00")).whole
    after = judged(shown(code), at=vn("2026-07-20 08:00")).whole

    assert (before.standing, after.standing) == (Standing.RUNNING, Standing.LATE)
    assert after.due_at == before.due_at == vn("2026-07-15 08:00")
    assert after.finished == 2
