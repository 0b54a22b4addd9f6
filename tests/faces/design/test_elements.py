# SPDX-License-Identifier: Apache-2.0
"""What the elements promise in their contracts, read from the markup they make."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Any

import pytest
from django.template import engines
from django.utils import translation

HOSTILE = "<script>alert(1)</script>\"' onload=x"


def element(call: str, **context: Any) -> str:
    template = '{% import "design/ui.jinja" as ui %}' + call
    return str(engines["jinja2"].from_string(template).render(context))


def test_an_error_is_tied_to_its_field_and_to_the_summary() -> None:
    field = element('{{ ui.text_field("child.name", "Name", hint="H", error="Fill in") }}')
    summary = element('{{ ui.error_summary([("child.name", "Fill in")]) }}')

    assert 'id="f-child-name"' in field
    assert 'aria-describedby="f-child-name-hint f-child-name-error"' in field
    assert 'aria-invalid="true"' in field
    assert 'href="#f-child-name"' in summary


def test_the_first_radio_is_where_the_summary_leads() -> None:
    markup = element('{{ ui.radios("sex", "Sex", [("m", "M"), ("f", "F")], "f") }}')

    assert markup.index('id="f-sex"') < markup.index('id="f-sex-2"')
    assert 'value="f" checked' in markup
    assert 'value="m" checked' not in markup


def test_no_summary_without_faults() -> None:
    assert element("{{ ui.error_summary([]) }}").strip() == ""


@pytest.mark.parametrize(
    "call",
    [
        "{{ ui.text_field(x, x, x, x, x, prefix=x, suffix=x) }}",
        "{{ ui.textarea(x, x, x, x, x) }}",
        "{{ ui.select(x, x, [(x, x)], x, x, x) }}",
        "{{ ui.radios(x, x, [(x, x)], x, x, x) }}",
        "{{ ui.checkboxes(x, x, [(x, x)], [x], x, x) }}",
        "{{ ui.checkbox(x, x, hint=x, error=x) }}",
        "{{ ui.file_input(x, x, uploaded=[sent]) }}",
        "{{ ui.error_summary([(x, x)], x) }}",
        "{{ ui.notice('info', x, x) }}",
        "{{ ui.key_list([(x, x, x, x)]) }}",
        "{{ ui.timeline([{'title': x, 'at': x, 'who': x, 'note': x, 'took': x}]) }}",
        "{{ ui.stepper([(x, x), (x, None)], 1) }}",
        "{{ ui.card(x, x, x, x) }}",
        "{{ ui.tabs([(x, x, 1)], 0) }}{{ ui.breadcrumbs([(x, x)]) }}",
        "{{ ui.search_box(x, x, x, x, x, x) }}{{ ui.empty_state(x, x) }}",
        "{{ ui.confirm_box(x, x, x, '', x, x, fields={x: x}) }}",
        "{{ ui.qr_block(x, x, x) }}{{ ui.progress_bar(1, 2, x) }}{{ ui.badge(x) }}",
        "{{ ui.button(x, x, x) }}{{ ui.link_button(x, x) }}",
    ],
)
def test_markup_in_any_text_stays_text(call: str) -> None:
    sent = {"name": HOSTILE, "size": 1, "href": HOSTILE, "remove_value": HOSTILE}

    markup = element(call, x=HOSTILE, sent=sent)

    assert "<script" not in markup
    assert '" onload=x' not in markup
    assert "' onload=x" not in markup


def test_a_status_is_readable_without_its_colour() -> None:
    with translation.override("en"):
        words = " ".join(ET.fromstring(element("{{ ui.status_badge(5) }}")).itertext())

    assert "Supplement requested" in words


def test_files_say_their_limits_before_one_is_chosen() -> None:
    with translation.override("en"):
        markup = element('{{ ui.file_input("p", "Paper", ".pdf", 5242880, 3) }}')

    assert "Accepted: PDF; at most 5\u00a0MB a file." in markup
    assert "Up to 3 files." in markup
    assert "multiple" in markup


def test_a_file_already_sent_is_not_asked_for_again() -> None:
    sent = [{"name": "a.pdf", "size": 9, "href": "", "remove_value": "remove:9"}]

    markup = element('{{ ui.file_input("p", "Paper", required=true, uploaded=sent) }}', sent=sent)

    assert 'required=""' not in markup
    assert 'value="remove:9"' in markup
