# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from pathlib import Path

import pytest

from motcua.domains.vault import queries
from motcua.domains.vault.acts.file_paper import file_paper
from motcua.domains.vault.acts.store_file import store_file
from motcua.domains.vault.kinds import PaperKind
from motcua.kit.faults import NotFound
from tests.builders import vn
from tests.files import PDF

AT = vn("2026-07-03 10:00")
pytestmark = pytest.mark.django_db


def test_two_papers_may_share_one_file(tmp_path: Path, settings) -> None:
    settings.MEDIA_ROOT = tmp_path
    stored = store_file(chunks=[PDF], name="a.pdf", at=AT)

    papers = [
        file_paper(
            file=stored, kind=PaperKind.COMPONENT, title=title, file_name="a.pdf", at=AT,
            owner_id_number="027090000001",
        )
        for title in ("Bản vẽ", "Đơn")
    ]  # fmt: skip

    cards = queries.papers(owner_id_number="027090000001")
    assert [card.title for card in cards] == ["Bản vẽ", "Đơn"]
    assert {card.sha256 for card in cards} == {stored.sha256}
    assert b"".join(queries.content(queries.paper(papers[0].code))) == PDF
    assert not cards[0].signed


def test_an_unknown_paper_is_not_found() -> None:
    with pytest.raises(NotFound):
        queries.paper("00000000-0000-0000-0000-000000000000")
