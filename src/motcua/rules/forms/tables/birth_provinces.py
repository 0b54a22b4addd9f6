# SPDX-License-Identifier: Apache-2.0
"""The three digits a personal identification number starts with, for births registered here."""

from __future__ import annotations

BIRTH_PROVINCES = frozenset(
    """
    001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034
    035 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068
    070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096
    """.split()
)
"""The 63 provinces of before July 2025, never renumbered (024 Bắc Giang, 027 Bắc Ninh).

Numbers from 100 up stand for the country a birth was registered in. Source: 17/2024/TT-BCA.
"""
