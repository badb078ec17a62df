"""OpenCV, without what it leaves behind. The only place that imports it."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

_LEFT_BEHIND = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
"""Set by `import cv2` for the Qt inside its wheel. Our windows, and every child process, would look there too."""


@cache
def opencv() -> Any:
    """The module `cv2`, imported at the first call (a tenth of a second), with the environment left as it was.

    Raises ImportError where the extra `neural` is not installed.
    """
    before = {name: os.environ.get(name) for name in _LEFT_BEHIND}
    try:
        import cv2
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
    return cv2
