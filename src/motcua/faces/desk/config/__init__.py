# SPDX-License-Identifier: Apache-2.0
"""What the configurator changes by hand: days, names of agencies, open procedures."""
