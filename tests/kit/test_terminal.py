# SPDX-License-Identifier: Apache-2.0
"""The terminal speaks its reader's language and survives losing its reader."""

from __future__ import annotations

import io

import pytest

from motcua.kit.terminal import Terminal, terminal_language


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "vi_VN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "vi_VN"}, "vi"),
    ],
)
def test_the_locale_variables_choose_the_language(environ: dict[str, str], language: str) -> None:
    assert terminal_language(environ) == language


def test_an_unknown_sentence_is_said_as_it_is() -> None:
    out = io.StringIO()

    Terminal(out, "vi").say("Nobody has translated %(what)s.", what="this")

    assert out.getvalue() == "Nobody has translated this.\n"


def test_an_empty_line_stays_empty_in_every_language() -> None:
    assert Terminal(io.StringIO(), "vi").text("") == ""


def test_a_sentence_of_ours_is_said_in_vietnamese() -> None:
    said = Terminal(io.StringIO(), "vi").text(
        "Port %(port)s is taken by another program; choose one with %(name)s=%(other)s.",
        port=1,
        name="PORT",
        other=2,
    )

    assert said.startswith("Cổng 1 ") and said.endswith("PORT=2.")


def test_a_stage_is_one_line_that_ends_with_its_seconds() -> None:
    out = io.StringIO()
    terminal = Terminal(out, "en")

    with terminal.stage("Working"):
        named = out.getvalue()

    assert named.rstrip() == "Working" and "\n" not in named
    assert out.getvalue().startswith("Working") and out.getvalue().endswith(" s\n")


def test_what_is_said_during_a_stage_has_its_own_line() -> None:
    out = io.StringIO()
    terminal = Terminal(out, "en")

    with terminal.stage("Working"):
        terminal.say("By the way.")

    lines = out.getvalue().splitlines()
    assert [line.strip() for line in lines[:2]] == ["Working", "By the way."]
    assert lines[2].endswith(" s") and len(lines) == 3


def test_a_terminal_that_has_gone_away_does_not_stop_the_work() -> None:
    class Gone(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    terminal = Terminal(Gone(), "en")

    with terminal.stage("Working"):
        terminal.say("Nobody hears this.")

    assert terminal.text("Still here") == "Still here"
