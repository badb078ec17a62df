"""The languages that Compere speaks, and which one a system asks for. No Qt: the command line reads it, too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """One language of the window.

    Attributes:
        code: as in the settings.
        name: in the language itself.
        suffix: of its files, ours and Qt's own.
    """

    code: str
    name: str
    suffix: str


ENGLISH = Language("en", "English", "en")
LANGUAGES = (ENGLISH, Language("zh-Hant", "繁體中文", "zh_TW"), Language("zh-Hans", "简体中文", "zh_CN"))


def language_of(locales: Sequence[str]) -> str:
    """The language for a system that asks for `locales`, the dearest first ("zh-Hant-HK", "en-US" …).

    Chinese of Taiwan, Hong Kong and Macau is traditional, any other simplified, unless the script is named.
    """
    for locale in locales:
        parts = locale.replace("_", "-").partition(".")[0].lower().split("-")
        if parts[0] == "en":
            return ENGLISH.code
        if parts[0] in ("zh", "yue"):
            if "hant" in parts or ("hans" not in parts and {"tw", "hk", "mo"} & set(parts)):
                return "zh-Hant"
            return "zh-Hans"
    return ENGLISH.code
