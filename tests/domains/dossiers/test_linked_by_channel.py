# SPDX-License-Identifier: Apache-2.0
"""The expected moment of a part that waits follows the limit of the application's channel."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from motcua.domains.dossiers.queries.linkages import judged
from motcua.domains.procedures.acts.load_catalogue import load_catalogue
from tests.builders import vn
from tests.domains.dossiers.interlinked import HANDED_IN_AT, Family, shown

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def group_published(
    reference_rows: None,
    group_data: Path,
    tmp_path_factory: pytest.TempPathFactory,
    django_db_blocker: DjangoDbBlocker,
) -> None:
    """The group with five days online for the residence, seven otherwise."""
    data = tmp_path_factory.mktemp("linked") / "data"
    shutil.copytree(group_data, data)
    member = data / "interlinked" / "1.004222.yaml"
    stated = member.read_text("utf-8")
    assert "{legal: 7wd," in stated
    own = "{legal: 7wd, legal_by_channel: {online: 5wd},"
    member.write_text(stated.replace("{legal: 7wd,", own), "utf-8")
    with django_db_blocker.unblock():
        load_catalogue(at=vn("2026-01-05 08:00"), data=data)


def test_a_waiting_part_is_expected_by_the_limit_of_the_channel(family: Family) -> None:
    code = family.submitted()

    parts = {card.name: part for card, part in judged(shown(code), at=HANDED_IN_AT).parts}

    # birth: accepted by Monday 09:00 at the latest, one working day; then five for the residence
    assert parts["residence"].is_expected
    assert parts["residence"].due_at == vn("2026-07-14 09:00")
