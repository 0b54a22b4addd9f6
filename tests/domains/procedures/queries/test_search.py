# SPDX-License-Identifier: Apache-2.0
"""Citizens find what they need, however they say or type it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from motcua.domains.procedures import queries

TODAY = date(2026, 11, 20)

pytestmark = pytest.mark.usefixtures("catalogue")


@pytest.fixture(autouse=True)
def fresh_snapshots() -> Iterator[None]:
    """Keep the index of the module's catalogue from test to test."""
    yield


BY_THE_WORDS_OF_THE_LAW = {
    "đăng ký khai sinh": "1.001193",
    "kết hôn": "1.000894",
    "đăng ký kết hôn": "1.000894",
    "kết hôn có yếu tố nước ngoài": "2.000806",
    "đăng ký lại khai sinh": "1.004884",
    "khai tử": "1.000656",
    "giám hộ": "1.004837",
    "cải chính hộ tịch": "1.004859",
    "nhận cha con": "1.001022",
    "nuôi con nuôi": "2.001263",
    "chứng thực": "2.000815",
    "chứng thực chữ ký": "2.000884",
    "di chúc": "2.001019",
    "trích lục": "2.000635",
    "hộ kinh doanh": "1.001612",
    "hợp tác xã": "1.005280",
    "giấy phép xây dựng nhà ở riêng lẻ": "1.013225",
    "cấp phép xây dựng": "1.013225",
    "chuyển nhượng đất": "1.013831",
    "tách thửa": "1.012784",
    "hòa giải tranh chấp đất đai": "1.012812",
    "khai thác nước dưới đất": "1.001662",
    "trợ cấp xã hội": "1.116909",
    "hưu trí xã hội": "1.014027",
    "hộ nghèo": "1.011607",
    "tạm trú": "1.004194",
    "căn cước": "1.014061",
    "hộ chiếu": "1.001456",
    "lý lịch tư pháp": "3.000333",
    "trợ cấp thất nghiệp": "1.001978",
    "bảo hiểm xã hội một lần": "1.001613",
    "giấy phép lao động": "1.014199",
    "cấp giấy phép kinh doanh vận tải bằng xe ô tô": "1.000703",
    "chứng chỉ hành nghề luật sư": "1.000828",
    "giấy phép môi trường": "1.010729",
    "thu hồi biển số": "1.013065",
    "lòng đường vỉa hè": "1.013274",
    "thành lập công ty": "2.001583",
}
WITHOUT_MARKS = {
    "dang ky khai sinh": "1.001193",
    "ket hon": "1.000894",
    "khai tu": "1.000656",
    "xac nhan tinh trang hon nhan": "1.004873",
    "chung thuc ban sao": "2.000815",
    "giay phep xay dung": "1.013225",
    "giay chung nhan quyen su dung dat": "1.013978",
    "dang ky tam tru": "1.004194",
    "ly lich tu phap": "3.000333",
    "ho chieu pho thong": "1.001456",
    "an toan thuc pham": "2.001827",
    "nhap quoc tich": "2.002039",
    "GIAY PHEP XAY DUNG": "1.013225",
}
MISTYPED = {
    "dang ky khai sin": "1.001193",
    "khia sinh": "1.001193",
    "đăng kí khai sinh": "1.001193",
    "dang ki ket hon": "1.000894",
    "đang ky ket hom": "1.000894",
    "ho kinh danh": "1.001612",
    "giay phep xay dungg": "1.013225",
    "chưng thực bản sao": "2.000815",
    "hoà giải tranh chấp đất": "1.012812",
    "tinh trang hon nhna": "1.004873",
}
IN_COMMON_SPEECH = {
    "làm giấy khai sinh": "1.001193",
    "lam giay khai sinh cho con": "1.001193",
    "mới sinh con": "1.001193",
    "cưới": "1.000894",
    "tôi muốn lấy vợ": "1.000894",
    "lấy chồng nước ngoài": "2.000806",
    "mất người thân": "1.000656",
    "bo mat": "1.000656",
    "giấy chứng tử": "1.000656",
    "độc thân": "1.004873",
    "sao y bản chính": "2.000815",
    "cong chung giay to": "2.000815",
    "ban sao giay khai sinh": "2.000635",
    "sổ đỏ": "1.013978",
    "sang tên sổ đỏ": "1.013831",
    "xây nhà": "1.013225",
    "xin phep xay nha o dau": "1.013225",
    "mở quán ăn": "1.001612",
    "giấy phép kinh doanh": "1.001612",
    "tro cap nguoi gia": "1.116909",
    "nguoi khuyet tat": "1.001699",
    "doi ten": "1.004859",
    "thai san": "2.000693",
    "mai táng phí": "1.116910",
    "sang tên xe": "1.013076",
    "khiếu nại": "2.002409",
    "gặp chủ tịch": "1.010945",
}
IN_ENGLISH = {
    "birth certificate": "1.001193",
    "marriage": "1.000894",
    "building permit": "1.013225",
    "certified copy": "2.000815",
}
SEARCHES = [
    *BY_THE_WORDS_OF_THE_LAW.items(),
    *WITHOUT_MARKS.items(),
    *MISTYPED.items(),
    *IN_COMMON_SPEECH.items(),
    *IN_ENGLISH.items(),
]


