# SPDX-License-Identifier: Apache-2.0
"""The portal: citizens and businesses find, read, submit, follow and complete."""
