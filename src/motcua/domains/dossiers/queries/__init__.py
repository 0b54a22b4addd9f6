# SPDX-License-Identifier: Apache-2.0
"""What others may know of dossiers, by reader."""
