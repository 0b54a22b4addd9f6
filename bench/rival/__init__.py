# SPDX-License-Identifier: Apache-2.0
"""The pages ours are compared with: model rows and Django templates, as most projects do it."""
