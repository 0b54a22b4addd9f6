# SPDX-License-Identifier: Apache-2.0
"""Generated configurations, one by one and the whole catalogue."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest

from motcua.rules import forms
from motcua.rules.generation import TO_VERIFY, choose, configure
from motcua.rules.generation.limits import minutes
from motcua.rules.workflow import StepKind, parse, problems, simulate
from motcua.rules.worktime import parse_limit
from tests.rules.generation.records import (
    a_record,
    lines,
    the_configured,
    the_processes,
    ways,
)

ROLES = ("counter", "specialist", "leader", "clerk")


def limit_of(configured: dict[str, Any]) -> int | None:
    limit = configured["limit"]
    return minutes(parse_limit(limit["legal"])) if limit else None


def faults(configured: dict[str, Any]) -> tuple[object, ...]:
    return problems(parse(configured["workflow"]), roles=ROLES, limit_minutes=limit_of(configured))


def test_a_well_known_procedure_leaves_nothing_to_verify() -> None:
    configured = configure(a_record(), process=None)

    assert configured["to_verify"] == []
    assert configured["source"] == "generated"
    assert configured["limit"] == {
        "legal": "3wd",
        "committed": "3wd",
        "committed_from": date(2025, 7, 1),
    }
    assert configured["online_level"] == "full"
    assert configured["routing"] == "LOCAL"
    assert configured["beyond_boundary"] is True
    assert configured["external_number"] is False
    assert configured["sources"] == ["163/QĐ-BTP"]
    assert configured["result"] == {
        "title": {"vi": "Trích lục khai tử", "en": "Trích lục khai tử"},
        "template": "certificate",
    }


def test_the_keys_are_those_of_a_procedure_file() -> None:
    assert list(configure(a_record(), process=None)) == [
        "code",
        "source",
        "valid_from",
        "title",
        "limit",
        "online_level",
        "routing",
        "beyond_boundary",
        "external_number",
        "to_verify",
        "sources",
        "form",
        "papers",
        "fees",
        "workflow",
        "result",
    ]


def test_code_and_name_alone_are_enough() -> None:
    configured = configure({"code": "1.000001", "name": "Thủ tục"}, process=None)

    assert faults(configured) == ()
    assert configured["limit"] is None
    assert configured["papers"][0]["code"] == "other"
    assert configured["result"]["title"]["vi"] == "Kết quả giải quyết thủ tục hành chính"
    assert configured["to_verify"] == ["limit", "papers", "fee", "online_level", "routing"]


@pytest.mark.parametrize(
    ("facts", "doubt"),
    [
        ({"submission": ways(("direct", 1, None)), "processing_time": None}, "limit"),
        ({"submission": ways(("direct", 1, "Ngày"), ("direct", 2, "Ngày"))}, "limit"),
        ({"documents": None}, "papers"),
        ({"document_fragments": 2}, "papers"),
        ({"fee_type": "fee"}, "fee"),
        ({"doubts": ["fee"]}, "fee"),
        ({"online_level": "unknown"}, "online_level"),
        ({"agencies": None}, "routing"),
        ({"doubts": ["name", "field"]}, "name"),
        ({"doubts": ["name", "field"]}, "field"),
    ],
)
def test_what_has_no_seen_source_is_to_be_verified(facts: dict[str, Any], doubt: str) -> None:
    assert doubt in configure(a_record(**facts), process=None)["to_verify"]


@pytest.mark.parametrize(
    "facts", [{"submission": None, "processing_time": None}, {"documents": None}]
)
def test_a_procedure_with_unknowns_is_not_end_to_end(facts: dict[str, Any]) -> None:
    configured = configure(a_record(**facts), process=None)

    assert configured["online_level"] == "partial"
    assert "online_level" in configured["to_verify"]


def test_each_channel_keeps_its_own_limit() -> None:
    record = a_record(submission=ways(("online", 2, "ngày làm việc"), ("direct", 3, "Ngày")))

    limit = configure(record, process=None)["limit"]

    assert limit["legal_by_channel"] == {"online": "2wd", "direct": "3d"}


def test_a_procedure_whose_record_tells_of_consultation_may_consult() -> None:
    record = a_record(phases=[{"phase": "submit"}, {"phase": "consult"}])

    definition = parse(configure(record, process=None)["workflow"])

    assert definition.steps["appraise"].consults


def test_a_result_whose_name_is_only_dots_has_no_name() -> None:
    configured = configure(a_record(results=[{"name": "..."}, {"name": "Giấy phép"}]), process=None)

    assert configured["result"]["title"]["vi"] == "Giấy phép"


def test_bac_ninhs_own_process_is_followed_hour_by_hour() -> None:
    record = next(r for r in lines("procedures.jsonl") if r["code"] == "1.009645")

    configured = configure(record, process=choose(the_processes("1.009645")))
    steps = configured["workflow"]["steps"]

    assert steps["appraise_2"]["minutes"] == 56 * 60
    assert steps["committee"]["minutes"] == 24 * 60
    assert "workflow" not in configured["to_verify"]
    assert faults(configured) == ()
    assert configured["sources"][1].endswith("(Tỉnh Bắc Ninh)")


def test_a_process_longer_than_the_limit_is_scaled_down_and_marked() -> None:
    record = next(r for r in lines("procedures.jsonl") if r["code"] == "1.000943")

    configured = configure(record, process=choose(the_processes("1.000943")))

    assert "workflow" in configured["to_verify"]
    assert faults(configured) == ()


def test_a_process_that_cannot_be_followed_leaves_the_template_and_no_source() -> None:
    process = {"parse_quality": "sum_mismatch", "steps": [], "decision": "1/QĐ-UBND"}

    configured = configure(a_record(), process=process)

    assert list(configured["workflow"]["steps"])[2] == "appraise"
    assert configured["sources"] == ["163/QĐ-BTP"]


def test_the_whole_catalogue_is_sound() -> None:
    processes: dict[str, list[dict[str, Any]]] = {}
    for process in lines("internal_processes.jsonl"):
        processes.setdefault(process.get("procedure_code", ""), []).append(process)
    counted: Counter[str] = Counter()

    for record in the_configured():
        process = choose(processes.get(record["code"], ()))
        configured = configure(record, process=process)
        assert faults(configured) == (), record["code"]
        forms.parse(configured["form"])
        assert set(configured["to_verify"]) <= set(TO_VERIFY)
        codes = [paper["code"] for paper in configured["papers"]]
        assert len(set(codes)) == len(codes) > 0
        walks = simulate(parse(configured["workflow"]))
        assert {walk.end for walk in walks} >= {StepKind.FINISHED, StepKind.WITHDRAWN}
        counted["all"] += 1
        counted["no limit"] += configured["limit"] is None
        counted["fitted"] += process is not None

    assert counted["all"] > 1900
    assert counted["no limit"] < counted["all"] / 2
    assert counted["fitted"] >= 25
