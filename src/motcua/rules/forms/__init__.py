# SPDX-License-Identifier: Apache-2.0
"""Forms: what a procedure asks, what a person answered, and what is wrong with the answers."""

from __future__ import annotations

from motcua.rules.forms.checking import Checked, check
from motcua.rules.forms.definition import DefinitionError
from motcua.rules.forms.faults import Fault
from motcua.rules.forms.form import Field, Form, Page
from motcua.rules.forms.kinds import KINDS
from motcua.rules.forms.kinds.kind import Input, Json, Lookups, Option, Privacy
from motcua.rules.forms.parsing import parse
from motcua.rules.forms.reading import read, replace_page
from motcua.rules.forms.texts import Text

__all__ = [
    "KINDS",
    "Checked",
    "DefinitionError",
    "Fault",
    "Field",
    "Form",
    "Input",
    "Json",
    "Lookups",
    "Option",
    "Page",
    "Privacy",
    "Text",
    "check",
    "parse",
    "read",
    "replace_page",
]
