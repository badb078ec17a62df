"""The second language of the captions at work: which sentences are being translated, and which are there."""

from __future__ import annotations

import asyncio
import secrets as random
from collections import OrderedDict
from collections.abc import Callable

from console.answer.config import AnswerConfig
from console.answer.translate import TranslateError, Translator
from console.show.core.enums import CaptionLanguage
from console.show.rundown.lines import language_for
from console.show.rundown.preset import Preset
from engine.ipc.logger import Logger
from engine.text import Text

KEPT = 64
"""Sentences that are remembered; the oldest go."""

AT_ONCE = 4
"""Sentences that are translated at the same time. Who speaks faster than that leaves some without a second line."""

ONLY_FIRST = "{why} The captions go on in the first language only."


class TranslatedCaptions:
    """Translates what the hall reads; one per console.

    Args:
        config: what the preset that is on answers with; None when it cannot.
        told: takes one sentence for the operator; each fault is said once until somebody translates again.
        log: where to write events.
        mark: gives some random letters for each sentence.
    """

    def __init__(
        self,
        config: Callable[[], AnswerConfig | None],
        told: Callable[[str], None],
        log: Logger,
        mark: Callable[[], str] = lambda: random.token_hex(4),
    ) -> None:
        self._config, self._told, self._log, self._mark = config, told, log, mark
        self._language = CaptionLanguage.NONE
        self._spoken = ""
        self._lines: OrderedDict[str, str] = OrderedDict()
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._made: tuple[AnswerConfig, Translator] | None = None
        self._fault = ""

    def use(self, preset: Preset | None) -> None:
        """The second language of this preset from now on; None has none."""
        language = preset.captions_second if preset is not None and preset.captions else CaptionLanguage.NONE
        spoken = preset.language.value if preset is not None else ""
        if (language, spoken) != (self._language, self._spoken):
            self.close()
            self._language, self._spoken, self._fault, self._made = language, spoken, "", None
            self._lines.clear()

    def close(self) -> None:
        """Nothing more is translated."""
        for task in self._tasks.values():
            task.cancel()
        self._tasks.clear()

    def request(self, text: str) -> None:
        """This sentence is being spoken, or will be; needs a running event loop."""
        if not self._language or not text.strip() or text in self._lines or text in self._tasks:
            return
        if language_for(text, self._spoken) == self._language or len(self._tasks) >= AT_ONCE:
            return
        config = self._config()
        if config is None:
            return  # its own alarm says why
        task = asyncio.get_event_loop().create_task(self._translate(text, self._translator(config)))
        self._tasks[text] = task
        task.add_done_callback(self._done)

    def coming(self, text: str) -> bool:
        """Whether its translation is still awaited."""
        return text in self._tasks

    def of(self, text: str) -> str:
        """The sentence in the second language, or "" as long as, or when, there is none."""
        made = self._made
        return self._lines.get(text, "") if made is not None and made[0] is self._config() else ""

    def _translator(self, config: AnswerConfig) -> Translator:
        if self._made is None or self._made[0] is not config:
            self._lines.clear()  # what another list let pass is read by nobody any more
            self._made = (config, Translator(config.chain.thinkers, self._language, config.safety, mark=self._mark))
        return self._made[1]

    async def _translate(self, text: str, by: Translator) -> None:
        line = ""
        try:
            line = await by.translate(text, next(reversed(self._lines.values()), ""))
            self._fault = ""
        except TranslateError as fault:
            self._log.warning("no second caption", why=str(fault), held=fault.held)
            if fault.held:
                self._told(str(fault))
            elif str(fault) != self._fault:
                self._fault = str(fault)
                self._told(Text(ONLY_FIRST, why=fault))
        finally:
            self._tasks.pop(text, None)
        if self._made is not None and self._made[1] is by:
            self._lines[text] = line
        while len(self._lines) > KEPT:
            self._lines.popitem(last=False)

    def _done(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (fault := task.exception()) is not None:
            self._log.error("translating failed", exc_info=fault)
