# SPDX-License-Identifier: Apache-2.0
"""What somebody has and decides here: papers, signatures, representatives, ways of hearing news."""
