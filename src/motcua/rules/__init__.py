# SPDX-License-Identifier: Apache-2.0
"""The lawbook in code: pure values and functions, no framework, no clock, no files."""
