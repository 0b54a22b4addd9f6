# SPDX-License-Identifier: Apache-2.0
"""Lists of papers out of national records."""

from __future__ import annotations

from typing import Any

import pytest

from motcua.rules.generation import papers
from motcua.rules.generation.papers import database_for
from tests.rules.generation.records import a_record


def a_document(name: str = "Đơn đề nghị", **more: Any) -> dict[str, Any]:
    return {"name": name, "role": "submit", "originals": 1, **more}


def is_required(document: dict[str, Any]) -> bool:
    return bool(papers(a_record(documents=[document]))[0]["required"])


def test_the_papers_keep_their_order_counts_and_roles() -> None:
    listed = papers(a_record())

    assert [(p["code"], p["role"], p["originals"], p["copies"]) for p in listed] == [
        ("p01", "submit", 1, 0),
        ("p02", "submit", 1, 0),
        ("p03", "present", 1, 0),
    ]


def test_a_name_the_record_cuts_shows_that_it_goes_on() -> None:
    titles = [paper["title"]["vi"] for paper in papers(a_record())]

    assert titles[1] == "Văn bản ủy quyền trong trường hợp ủy quyền…"
    assert titles[0] == "Giấy báo tử"


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (a_document(), True),
        (a_document(group="Giấy tờ phải nộp"), True),
        (a_document(group="1.3.1. Thành phần hồ sơ"), True),
        (a_document(group="Trường hợp ủy quyền thực hiện thủ tục"), False),
        (a_document("Danh sách thành viên (nếu có)"), False),
        (a_document("Trường hợp cấp lại thì nộp giấy phép cũ"), False),
        (a_document("Giấy phép đối với hàng hóa phải có giấy phép"), False),
        (a_document(role="present"), False),
    ],
)
def test_only_an_unconditional_paper_to_be_handed_in_is_required(
    document: dict[str, Any], expected: bool
) -> None:
    assert is_required(document) is expected


def test_a_paper_a_database_replaces_is_not_required() -> None:
    replaced = [
        {
            "document": "Giấy chứng nhận đăng ký doanh nghiệp",
            "database": "CSDL quốc gia về đăng ký doanh nghiệp",
        }
    ]
    record = a_record(
        documents=[a_document("Bản sao Giấy chứng nhận đăng ký doanh nghiệp")],
        documents_replaced_by_data=replaced,
    )

    (paper,) = papers(record)

    assert paper["replaced_by"] == "CSDL quốc gia về đăng ký doanh nghiệp"
    assert not paper["required"]


@pytest.mark.parametrize(
    ("name", "document", "expected"),
    [
        ("Hộ chiếu/Thẻ căn cước công dân", "Căn cước", True),
        ("Chứng minh nhân dân của người nộp", "Căn cước công dân", True),
        ("Trích lục giấy khai sinh", "Bản sao giấy khai sinh", True),
        ("Giấy đề nghị đăng ký doanh nghiệp", "Giấy chứng nhận đăng ký doanh nghiệp", False),
        ("Tờ khai đăng ký khai sinh theo mẫu", "Giấy khai sinh", False),
        ("Giấy chứng sinh", "Căn cước", False),
        (
            "Đơn của người đã nộp đủ hồ sơ theo quy định, ghi rõ số căn cước của mình",
            "Căn cước",
            False,
        ),
    ],
)
def test_a_paper_is_matched_by_what_it_is_not_by_what_it_mentions(
    name: str, document: str, expected: bool
) -> None:
    found = database_for(name, [{"document": document, "database": "CSDL"}])

    assert (found is not None) is expected


def test_a_record_without_documents_lists_none() -> None:
    assert papers(a_record(documents=None)) == []
