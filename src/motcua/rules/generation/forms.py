# SPDX-License-Identifier: Apache-2.0
"""Makes the form of a procedure: who asks, for whom, and what for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from motcua.rules.words import fold

_PERSONS: Final = frozenset(
    {
        "Công dân Việt Nam",
        "Người Việt Nam định cư ở nước ngoài",
        "Người nước ngoài",
        "Người nước ngoài cư trú tại Việt Nam",
        "Cán bộ, công chức, viên chức",
        "Đảng viên",
    }
)
_WITHOUT_PERSONAL_ID: Final = frozenset(
    {
        "Người nước ngoài",
        "Người nước ngoài cư trú tại Việt Nam",
        "Người Việt Nam định cư ở nước ngoài",
        "Tổ chức nước ngoài",
    }
)
_COPY: Final = "ban sao"
COPIES_MOST: Final = 100

Field = dict[str, Any]


def form(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the form of a national record: a page on the applicant, a page on the request.

    The applicant is always a person. When only organisations, or organisations too, may ask,
    the organisation is asked for besides; an unknown circle of applicants counts as both.
    """
    targets = frozenset(facts.get("targets") or ())
    return {"pages": [_applicant_page(targets), _request_page(_gives_copies(facts))]}


def _applicant_page(targets: Collection[str]) -> dict[str, Any]:
    organisations = not targets or any(target not in _PERSONS for target in targets)
    persons = not targets or any(target in _PERSONS for target in targets)
    own = [{**field, "own": True} for field in _person(targets)]
    fields = [*_choice(organisations and persons), *own]
    if organisations:
        fields += _organisation(persons)
    return {
        "name": "applicant",
        "title": {"vi": "Người nộp hồ sơ", "en": "Applicant"},
        "fields": fields,
    }


def _choice(is_open: bool) -> list[Field]:
    if not is_open:
        return []
    options = [
        _option("person", "Cá nhân", "A person"),
        _option("organisation", "Tổ chức, doanh nghiệp", "An organisation or business"),
    ]
    label = ("Người yêu cầu là", "The applicant is")
    return [_field("applicant_kind", "choice", *label, options=options)]


def _person(targets: Collection[str]) -> list[Field]:
    return [
        _field("applicant_name", "person_name", "Họ và tên người nộp", "Full name"),
        *_identity(not _WITHOUT_PERSONAL_ID.isdisjoint(targets)),
        _field("applicant_birth_on", "past_date", "Ngày sinh", "Date of birth"),
        _field("applicant_phone", "phone", "Số điện thoại", "Phone number"),
        _field("applicant_email", "email", "Thư điện tử", "E-mail", required=False),
        _field("applicant_address", "address", "Nơi cư trú", "Address"),
    ]


def _identity(may_have_none: bool) -> list[Field]:
    number = ("applicant_personal_id", "personal_id", "Số định danh cá nhân", "Personal number")
    born = "applicant_birth_on"
    if not may_have_none:
        return [_field(*number, born=born)]
    options = [
        _option("personal_id", "Số định danh cá nhân", "Personal number"),
        _option("passport", "Hộ chiếu", "Passport"),
    ]
    return [
        _field("applicant_identity", "choice", "Giấy tờ tùy thân", "Identity", options=options),
        _field(*number, born=born, show_if={"eq": ["applicant_identity", "personal_id"]}),
        _field(
            "applicant_passport",
            "passport",
            "Số hộ chiếu",
            "Passport number",
            show_if={"eq": ["applicant_identity", "passport"]},
        ),
    ]


def _organisation(is_chosen: bool) -> list[Field]:
    shown = {"show_if": {"eq": ["applicant_kind", "organisation"]}} if is_chosen else {}
    return [
        _field(
            "applicant_organisation", "text", "Tên tổ chức", "Name of the organisation", **shown
        ),
        _field("applicant_tax_code", "tax_code", "Mã số thuế", "Tax code", **shown),
        _field(
            "applicant_representative",
            "person_name",
            "Người đại diện theo pháp luật",
            "Legal representative",
            **shown,
        ),
    ]


def _request_page(gives_copies: bool) -> dict[str, Any]:
    content = ("request.content", "long_text", "Nội dung đề nghị", "What you ask for")
    fields = [_field(*content)]
    if gives_copies:
        label = ("Số bản sao cần cấp", "Number of copies")
        fields.append(_field("request.copies", "integer", *label, min=1, max=COPIES_MOST))
    return {
        "name": "request",
        "title": {"vi": "Nội dung đề nghị", "en": "Request"},
        "fields": fields,
    }


def _gives_copies(facts: Mapping[str, Any]) -> bool:
    results = [result["name"] for result in facts.get("results") or ()]
    return any(_COPY in fold(name) for name in results or [facts["name"]])


def _field(name: str, kind: str, vi: str, en: str, **settings: Any) -> Field:
    return {
        "name": name,
        "kind": kind,
        "label": {"vi": vi, "en": en},
        "required": True,
        **settings,
    }


def _option(value: str, vi: str, en: str) -> dict[str, Any]:
    return {"value": value, "label": {"vi": vi, "en": en}}
