# SPDX-License-Identifier: Apache-2.0
"""Screens about time: alerts, stand-ins, results handed over on paper first, where time goes."""
