# SPDX-License-Identifier: Apache-2.0
"""What others may read of petitions, tickets and support points, one file a reader."""
