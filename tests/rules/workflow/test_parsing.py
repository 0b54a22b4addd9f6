# SPDX-License-Identifier: Apache-2.0
"""Reading a workflow from a mapping."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.rules.workflow import Definition, DefinitionError, StepKind, parse
from tests.rules.workflow.builders import a_step, a_workflow


def test_a_step_keeps_what_was_written() -> None:
    step = parse(a_workflow()).steps["appraise"]

    assert step.kind is StepKind.PROCESSING
    assert (step.role, step.minutes, step.consults) == ("specialist", 600, True)
    assert step.title == {"vi": "Bước processing", "en": "Step processing"}
    assert step.actions == {"propose": "approve", "request_payment": "money"}


def test_the_side_exits_are_always_present() -> None:
    steps = parse(a_workflow()).steps

    assert {"supplement", "refused", "withdrawn", "stopped"} <= set(steps)


def test_the_units_to_consult_are_remembered() -> None:
    workflow = a_workflow(appraise=a_step("processing", consults=["H05.12", "H05.14"]))

    step = parse(workflow).steps["appraise"]

    assert step.consults
    assert step.consulted == ("H05.12", "H05.14")


def test_an_empty_list_consults_nobody() -> None:
    workflow = a_workflow(appraise=a_step("processing", consults=[]))

    assert not parse(workflow).steps["appraise"].consults


def test_a_definition_cannot_be_changed() -> None:
    definition = parse(a_workflow())

    with pytest.raises(TypeError):
        definition.steps["extra"] = definition.steps["intake"]  # type: ignore[index]
    with pytest.raises(AttributeError):
        definition.start = "done"  # type: ignore[misc]


def test_changing_the_source_afterwards_changes_nothing() -> None:
    source = a_workflow()
    definition = parse(source)

    source["steps"]["intake"]["actions"]["receive"] = "done"

    assert definition.steps["intake"].actions == {"receive": "registered"}


def test_equal_texts_of_two_definitions_are_one_object() -> None:
    name = "".join(["app", "raise"])
    title = "".join(["Bước ", "processing"])
    one, two = (
        parse(a_workflow(**{name: a_step("processing", title={"vi": title + ""})}))
        for _ in range(2)
    )

    assert one.steps["appraise"].title["vi"] is two.steps["appraise"].title["vi"]
    assert one.steps["appraise"].name is two.steps["appraise"].name


@pytest.mark.parametrize(
    ("workflow", "sentence"),
    [
        ([], "must be a mapping"),
        ({"start": "a", "steps": []}, "must be a mapping"),
        ({"start": "a"}, "has no steps"),
        ({"start": "a", "steps": {}}, "has no steps"),
        (a_workflow() | {"start": "nowhere"}, "not one of its steps"),
        (a_workflow() | {"start": ["intake"]}, "not one of its steps"),
        (a_workflow() | {"start": "refused"}, "not one of its steps"),
        (a_workflow(refused=a_step("finished")), "reserved"),
        (a_workflow(appraise="later"), "must be a mapping"),
        (a_workflow(appraise=a_step("appraisal")), "unknown kind “appraisal”"),
        (a_workflow(appraise=a_step("supplement")), "unknown kind “supplement”"),
        (a_workflow(appraise=a_step("processing") | {"kind": None}), "unknown kind"),
        (a_workflow(appraise=a_step("processing", role=7)), "must be a name"),
        (a_workflow(appraise=a_step("processing", role="Một cửa")), "must be a name"),
        (a_workflow(appraise=a_step("processing", minutes=-1)), "whole number"),
        (a_workflow(appraise=a_step("processing", minutes=True)), "whole number"),
        (a_workflow(appraise=a_step("processing", minutes=1.5)), "whole number"),
        (a_workflow(appraise=a_step("processing", title={"en": "Only"})), "Vietnamese title"),
        (a_workflow(appraise=a_step("processing", title={"vi": 3})), "Vietnamese title"),
        (a_workflow(appraise=a_step("processing", title="Thẩm định")), "Vietnamese title"),
        (a_workflow(appraise=a_step("processing", actions=["propose"])), "must be a mapping"),
        (a_workflow(appraise=a_step("processing", actions={True: "done"})), "cannot be a name"),
        (a_workflow(appraise=a_step("processing", actions={"go": None})), "cannot be a name"),
        (a_workflow(appraise=a_step("processing", consults="xd")), "true, false or a list"),
        (a_workflow(appraise=a_step("processing", consults=[3])), "true, false or a list"),
        (a_workflow(appraise=a_step("processing", hours=4)), "unknown key “hours”"),
        (a_workflow(**{"a step": a_step("processing")}), "cannot be a name"),
        (a_workflow(**{"x" * 61: a_step("processing")}), "cannot be a name"),
        (a_workflow(**{f"s{n}": a_step("processing") for n in range(100)}), "at most 100"),
    ],
)
def test_what_has_not_the_shape_of_a_workflow_is_refused(workflow: Any, sentence: str) -> None:
    with pytest.raises(DefinitionError, match=sentence):
        parse(workflow)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)


@given(
    st.dictionaries(
        st.sampled_from(["kind", "role", "minutes", "title", "actions", "consults"]), _JSON
    )
)
def test_any_mapping_is_either_read_or_refused(step: dict[str, Any]) -> None:
    try:
        read = parse({"start": "a", "steps": {"a": step}})
    except DefinitionError as error:
        assert str(error)
    else:
        assert isinstance(read, Definition)
