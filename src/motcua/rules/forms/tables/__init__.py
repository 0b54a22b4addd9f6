# SPDX-License-Identifier: Apache-2.0
"""Fixed lists the kinds of answers are checked against."""

from __future__ import annotations
