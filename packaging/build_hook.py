"""Compiles the translations into a wheel, where Qt's tools are at hand.

A wheel built without them carries the sources of the translations only, and Compere compiles the one it needs at
its first start, into the user's cache.
"""

from __future__ import annotations

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationsHook(BuildHookInterface[Any]):  # type: ignore[misc]
    """Called by hatchling before a wheel is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Makes the .qm files; an editable install has them from `bootstrap.py`, or from the first start."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from ui.i18n.build import TranslationError, compile_all

        try:
            compile_all()
        except TranslationError as fault:
            self.app.display_warning(f"{fault} The wheel gets no compiled translations.")
