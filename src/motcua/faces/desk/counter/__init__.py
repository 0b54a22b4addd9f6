# SPDX-License-Identifier: Apache-2.0
"""What counters have beyond the form: cards, common receipts, hand-over lists, returns."""
