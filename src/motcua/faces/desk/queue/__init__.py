# SPDX-License-Identifier: Apache-2.0
"""The queue at the counters, as the officer at a window works it."""
