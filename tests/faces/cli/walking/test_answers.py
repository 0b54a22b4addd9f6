# SPDX-License-Identifier: Apache-2.0
"""The walker writes answers as people type them, on the pages that ask for them."""

from __future__ import annotations

from motcua.faces.cli.walking.answers import answers_for
from motcua.faces.cli.walking.pages import read


def test_authored_answers_are_posted_under_dotted_names() -> None:
    values = answers_for("1.013225").values

    assert values["plot.area_m2"] == ["96,5"]
    assert values["designer.leaders.0.full_name"] == ["Đỗ Bá Phúc"]
    assert values["reviewer.used"] == ["no"]


def test_only_questions_of_the_page_are_answered_and_rows_are_added() -> None:
    form = read(
        "http://x/",
        200,
        '<form><input name="plot.number"><button name="action" value="add:designer.leaders">'
        "Add</button></form>",
    ).forms[0]

    found = answers_for("1.013225").for_form(form)

    assert sorted(found) == [
        "designer.leaders.0.certificate",
        "designer.leaders.0.full_name",
        "plot.number",
    ]


def test_a_procedure_without_authored_answers_gets_common_ones() -> None:
    answers = answers_for("1.000000")

    assert answers.values["applicant_address.province"] == ["24"]
    assert answers.papers == ()


def test_a_marriage_names_who_signs_in_and_who_signs_too() -> None:
    answers = answers_for("1.000894")

    assert [answers.account] == answers.values["husband.personal_id"]
    assert list(answers.signers) == answers.values["wife.personal_id"]


def test_an_interlinked_group_has_authored_answers() -> None:
    answers = answers_for("2.000986")

    assert answers.values["applicant_relation"] == ["father"]
    assert answers.papers == ("birth_notice",)


def test_a_part_by_itself_is_answered_as_in_its_group_under_its_own_names() -> None:
    values = answers_for("0.000001").values

    assert values["person.full_name"] == ["Nguyễn Gia Bảo"]
    assert values["person.residence.commune"] == ["09187"]
    assert values["health_card.form"] == ["electronic"]
