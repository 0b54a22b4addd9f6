# SPDX-License-Identifier: Apache-2.0
"""A page of a procedure's form, drawn for a reader and for a browser without scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from django.template import engines
from django.utils import translation

from motcua.faces.design.form_view import PageView, Question, Surroundings, Upload, page_view
from motcua.faces.design.sample_form import ANSWERS, SamplePlaces, sample_form
from motcua.rules import forms
from motcua.rules.forms import Fault, Form

TEMPLATE = '{% from "design/form.jinja" import form_page %}{{ form_page(view, "", **more) }}'


def view(answers: Mapping[str, Any] = ANSWERS, form: Form | None = None, **around: Any) -> PageView:
    form = form or sample_form()
    return page_view(form, form.pages[-1], answers, Surroundings(places=SamplePlaces(), **around))


def asked(page: PageView, name: str) -> Question:
    for one in page.questions:
        for question in (one, *one.parts, *(each for row in one.rows for each in row.questions)):
            if question.name == name:
                return question
    raise AssertionError(f"{name} is not asked")


def drawn(page: PageView, **more: Any) -> str:
    return str(engines["jinja2"].from_string(TEMPLATE).render({"view": page, "more": more}))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("child.born_on", "30/06/2026"),
        ("house_value", "1.250.000.000"),
        ("house_area", "120,5"),
        ("copies", "3"),
        ("siblings.0.adopted", "no"),
    ],
)
def test_kept_values_stand_in_their_boxes_as_people_write_them(name: str, value: str) -> None:
    assert asked(view(), name).value == value


def test_what_was_refused_comes_back_as_typed_beside_its_fault() -> None:
    answers = {**ANSWERS, "house_value": "nhiều lắm <b>"}

    with translation.override("vi"):
        page = view(answers, faults=(Fault("house_value", "money"),))
        markup = drawn(page)

    assert 'value="nhiều lắm &lt;b&gt;"' in markup
    assert page.faults == (
        ("house_value", "Giá trị nhà: Đây không phải số tiền đồng chẵn, ví dụ 1.500.000."),
    )
    assert 'href="#f-house_value"' in markup
    assert 'id="f-house_value-error"' in markup


def test_the_summary_follows_the_page_and_ends_with_faults_of_the_whole_form() -> None:
    faults = (Fault("", "required"), Fault("consent", "must_tick"), Fault("child.name", "required"))

    page = view(faults=faults)

    assert [name for name, _ in page.faults] == ["child.name", "consent", None]


def test_labels_and_options_speak_the_readers_language() -> None:
    with translation.override("en"):
        english = asked(view(), "child.sex")
    with translation.override("vi"):
        vietnamese = asked(view(), "child.sex")

    assert (english.label, english.options[1]) == ("Sex", ("female", "Female"))
    assert (vietnamese.label, vietnamese.options[1]) == ("Giới tính", ("female", "Nữ"))


def test_communes_follow_the_province_chosen() -> None:
    elsewhere = {**ANSWERS, "birthplace": {"province": "01"}}

    assert asked(view(elsewhere), "birthplace.commune").options == (("00004", "Phường Ba Đình"),)


def test_without_scripts_a_conditional_question_is_there_and_says_when_to_answer_it() -> None:
    with translation.override("en"):
        question = asked(view(), "abroad_country")

    assert json.loads(question.show_if) == {"eq": ["abroad", True]}
    assert question.shown_when == "“Was the child born abroad?”: yes"


def test_a_row_looks_at_its_own_answers() -> None:
    question = asked(view(), "siblings.0.adopted_on")

    assert json.loads(question.show_if) == {"eq": ["siblings.0.adopted", True]}


@pytest.mark.parametrize(("married", "names"), [(True, ["spouse"]), (False, [])])
def test_a_question_that_hangs_on_an_earlier_page_is_asked_only_when_it_applies(
    married: bool, names: list[str]
) -> None:
    page = view({"married": married}, form=two_pages())

    assert [one.name for one in page.questions] == names


def test_required_when_is_decided_by_the_answers_given() -> None:
    born_abroad = {**ANSWERS, "abroad": True}

    assert asked(view(born_abroad), "abroad_country").required
    assert not asked(view(), "abroad_country").required


def test_rows_can_be_added_and_removed_without_scripts() -> None:
    markup = drawn(view())

    assert 'name="action" value="add:siblings"' in markup
    assert 'name="action" value="remove:siblings.0"' in markup
    assert 'name="siblings.0.name"' in markup


def test_a_full_group_offers_no_further_row() -> None:
    full = {**ANSWERS, "siblings": [{"name": "A"}, {"name": "B"}, {"name": "C"}]}

    assert "add:siblings" not in drawn(view(full))


def test_the_first_submit_button_continues_so_that_enter_adds_no_row() -> None:
    first = re.search(r"<button[^>]+>", drawn(view()))

    assert first and 'value="continue"' in first.group()


def test_a_file_already_sent_stays_attached_and_can_be_removed() -> None:
    markup = drawn(view(uploads={"hospital_paper": (Upload("a1", "x.jpg", 10),)}))

    assert '<input type="hidden" name="hospital_paper" value="a1">' in markup
    assert 'value="remove-file:hospital_paper:a1"' in markup
    assert 'enctype="multipart/form-data"' in markup


def test_an_officers_remark_stands_beside_the_very_field() -> None:
    markup = drawn(view(remarks={"child.born_on": "Ngày khác giấy chứng sinh"}))

    assert markup.index('for="f-child-born_on"') < markup.index("Ngày khác giấy chứng sinh")
    assert markup.index("Ngày khác giấy chứng sinh") < markup.index('name="child.born_on"')


def test_every_kind_of_answer_can_be_drawn() -> None:
    for kind in forms.KINDS:
        settings = SETTINGS.get(kind, {})
        words = {"vi": "Câu hỏi", "en": "Question"}
        field = {"name": "x", "kind": kind, "label": words, **settings}
        form = forms.parse({"pages": [{"name": "p", "title": words, "fields": [field]}]})

        markup = drawn(view({}, form=form))

        assert "Câu hỏi" in markup


WORDS = {"vi": "Một", "en": "One"}
OPTIONS = {"options": [{"value": "a", "label": WORDS}]}
SETTINGS: dict[str, dict[str, Any]] = {
    "choice": OPTIONS,
    "many_choices": OPTIONS,
    "file": {"paper": "x"},
    "register_value": {"register": "households"},
    "decimal": {"unit": "m²"},
    "group": {"fields": [{"name": "y", "kind": "text", "label": WORDS}]},
}


def two_pages() -> Form:
    words = {"vi": "Một", "en": "One"}
    married = {"name": "married", "kind": "yes_no", "label": words}
    spouse = {
        "name": "spouse",
        "kind": "text",
        "label": words,
        "show_if": {"eq": ["married", True]},
    }
    pages = [
        {"name": "one", "title": words, "fields": [married]},
        {"name": "two", "title": words, "fields": [spouse]},
    ]
    return forms.parse({"pages": pages})
