# SPDX-License-Identifier: Apache-2.0
"""Every published version of the whole catalogue can be worked with."""

from __future__ import annotations

from datetime import date

import pytest

from motcua.domains.procedures import queries
from motcua.domains.procedures.models import ProcedureVersion
from motcua.kit.faults import NotFound

TODAY = date(2026, 11, 20)

pytestmark = pytest.mark.usefixtures("catalogue")


def test_all_procedures_not_repealed_are_published() -> None:
    codes = queries.open_codes(TODAY)

    assert len(codes) == 1958
    assert ProcedureVersion.objects.filter(source="authored").count() == 16


def test_a_sample_of_all_versions_parses() -> None:
    for code in queries.open_codes(TODAY)[::40]:
        version = queries.current(code, TODAY)

        assert version.form.pages
        assert version.workflow.steps[version.workflow.start].kind == "intake"
        assert version.facts["code"] == code


def test_a_version_is_read_once_per_process(django_assert_num_queries) -> None:
    version = queries.current("1.001193", TODAY)

    with django_assert_num_queries(0):
        assert queries.current("1.001193", TODAY) is version


def test_titles_of_a_list_need_no_versions(django_assert_num_queries) -> None:
    ids = [queries.history(code)[0].id for code in queries.open_codes(TODAY)]

    with django_assert_num_queries(0):
        titles = [queries.title(version_id) for version_id in ids]

    assert all(title["vi"] and title["en"] for title in titles)


def test_the_workflow_alone_is_that_of_the_version() -> None:
    version = queries.current("1.013225", TODAY)

    assert queries.workflow_of(version.id) is version.workflow
    with pytest.raises(NotFound):
        queries.workflow_of(0)


def test_equal_generated_forms_are_shared() -> None:
    codes = queries.open_codes(TODAY)[:200]
    versions = [queries.current(code, TODAY) for code in codes]
    generated = [version for version in versions if version.source == "generated"]

    assert len({id(version.form) for version in generated}) < len(generated) / 2


def test_what_is_unknown_is_never_offered_end_to_end() -> None:
    versions = [queries.current(code, TODAY) for code in queries.open_codes(TODAY)[::15]]

    offered = [version for version in versions if version.end_to_end]

    assert all(version.limit is not None and not version.unknown for version in offered)
    assert any(version.unknown and not version.end_to_end for version in versions)


def test_an_unknown_procedure_or_version_is_not_found() -> None:
    with pytest.raises(NotFound):
        queries.current("9.999999", TODAY)
    with pytest.raises(NotFound):
        queries.version(0)


def test_no_procedure_is_open_before_the_first_day() -> None:
    assert queries.open_codes(date(2025, 6, 30)) == ()
