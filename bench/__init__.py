# SPDX-License-Identifier: Apache-2.0
"""Benches: ours and theirs alternate in one run, ratios of medians, one JSON at the end."""
