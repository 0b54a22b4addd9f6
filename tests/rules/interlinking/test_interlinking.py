# SPDX-License-Identifier: Apache-2.0
"""One form out of several: what is shared, what is renamed, and how the whole stands."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from motcua.rules import forms
from motcua.rules.interlinking import (
    MemberError,
    Part,
    Standing,
    answers_for,
    composed,
    parse,
    path_in_whole,
    standing,
    whole,
)
from motcua.rules.worktime import VN, Verdict

AT = datetime(2026, 7, 3, 9, tzinfo=VN)


def field(name: str, kind: str = "text", **more: Any) -> dict[str, Any]:
    return {"name": name, "kind": kind, "label": {"vi": name, "en": name}, **more}


def page(name: str, *fields: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "title": {"vi": name, "en": name}, "fields": list(fields)}


WRITTEN = {
    "1": {
        "form": {
            "pages": [
                page("applicant", field("applicant_name")),
                page("child", field("child.name"), field("child.born_on", "past_date")),
                page("closing", field("declared", "checkbox")),
            ]
        },
        "papers": [{"code": "notice"}],
    },
    "2": {
        "form": {
            "pages": [
                page("applicant", field("applicant_name")),
                page(
                    "child",
                    field("person.name"),
                    field("kind", "choice"),
                    field("school", show_if={"all": [{"filled": "person.name"}]}),
                ),
                page("closing", field("declared", "checkbox")),
            ]
        },
        "papers": [
            {"code": "notice"}, {"code": "certificate"},
            {"code": "consent", "required_if": {"not": {"eq": ["person.name", "x"]}}},
        ],
    },
}  # fmt: skip
ROWS: list[dict[str, Any]] = [
    {"name": "first", "procedure": "1"},
    {
        "name": "second", "procedure": "2", "waits_for": ["first"],
        "answers": {"person.name": "child.name"}, "fixed": {"kind": "new"},
        "results": {"certificate": "first"},
    },
]  # fmt: skip


def test_what_both_ask_is_asked_once_and_the_declaration_comes_last() -> None:
    pages = composed(parse(ROWS), WRITTEN)["form"]["pages"]

    assert [(one["name"], [f["name"] for f in one["fields"]]) for one in pages] == [
        ("applicant", ["applicant_name"]),
        ("child", ["child.name", "child.born_on"]),
        ("child_2", ["school"]),
        ("closing", ["declared"]),
    ]
    assert forms.parse({"pages": pages})


def test_conditions_look_at_the_fields_of_the_whole() -> None:
    made = composed(parse(ROWS), WRITTEN)

    assert made["form"]["pages"][2]["fields"][0]["show_if"] == {"all": [{"filled": "child.name"}]}
    assert made["papers"][-1]["required_if"] == {"not": {"eq": ["child.name", "x"]}}


def test_a_paper_is_asked_once_and_a_result_never() -> None:
    papers = composed(parse(ROWS), WRITTEN)["papers"]

    assert [paper["code"] for paper in papers] == ["notice", "consent"]


def test_answers_are_shared_out() -> None:
    pages = [
        page("one", field("applicant_name"), field("person.name")),
        page("two", field("kind"), field("school")),
    ]
    values = {"applicant_name": "Lan", "child": {"name": "Bảo"}, "school": None}

    answers = answers_for(parse(ROWS)[1], forms.parse({"pages": pages}), values)

    assert answers == {"applicant_name": "Lan", "person": {"name": "Bảo"}, "kind": "new"}


def test_a_fault_is_shown_where_the_whole_form_asks() -> None:
    second = parse(ROWS)[1]

    assert path_in_whole(second, "person.name") == "child.name"
    assert path_in_whole(second, "person.name.commune") == "child.name.commune"
    assert path_in_whole(second, "school") == "school"


@pytest.mark.parametrize(
    "rows",
    [
        "two",
        [ROWS[0]],
        [ROWS[0], {"name": "first", "procedure": "2"}],
        [ROWS[0], {"name": "Second", "procedure": "2"}],
        [ROWS[0], {"name": "second"}],
        [ROWS[0], {"name": "second", "procedure": "2", "waits_for": ["third"]}],
        [ROWS[0], {"name": "second", "procedure": "2", "waits_for": ["second"]}],
        [ROWS[0], {"name": "second", "procedure": "2", "results": {"x": "first"}}],
        [ROWS[0], {"name": "second", "procedure": "2", "surprise": 1}],
        [ROWS[0], 7],
    ],
)
def test_a_list_that_cannot_be_is_refused(rows: object) -> None:
    with pytest.raises(MemberError):
        parse(rows)


def test_no_members_make_no_group() -> None:
    assert parse(None) == ()


@pytest.mark.parametrize(
    ("status", "judged", "expected"),
    [
        (1, None, Standing.RUNNING),
        (1, Verdict.OVERDUE, Standing.LATE),
        (4, Verdict.OVERDUE, Standing.LATE),
        (5, Verdict.OVERDUE, Standing.ASKED),
        (3, None, Standing.FAILED),
        (9, Verdict.ON_TIME, Standing.READY),
        (10, Verdict.LATE, Standing.LATE),
        (10, Verdict.EARLY, Standing.RETURNED),
    ],
)
def test_a_dossier_stands_as_its_status_and_clock_say(
    status: int, judged: Verdict | None, expected: Standing
) -> None:
    assert standing(status, judged) is expected


def test_a_late_part_is_never_hidden_in_the_whole() -> None:
    parts = [Part(one, AT) for one in (Standing.RETURNED, Standing.LATE, Standing.RUNNING)]

    assert whole(parts).standing is Standing.LATE


def test_the_whole_is_due_with_its_last_part_and_says_when_that_is_a_guess() -> None:
    later = AT + timedelta(days=3)

    found = whole([Part(Standing.READY, AT), Part(Standing.WAITING, later, True)])

    assert (found.due_at, found.is_expected) == (later, True)
    assert (found.finished, found.parts) == (1, 2)


def test_an_unknown_due_moment_makes_that_of_the_whole_unknown() -> None:
    found = whole([Part(Standing.RUNNING, AT), Part(Standing.WAITING, None, True)])

    assert found.due_at is None


def test_a_part_that_ended_without_a_result_is_not_waited_for() -> None:
    found = whole([Part(Standing.FAILED, None), Part(Standing.RUNNING, AT)])

    assert found.due_at == AT
