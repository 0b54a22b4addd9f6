# SPDX-License-Identifier: Apache-2.0
"""The settings of the test suite: the real ones over a throw-away state folder.

They stand beside the package of the real ones, since importing from within would load those first.
"""

import os
from tempfile import TemporaryDirectory

STATE = TemporaryDirectory(prefix="motcua-test-")
os.environ.update(MOTCUA_MODE="demo", MOTCUA_STATE=STATE.name)

from motcua.config.settings import *  # noqa: E402, F403

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True

STATIC_ROOT.mkdir()  # noqa: F405
