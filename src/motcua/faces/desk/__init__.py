# SPDX-License-Identifier: Apache-2.0
"""The desk: where officials find, read and decide the dossiers before them."""
