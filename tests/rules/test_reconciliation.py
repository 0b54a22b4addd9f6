# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from dataclasses import replace

import pytest

from motcua.rules.reconciliation import (
    KINDS,
    BankFileError,
    Expected,
    Finding,
    compare,
    read,
)

HEAD = "transaction,at,account,amount_vnd,reference,description"
LINES = (
    "T1,2026-07-03T08:00:00,111111,24000,REF1,le phi",
    "T2,2026-07-03T09:00:00,111111,50000,REF2,",
    "T3,2026-07-03T10:00:00,222222,-4000,H05.43-2026-R0000001,hoan tra",
)
KNOWN = {
    "REF1": Expected("REF1", "D-1", 7, frozenset({"111111"}), 24_000, True),
    "REF2": Expected("REF2", "D-2", 7, frozenset({"111111"}), 50_000, True),
    "H05.43-2026-R0000001": Expected(
        "H05.43-2026-R0000001", "D-3", 8, frozenset(), -4_000, True
    ),
}  # fmt: skip


def text(*lines: str, total: str = "", head: str = HEAD) -> bytes:
    amounts = [int(line.split(",")[3]) for line in lines]
    end = total or f"TOTAL,2026-07-03/2026-07-03,*,{sum(amounts)},{len(lines)},"
    return "\n".join((head, *lines, end, "")).encode()


def kinds(*lines: str, known: dict[str, Expected] = KNOWN, ours: str = "") -> list[str]:
    booked = [known[name] for name in ours.split()]
    return [one.kind for one in compare(read(text(*lines)), known, booked).findings]


def test_what_fits_is_counted() -> None:
    found = compare(read(text(*LINES)), KNOWN, list(KNOWN.values()))

    assert (found.matched, found.findings) == (3, ())


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["T1,2026-07-03T08:00:00,111111,23000,REF1,"], ["amount_differs"]),
        (["T1,2026-07-03T08:00:00,333333,24000,REF1,"], ["wrong_account"]),
        (["T1,2026-07-03T08:00:00,333333,23000,REF1,"], ["amount_differs", "wrong_account"]),
        (["T1,2026-07-03T08:00:00,111111,24000,REF9,"], ["unknown_reference"]),
        (["T1,2026-07-03T08:00:00,111111,24000,,thanh toan"], ["unknown_reference"]),
        (["T1,2026-07-03T08:00:00,111111,-24000,REF9,"], ["unknown_outgoing"]),
        ([LINES[0], LINES[0].replace("T1", "T9")], ["paid_twice"]),
        ([LINES[0], LINES[0]], ["line_repeated"]),
    ],
)
def test_every_difference_is_named(lines: list[str], expected: list[str]) -> None:
    assert kinds(*lines) == expected


def test_what_was_not_booked_and_what_never_came_are_named() -> None:
    open_bill = {**KNOWN, "REF1": replace(KNOWN["REF1"], booked=False)}

    assert kinds(LINES[0], known=open_bill) == ["not_booked"]
    assert kinds(LINES[0], ours="REF1 REF2 H05.43-2026-R0000001") == [
        "missing_in_bank",
        "refund_missing_in_bank",
    ]


def test_what_an_earlier_file_had_is_neither_missing_nor_right_again() -> None:
    seen = frozenset({"REF1", "REF2"})

    found = compare(read(text(LINES[0])), KNOWN, [KNOWN["REF2"]], seen)
    assert [one.kind for one in found.findings] == ["paid_twice"]


def test_a_finding_tells_where_it_stands() -> None:
    (found,) = compare(read(text("T1,2026-07-03T08:00:00,111111,1,REF1,")), KNOWN, ()).findings

    assert found == Finding("amount_differs", "REF1", "D-1", 7, 24_000, 1, "T1", 2)
    assert found.kind in KINDS


def test_the_reference_is_read_whatever_the_case_and_the_file_may_begin_with_a_mark() -> None:
    raw = b"\xef\xbb\xbf" + text("T1,2026-07-03 08:00,111111,24000,ref1,")

    assert compare(read(raw), KNOWN, ()).matched == 1


def test_a_day_without_movements_is_a_file_too() -> None:
    file = read(text())

    assert (file.lines, file.covers("111111")) == ((), True)
    only = read(text(total="TOTAL,2026-07-03/2026-07-04,111111 222222,0,0,"))
    assert [only.covers(account) for account in ("111111", "333333")] == [True, False]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "columns"),
        (b"\x00", "columns"),
        (text(*LINES, head="a,b,c,d,e,f"), "columns"),
        ("transaction,at\nđồng".encode("utf-16"), "UTF-8"),
        (text(*LINES).replace(b"hoan", "hoàn".encode("cp1258")), "UTF-8"),
        (text(*LINES)[: len(text(*LINES)) // 2], "cut off"),
        (text(*LINES).rsplit(b"TOTAL", 1)[0], "cut off"),
        (text(*LINES, total="TOTAL,2026-07-03/2026-07-03,*,1,3,"), "does not fit"),
        (text(*LINES, total="TOTAL,2026-07-03/2026-07-03,*,70000,4,"), "does not fit"),
        (text(*LINES, total="TOTAL,,*,70000,3,"), "needs period"),
        (text(*LINES, total="TOTAL,2026-07-05/2026-07-03,*,70000,3,"), "does not exist"),
        (text(*LINES, total="TOTAL,2026-02-30/2026-07-03,*,70000,3,"), "does not exist"),
        (text(*LINES, total="TOTAL,2026-07-04/2026-07-04,*,70000,3,"), "outside the period"),
        (text("T1,2026-07-03T08:00:00,111111,0,REF1,"), "Line 2"),
        (text("T1,gestern,111111,5,REF1,"), "Line 2"),
        (text("T 1,2026-07-03T08:00:00,111111,5,REF1,"), "Line 2"),
        (text("T1,2026-07-03T08:00:00,111111,5,=cmd(),"), "Line 2"),
        (text(LINES[0], 'T2,2026-07-03T08:00:00,111111,5,"REF'), "malformed"),
        (text("T1,2026-07-03T08:00:00,111111,5,REF1,x,y"), "malformed"),
        (text("T1,2026-07-03T08:00:00,111111,٥,REF1,"), "Line 2"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_whole(raw: bytes, said: str) -> None:
    with pytest.raises(BankFileError, match=said):
        read(raw)
