# SPDX-License-Identifier: Apache-2.0
"""What a dossier owes: pages, copies, caps, channels, periods and exemptions."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.rules.conditions import ConditionError
from motcua.rules.fees import Channel, FeeKind, FeeTableError, parse, quote

TODAY = date(2026, 7, 3)
TITLE = {"vi": "Phí chứng thực bản sao", "en": "Certified copy"}
CERTIFIED_COPY: dict[str, Any] = {
    "code": "certified_copy",
    "title": TITLE,
    "kind": "fee",
    "tiers": [
        {"from_page": 1, "to_page": 2, "amount_vnd": 2000},
        {"from_page": 3, "amount_vnd": 1000},
    ],
    "cap_vnd_per_copy": 200_000,
    "source": "226/2016/TT-BTC",
}
EXTRACT = {"code": "extract", "title": TITLE, "kind": "fee", "per": "copy", "amount_vnd": 8000}
BUSINESS = {"code": "business", "title": TITLE, "kind": "charge"}
BY_CHANNEL = [
    {**BUSINESS, "amount_vnd": 50_000, "channels": ["direct"]},
    {**BUSINESS, "amount_vnd": 150_000, "channels": ["online", "postal"]},
]


def total(table: list[dict[str, Any]], channel: int = 1, on: date = TODAY, **answers: Any) -> int:
    return quote(table, answers=answers, channel=channel, on=on).total_vnd


@pytest.mark.parametrize(
    ("pages", "copies", "vnd"),
    [
        (1, 1, 2_000),
        (2, 1, 4_000),
        (3, 1, 5_000),
        (10, 1, 12_000),
        (10, 3, 36_000),
        (198, 1, 200_000),
        (199, 1, 200_000),
        (500, 2, 400_000),
    ],
)
def test_certified_copies_cost_by_page_up_to_a_cap_for_each_copy(
    pages: int, copies: int, vnd: int
) -> None:
    assert total([CERTIFIED_COPY], pages=pages, copies=copies) == vnd


def test_several_documents_are_counted_one_by_one() -> None:
    table = [{**CERTIFIED_COPY, "each": "documents"}]
    documents = [{"pages": 1, "copies": 2}, {"pages": 300, "copies": 1}]

    assert total(table, documents=documents) == 2 * 2_000 + 200_000


def test_pages_and_copies_may_stand_under_other_names() -> None:
    table = [{**CERTIFIED_COPY, "pages_from": "paper.sheets", "copies_from": "wanted"}]

    assert total(table, paper={"sheets": 3}, wanted=2) == 10_000


@pytest.mark.parametrize("odd", [None, 0, -4, "12", True, 1.5, [3], {}])
def test_whatever_is_no_number_of_copies_counts_one(odd: object) -> None:
    assert total([EXTRACT], copies=odd) == 8_000


def test_an_extract_costs_by_copy() -> None:
    assert total([EXTRACT], copies=3) == 24_000


@pytest.mark.parametrize(("channel", "vnd"), [(1, 50_000), (2, 150_000), (3, 150_000)])
def test_the_channel_chooses_the_row(channel: int, vnd: int) -> None:
    assert total(BY_CHANNEL, channel=channel) == vnd


def test_a_row_holds_until_the_day_before_its_end() -> None:
    old = {**EXTRACT, "amount_vnd": 5000, "valid_to": "2026-07-03"}
    new = {**EXTRACT, "valid_from": TODAY}

    assert total([old, new], on=date(2026, 7, 2)) == 5_000
    assert total([old, new], on=TODAY) == 8_000


def test_an_exempt_person_owes_nothing_and_reads_why() -> None:
    row = {
        **EXTRACT,
        "exempt_if": {"eq": ["poor_household", True]},
        "exempt_reason": {"vi": "Hộ nghèo", "en": "Poor household"},
    }

    exempt = quote([row], answers={"poor_household": True, "copies": 9}, channel=2, on=TODAY)
    paying = quote([row], answers={"poor_household": False}, channel=2, on=TODAY)

    assert [(line.amount_vnd, line.exempt_reason) for line in exempt.lines] == [(0, "Hộ nghèo")]
    assert [(line.amount_vnd, line.exempt_reason) for line in paying.lines] == [(8_000, None)]


def test_a_quote_keeps_fees_and_charges_apart() -> None:
    found = quote([CERTIFIED_COPY, *BY_CHANNEL], answers={}, channel=1, on=TODAY)

    assert [(line.code, line.kind, line.amount_vnd) for line in found.lines] == [
        ("certified_copy", FeeKind.FEE, 2_000),
        ("business", FeeKind.CHARGE, 50_000),
    ]
    assert found.total_vnd == 52_000
    assert found.lines[0].title["vi"] == "Phí chứng thực bản sao"
    assert found.lines[0].source == "226/2016/TT-BTC"


def test_a_procedure_without_rows_costs_nothing() -> None:
    assert quote([], answers={}, channel=1, on=TODAY).lines == ()


def test_channels_are_those_of_the_national_portal() -> None:
    assert [(channel.name, channel.value) for channel in Channel] == [
        ("DIRECT", 1),
        ("ONLINE", 2),
        ("POSTAL", 3),
    ]


@given(st.integers(1, 400), st.integers(1, 50))
def test_one_more_page_or_copy_never_costs_less(pages: int, copies: int) -> None:
    price = total([CERTIFIED_COPY], pages=pages, copies=copies)

    assert price <= total([CERTIFIED_COPY], pages=pages + 1, copies=copies)
    assert price < total([CERTIFIED_COPY], pages=pages, copies=copies + 1)
    assert price <= copies * 200_000


WRONG: dict[str, Any] = {
    "no list": {"code": "x"},
    "no mapping": ["x"],
    "no code": [{**EXTRACT, "code": ""}],
    "an unknown key": [{**EXTRACT, "amount": 3}],
    "no kind": [{**EXTRACT, "kind": "tax"}],
    "no English title": [{**EXTRACT, "title": {"vi": "Phí"}}],
    "no amount": [{key: value for key, value in EXTRACT.items() if key != "amount_vnd"}],
    "a negative amount": [{**EXTRACT, "amount_vnd": -1}],
    "an amount of text": [{**EXTRACT, "amount_vnd": "8000"}],
    "an amount of true": [{**EXTRACT, "amount_vnd": True}],
    "a fraction of a dong": [{**EXTRACT, "amount_vnd": 0.5}],
    "an endless amount": [{**EXTRACT, "amount_vnd": 10**13}],
    "an unknown unit": [{**EXTRACT, "per": "kilo"}],
    "an unknown channel": [{**EXTRACT, "channels": ["fax"]}],
    "no channel": [{**EXTRACT, "channels": []}],
    "a channel that is none": [{**EXTRACT, "channels": [["direct"]]}],
    "a cap without pages": [{**EXTRACT, "cap_vnd_per_copy": 5}],
    "an impossible date": [{**EXTRACT, "valid_to": "2026-02-30"}],
    "a date of numbers": [{**EXTRACT, "valid_from": 2026}],
    "tiers and an amount": [{**CERTIFIED_COPY, "amount_vnd": 5}],
    "tiers by copy": [{**CERTIFIED_COPY, "per": "copy"}],
    "no tier": [{**CERTIFIED_COPY, "tiers": []}],
    "tiers from page 2": [{**CERTIFIED_COPY, "tiers": [{"from_page": 2, "amount_vnd": 5}]}],
    "tiers that end": [
        {**CERTIFIED_COPY, "tiers": [{"from_page": 1, "to_page": 2, "amount_vnd": 5}]}
    ],
    "tiers with a gap": [
        {
            **CERTIFIED_COPY,
            "tiers": [
                {"from_page": 1, "to_page": 2, "amount_vnd": 5},
                {"from_page": 4, "amount_vnd": 5},
            ],
        }
    ],
    "a tier without amount": [{**CERTIFIED_COPY, "tiers": [{"from_page": 1}]}],
    "a tier backwards": [
        {**CERTIFIED_COPY, "tiers": [{"from_page": 1, "to_page": 0, "amount_vnd": 5}]}
    ],
    "a tier after the last": [
        {
            **CERTIFIED_COPY,
            "tiers": [{"from_page": 1, "amount_vnd": 5}, {"from_page": 3, "amount_vnd": 5}],
        }
    ],
    "the same fee twice": [EXTRACT, {**EXTRACT, "channels": ["online"]}],
    "overlapping periods": [
        {**EXTRACT, "valid_to": "2026-08-01"},
        {**EXTRACT, "valid_from": "2026-07-01"},
    ],
}


@pytest.mark.parametrize("table", WRONG.values(), ids=WRONG.keys())
def test_a_table_that_cannot_be_counted_with_is_refused(table: Any) -> None:
    with pytest.raises(FeeTableError):
        parse(table)


def test_a_malformed_exemption_is_refused() -> None:
    with pytest.raises(ConditionError):
        parse([{**EXTRACT, "exempt_if": {"is": ["poor", True]}}])


def test_the_error_names_the_row_and_the_key() -> None:
    with pytest.raises(FeeTableError, match="the fee “extract” the key “kind”"):
        parse([{**EXTRACT, "kind": "tax"}])
