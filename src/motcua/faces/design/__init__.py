# SPDX-License-Identifier: Apache-2.0
"""The elements, layouts, words and formats every screen of the system is made of.

Readers: every other face. A page extends one of `design/public.jinja`, `design/work.jinja`,
`design/print.jinja` and uses the macros of `design/ui.jinja` only.
"""
