# SPDX-License-Identifier: Apache-2.0
"""Known answers that fit what somebody writes: marks optional, slips of the finger forgiven."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.db import connection

from motcua.domains.support.models import KnownAnswer
from motcua.kit.faults import NotFound
from motcua.rules.words import fold

WORD = re.compile(r"[a-z0-9]{2,20}", re.ASCII)
CHATTER = frozenset("toi khong duoc la va cua cho the nao co bi lam sao thi mot cac nay do".split())
WORDS_MOST = 24
LIKE = 0.55
"""How like a word of the text a typed word must be, by trigrams, to count without being it."""

SUGGEST = """
SELECT slug, question_vi, question_en, answer_vi, answer_en,
       (SELECT count(*) FROM unnest(%(words)s::text[]) AS w(word)
         WHERE to_tsvector('simple', search) @@ plainto_tsquery('simple', w.word)
            OR word_similarity(w.word, search) >= %(like)s) AS hits,
       EXISTS (SELECT FROM unnest(screens) s WHERE %(screen)s LIKE s || '%%') AS here
  FROM support_knownanswer
"""
RANKED = (
    "SELECT slug, question_vi, question_en, answer_vi, answer_en FROM ("
    + SUGGEST
    + ") found WHERE CASE WHEN %(least)s = 0 THEN here ELSE hits >= %(least)s END"
    " ORDER BY hits + here::int * 0.5 DESC, slug LIMIT %(limit)s"
)


@dataclass(frozen=True, slots=True)
class KnownCard:
    """A question and its answer in both languages."""

    slug: str
    question_vi: str
    question_en: str
    answer_vi: str
    answer_en: str

    @property
    def question(self) -> dict[str, str]:
        """The question by language."""
        return {"vi": self.question_vi, "en": self.question_en}

    @property
    def answer(self) -> dict[str, str]:
        """The answer by language."""
        return {"vi": self.answer_vi, "en": self.answer_en}


def suggest(text: str, *, screen: str = "", limit: int = 3) -> tuple[KnownCard, ...]:
    """Return the known answers that share words with the text, those of the screen first.

    Without any words: those of the screen.
    """
    words = [word for word in WORD.findall(fold(text[:2000])) if word not in CHATTER][:WORDS_MOST]
    least = 0 if not words else 1 if len(words) < 3 else 2
    values = {
        "words": list(dict.fromkeys(words)), "screen": screen, "like": LIKE, "least": least,
        "limit": limit,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(RANKED, values)
        return tuple(KnownCard(*row) for row in cursor.fetchall())


def every() -> tuple[KnownCard, ...]:
    """Return all known answers in the order of the file."""
    rows = KnownAnswer.objects.order_by("position")
    return tuple(KnownCard(*row) for row in rows.values_list(*KnownCard.__slots__))


def counted() -> tuple[tuple[str, int, int], ...]:
    """Return (slug, helped, did not help) of each known answer, the least helpful first."""
    rows = KnownAnswer.objects.order_by("-unhelped", "slug")
    return tuple(rows.values_list("slug", "helped", "unhelped"))


def known(slug: str) -> KnownCard:
    """Return one known answer. Raises NotFound."""
    row = KnownAnswer.objects.filter(pk=slug).values_list(*KnownCard.__slots__).first()
    if row is None:
        raise NotFound
    return KnownCard(*row)
