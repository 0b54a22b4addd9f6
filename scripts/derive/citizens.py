# SPDX-License-Identifier: Apache-2.0
"""Invented citizens and businesses that use the demonstration."""

from __future__ import annotations

from derive.names import Crowd, Person
from derive.tables import Folder, Row, fold

CITIZENS = (
    "personal_id,full_name,sex,born_on,commune_code,street,phone,email,eid_level,hero,source"
).split(",")
BUSINESSES = (
    "tax_code,name_vi,name_en,representative_id,commune_code,street,phone,email,founded_on,source"
).split(",")
SEED = 20260101
COUNT = 40
BORN = (1950, 2005)
TAX_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
HEROES = (
    (Person("Nguyễn Văn Minh", "M", "1992-04-05", "027092990201"), "09187", "12 đường Lý Thái Tổ"),
    (Person("Trần Thị Thu Hương", "F", "1994-09-21", "027194990202"), "09187", "Làng Viêm Xá"),
    (Person("Giáp Đình Khôi", "M", "1989-01-30", "024089990203"), "09190", "Tổ dân phố số 3"),
    (Person("Nghiêm Thị Ngọc Ánh", "F", "1997-06-17", "027197990204"), "09367", "9 phố Cổ Pháp"),
    (Person("Đỗ Bá Phúc", "M", "1958-12-08", "024058990205"), "07339", "Thôn Đồi Đỏ"),
    (Person("Ngọ Thị Yến", "F", "2002-02-14", "024302990206"), "07210", "Tổ dân phố số 5"),
)
FIRMS = (
    ("Công ty TNHH Mẫu Kinh Bắc", "Kinh Bac Sample Co., Ltd.", "2016-03-15"),
    ("Công ty Cổ phần Ví dụ Quan họ", "Quan Ho Example JSC", "2019-08-01"),
    ("Hợp tác xã Mẫu Lúa vàng", "Golden Rice Sample Cooperative", "2021-05-20"),
    ("Công ty TNHH Gốm Ví dụ Phù Lãng", "Phu Lang Example Ceramics Co., Ltd.", "2018-11-11"),
    ("Công ty TNHH Xây dựng Mẫu Sông Cầu", "Song Cau Sample Construction Co., Ltd.", "2023-02-02"),
)


def derive(shared: Folder, out: Folder) -> dict[str, int]:
    """Write demo/citizens.csv and demo/businesses.csv."""
    del shared
    communes = [row["code"] for row in out.rows("units/bac_ninh_communes.csv")]
    crowd = Crowd(out, SEED)
    people = [_citizen(person, code, street, n, True) for n, (person, code, street) in _heroes()]
    for number in range(len(people) + 1, COUNT + 1):
        person = crowd.person(*BORN)
        code = communes[crowd.below(len(communes))]
        street = f"Tổ dân phố số {1 + crowd.below(9)}"
        people.append(_citizen(person, code, street, number, False))
    firms = [_business(n, firm, people[n - 1]) for n, firm in enumerate(FIRMS, start=1)]
    return out.write_rows("demo/citizens.csv", CITIZENS, people) | out.write_rows(
        "demo/businesses.csv", BUSINESSES, firms
    )


def _heroes() -> list[tuple[int, tuple[Person, str, str]]]:
    return list(enumerate(HEROES, start=1))


def _citizen(person: Person, commune: str, street: str, number: int, hero: bool) -> Row:
    return {
        "personal_id": person.personal_id,
        "full_name": person.full_name,
        "sex": person.sex,
        "born_on": person.born_on,
        "commune_code": commune,
        "street": street,
        "phone": f"0900000{number:03d}",
        "email": f"{fold(person.full_name).replace(' ', '.')}.{number:02d}@example.vn",
        "eid_level": "2",
        "hero": "1" if hero else "0",
        "source": "synthetic",
    }


def _business(number: int, firm: tuple[str, str, str], citizen: Row) -> Row:
    name_vi, name_en, founded_on = firm
    return {
        "tax_code": tax_code(f"239999{number * 10:03d}"),
        "name_vi": name_vi,
        "name_en": name_en,
        "representative_id": citizen["personal_id"],
        "commune_code": citizen["commune_code"],
        "street": citizen["street"],
        "phone": f"0900001{number:03d}",
        "email": f"doanhnghiep{number}@example.vn",
        "founded_on": founded_on,
        "source": "synthetic",
    }


def tax_code(nine: str) -> str:
    """Return the first code from these nine digits on that has a check digit, with it.

    Source: Circular 105/2020/TT-BTC; a remainder of 0 gives no valid digit.
    """
    weighted = sum(int(digit) * weight for digit, weight in zip(nine, TAX_WEIGHTS, strict=True))
    check = 10 - weighted % 11
    return f"{nine}{check}" if 0 <= check < 10 else tax_code(f"{int(nine) + 1:09d}")
