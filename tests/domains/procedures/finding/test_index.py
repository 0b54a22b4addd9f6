# SPDX-License-Identifier: Apache-2.0
"""Titles answer by how much of the search they have, together, early and in few words."""

from __future__ import annotations

from motcua.domains.procedures.finding.index import Document, Phrase, build, ranked

TITLES = (
    "dang ki khai sinh co ieu to nuoc ngoai",
    "dang ki khai sinh",
    "sinh hoat cau lac bo khai thac",
    "cap giai phep xai dung",
    "dang ki ket hon",
)


def index(*others: str):
    documents = [Document(tuple(title.split()), frozenset(), 0.0) for title in TITLES]
    documents += [Document(("a",), frozenset(words.split()), 0.0) for words in others]
    return build(documents)


def order(text: str, *others: str, lifts: dict[int, float] | None = None) -> list[int]:
    phrases = [Phrase(tuple(text.split()))]
    return [place for place, _ in ranked(index(*others), phrases, lifts=lifts or {})]


def test_the_shorter_title_comes_first() -> None:
    assert order("khai sinh")[:2] == [1, 0]


def test_words_together_come_before_words_apart() -> None:
    assert order("khai sinh").index(0) < order("khai sinh").index(2)


def test_a_title_with_too_little_of_the_search_is_left_out() -> None:
    assert 4 not in order("khai sinh")


def test_a_slip_is_forgiven_when_no_title_has_the_word() -> None:
    assert order("giai phep xay dung")[0] == 3
    assert order("ket hom")[0] == 4


def test_words_outside_the_title_count_less() -> None:
    assert order("khai sinh", "khai sinh")[-1] == 5


def test_a_lift_brings_forward_what_the_words_do_not() -> None:
    assert order("khai sinh", lifts={4: 9.0})[0] == 4
    assert order("", lifts={3: 1.0}) == [3]
