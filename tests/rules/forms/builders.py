# SPDX-License-Identifier: Apache-2.0
"""Forms small enough to read in a test, and registers of a few places."""

from __future__ import annotations

from datetime import date
from typing import Any

from motcua.rules import forms

TODAY = date(2026, 7, 1)


class SmallRegisters:
    """Two provinces, two communes, one land register."""

    def province(self, code: str) -> bool:
        return code in {"24", "01"}

    def commune(self, code: str) -> bool:
        return code in {"07210", "00070"}

    def lies_in(self, commune: str, province: str) -> bool:
        return (commune, province) in {("07210", "24"), ("00070", "01")}

    def register(self, name: str, value: str) -> bool:
        return (name, value) == ("land_parcels", "TB-12/345")


def words(text: str) -> dict[str, str]:
    return {"vi": f"{text} (vi)", "en": text}


def a_field(name: str, kind: str = "text", **settings: Any) -> dict[str, Any]:
    return {"name": name, "kind": kind, "label": words(name), **settings}


def a_page(name: str, *fields: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "title": words(name), "fields": list(fields)}


def a_form(*fields: dict[str, Any]) -> forms.Form:
    return forms.parse({"pages": [a_page("one", *fields)]})


def some_options(*values: str) -> list[dict[str, Any]]:
    return [{"value": value, "label": words(value)} for value in values]


def check(form: forms.Form, answers: Any, *, page: str | None = None) -> forms.Checked:
    return forms.check(form, answers, on=TODAY, lookups=SmallRegisters(), page=page)


def codes(checked: forms.Checked) -> dict[str, str]:
    return {fault.path: fault.code for fault in checked.faults}


def keeps(kind: str, raw: Any, **settings: Any) -> Any:
    """What one field of the kind keeps of an answer, or the code of its fault."""
    checked = check(a_form(a_field("it", kind, **settings)), {"it": raw})
    return codes(checked).get("it", checked.values.get("it"))
