"""Which language the window speaks, and the change of it while the window stands."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from engine.ipc.logger import Logger
from ui import theme
from ui.i18n.build import HERE, TranslationError, compile_one, is_fresh
from ui.i18n.codes import ENGLISH, LANGUAGES, Language, language_of

INSTALLED_WITHIN_S = 2.0
"""An installer writes all files within a moment, in any order."""


class Languages:
    """Gives the application its language, and another one when it is requested.

    A change sends LanguageChange to every window; English is what is left when a translation cannot be had.

    Attributes:
        spoken: code of the language that is spoken now.
    """

    def __init__(self, app: QApplication, cache: Path, log: Logger, *, folder: Path = HERE) -> None:
        """Takes them up.

        Args:
            cache: the user's; a translation that was not compiled with Compere is compiled there, once.
            log: where to write events.
            folder: of the .ts files.
        """
        self._app, self._cache, self._log, self._folder = app, cache / "i18n", log, folder
        self._translators: list[QTranslator] = []
        self.spoken = ENGLISH.code

    def speak(self, wanted: str) -> str:
        """Speaks a language from now on.

        Args:
            wanted: its code; "" is the system's.

        Returns:
            the code of what is spoken: English when `wanted` cannot be had.
        """
        code = wanted or language_of(QLocale.system().uiLanguages())
        language = next((each for each in LANGUAGES if each.code == code), ENGLISH)
        fresh = self._load(language)
        if not fresh and language is not ENGLISH:
            language = ENGLISH
            fresh = self._load(language)
        for old in self._translators:
            self._app.removeTranslator(old)
        self._translators = fresh
        self.spoken = language.code
        theme.use_language(language.code)
        self._app.setFont(theme.font(theme.Role.BODY, theme.FULL))
        for translator in fresh:
            self._app.installTranslator(translator)
        self._log.info("language", spoken=self.spoken, wanted=wanted)
        return self.spoken

    def _load(self, language: Language) -> list[QTranslator]:
        """Qt's own words first, so that ours are asked before them; none when ours cannot be had."""
        ours = QTranslator(self._app)
        file = self._compiled(language)
        if file is None or not ours.load(str(file)):
            return []
        qts = QTranslator(self._app)
        theirs = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        if language is not ENGLISH and qts.load(str(theirs / f"qtbase_{language.suffix}.qm")):
            return [qts, ours]
        return [ours]

    def _compiled(self, language: Language) -> Path | None:
        """The language's .qm: the one that came with Compere, or one that is made now in the user's cache."""
        source = self._folder / f"compere_{language.suffix}.ts"
        made = source.with_suffix(".qm")
        if is_fresh(made, source, INSTALLED_WITHIN_S):
            return made
        if not source.is_file():
            return made if made.is_file() else None
        own = self._cache / made.name
        if is_fresh(own, source):
            return own
        try:
            compile_one(source, own)
        except TranslationError as fault:
            self._log.warning("no translation", language=language.code, reason=str(fault))
            return made if made.is_file() else None
        return own
