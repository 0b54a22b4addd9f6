# SPDX-License-Identifier: Apache-2.0
"""Outside systems, one folder each, with stand-ins for tests and demonstrations."""
