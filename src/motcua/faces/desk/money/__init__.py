# SPDX-License-Identifier: Apache-2.0
"""The desk's screens about money, and the operators' view of calls to other systems."""
