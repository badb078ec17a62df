"""What a text must be before the host may say it: no listed word or name, no link, not too long, the right language.

`Safety` is made once for a preset; the question desk asks it about every sentence and every question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import copy
from functools import cached_property

from console.answer.safety.injection import suspect
from console.answer.safety.normal_form import is_han
from console.answer.safety.soundalike import SoundsAlike
from console.answer.safety.word_list import ALLOWED, LONGEST_ENTRY, NAME, Hit, ListedWord, WordList, read_word_list
from console.answer.text.latin import is_other_latin
from console.answer.text.markup import figure_in, markup_in
from console.answer.text.reading import Reading
from console.show.answers.draft import HeldBack, joined
from console.show.core.enums import AnswerLanguage
from engine.text import Text

LISTED = "“{name}” is on the list of words that must not be said."
LISTED_ACROSS = "“{name}” is on the list of words that must not be said: it lies across two sentences."
NAMED_ACROSS = "“{name}” is a name that must not be said: it lies across two sentences."
PRONOUNCED = "The pronunciation book has “{name}” said as “{words}”, which must not be said."
PRONOUNCED_SO = "The pronunciation book has “{name}” sound like “{words}”, which must not be said."
NAMED = "“{name}” is a name that must not be said."
LINK = "“{name}” is a link or an address: it cannot be spoken."
TABULAR = "“{name}” is not for speaking: it is a table, a formula or code."
THOUGHTS = "This sounds like what a model thinks, and not like an answer: read it."
FOREIGN = "This sentence is not in the language of the preset."
MARKUP = "“{name}” is not for speaking: it is markup or code."

WINDOW = 2 * LONGEST_ENTRY
"""Characters said before that a sentence is looked at together with."""

HAN_S = 0.23
"""Seconds that a Chinese character takes to say: 260 a minute, a news reader's pace."""

WORD_S = 0.38
"""Seconds that a word of letters takes to say: 160 a minute."""

_LINK = re.compile(
    r"(?:https?|ftp)\s*[:：]\s*/\s*/\s*\S+|\bwww\s*[.．。]\s*\S+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+"
    r"|(?<![\w.-])(?:[a-z0-9-]+\.)+(?:com|net|org|info|biz|xyz|top|shop|site|online|app|dev|ly|me|tv|cc|io|gg|tk|cn|tw|hk)"
    r"(?![\w-])(?:/\S*)?",
    re.IGNORECASE | re.ASCII,
)
_THOUGHTS = re.compile(
    r"\b(?:the|this) (?:user|audience member|questioner|asker)(?:['’]s)? (?:is|was|wants?|asks?|asked|seems|may|might|"
    r"probably|question|says?|said|just|needs?)\b"
    r"|^(?:okay|ok|alright|all right|hmm+|wait)[,.…]? (?:so )?(?:the (?:user|question)|I (?:need|should|must) |"
    r"let me (?:think|check the|see what|recall|analy[sz]e|break))\b"
    r"|\bI (?:need to|have to|should|must) (?:answer|respond|reply|avoid|not mention|keep (?:it|this|my))\b"
    r"|\b(?:system prompt|the persona (?:is|says)|(?:my|the) (?:instructions|guidelines) (?:say|state|tell))\b"
    r"|(?:用户|用戶|使用者|提問者|提问者)(?:是|在|想|問|问|提|說|说|希望|可能|要|的(?:問題|问题|提問|提问|意圖|意图))"
    r"|我(?:需要|應該|应该|必須|必须|得)先?(?:回答|回應|回应|回覆|回复|根據|根据|避免|遵守)|(?:系統|系统)提示",
    re.IGNORECASE,
)
"""How models speak to themselves, in thoughts that bear no mark at all."""
_OTHER = re.compile(r"[\u0400-\u052f\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u3040-\u30ff\uac00-\ud7af\u1100-\u11ff]")
"""Scripts of languages that a host who speaks Chinese and English does not."""


def spoken_s(text: str) -> float:
    """About how long a text takes to say, in seconds."""
    han = sum(map(is_han, text))
    words = len(re.findall(r"[^\W_]+", "".join(" " if is_han(each) else each for each in text)))
    return han * HAN_S + words * WORD_S


