# SPDX-License-Identifier: Apache-2.0
"""The machines' door: the same acts as the screens, as OpenAPI 3.1, with a token a client."""
