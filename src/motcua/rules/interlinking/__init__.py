# SPDX-License-Identifier: Apache-2.0
"""Interlinked procedures: one form made of several, its answers shared out, one state for all.

Source: Decree 63/2024/NĐ-CP (groups of birth and of death).
"""

from motcua.rules.interlinking.composing import composed
from motcua.rules.interlinking.members import Member, MemberError, parse
from motcua.rules.interlinking.sharing import answers_for, path_in_whole
from motcua.rules.interlinking.standing import Part, Standing, Whole, standing, whole

__all__ = [
    "Member",
    "MemberError",
    "Part",
    "Standing",
    "Whole",
    "answers_for",
    "composed",
    "parse",
    "path_in_whole",
    "standing",
    "whole",
]
