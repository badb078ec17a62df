"""The language of the command line: that of `--language`, else of the settings, else of the system.

Its sentences are English in the sources, as the window's are, and are translated in the same files. No Qt is needed
for it: the `.ts` file is read, and only when another language than English is spoken. Logs and JSON stay English.
"""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from engine.text import Text
from ui.i18n import codes
from ui.i18n.codes import ENGLISH, LANGUAGES, Language, language_of
from ui.i18n.filling import Sentences

OPTION = "--language"
CHOICES = tuple(each.suffix for each in LANGUAGES)

_FOLDER = Path(codes.__file__).resolve().parent
_CONTEXT = "words"


class _Spoken:
    """What is spoken in this process; English at first."""

    language: Language = ENGLISH
    sentences: Sentences | None = None


def speak(language: Language) -> None:
    """Speak a language from now on; English where its sentences cannot be read."""
    translations = {} if language is ENGLISH else read_translations(_FOLDER / f"compere_{language.suffix}.ts")
    _Spoken.language = language if translations else ENGLISH
    _Spoken.sentences = Sentences(translations, lambda each: translations.get(each, each)) if translations else None


def spoken() -> Language:
    """The language that is spoken."""
    return _Spoken.language


def say(english: str) -> str:
    """A sentence, or several lines of them, in the language that is spoken; as it came where it is not known."""
    sentences = _Spoken.sentences
    if sentences is None:
        return english
    if isinstance(english, Text):
        return sentences.said(english)
    return "\n".join(sentences.said(line) for line in english.split("\n"))


def wanted(arguments: Sequence[str], settings: str, environment: Mapping[str, str] = os.environ) -> Language:
    """The language for a command line.

    Args:
        arguments: its words.
        settings: code of the language in the settings, "" where none is chosen.
        environment: the process's.
    """
    named = ""
    for place, word in enumerate(arguments):
        if word == OPTION:
            named = arguments[place + 1] if place + 1 < len(arguments) else ""
        elif word.startswith(f"{OPTION}="):
            named = word.partition("=")[2]
    if chosen := next((each for each in LANGUAGES if each.suffix == named), None):
        return chosen
    code = settings or language_of(_locales(environment))
    return next((each for each in LANGUAGES if each.code == code), ENGLISH)


def read_translations(path: Path) -> dict[str, str]:
    """The console's sentences in a `.ts` file, English → translation; empty where it cannot be read."""
    from xml.etree import ElementTree

    try:
        root = ElementTree.parse(path).getroot()
    except (OSError, ElementTree.ParseError):
        return {}
    found = {}
    for context in root.iter("context"):
        if context.findtext("name") == _CONTEXT:
            for message in context.iter("message"):
                if translation := message.findtext("translation"):
                    found[message.findtext("source") or ""] = translation
    return found


def _locales(environment: Mapping[str, str]) -> list[str]:
    """What the system asks for, the dearest first."""
    named = [environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    first = next(filter(None, named), "")
    if first.partition(".")[0] in ("C", "POSIX"):
        return []
    if first:
        return [*filter(None, environment.get("LANGUAGE", "").split(":")), first]
    if sys.platform == "win32":
        import ctypes

        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()  # type: ignore[attr-defined,unused-ignore]
        return [locale.windows_locale.get(number, "")]
    return [locale.getlocale()[0] or ""]
