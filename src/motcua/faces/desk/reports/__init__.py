# SPDX-License-Identifier: Apache-2.0
"""Reports: statistics of a period, the dossiers behind each number, the register."""
