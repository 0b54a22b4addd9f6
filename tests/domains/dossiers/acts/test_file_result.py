# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

from motcua.domains.dossiers.acts.file_result import file_result
from motcua.domains.dossiers.models import Dossier
from motcua.domains.dossiers.queries.facts import facts
from motcua.domains.units import queries as units
from motcua.domains.vault import queries as vault
from tests.builders import vn
from tests.domains.dossiers.conftest import Town

AT = vn("2026-07-07 14:00")
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings) -> None:
    settings.MEDIA_ROOT = tmp_path


def test_the_result_says_that_it_is_not_signed_and_is_no_e_result(town: Town, tmp_path) -> None:
    code = town.decided()
    file_result(code=code, at=AT)
    [paper] = vault.papers(origin_dossier=code)
    (tmp_path / "result.pdf").write_bytes(b"".join(vault.content(paper)))

    text = pypdf.PdfReader(tmp_path / "result.pdf").pages[0].extract_text()

    assert "Chưa ký số / Not digitally signed" in text
    assert "Nguyễn Thị Lan" in text and code in text
    assert not paper.signed and not facts([code])[0].e_result


def test_the_result_is_made_once_and_only_for_decided_dossiers(town: Town) -> None:
    code = town.decided()

    assert (file_result(code=code, at=AT), file_result(code=code, at=AT)) == (True, False)
    assert not file_result(code=town.appraised(), at=AT)


def test_the_result_lies_in_the_owners_vault_with_all_that_is_known_of_it(town: Town) -> None:
    number = "027190000019"
    code = town.decided()
    Dossier.objects.filter(code=code).update(applicant_id_number=number)

    file_result(code=code, at=AT)

    (paper,) = vault.papers_of(number)
    assert (paper.kind, paper.title, paper.origin_dossier) == ("result", "Giấy phép thử", code)
    assert (paper.owner_kind, paper.owner_name) == ("citizen", "Nguyễn Thị Lan")
    assert (paper.origin_procedure, paper.digitised_by) == ("1.013225", "system")
    assert paper.issuer == units.agency(town.competent_id).name_vi
    assert (paper.issued_on, paper.number_symbol, paper.signer) == (AT.date(), "", "")
    assert (paper.state, paper.pages, paper.media_type) == (2, 1, "application/pdf")
    assert paper.standing(AT.date()) == "open"
    assert paper.is_reusable(AT.date())
