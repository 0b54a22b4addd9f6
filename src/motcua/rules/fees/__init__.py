# SPDX-License-Identifier: Apache-2.0
"""Fees and charges: the table of a procedure, and what one dossier owes by it.

A table is a list of rows as they stand in a procedure file:

    fees:
      - code: certified_copy
        title: {vi: Phí chứng thực bản sao, en: Certified copy}
        kind: fee                    # fee (phí) or charge (lệ phí)
        per: page                    # dossier (default), copy or page
        tiers:                       # or amount_vnd: 8000
          - {from_page: 1, to_page: 2, amount_vnd: 2000}
          - {from_page: 3, amount_vnd: 1000}
        cap_vnd_per_copy: 200000
        each: documents              # a repeating group whose entries are counted one by one
        pages_from: pages            # the answer (of the entry) with the number of pages
        copies_from: copies          # and of copies; an absent answer counts 1
        channels: [direct, online, postal]      # all when absent
        exempt_if: {eq: [applicant.poor_household, true]}
        exempt_reason: {vi: Hộ nghèo, en: Poor household}
        valid_from: 2017-01-01
        valid_to: null               # the first day on which the row holds no more
        source: 226/2016/TT-BTC

Rows of the same code may stand side by side when no channel and day belongs to two of them.
"""

from __future__ import annotations

from motcua.rules.fees.quotes import FeeLine, Quote, quote
from motcua.rules.fees.reading import FeeTableError, parse
from motcua.rules.fees.table import Channel, FeeKind, FeeRow, Per, Tier

__all__ = [
    "Channel",
    "FeeKind",
    "FeeLine",
    "FeeRow",
    "FeeTableError",
    "Per",
    "Quote",
    "Tier",
    "parse",
    "quote",
]
