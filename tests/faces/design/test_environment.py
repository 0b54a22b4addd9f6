# SPDX-License-Identifier: Apache-2.0
"""What every template can count on."""

from __future__ import annotations

from typing import Any

import pytest
from django.template import engines
from django.test import RequestFactory
from django.urls import NoReverseMatch
from django.utils import translation
from jinja2 import UndefinedError


def rendered(template: str, **context: Any) -> str:
    request = RequestFactory().get("/")
    return str(engines["jinja2"].from_string(template).render(context, request))


def test_texts_are_translated_with_their_named_places() -> None:
    with translation.override("vi"):
        said = rendered('{{ _("Step %(now)s of %(all)s", now=2, all=4) }}')

    assert said == "Bước 2/4"


def test_what_stands_in_a_named_place_is_escaped() -> None:
    with translation.override("en"):
        said = rendered('{{ _("For example: %(example)s", example="<b>") }}')

    assert said == "For example: &lt;b&gt;"


def test_a_misspelt_name_is_an_error_and_not_an_empty_place() -> None:
    with pytest.raises(UndefinedError):
        rendered("{{ aplicant }}")


def test_an_unknown_route_is_an_error() -> None:
    with pytest.raises(NoReverseMatch):
        rendered('{{ url("design:nowhere") }}')


def test_forms_get_the_token_of_their_request() -> None:
    assert "csrfmiddlewaretoken" in rendered("{{ csrf_input }}")


@pytest.mark.parametrize("path", ["child.name", "children.0.name"])
def test_a_fields_id_holds_no_dot(path: str) -> None:
    assert "." not in rendered("{{ path|field_id }}", path=path)
