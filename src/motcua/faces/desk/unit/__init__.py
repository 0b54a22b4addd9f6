# SPDX-License-Identifier: Apache-2.0
"""A unit runs itself: its people and stand-ins, its hours, its accounts, its support points."""
