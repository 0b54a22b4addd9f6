# SPDX-License-Identifier: Apache-2.0
"""The same paper is known under its many names, and what is written for one case never is."""

from __future__ import annotations

import pytest

from motcua.domains.procedures.queries.paper_types import database_for, known_types
from motcua.rules.paper_types import type_of


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Giấy khai sinh của trẻ em", "birth_certificate"),
        ("Bản sao Giấy khai sinh hoặc trích lục khai sinh", "birth_certificate"),
        ("01 bản sao có chứng thực Giấy chứng nhận quyền sử dụng đất", "land_certificate"),
        ("Bản gốc Giấy chứng nhận đã cấp", "land_certificate"),
        ("GIẤY CHỨNG NHẬN ĐĂNG KÝ HỘ KINH DOANH", "household_business_registration"),
        ("Trích lục kết hôn", "marriage_certificate"),
        ("Hộ chiếu/Thẻ căn cước công dân/Thẻ căn cước", "identity_card"),
        ("Tờ khai đăng ký khai sinh theo mẫu", ""),
        ("Đơn đề nghị cấp giấy phép xây dựng", ""),
        ("Hợp đồng chuyển nhượng; Giấy chứng nhận quyền sử dụng đất", ""),
        ("Văn bản thỏa thuận về việc cấp chung một Giấy chứng nhận quyền sử dụng đất", ""),
        ("Bản vẽ thiết kế", ""),
        ("", ""),
    ],
)
def test_titles_name_their_kind(title: str, kind: str) -> None:
    assert type_of(title, known_types()) == kind


def test_other_titles_are_the_same_only_letter_by_letter() -> None:
    known = known_types()
    one = type_of("Giấy xác nhận khuyết tật", known)

    assert one == type_of("giấy  xác nhận Khuyết tật", known) != ""
    assert one != type_of("Giấy xác nhận khuyết tật nặng", known)


def test_the_file_says_who_issues_a_paper_and_what_stands_in_for_it() -> None:
    certificate = next(one for one in known_types() if one.code == "birth_certificate")

    assert "1.001193" in certificate.issued_by
    assert database_for("birth_certificate") == "CSDL hộ tịch điện tử"
    assert database_for("nothing") == ""
