# SPDX-License-Identifier: Apache-2.0
"""Invented officials of the demonstration: every step of every unit has somebody to take it."""

from __future__ import annotations

from collections.abc import Iterator

from derive.names import Crowd, Person, sign_in
from derive.tables import Folder, Row

COLUMNS = "sign_in,full_name,sex,unit_id,unit_code,role,title_vi,title_en,hero,source".split(",")
SEED = 20250701
BORN = (1968, 2001)
CENTRE, POINT = "BN-PVHCC", "BN-PVHCC-2"
STAFFED = {"office", "department", "board", "inspectorate"}
BRANCHES = {"BN-CA", "BN-THUE", "BN-HQ"}
TITLES = {
    ("counter", ""): ("Công chức tiếp nhận và trả kết quả", "Reception officer"),
    ("specialist", ""): ("Chuyên viên", "Specialist"),
    ("leader", "province"): ("Phó Giám đốc Sở", "Deputy Director"),
    ("leader", "office"): ("Phó Chánh Văn phòng", "Deputy Chief of Office"),
    ("leader", "board"): ("Phó Trưởng ban", "Deputy Head"),
    ("leader", "inspectorate"): ("Chánh Thanh tra", "Chief Inspector"),
    ("leader", "vertical"): ("Lãnh đạo đơn vị", "Head of unit"),
    ("leader", "commune"): ("Phó Chủ tịch Ủy ban nhân dân", "Vice Chair"),
    ("clerk", ""): ("Văn thư", "Records clerk"),
    ("director", ""): ("Giám đốc Trung tâm", "Director of the Centre"),
    ("configurator", ""): (
        "Chuyên viên kiểm soát thủ tục hành chính",
        "Officer for control of administrative procedures",
    ),
    ("operator", ""): ("Cán bộ vận hành hệ thống", "System operator"),
    ("unit_admin", ""): ("Quản trị tài khoản đơn vị", "Administrator of accounts"),
}
OFFICES = (
    (CENTRE, "director"),
    ("BN-VP", "configurator"),
    ("BN-THDL", "operator"),
    ("BN-SKHCN", "unit_admin"),
    (POINT, "counter"),
    ("BN-C09187", "unit_admin"),
    ("BN-C09187-PVHCC", "unit_admin"),
    ("BN-C09190", "unit_admin"),
    ("BN-C09190-PVHCC", "unit_admin"),
)
KINH_BAC_ADMIN = Person("Nguyễn Thị Thu Trang", "F", "1989-11-05", "027189000113")
VO_CUONG_ADMIN = Person("Ngô Đức Thắng", "M", "1986-03-22", "027086000114")
HEROES = {
    ("BN-C09187-PVHCC", "counter"): Person("Nguyễn Thị Lan", "F", "1990-03-12", "027190000101"),
    ("BN-C09187", "specialist"): Person("Ngô Văn Bình", "M", "1985-07-20", "027085000102"),
    ("BN-C09187", "leader"): Person("Trần Quốc Dũng", "M", "1976-11-02", "027076000103"),
    ("BN-C09187", "clerk"): Person("Lê Thu Hà", "F", "1993-05-28", "027193000104"),
    ("BN-C09190-PVHCC", "counter"): Person("Phạm Minh Đức", "M", "1991-01-15", "027091000105"),
    (CENTRE, "counter"): Person("Thân Thị Hồng", "F", "1988-09-09", "024188000106"),
    ("BN-SXD", "specialist"): Person("Giáp Văn Nam", "M", "1987-04-17", "024087000107"),
    ("BN-SXD", "leader"): Person("Đỗ Quang Huy", "M", "1974-08-30", "027074000108"),
    (CENTRE, "director"): Person("Vũ Thanh Mai", "F", "1978-12-24", "027178000109"),
    ("BN-VP", "configurator"): Person("Hoàng Anh Tuấn", "M", "1984-02-06", "024084000110"),
    ("BN-THDL", "operator"): Person("Đặng Hải Yến", "F", "1995-10-19", "027195000111"),
    ("BN-SKHCN", "unit_admin"): Person("Chu Thị Nga", "F", "1982-06-13", "024182000112"),
    ("BN-C09187", "unit_admin"): KINH_BAC_ADMIN,
    ("BN-C09187-PVHCC", "unit_admin"): KINH_BAC_ADMIN,
    ("BN-C09190", "unit_admin"): VO_CUONG_ADMIN,
    ("BN-C09190-PVHCC", "unit_admin"): VO_CUONG_ADMIN,
}


def derive(shared: Folder, out: Folder) -> dict[str, int]:
    """Write demo/officials.csv, in the order of units; a name is one person, whatever the posts."""
    del shared
    agencies = out.rows("units/agencies.csv")
    by_id = {row["id"]: row for row in agencies}
    crowd = Crowd(out, SEED)
    heroes = dict(HEROES)
    taken = {sign_in(p.full_name, p.personal_id, set()) for p in heroes.values()}
    rows = []
    for unit_id, role in _posts(agencies):
        hero = heroes.pop((unit_id, role), None)
        person = hero or crowd.person(*BORN)
        name = sign_in(person.full_name, person.personal_id, set() if hero else taken)
        taken.add(name)
        rows.append(_official(person, name, by_id[unit_id], role, bool(hero)))
    return out.write_rows("demo/officials.csv", COLUMNS, rows)


def _posts(agencies: list[Row]) -> Iterator[tuple[str, str]]:
    """Yield the posts: the counter stands at the unit's centre, the others in the unit."""
    yield from OFFICES
    for agency in agencies:
        commune = agency["level"] == "commune" and agency["kind"] == "people_committee"
        if commune or agency["kind"] in STAFFED or agency["id"] in BRANCHES:
            yield agency["one_stop_id"], "counter"
            for role in ("specialist", "leader", "clerk"):
                yield agency["id"], role


def _official(person: Person, name: str, agency: Row, role: str, hero: bool) -> Row:
    title_vi, title_en = _title(role, agency)
    return {
        "sign_in": name,
        "full_name": person.full_name,
        "sex": person.sex,
        "unit_id": agency["id"],
        "unit_code": agency["code"],
        "role": role,
        "title_vi": title_vi,
        "title_en": title_en,
        "hero": "1" if hero else "0",
        "source": "synthetic",
    }


def _title(role: str, agency: Row) -> tuple[str, str]:
    level = "commune" if agency["level"] == "commune" else "province"
    return next(TITLES[role, key] for key in (agency["kind"], level, "") if (role, key) in TITLES)
