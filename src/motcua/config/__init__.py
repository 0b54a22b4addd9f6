# SPDX-License-Identifier: Apache-2.0
"""The top floor: settings, addresses and the one table of who hears what."""
