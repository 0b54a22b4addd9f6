# SPDX-License-Identifier: Apache-2.0
"""A dossier taken through the running system over HTTP, page by page, as people do it."""
