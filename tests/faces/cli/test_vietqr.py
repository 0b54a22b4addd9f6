# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.faces.cli.__main__ import main
from motcua.rules.vietqr import crc, parse

ACCOUNT = ("vietqr", "--bin", "970403", "--account", "0011012345678")


def test_the_text_of_the_code_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ACCOUNT, "--amount", "180000", "--purpose", "Phí hộ tịch"]) == 0

    text = capsys.readouterr().out.strip()
    assert text[-4:] == crc(text[:-4])
    assert (parse(text).amount_vnd, parse(text).purpose) == (180_000, "Phi ho tich")


def test_a_card_is_paid_as_a_card(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["vietqr", "--bin", "970403", "--account", "9704031101234567", "--card"]) == 0

    assert capsys.readouterr().out.strip().endswith("4F52")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--amount", "0"], "from 1"),
        (["--amount", "-5"], "from 1"),
        (["--amount", "9" * 30], "from 1"),
        (["--amount", "18k"], "whole number"),
        (["--purpose", "a" * 26], "26 characters"),
        (["--card"], "16 to 19"),
        (["--bin", "9704"], "six digits"),
        (["--bin", "999999"], "No bank"),
        (["--account", ""], "6 to 19"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_status_2(
    more: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        status = main([*ACCOUNT, *more])
    except SystemExit as leaving:
        status = int(str(leaving.code))

    told = capsys.readouterr()
    assert (status, told.out, told.err.count("\n")) == (2, "", 1)
    assert said in told.err
