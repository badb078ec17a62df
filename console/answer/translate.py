"""Captions in a second language: one sentence after the other, by those who think, checked before the hall reads it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import aclosing
from typing import Any

from console.answer.llm.prompt import translation
from console.answer.llm.protocol import AnswerError, Chatter, CutShortError
from console.answer.llm.thoughts import answer_in
from console.answer.safety.checks import Safety
from console.answer.stt.chinese_script import in_script
from console.show.core.enums import AnswerLanguage, CaptionLanguage
from engine.text import Text

LIMIT_S = 3.0
"""For one of them, and one sentence: later than that the hall reads something else."""

NOBODY = "Nobody can translate the captions: name groq or server in the preset's think."
STRANGE = "{name} sent no translation of a caption."

_MOST_TIMES = 6
_MOST_MORE = 60
"""Chinese into English is three times as many characters. What is longer than this is no translation, but an answer."""


class TranslateError(Exception):
    """A sentence that the hall does not read in the second language; the message is one sentence for the operator.

    Attributes:
        held: somebody translated it, and the words must not be shown.
    """

    def __init__(self, sentence: str, *, held: bool = False) -> None:
        super().__init__(sentence)
        self.held = held


class Translator:
    """Translates for one preset.

    Args:
        thinkers: in their order; those that take no conversation are passed over.
        language: into which.
        safety: the preset's lists; judges what comes in that language.
        mark: gives some random letters for each sentence.
        limit_s: for each thinker.
    """

    def __init__(
        self,
        thinkers: Sequence[Any],
        language: CaptionLanguage,
        safety: Safety,
        *,
        mark: Callable[[], str],
        limit_s: float = LIMIT_S,
    ) -> None:
        self._chatters: list[Chatter] = [each for each in thinkers if hasattr(each, "chat")]
        self._language = language
        self._safety = safety.speaking(AnswerLanguage(language.value))
        self._mark, self._limit_s = mark, limit_s

    async def translate(self, text: str, before: str = "") -> str:
        """One sentence in the other language.

        Args:
            text: the sentence.
            before: what the hall has read before it in that language.

        Raises:
            TranslateError: nobody can translate it, or it must not be shown.
        """
        fault = NOBODY
        for chatter in self._chatters:
            try:
                async with asyncio.timeout(self._limit_s):
                    found = await self._asked(chatter, text)
            except TimeoutError:
                fault = Text("{name} does not answer in time.", name=chatter.name)
            except AnswerError as cannot:
                fault = str(cannot)
            except Exception as broken:
                fault = Text("{name} failed inside Compere ({fault}).", name=chatter.name, fault=type(broken).__name__)
            else:
                return self._checked(found, before)
        raise TranslateError(fault)

    async def _asked(self, chatter: Chatter, text: str) -> str:
        told = translation(text, self._language, self._mark())
        longest = _MOST_TIMES * len(text) + _MOST_MORE
        found = ""
        words: Any = chatter.chat(told, longest)
        try:
            async with aclosing(words):
                async for piece in words:
                    found += piece
                    if len(found) > longest:
                        break
        except CutShortError:
            raise AnswerError(Text(STRANGE, name=chatter.name)) from None
        line = " ".join(answer_in(found).split()).strip('"“”')
        if not line or len(line) > longest:
            raise AnswerError(Text(STRANGE, name=chatter.name))
        return in_script(line, self._language.value)

    def _checked(self, line: str, before: str) -> str:
        if held := self._safety.check(line) or self._safety.check_border(before, line):
            raise TranslateError(Text("A translated caption is not shown: {why}", why=held.reason), held=True)
        return line
