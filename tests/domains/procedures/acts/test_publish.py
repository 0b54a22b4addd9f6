# SPDX-License-Identifier: Apache-2.0
"""A sound file becomes the next version; a faulty one is refused with its reasons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from motcua.domains.procedures import queries
from motcua.domains.procedures.acts.publish import Repealed, Unchanged, Unsound, publish
from motcua.domains.procedures.models import Procedure, ProcedureVersion
from motcua.kit.access import GUEST, Actor, NotPermitted
from motcua.kit.faults import NotFound
from motcua.kit.models import AuditEntry, OutboxEvent
from tests.domains.procedures.conftest import CODE, NOW

TODAY = date(2026, 11, 20)

Config = dict[str, Any]

FEE = {
    "code": "permit",
    "title": {"vi": "Lệ phí", "en": "Charge"},
    "kind": "charge",
    "amount_vnd": 75_000,
    "valid_from": "2017-01-01",
    "source": "1/NQ-HĐND",
}

WORDS = {"vi": "Mục", "en": "Field"}
SCAN = {"name": "by_proxy", "kind": "file", "paper": "proxy", "label": WORDS}
ROWS = {"name": "by_proxy", "kind": "group", "label": WORDS}


def put(actor: Actor, config: Config, key: UUID | None = None) -> int:
    return publish(actor=actor, at=NOW, key=key or uuid4(), config=config)


def test_lists_promise_the_province_s_own_limit_from_its_day_on(
    procedure: str, configurator: Actor, config: Config
) -> None:
    put(configurator, config)

    card = queries.find(CODE, on=TODAY)[0]

    assert card.limit_on(date(2025, 12, 31)) == "5wd"
    assert card.limit_on(date(2026, 1, 1)) == "3wd"


def test_a_published_version_reads_back_as_it_was_written(
    procedure: str, configurator: Actor, config: Config
) -> None:
    version = queries.version(put(configurator, config))

    assert (version.code, version.number, version.source) == (CODE, 1, "authored")
    assert version.title == {"vi": "Cấp giấy phép thử", "en": "Trial permit"}
    assert str(version.limit) == "5wd"
    assert str(version.terms.on(date(2025, 12, 31))) == "5wd"
    assert str(version.terms.on(date(2026, 1, 1))) == "3wd"
    assert version.terms.promised(date(2025, 12, 31)) is None
    assert [field.name for page in version.form.pages for field in page.fields] == [
        "applicant_name",
        "by_proxy",
    ]
    assert version.workflow.start == "submitted"
    assert version.end_to_end


def test_a_paper_is_required_when_its_condition_holds(
    procedure: str, configurator: Actor, config: Config
) -> None:
    request, proxy = queries.version(put(configurator, config)).papers

    assert request.is_required({})
    assert proxy.is_required({"by_proxy": True})
    assert not proxy.is_required({"by_proxy": False})


def test_the_next_version_closes_the_one_before(
    procedure: str, configurator: Actor, config: Config
) -> None:
    first = put(configurator, config)

    second = put(configurator, {**config, "beyond_boundary": False})

    assert queries.version(second).number == 2
    assert queries.current(CODE, TODAY).id == second
    assert queries.current(CODE, TODAY - timedelta(days=1)).id == first
    assert not queries.is_open(queries.version(first), TODAY)
    assert queries.is_open(queries.version(second), TODAY)


def test_a_version_that_begins_later_leaves_the_present_one_open_until_then(
    procedure: str, configurator: Actor, config: Config
) -> None:
    first = put(configurator, config)
    second = put(configurator, {**config, "beyond_boundary": False, "valid_from": date(2027, 1, 1)})

    assert queries.current(CODE, date(2026, 12, 31)).id == first
    assert queries.current(CODE, date(2027, 1, 1)).id == second


def test_the_same_command_twice_makes_one_version(
    procedure: str, configurator: Actor, config: Config
) -> None:
    key = uuid4()

    assert put(configurator, config, key) == put(configurator, config, key)
    assert ProcedureVersion.objects.count() == 1
    assert OutboxEvent.objects.filter(topic="ProcedurePublished").count() == 1


def test_publication_is_in_the_log(procedure: str, configurator: Actor, config: Config) -> None:
    put(configurator, config)

    entry = AuditEntry.objects.get(chain=f"procedure:{CODE}")

    assert entry.payload["number"] == 1
    assert entry.post == "configurator@H05.01"


def test_an_unchanged_file_is_refused(procedure: str, configurator: Actor, config: Config) -> None:
    put(configurator, config)

    with pytest.raises(Unchanged, match="1"):
        put(configurator, config)


@pytest.mark.parametrize("statement", ["update", "delete"])
def test_the_database_refuses_to_touch_a_version(
    procedure: str, configurator: Actor, config: Config, statement: str
) -> None:
    rows = ProcedureVersion.objects.filter(id=put(configurator, config))

    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(title_vi="x") if statement == "update" else rows._raw_delete("default")


def spoilt(path: str, value: object) -> Callable[[Config], None]:
    """Return what puts a value at a dotted path of a file."""

    def spoil(config: Config) -> None:
        *parents, last = path.split(".")
        place: Any = config
        for name in parents:
            place = place[int(name)] if name.isdigit() else place[name]
        if value is None:
            del place[last]
        else:
            place[last] = value

    return spoil


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (spoilt("workflow.steps.appraise.actions", {}), "can never be finished"),
        (spoilt("workflow.steps.approve.actions", {"approve": "nowhere"}), "does not exist"),
        (spoilt("workflow.steps.appraise.role", "wizard"), "unknown role"),
        (spoilt("workflow.steps.appraise.minutes", 1300), "working minutes"),
        (spoilt("workflow.start", "moon"), "starts at"),
        (spoilt("workflow", None), "missing or of another kind"),
        (spoilt("workflow.steps.appraise.consults", ["H99.9"]), "H99.9"),
        (spoilt("title", "Trial permit"), "missing or of another kind"),
        (spoilt("beyond_boundary", "yes"), "missing or of another kind"),
        (spoilt("channels", ["pigeon"]), "pigeon"),
        (spoilt("valid_from", "tomorrow"), "is not a date"),
        (spoilt("limit", "5wd"), "mapping of legal"),
        (spoilt("result.fields", ["nothing"]), "nothing"),
        (spoilt("limit.legal", "5 days"), "is not a time limit"),
        (spoilt("limit.committed", "8wd"), "longer than the legal one"),
        (spoilt("limit", None), "not offered end to end"),
        (spoilt("online_level", "mostly"), "is not one of"),
        (spoilt("title.vi", ""), "no Vietnamese title"),
        (spoilt("papers.0.code", "proxy"), "stands twice"),
        (spoilt("papers.1.required_if", {"eq": ["ghost", 1]}), "ghost"),
        (spoilt("papers.1.required_if", {"perhaps": 1}), "perhaps"),
        (spoilt("form.pages.0.fields.0.kind", "riddle"), "riddle"),
        (spoilt("form.pages.0.fields", [SCAN]), "the list has too"),
        (spoilt("form.pages.0.fields", [ROWS | {"fields": [SCAN]}]), "the list has too"),
        (spoilt("form.pages.0.fields", [ROWS | {"fields": [ROWS]}]), "group"),
        (spoilt("form.pages.0.fields", [SCAN | {"max_files": 21}]), "20"),
        (spoilt("fees", [{"code": "x"}]), "x"),
        (spoilt("fees", [FEE | {"exempt_if": {"eq": ["poor", True]}}]), "poor"),
        (
            spoilt("fees", [FEE | {"per": "copy", "each": "documents", "copies_from": "copies"}]),
            "documents",
        ),
    ],
)
def test_an_unsound_file_is_refused_with_its_reason(
    procedure: str,
    configurator: Actor,
    config: Config,
    spoil: Callable[[Config], None],
    said: str,
) -> None:
    spoil(config)

    with pytest.raises(Unsound) as refusal, translation.override("en"):
        put(configurator, config)

    assert said in str(refusal.value)
    assert not ProcedureVersion.objects.exists()


def test_all_reasons_are_told_at_once(procedure: str, configurator: Actor, config: Config) -> None:
    config["limit"]["legal"] = "soon"
    config["papers"][0]["originals"] = -1

    with pytest.raises(Unsound) as refusal:
        put(configurator, config)

    assert [problem.part for problem in refusal.value.problems] == ["papers", "limit"]


def test_only_a_configurator_publishes_and_only_what_is_in_the_catalogue(
    procedure: str, configurator: Actor, config: Config
) -> None:
    with pytest.raises(NotPermitted):
        put(GUEST, config)
    with pytest.raises(NotFound):
        put(configurator, {**config, "code": "8.000000"})


def test_a_repealed_procedure_is_not_published_again(
    procedure: str, configurator: Actor, config: Config
) -> None:
    Procedure.objects.filter(code=CODE).update(repealed_by="2/QĐ-UBND")

    with pytest.raises(Repealed, match="2/QĐ-UBND"):
        put(configurator, config)


def test_steps_keep_the_order_in_which_they_were_written(
    procedure: str, configurator: Actor, config: Config
) -> None:
    version = queries.version(put(configurator, config))

    assert [step.name for step in version.workflow.authored()] == list(config["workflow"]["steps"])
