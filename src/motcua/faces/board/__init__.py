# SPDX-License-Identifier: Apache-2.0
"""The board: how the province handles dossiers today, for everybody to see."""
