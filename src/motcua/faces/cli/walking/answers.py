# SPDX-License-Identifier: Apache-2.0
"""What the walking applicant answers: the authored answers of a procedure, or common ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from motcua.faces.cli.walking.pages import Form
from motcua.kit import datafiles

FOLDER = "demo/answers"
PROVINCE = "24"
_INDEX = re.compile(r"\.\d+(?=\.|$)")


@dataclass(frozen=True, slots=True)
class Answers:
    """Values by posted name; `papers` are the components to hand in besides the required ones."""

    values: Mapping[str, list[str]]
    papers: tuple[str, ...]

    def for_form(self, form: Form) -> dict[str, list[str]]:
        """Return what belongs to the questions of this form; rows are added where it can."""
        known = {_INDEX.sub("", control.name) for control in form.controls}
        groups = tuple(
            value.removeprefix("add:") + "." for value in form.buttons() if value.startswith("add:")
        )
        return {
            name: values
            for name, values in self.values.items()
            if _INDEX.sub("", name) in known or name.startswith(groups)
        }


def answers_for(code: str) -> Answers:
    """Return the answers to give for a procedure."""
    path = datafiles.root() / FOLDER / f"{code}.yaml"
    if not path.exists():
        return Answers(dict(_flat("", _common())), ())
    authored = datafiles.read_yaml(path)
    return Answers(dict(_flat("", authored["answers"])), tuple(authored.get("papers") or ()))


def _common() -> dict[str, Any]:
    """Answer what every generated form asks, as the first invented citizen and business."""
    person = next(row for row in datafiles.read_csv("demo/citizens.csv") if row["hero"] == "1")
    business = next(iter(datafiles.read_csv("demo/businesses.csv")))
    return {
        "applicant_kind": "person",
        "applicant_name": person["full_name"],
        "applicant_identity": "personal_id",
        "applicant_personal_id": person["personal_id"],
        "applicant_birth_on": person["born_on"],
        "applicant_phone": person["phone"],
        "applicant_email": person["email"],
        "applicant_address": {
            "province": PROVINCE, "commune": person["commune_code"], "street": person["street"],
        },
        "applicant_organisation": business["name_vi"],
        "applicant_tax_code": business["tax_code"],
        "applicant_representative": person["full_name"],
        "request": {"content": "Nội dung đề nghị mẫu để trình diễn", "copies": 1},
    }  # fmt: skip


def _flat(before: str, value: Any) -> Iterator[tuple[str, list[str]]]:
    """Yield posted names and texts: rows by their number, choices of many under one name."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _flat(f"{before}.{name}" if before else name, inner)
    elif isinstance(value, list) and value and isinstance(value[0], Mapping):
        for place, row in enumerate(value):
            yield from _flat(f"{before}.{place}", row)
    elif value is not False and value is not None:
        yield before, [_text(one) for one in (value if isinstance(value, list) else [value])]
    elif value is False:
        yield before, ["no"]


def _text(value: object) -> str:
    if value is True:
        return "yes"
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)
