# SPDX-License-Identifier: Apache-2.0
"""Conditions on the answers of a form: what a procedure file says after `required_if`."""

from __future__ import annotations

from motcua.rules.conditions.answers import lookup
from motcua.rules.conditions.condition import Condition, Term
from motcua.rules.conditions.faults import ConditionError
from motcua.rules.conditions.parsing import parse
from motcua.rules.conditions.speech import Speech

__all__ = ["Condition", "ConditionError", "Speech", "Term", "lookup", "parse"]