class Safety:
    """Judges what would be spoken, and what was asked."""

    def __init__(
        self,
        entries: Iterable[ListedWord] = (),
        *,
        language: AnswerLanguage = AnswerLanguage.ASKED,
        longest_s: float = 60.0,
    ) -> None:
        """Makes the judge.

        Args:
            entries: the operator's lists together.
            language: what is to be spoken; ASKED allows both Chinese and English.
            longest_s: the longest one sentence may take to say, in seconds.
        """
        self._entries = tuple(entries)
        self._words = WordList(self._entries)
        self._language, self._longest_s = language, longest_s
        self._answers = True

    def check(self, sentence: str) -> HeldBack | None:
        """Why a sentence must not be spoken as it is, or None."""
        if listed := self.check_listed(sentence):
            return listed
        link = _LINK.search(sentence)
        for where, reason in (
            (link.span() if link is not None else None, LINK),
            (markup_in(sentence), MARKUP),
            (figure_in(sentence), TABULAR),
        ):
            if where is not None:
                matched = sentence[slice(*where)]
                return HeldBack(Text(reason, name=matched.strip()[:60]), matched, where)
        if self._answers and (found := _THOUGHTS.search(sentence)):
            return HeldBack(THOUGHTS, found[0], found.span())
        if self._foreign(sentence):
            return HeldBack(FOREIGN)
        long_s = spoken_s(sentence)
        if long_s > self._longest_s:
            limit_s = self._longest_s
            return HeldBack(
                Text(
                    "This sentence takes {n} s to say: the preset allows {limit} s.",
                    n=f"{long_s:.0f}",
                    limit=f"{limit_s:.0f}",
                )
            )
        return None

    def check_listed(self, text: str) -> HeldBack | None:
        """Which listed word or name stands in a text, or None: all that is judged of what a person wrote."""
        hit = self._words.find(text)
        return _held(hit, text, hit.where, LISTED, NAMED) if hit is not None else None

    def check_border(self, before: str, sentence: str) -> HeldBack | None:
        """Which listed word a sentence makes together with what was said before it, or None.

        Args:
            before: what the hall hears before it, as far back as it is known.
            sentence: the next one.
        """
        said = before[-WINDOW:].rstrip()
        if not said or not sentence:
            return None
        whole = joined([said, sentence])
        begin = len(whole) - len(sentence)
        for hit in self._words.hits(whole):
            if hit.where[0] < len(said) and hit.where[1] > begin:
                return _held(hit, whole, (0, hit.where[1] - begin), LISTED_ACROSS, NAMED_ACROSS)
        return None

    def check_said(self, reading: Reading) -> HeldBack | None:
        """Which listed word a voice would say because the pronunciation book spells a name so, or None."""
        if reading.said == reading.text:
            return None
        for hit in self._words.hits(reading.said):
            start, end = reading.shown(*hit.where)
            if any(not each.same and each.start < end and each.end > start for each in reading.segments):
                name, matched = reading.text[start:end], reading.said[slice(*hit.where)]
                return HeldBack(Text(PRONOUNCED, name=name, words=matched), name, (start, end))
        return None

    def check_sounds(self, text: str, sounds: Iterable[tuple[str, int, int]]) -> HeldBack | None:
        """Which listed English word the built-in voice would say because a name is given to it in IPA, or None.

        Args:
            text: as it is shown.
            sounds: each name's IPA, and where the name stands in the text.
        """
        for ipa, start, end in sounds:
            if matched := self._sounding.find(ipa):
                name = text[start:end]
                return HeldBack(Text(PRONOUNCED_SO, name=name, words=matched), name, (start, end))
        return None

    @cached_property
    def _sounding(self) -> SoundsAlike:
        return SoundsAlike(each.said for each in self._entries if each.kind != ALLOWED)

    def speaking(self, language: AnswerLanguage) -> Safety:
        """The same lists for what a person says or the hall reads; ASKED allows both Chinese and English."""
        other = copy(self)
        other._language, other._answers = language, False
        return other

    def check_question(self, question: str) -> HeldBack | None:
        """Why a question should be read by the operator before it is answered, or None.

        Listed words do not hold a question: the hall has heard it anyway, and the answer is judged by itself.
        """
        return suspect(question)

    def _foreign(self, sentence: str) -> bool:
        letters = [each for each in sentence if each.isalpha()]
        if not letters:
            return False
        if len(_OTHER.findall(sentence)) > len(letters) * 0.2:
            return True
        han = sum(map(is_han, letters))
        if self._language is AnswerLanguage.ENGLISH:
            return han > len(letters) * 0.2 or is_other_latin(sentence)  # a name in Chinese is well
        if self._language is not AnswerLanguage.ASKED:
            words = len(re.findall(r"[A-Za-z]{2,}", sentence))
            return (han == 0 and words > 4) or (han < words and is_other_latin(sentence))  # a title is well
        return han == 0 and is_other_latin(sentence)


def _held(hit: Hit, text: str, where: tuple[int, int], listed: str, named: str) -> HeldBack:
    matched = text[slice(*hit.where)]
    return HeldBack(Text(named if hit.entry.kind == NAME else listed, name=matched), matched, where)


def safety_of(
    lists: Iterable[tuple[str, str]], *, never_say: str = "", language: AnswerLanguage, longest_s: float
) -> Safety:
    """The judge for a preset.

    Args:
        lists: the text of each word list, and what to call it.
        never_say: the names of the preset itself, one on a line.
        language, longest_s: as in `Safety`.

    Raises:
        WordListError: a list cannot be used; one sentence for the operator.
    """
    entries = [entry for text, origin in lists for entry in read_word_list(text, origin)]
    names = read_word_list(f"[names]\n{never_say}", "never_say")
    return Safety((*entries, *names), language=language, longest_s=longest_s)
