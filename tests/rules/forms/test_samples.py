# SPDX-License-Identifier: Apache-2.0
"""Sample answers satisfy the form they are made for."""

from __future__ import annotations

from datetime import date
from typing import Any

from motcua.rules.forms import Form, check, parse
from motcua.rules.forms.samples import sample

ON = date(2026, 7, 3)


class Everything:
    """Registers that know every code."""

    def province(self, code: str) -> bool:
        return True

    def commune(self, code: str) -> bool:
        return True

    def lies_in(self, commune: str, province: str) -> bool:
        return True

    def register(self, name: str, value: str) -> bool:
        return True


def form(*fields: dict[str, Any]) -> Form:
    title = {"vi": "Trang", "en": "Page"}
    return parse({"pages": [{"name": "page", "title": title, "fields": list(fields)}]})


def field(name: str, kind: str, **settings: Any) -> dict[str, Any]:
    label = {"vi": name, "en": name}
    return {"name": name, "kind": kind, "label": label, "required": True, **settings}


def made(made_for: Form, given: dict[str, Any] | None = None) -> dict[str, Any] | None:
    return sample(made_for, given or {}, on=ON, lookups=Everything())


def test_kinds_of_all_families_are_answered() -> None:
    option = {"value": "one", "label": {"vi": "Một", "en": "One"}}
    asked = form(
        field("name", "person_name"),
        field("number", "personal_id", born="born_on"),
        field("born_on", "past_date"),
        field("wanted_on", "future_date"),
        field("home", "address"),
        field("floors", "integer", min=2, max=5),
        field("area", "decimal", min=10),
        field("way", "choice", options=[option]),
        field("ways", "many_choices", options=[option]),
        field("agreed", "checkbox"),
        field("mail", "email"),
        field("phone", "phone"),
        field("tax", "tax_code"),
        field("words", "long_text"),
    )

    values = made(asked)

    assert values is not None
    assert check(asked, values, on=ON, lookups=Everything()).faults == ()
    assert values["floors"] == 2


def test_rows_are_made_where_a_group_needs_them() -> None:
    asked = form(field("children", "group", min=1, fields=[field("name", "person_name")]))

    values = made(asked)

    assert values is not None
    assert len(values["children"]) == 1


def test_given_answers_stay_and_hidden_questions_stay_open() -> None:
    hidden = field("why", "text", show_if={"eq": ["name", "Lan"]})
    asked = form(field("name", "person_name"), hidden)

    assert made(asked, {"name": "Nguyễn Thị Hoa"}) == {"name": "Nguyễn Thị Hoa"}
    assert "why" in (made(asked, {"name": "Lan"}) or {})


def test_a_form_that_cannot_be_satisfied_gives_nothing() -> None:
    asked = form(field("floors", "integer", min=1, max=2))

    class Nothing(Everything):
        def commune(self, code: str) -> bool:
            return False

    home = form(field("home", "commune"))
    assert sample(home, {}, on=ON, lookups=Nothing()) is None
    assert made(asked) == {"floors": 1}
