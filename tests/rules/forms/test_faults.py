# SPDX-License-Identifier: Apache-2.0
"""Every fault has its sentence."""

from __future__ import annotations

import re
from pathlib import Path

from motcua.rules.forms import Fault, Text
from motcua.rules.forms.definition import SENTENCES as DEFINITION_SENTENCES
from motcua.rules.forms.faults import SENTENCES

SOURCE = Path(__file__).parents[3] / "src" / "motcua" / "rules" / "forms"
OUTSIDE = {"paper_missing", "required", "must_tick", "file_refused", "no_file"}


def source() -> str:
    return "\n".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))


def test_every_code_that_is_raised_has_a_sentence_and_no_sentence_is_idle() -> None:
    raised = set(re.findall(r'Refused\("(\w+)"', source()))
    raised |= set(re.findall(r'Fault\([^"()]*"(\w+)"', source()))
    raised |= {"whole_number", "money", "wrong_shape"}

    assert raised | OUTSIDE == set(SENTENCES)


def test_every_mistake_of_a_definition_has_a_sentence_and_no_sentence_is_idle() -> None:
    raised = set(re.findall(r'DefinitionError\([^,]+,\s*"(\w+)"', source()))

    assert raised == set(DEFINITION_SENTENCES)


def test_a_fault_is_said_in_the_readers_language() -> None:
    fault = Fault("a", "date_before_other", {"other": Text("Ngày sinh", "Date of birth")})
    vietnamese = {fault.sentence: "Ngày này không được trước “%(other)s”."}

    assert fault.say() == "This date must not be before “Date of birth”."
    assert fault.say(vietnamese.__getitem__, "vi") == "Ngày này không được trước “Ngày sinh”."
    assert fault.sentence % fault.params == "This date must not be before “Ngày sinh”."
