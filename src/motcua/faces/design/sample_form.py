# SPDX-License-Identifier: Apache-2.0
"""An invented form with every kind of control, for the gallery and the tests of the renderer."""

from __future__ import annotations

from typing import Any

from motcua.rules import forms


def _words(vi: str, en: str) -> dict[str, str]:
    return {"vi": vi, "en": en}


def _option(value: str, vi: str, en: str) -> dict[str, Any]:
    return {"value": value, "label": _words(vi, en)}


def _field(name: str, kind: str, vi: str, en: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "kind": kind, "label": _words(vi, en), **more}


BIRTH = {
    "name": "birth",
    "title": _words("Thông tin về việc sinh", "About the birth"),
    "fields": [
        _field(
            "note",
            "statement",
            "Khai theo giấy chứng sinh. Nếu không có, khai theo lời người làm chứng.",
            "Answer as in the birth certificate of the hospital, or as the witness says.",
        ),
        _field(
            "child.name",
            "person_name",
            "Họ, chữ đệm, tên của trẻ",
            "Name of the child",
            required=True,
        ),
        _field("child.born_on", "past_date", "Ngày sinh", "Date of birth", required=True),
        _field(
            "child.sex",
            "choice",
            "Giới tính",
            "Sex",
            required=True,
            options=[_option("male", "Nam", "Male"), _option("female", "Nữ", "Female")],
        ),
        _field("child.ethnic_group", "ethnic_group", "Dân tộc", "Ethnic group"),
        _field("birthplace", "address", "Nơi sinh", "Place of birth", required=True),
        _field("abroad", "yes_no", "Trẻ sinh ở nước ngoài?", "Was the child born abroad?"),
        _field(
            "abroad_country",
            "country",
            "Sinh tại nước",
            "Country of birth",
            show_if={"eq": ["abroad", True]},
            required_if={"eq": ["abroad", True]},
        ),
        _field(
            "documents",
            "many_choices",
            "Giấy tờ đề nghị cấp",
            "Papers asked for",
            options=[
                _option("certificate", "Giấy khai sinh", "Birth certificate"),
                _option("extract", "Bản sao trích lục", "Copies of the extract"),
            ],
        ),
        _field(
            "copies",
            "integer",
            "Số bản sao",
            "Number of copies",
            min=1,
            max=20,
            show_if={"in": ["documents", ["extract"]]},
            hint=_words("Mỗi bản sao 8.000 đồng", "8.000 dong a copy"),
        ),
        _field("house_value", "money", "Giá trị nhà", "Value of the house"),
        _field("house_area", "decimal", "Diện tích", "Area", unit="m²"),
        _field("reason", "long_text", "Nội dung đề nghị", "Request", max_length=1000),
        _field(
            "hospital_paper",
            "file",
            "Giấy chứng sinh",
            "Birth certificate of the hospital",
            paper="hospital",
        ),
        _field(
            "siblings",
            "group",
            "Anh, chị, em ruột",
            "Brothers and sisters",
            item=_words("Người thứ", "Person"),
            max=3,
            fields=[
                _field("name", "person_name", "Họ và tên", "Name", required=True),
                _field("adopted", "yes_no", "Con nuôi?", "Adopted?"),
                _field(
                    "adopted_on",
                    "past_date",
                    "Ngày nhận nuôi",
                    "Date of adoption",
                    show_if={"eq": ["adopted", True]},
                ),
            ],
        ),
        _field(
            "consent",
            "checkbox",
            "Tôi cam đoan nội dung khai trên là đúng sự thật.",
            "I declare that the above is true.",
            required=True,
        ),
    ],
}
ANSWERS = {
    "child": {"name": "Nguyễn Minh Anh", "born_on": "2026-06-30", "sex": "female"},
    "birthplace": {"province": "24", "commune": "09169", "street": ""},
    "documents": ["certificate", "extract"],
    "copies": 3,
    "house_value": 1250000000,
    "house_area": 120.5,
    "siblings": [{"name": "Nguyễn Minh Châu", "adopted": False}],
}


class SamplePlaces:
    """Two provinces with a few communes, enough to show how one list follows the other."""

    communes_of = {
        "24": [("09169", "Phường Kinh Bắc"), ("09190", "Phường Võ Cường")],
        "01": [("00004", "Phường Ba Đình")],
    }

    def provinces(self) -> list[tuple[str, str]]:
        """Bắc Ninh and Hà Nội."""
        return [("24", "Tỉnh Bắc Ninh"), ("01", "Thành phố Hà Nội")]

    def communes(self, province: str) -> list[tuple[str, str]]:
        """The communes of the province, of Bắc Ninh when none is chosen."""
        return self.communes_of.get(province or "24", [])


def sample_form() -> forms.Form:
    """The form, read as a procedure's form is."""
    return forms.parse({"pages": [BIRTH]})
