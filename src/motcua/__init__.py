# SPDX-License-Identifier: Apache-2.0
"""motcua: one door to the procedures of a Vietnamese province."""
