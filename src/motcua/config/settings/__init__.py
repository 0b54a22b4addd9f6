# SPDX-License-Identifier: Apache-2.0
"""Django's settings, one file a subject; every value that varies comes from the typed `Env`."""

from motcua.config.settings.apps import *  # noqa: F403
from motcua.config.settings.base import *  # noqa: F403
from motcua.config.settings.database import *  # noqa: F403
from motcua.config.settings.gate import *  # noqa: F403
from motcua.config.settings.logging import *  # noqa: F403
from motcua.config.settings.security import *  # noqa: F403
