# SPDX-License-Identifier: Apache-2.0
"""What happens at the counters: one act a file."""
