# SPDX-License-Identifier: Apache-2.0
"""Workflows of procedures: what a dossier may do next, and the status that follows from it."""

from __future__ import annotations

from motcua.rules.workflow.checks import Problem, longest_minutes, problems
from motcua.rules.workflow.definition import Definition, DefinitionError, Position, Step
from motcua.rules.workflow.drawing import diagram
from motcua.rules.workflow.engine import NotAllowedNow, allowed, clock, move, start, status
from motcua.rules.workflow.kinds import Clock, Status, StepKind
from motcua.rules.workflow.parsing import parse
from motcua.rules.workflow.simulation import Walk, simulate
from motcua.rules.workflow.titles import ACTION_TITLES, STATUS_TITLES

__all__ = [
    "ACTION_TITLES",
    "STATUS_TITLES",
    "Clock",
    "Definition",
    "DefinitionError",
    "NotAllowedNow",
    "Position",
    "Problem",
    "Status",
    "Step",
    "StepKind",
    "Walk",
    "allowed",
    "clock",
    "diagram",
    "longest_minutes",
    "move",
    "parse",
    "problems",
    "simulate",
    "start",
    "status",
]