def codes(text: str, **rest) -> list[str]:
    return [card.code for card in queries.find(text, on=TODAY, **rest)]


@pytest.mark.parametrize(("text", "code"), SEARCHES)
def test_the_obvious_procedure_is_among_the_first_three(text: str, code: str) -> None:
    assert code in codes(text, limit=3)


def test_a_code_finds_its_procedure_first() -> None:
    assert codes("1.013225")[0] == "1.013225"


@pytest.mark.parametrize("text", ["xyzzy", "!!!", "'; DROP TABLE", "％", "\x00", "a" * 10_000])
def test_nonsense_finds_nothing_and_breaks_nothing(text: str) -> None:
    assert codes(text, limit=3) in ([], codes("", limit=3))


def test_decomposed_text_finds_the_same() -> None:
    assert codes("đăng ký kết hôn") == codes("đăng ký kết hôn")


def test_a_search_can_be_kept_to_a_level() -> None:
    found = queries.find("giấy phép xây dựng", on=TODAY, level="province", limit=50)

    assert found
    assert {card.level for card in found} <= {"province", "both"}


def test_a_search_can_be_kept_to_a_field() -> None:
    found = queries.find("đăng ký", on=TODAY, field="Hộ tịch", limit=100)

    assert len(found) > 20
    assert {card.field for card in found} == {"Hộ tịch"}


def test_pages_follow_one_another_without_gap_or_double() -> None:
    whole = codes("đăng ký", limit=45)
    first = queries.find("đăng ký", on=TODAY, limit=20)
    second = queries.find("đăng ký", on=TODAY, limit=25, after=first[-1].after)

    assert [card.code for card in (*first, *second)] == whole
    assert len(set(whole)) == 45


def test_without_text_all_open_procedures_are_listed() -> None:
    assert len(codes("", limit=5000)) == len(queries.open_codes(TODAY)) == 1958
    assert codes("", limit=5) == codes("   ", limit=5)


def test_every_field_is_counted() -> None:
    numbers = dict(queries.fields(on=TODAY))

    assert sum(numbers.values()) == 1958
    assert numbers["Hộ tịch"] == len(codes("", field="Hộ tịch", limit=5000))


def test_a_card_says_what_is_not_sure() -> None:
    card = queries.find("đăng ký khai sinh", on=TODAY)[0]

    assert card.source == "authored"
    assert "limit" in card.to_verify
    assert card.title["en"] == "Birth registration"


def test_a_search_asks_the_database_nothing(catalogue: None, django_assert_num_queries) -> None:
    codes("kết hôn")

    with django_assert_num_queries(0):
        codes("khai sinh")
