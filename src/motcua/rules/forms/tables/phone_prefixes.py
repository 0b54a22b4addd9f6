# SPDX-License-Identifier: Apache-2.0
"""The first digits of Vietnamese telephone numbers, after the numbering plan of 2014 to 2018."""

from __future__ import annotations

MOBILE = frozenset(
    """
    032 033 034 035 036 037 038 039 052 055 056 058 059 070 076 077 078 079 081 082 083 084
    085 086 087 088 089 090 091 092 093 094 096 097 098 099
    """.split()
)
"""Operators' prefixes; ten digits in all. Source: 22/2014/TT-BTTTT and its changes."""

LANDLINE = frozenset(
    """
    0203 0204 0205 0206 0207 0208 0209 0210 0211 0212 0213 0214 0215 0216 0218 0219 0220
    0221 0222 0225 0226 0227 0228 0229 0232 0233 0234 0235 0236 0237 0238 0239 024 0251
    0252 0254 0255 0256 0257 0258 0259 0260 0261 0262 0263 0269 0270 0271 0272 0273 0274
    0275 0276 0277 028 0290 0291 0292 0293 0294 0296 0297 0299
    """.split()
)
"""Area codes; eleven digits in all. Source: 2036/QĐ-BTTTT (2016)."""
