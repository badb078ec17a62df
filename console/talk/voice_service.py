"""Who can speak in this show: the voice process, the voices by their names, and the book of how names are said."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from console import paths
from console.answer.text.lexicon import BOOK, EVERY, Lexicon, LexiconEntry, LexiconError, load_lexicon, save_entry
from console.answer.tts.fallback import FellBack
from console.answer.tts.local.client import TTSClient
from console.answer.tts.prerender import LineStore, Prerendered
from console.answer.tts.protocol import TTSError
from console.answer.tts.registry import BUILTIN, PROVIDERS, TTSProvider, leaves_with, switches
from console.answer.tts.voice_catalog import VoiceCatalog
from console.show.effects.show import ChangeBook
from console.show.rundown.preset import Preset, voices
from console.show.state.settings import Options
from console.show.state.voice_view import BookLine, BookView, VoicesView, VoiceView
from console.state_presenter import StatePresenter
from engine.ipc.logger import Logger


class VoiceService(QObject):
    """The voices of the show; one per console.

    Args:
        runtime, logs: folders, as every child of the console's has them.
        log: where to write events.
        presenter: writes into the console's state which voices there are, and how names are said.
        options: the settings as they are now.
        child: the voice process; one of its own when None.

    Signals:
        book_changed(): names are said otherwise; emitted here.
        fell_back(str): a voice was passed over: one sentence; emitted here.

    Attributes:
        child: the voice process.
        catalog: the voices.
        book: how names are said.
        keys: the keys that are there, by the ids of their providers.
    """

    book_changed = Signal()
    fell_back = Signal(object)

    def __init__(
        self,
        runtime: Path,
        logs: Path,
        log: Logger,
        presenter: StatePresenter,
        options: Callable[[], Options],
        *,
        child: TTSClient | None = None,
    ) -> None:
        super().__init__()
        self._log, self._presenter, self._options = log, presenter, options
        self._shown = presenter.console_state.claim(VoicesView, "voices", "book")
        self._book_file = paths.preset_roots()[0] / BOOK
        self.book = Lexicon()
        self.keys: Mapping[str, str] = {}
        self.child = child or TTSClient(runtime, logs, log)
        self.catalog = VoiceCatalog(
            self.child,
            book=lambda: self.book,
            target_lufs=lambda: options().loudness_lufs,
            fell_back=self._fell_back,
            key=lambda provider: self.keys.get(provider, ""),
            options=options,
            store=LineStore(paths.cache_folder() / "lines"),
            voice_files=paths.data_folder() / "voices",
        )
        self.open_book()
        self._show_voices()

    def begin(self) -> None:
        """Start the voice process, so that the first line needs not wait for it."""
        self.child.begin()

    def end(self) -> None:
        """End it."""
        self.child.end()

    # -- voices -----------------------------------------------------------------------------------------------

    def names(self, preset: Preset | None, own: str = "") -> tuple[str, ...]:
        """The voices of a preset in their order, without those that the settings have switched off.

        Args:
            own: the avatar's own voice, for a preset that names none.
        """
        options = self._options()
        off = {kind for kind, on in switches(options).items() if not on}
        named = (voices(preset) if preset is not None else ()) or ((own,) if own else ())
        return tuple(name for name in named if name.partition(":")[0] not in off) or (BUILTIN,)

    def voice(self, names: Sequence[str]) -> Prerendered:
        """Them as one voice, with lines that were made before. Raises TTSError."""
        return self.catalog.voice(names)

    def leaves(self, preset: Preset | None, own: str = "") -> list[str]:
        """What leaves this machine when a preset's voices speak: of each that would be asked. `own` as in `names`."""
        kinds = (name.partition(":")[0] for name in self.names(preset, own))
        return [leaves_with(kind) for kind in kinds if kind not in PROVIDERS or self._has_key(PROVIDERS[kind])]

    def _has_key(self, provider: TTSProvider) -> bool:
        return provider.key is None or bool(self.keys.get(provider.key.id))

    @property
    def mark(self) -> object:
        """Another one as soon as a line would sound otherwise."""
        options = self._options()
        made_with = [(self._has_key(each), *each.made_with(options)) for each in PROVIDERS.values()]
        return (id(self.book), options.loudness_lufs, *switches(options).values(), *made_with)

    # -- the book ---------------------------------------------------------------------------------------------

    def open_book(self) -> None:
        """Read how names are said, again."""
        self.book, faults = load_lexicon(self._book_file)
        lines = tuple(BookLine(each.name, _written(each), each.language or EVERY) for each in self.book.entries)
        self._shown.publish(replace(self._shown.view, book=BookView(lines, faults)))
        self.book_changed.emit()

    def change_book(self, change: ChangeBook) -> str:
        """Change one line of it; why that cannot be, in one sentence, or ""."""
        try:
            save_entry(self._book_file, change.name, change.say, change.table)
        except LexiconError as fault:
            return str(fault)
        self.open_book()
        return ""

    def _show_voices(self) -> None:
        try:
            found = self.catalog.choices()
        except (TTSError, OSError) as fault:
            self._presenter.add_log_line(str(fault))
            found = []
        voices = tuple(
            VoiceView(each.name, each.words, each.language, leaves_with(each.name.partition(":")[0])) for each in found
        )
        self._shown.publish(replace(self._shown.view, voices=voices))

    def _fell_back(self, what: FellBack) -> None:
        self._log.warning("voice fell back", left=what.left, taken=what.taken, why=what.why)
        self._presenter.add_log_line(what.sentence)
        self.fell_back.emit(what.sentence)


def _written(entry: LexiconEntry) -> str:
    """As it stands in the file."""
    return " ".join(filter(None, (entry.say, f"[[{entry.ipa}]]" if entry.ipa else "")))
