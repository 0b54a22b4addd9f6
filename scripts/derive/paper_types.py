# SPDX-License-Identifier: Apache-2.0
"""Kinds of paper that several procedures ask for: what stands in for each, and who issues it.

The kinds and the words they are known by are chosen by hand; databases come from the annex of
Resolution 66.7/2025/NQ-CP, issuing procedures from the results of the national catalogue.
"""

from __future__ import annotations

from collections import Counter

from derive.tables import Folder, Row, fold

COLUMNS = "code,title,words,database,replacement_rows,procedures_replaced,issued_by,source"

KINDS = (
    ("birth_certificate", "Giấy khai sinh",
     "giấy khai sinh|trích lục khai sinh|trích lục giấy khai sinh"),
    ("birth_notice", "Giấy chứng sinh", "giấy chứng sinh"),
    ("marriage_certificate", "Giấy chứng nhận kết hôn",
     "giấy chứng nhận kết hôn|giấy đăng ký kết hôn|trích lục kết hôn|trích lục ghi chú kết hôn"),
    ("marital_status", "Giấy xác nhận tình trạng hôn nhân",
     "giấy xác nhận tình trạng hôn nhân|văn bản xác nhận tình trạng hôn nhân"),
    ("death_extract", "Trích lục khai tử", "trích lục khai tử|giấy chứng tử"),
    ("death_notice", "Giấy báo tử", "giấy báo tử"),
    ("identity_card", "Thẻ căn cước",
     "căn cước công dân|thẻ căn cước|giấy chứng nhận căn cước|căn cước|chứng minh nhân dân"),
    ("residence", "Giấy tờ về cư trú", "sổ hộ khẩu|hộ khẩu|giấy xác nhận thông tin về cư trú"),
    ("enterprise_registration", "Giấy chứng nhận đăng ký doanh nghiệp",
     "giấy chứng nhận đăng ký doanh nghiệp|giấy chứng nhận đăng ký kinh doanh"),
    ("cooperative_registration", "Giấy chứng nhận đăng ký hợp tác xã",
     "giấy chứng nhận đăng ký hợp tác xã"),
    ("household_business_registration", "Giấy chứng nhận đăng ký hộ kinh doanh",
     "giấy chứng nhận đăng ký hộ kinh doanh"),
    ("land_certificate", "Giấy chứng nhận quyền sử dụng đất",
     "giấy chứng nhận quyền sử dụng đất|giấy chứng nhận đã cấp|giấy tờ về sử dụng đất"
     "|giấy tờ hợp pháp về đất đai"),
    ("building_permit", "Giấy phép xây dựng", "giấy phép xây dựng"),
    ("vehicle_registration", "Giấy chứng nhận đăng ký xe", "giấy chứng nhận đăng ký xe"),
    ("driving_licence", "Giấy phép lái xe", "giấy phép lái xe"),
    ("criminal_record", "Phiếu lý lịch tư pháp", "phiếu lý lịch tư pháp"),
    ("health_certificate", "Giấy khám sức khỏe", "giấy khám sức khỏe|giấy khám sức khoẻ"),
    ("health_card", "Thẻ bảo hiểm y tế", "thẻ bảo hiểm y tế"),
)  # fmt: skip


def derive(shared: Folder, out: Folder) -> dict[str, int]:
    """Write catalogue/paper_types.csv."""
    replaced = shared.rows("dossier_component_replacement_nq66_7.csv")
    results = [
        (record["code"], fold(result.get("name") or ""))
        for record in out.records("catalogue/procedures.jsonl")
        for result in record.get("results", ())
    ]
    rows = [_row(kind, replaced, results) for kind in KINDS]
    return out.write_rows("catalogue/paper_types.csv", COLUMNS.split(","), rows)


def _row(kind: tuple[str, str, str], replaced: list[Row], results: list[tuple[str, str]]) -> Row:
    code, title, words = kind
    folded = [fold(word) for word in words.split("|")]
    hits = [
        row for row in replaced if any(word in fold(row["document_replaced"]) for word in folded)
    ]
    databases = Counter(
        row["database_normalised"] or row["database"] for row in hits if _alone(row)
    )
    issued_by = sorted({number for number, name in results if _is_issued(name, folded)})
    return {
        "code": code,
        "title": title,
        "words": "|".join(folded),
        "database": databases.most_common(1)[0][0] if databases else "",
        "replacement_rows": str(len(hits)),
        "procedures_replaced": str(len({row["code"] for row in hits})),
        "issued_by": " ".join(issued_by),
        "source": "real" if hits else "synthetic",
    }


def _alone(row: Row) -> bool:
    """Leave out rows that name several papers: which database is whose they do not say."""
    return ";" not in row["document_replaced"] and "," not in row["document_replaced"][:60]


def _is_issued(result: str, words: list[str]) -> bool:
    """Say whether a result is the paper itself and not a text about it."""
    start = result.removeprefix("ban sao ").removeprefix("cap ").removeprefix("ban chinh ")
    return any(start.startswith(word) for word in words)
