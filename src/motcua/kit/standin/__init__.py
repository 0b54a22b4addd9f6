# SPDX-License-Identifier: Apache-2.0
"""What the stand-ins of outside systems share: a small web server without Django or database."""
