# SPDX-License-Identifier: Apache-2.0
"""One package per audience; a face parses a request, calls one act or query, and renders."""
