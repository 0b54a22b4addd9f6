# SPDX-License-Identifier: Apache-2.0
"""Short lists: banks, statuses, channels, online levels, fees, replaced papers, linked groups."""

from __future__ import annotations

from collections.abc import Sequence

from derive.tables import Folder, Row

BANKS = "bin,code,short_name,name_vi,swift,vietqr_transfer,lookup_supported,deprecated,source"
STATUSES = "code,name_vi,name_en,final,confidence,source"
CHANNELS = "code,name_vi,name_en,confidence,source"
ONLINE_LEVELS = "code,national_code,name_vi,name_en,legal_basis,confidence,source"
FEES = "code,form,amount,currency,amounts_in_text,suspicious,source"
REPLACED = "code,paper,database,database_owner,legal_document,legal_reference,issued_by,source"
GROUPS = (
    "group_id,group_name_vi,member_order,member_vi,member_code,executing_level,max_time,"
    "legal_basis,confidence,source"
)
LEVEL_CODES = {"toan_trinh": "full", "mot_phan": "partial", "cung_cap_thong_tin": "information"}


def derive(shared: Folder, out: Folder) -> dict[str, int]:
    """Write banks/napas.csv and the short lists of the catalogue."""
    scope = {r["code"] for r in shared.rows("procedures.csv") if r["province_scope"] == "1"}
    written: dict[str, int] = {}
    for name, columns, rows in (
        ("banks/napas.csv", BANKS, shared.rows("banks_napas_bin.csv")),
        ("catalogue/statuses.csv", STATUSES, shared.rows("dossier_status_codes.csv")),
        ("catalogue/channels.csv", CHANNELS, shared.rows("dossier_channels.csv")),
        ("catalogue/online_levels.csv", ONLINE_LEVELS, _online_levels(shared)),
        ("catalogue/fees.csv", FEES, _fees(shared, scope)),
        ("catalogue/replaced_papers.csv", REPLACED, _replaced(shared, scope)),
        ("catalogue/interlinked_groups.csv", GROUPS, shared.rows("interlinked_groups.csv")),
    ):
        chosen = columns.split(",")
        written |= out.write_rows(name, chosen, _only(rows, chosen))
    return written


def _only(rows: Sequence[Row], columns: Sequence[str]) -> list[Row]:
    return [{column: row[column] for column in columns} for row in rows]


def _online_levels(shared: Folder) -> list[Row]:
    return [
        row | {"code": LEVEL_CODES[row["code"]], "national_code": row["code"]}
        for row in shared.rows("online_levels.csv")
    ]


def _fees(shared: Folder, scope: set[str]) -> list[Row]:
    """Return the amounts found; `suspicious` marks data-entry errors of the source."""
    return [
        row | {"amount": row["structured_amount"]}
        for row in shared.rows("fees.csv")
        if row["code"] in scope
    ]


def _replaced(shared: Folder, scope: set[str]) -> list[Row]:
    """Return which paper of which procedure a database stands in for (Resolution 66.7/2025)."""
    return [
        row
        | {
            "paper": row["document_replaced"],
            "database": row["database_normalised"] or row["database"],
            "issued_by": row["issuing_resolution"],
        }
        for row in shared.rows("dossier_component_replacement_nq66_7.csv")
        if row["code"] in scope
    ]
