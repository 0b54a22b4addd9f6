# SPDX-License-Identifier: Apache-2.0
"""One act on many dossiers: chosen on a list, prepared, watched until done."""
