# SPDX-License-Identifier: Apache-2.0
"""Petitions before a unit, and the small inbox of the support."""
