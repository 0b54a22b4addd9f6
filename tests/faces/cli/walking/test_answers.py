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
