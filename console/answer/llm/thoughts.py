"""Parts what a model thinks from what it answers, while both are still being written.

Thoughts come with tags (`<think>`, `[THINK]`, channels) or labels (`Thought: …`), with a closing tag only, because the
server has written the opening one itself, or with none at all. So nothing counts as the answer until it is known to be:
because the answer stands behind the mark that was asked for and nothing stood before it, because the server sends its
thoughts apart, or because the text is whole. The same text gives the same answer however it was cut into pieces on its
way.

    filter = AnswerFilter("4f2a")
    filter.feed("<answer-4f2a>By the ")     → "By the "
    filter.feed("door.</answer-4f2a>")      → "door."
    filter.close()                          → ""
"""

from __future__ import annotations

import re

from console.answer.llm.labels import LabelFilter, answer_behind

MOST_TAG = 100
"""Characters of the longest tag that is recognised."""


def _both_widths(words: str) -> str:
    """Words for a pattern whose letters may be written in full width, as a Chinese keyboard gives them."""
    return re.sub(r"[a-z_]", lambda found: f"[{found[0]}{chr(ord(found[0]) + 0xFEE0)}]", words)


_NAMED = _both_widths(
    "think|thinking|thought|thoughts|reason|reasoning|reflection|analysis|scratchpad|rationale|cot|"
    "inner_monologue|internal_monologue|chain_of_thought|commentary"
)
_WORD = r"[a-zａ-ｚ]{1,16}"
_BETWEEN = _both_widths("_")
_NAMED_SO = (
    rf"{_NAMED}|(?:{_WORD}{_BETWEEN})?{_both_widths('think')}(?:{_both_widths('ing')})?(?:{_BETWEEN}{_WORD})?"
    rf"|{_both_widths('reasoning')}{_BETWEEN}{_WORD}"
    rf"|{_both_widths('plan|planning|internal|critique|observation|tool_call|details')}"
    r"|思考(?:过程|過程)?|思[维維](?:链|鏈)?|推理(?:过程|過程)?"
)
"""Names that only a tag has; in square brackets some of them, as [plan], are words of the answer."""
_SIGNED = rf"(?:(?:{_WORD}:|ant)?(?:{_NAMED_SO}))(?:[ ][^<>\[\]\n]{{0,80}})?"
_SLASH = r"[ ]?(?P<close{}>[/／]?)[ ]?"

_TAG = re.compile(
    rf"(?:<|&lt;|＜|◁|〈)[|｜]?{_SLASH.format('')}{_SIGNED}[|｜]?(?:>|&gt;|＞|▷|〉)"
    rf"|\[\|?{_SLASH.format('_square')}(?:[a-z]{{1,10}}:|ant)?(?:{_NAMED})(?:[ ][^<>\[\]\n]{{0,80}})?\|?\]"
    r"|<\|(?P<begin>begin_of|start|begin)_?(?:thought|thinking)\|>|<\|(?P<end>end_of|end)_?(?:thought|thinking)\|>"
    r"|<\|channel>(?P<gemma>thought)|(?P<gemma_end><channel\|>)|(?P<unused><unused94>(?:thought)?)|(?P<unused_end><unused95>)",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    rf"[<＜][ ]?(?P<close>[/／]?)[ ]?(?:(?:{_both_widths('final')}{_BETWEEN}?)?{_both_widths('answer')}|"
    rf"{_both_widths('response|final')})(?:-[0-9a-z]{{1,20}})?[ ]?[>＞]"
    r"|<\|(?P<begin>start_response|begin_of_solution)\|>|<\|(?P<end>end_response|end_of_solution)\|>",
    re.IGNORECASE,
)
_CHANNEL = re.compile(r"<\|channel\|>\s*(\w{1,20})[^<]{0,80}(?:<\|constrain\|>[^<]{0,40})?<\|message\|>", re.IGNORECASE)
_MESSAGE_END = re.compile(r"<\|(?:end|start|channel|return|call)\|>", re.IGNORECASE)
_TOKEN = re.compile(
    r"<\|(?:im_start|im_end|im_sep|endoftext|end_of_text|begin_of_text|eot_id|eom_id|start|end|return|message|call|"
    r"start_of_turn_token|end_of_turn_token|end|user|assistant|system)\|>(?:assistant\b)?"
    r"|</?(?:s|end_of_turn|start_of_turn|eos|bos)>",
    re.IGNORECASE,
)
_BARE = re.compile(r"\s*(?:analysis|commentary)(?=[^\W\da-z_]|\W*[\u3400-\u9fff])")
"""A channel's name whose marks the server has taken off: `analysisThe user asks …assistantfinalBy the door.`"""
_BARE_FINAL = "assistantfinal"

_ANY = re.compile(r"<\s?(?P<close>[/／]?)\s?(?P<name>[^\W\d_][\w:.\-]{0,40})(?:\s[^<>]{0,80})?>", re.IGNORECASE)
_KNOWN = re.compile(
    r"(?:b|i|u|s|q|p|a|em|strong|br|hr|span|div|small|sub|sup|mark|ul|ol|li|h[1-6]|code|pre|table|t[rdh]|tbody|thead|"
    r"body|html|speak|say|voice|prosody|break|emphasis|lang|phoneme|audience-\w+)",
    re.IGNORECASE,
)
"""Tags that stand around words of an answer: these are held by the safety, as markup."""
_COMMENT = re.compile(r"<!--(?:[^-]|-(?!->))*+(?:-->|\Z)")
_WRITTEN_LESS = re.compile(r"&(?:lt|#0{0,4}60|#x0{0,4}3c);|\\u003c", re.IGNORECASE)
_WRITTEN_GREATER = re.compile(r"&(?:gt|#0{0,4}62|#x0{0,4}3e);|\\u003e", re.IGNORECASE)
_HIDDEN = re.compile("(?<=[A-Za-z<])[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+(?=[A-Za-z>/])")
"""Signs without a width inside Latin words."""

_HALF = re.compile(
    r"(?:[<＜◁〈][^<>\n]{0,100}|&[a-z]{0,3}|&lt;[^<>\n]{0,100}|\[[/／]?[A-Za-zａ-ｚ_＿|: ]{0,24})\Z", re.IGNORECASE
)
"""What may become a tag with the next piece."""


class AnswerFilter:
    """Takes what one model writes, and gives what of it is known to be the answer.

    Attributes:
        proven: what comes now is known to be the answer.
        given: something of the answer was given.
    """

    def __init__(self, mark: str = "", *, plain: bool = False) -> None:
        """Makes the filter for one answer.

        Args:
            mark: the letters of the tag that the answer was asked to begin with; "" when none was.
            plain: it is known from the start that nothing but an answer comes.
        """
        self.proven = plain
        self.given = False
        self._mark = mark
        self._rest = ""  # what is neither given nor dropped
        self._inside = self._over = False
        self._thinks = False  # what came last is thought for certain
        self._labels = LabelFilter()
        letters = re.escape(mark)
        self._own = re.compile(rf"<\s?answer-{letters}\s?>", re.IGNORECASE) if mark else None
        self._own_end = re.compile(rf"<\s?/\s?answer-{letters}\s?>", re.IGNORECASE) if mark else None

    @property
    def unsure(self) -> str:
        """What may turn out to be the answer, for eyes only; "" while it is thought for certain."""
        return "" if self.proven or self._thinks else self._rest.strip()

    def feed(self, text: str, *, apart: bool = False) -> str:
        """More of what is written; what of the answer is certain now.

        Args:
            apart: the server sends thoughts apart from the answer, and this is of the answer.
        """
        since = max(0, len(self._rest) - MOST_TAG - 8)
        self._rest += text
        if not self.proven:
            self.proven = apart or self._marked(since)
            if not self.proven:
                self._find_tags(since)
                return ""
        return self._given(self._stream(final=False))

    def close(self) -> str:
        """No more comes; the rest of the answer."""
        if self.proven:
            return self._given(self._stream(final=True))
        rest, self._rest = self._rest, ""
        return self._given(answer_in(rest, self._mark))

    def _given(self, text: str) -> str:
        self.given = self.given or any(each.isalnum() for each in text)
        return text

    def _marked(self, since: int) -> bool:
        """Whether the mark has come, with nothing before it but thoughts that were closed."""
        if self._own is None or (found := self._own.search(self._rest, since)) is None:
            return False
        before = self._rest[: found.start()].rstrip()
        ended = [each.end() for each in _TAG.finditer(before, max(0, len(before) - MOST_TAG - 8)) if _closes(each)]
        if before and not (ended and ended[-1] == len(before)):
            return False  # it may be spoken of in thoughts
        self._rest = self._rest[found.end() :].lstrip()
        return True

    def _find_tags(self, since: int) -> None:
        for tag in _TAG.finditer(self._rest, since):
            self._thinks = not _closes(tag)
        if _BARE.match(self._rest) or _CHANNEL.search(self._rest, since):
            self._thinks = True

    def _stream(self, *, final: bool) -> str:
        """What of the rest is answer for certain: no thoughts, no tags, and nothing that may become a tag."""
        out: list[str] = []
        while self._rest and not self._over:
            thought, other = _TAG.search(self._rest), self._other()
            found = min(filter(None, (thought, other)), key=lambda each: each.start(), default=None)
            if found is None:
                break
            if not self._inside:
                out.append(self._rest[: found.start()])
            self._rest = self._rest[found.end() :]
            if found is thought:
                self._inside = not _closes(found)
            elif self._own_end is not None and self._own_end.fullmatch(found[0]) and not self._inside:
                self._over = True
        half = None if final else _HALF.search(self._rest, max(0, len(self._rest) - MOST_TAG - 8))
        end = half.start() if half is not None else len(self._rest)
        if not (self._inside or self._over):
            out.append(self._rest[:end])
        self._rest = self._rest[end:] if not (self._over or (final and self._inside)) else ""
        return self._labels.feed("".join(out), final=final or self._over)

    def _other(self) -> re.Match[str] | None:
        found = filter(None, (_ANSWER.search(self._rest), _TOKEN.search(self._rest)))
        return min(found, key=lambda each: each.start(), default=None)


def answer_in(text: str, mark: str = "") -> str:
    """The answer in a whole text, with no thoughts, no tags and no labels; "" when there is none.

    Args:
        text: all that a model wrote.
        mark: the letters of the tag that the answer was asked to begin with; "" when none was.
    """
    return answer_behind(_untagged(text, mark)).strip()


def _untagged(text: str, mark: str) -> str:
    text = _COMMENT.sub("", _HIDDEN.sub("", _WRITTEN_GREATER.sub(">", _WRITTEN_LESS.sub("<", text))))
    if channels := list(_CHANNEL.finditer(text)):
        text = "\n".join(_message(text, each) for each in channels if each[1].lower() == "final")
    elif (place := text.rfind(_BARE_FINAL)) >= 0:
        text = text[place + len(_BARE_FINAL) :]
    elif _BARE.match(text):
        return ""
    text = _without_asides(_answered(text, mark))
    tags = list(_TAG.finditer(text))
    closed = [each for each in tags if _closes(each)]
    if closed:
        behind = text[closed[-1].end() :]
        tags = [each for each in tags if each.start() >= closed[-1].end()]
        if not _words(behind.partition(tags[0][0])[0] if tags else behind):
            return _plain(_outside(text))
        text, tags = behind, list(_TAG.finditer(behind))
    if tags:
        text = text[: tags[0].start()]  # thoughts that were never closed
    return _plain(text)


def _answered(text: str, mark: str) -> str:
    """What stands in the last answer's tags, or all of it when there are none."""
    tags = list(_ANSWER.finditer(text))
    own = [each for each in tags if mark and f"-{mark.lower()}" in each[0].lower()]
    begun = [each for each in (own or tags) if not (each["close"] or each["end"])]
    if not begun:
        return text
    behind = text[begun[-1].end() :]
    end = next((each for each in _ANSWER.finditer(behind) if each["close"] or each["end"]), None)
    return behind[: end.start()] if end is not None else behind


def _without_asides(text: str) -> str:
    """Without what stands in a pair of tags that nobody knows: a model gives its thoughts whatever name it likes.

    Also without what stands before a lone closing one, and "" where the whole text lies behind an opening one.
    """
    tags = [each for each in _ANY.finditer(text) if not (_KNOWN.fullmatch(each["name"]) or _is_known(each[0]))]
    last = {_name(each): each.end() for each in tags if each["close"]}
    out: list[str] = []
    at = 0
    for number, tag in enumerate(tags):
        if tag.start() < at:
            continue
        if tag["close"]:
            out, at = [], tag.end()
        elif last.get(_name(tag), 0) > tag.start():
            out.append(text[at : tag.start()])
            at = _end_of(tags, number, last[_name(tag)])
        elif not text[: tag.start()].strip():
            return ""
    return "".join([*out, text[at:]])


def _end_of(tags: list[re.Match[str]], number: int, last: int) -> int:
    """Where the pair ends that a tag opens; `last` where its closing ones are too few."""
    depth = 0
    for place in range(number, len(tags)):
        tag = tags[place]
        if _name(tag) == _name(tags[number]):
            depth += -1 if tag["close"] else 1
            if not depth:
                return tag.end()
    return last


def _name(tag: re.Match[str]) -> str:
    return tag["name"].casefold()


def _is_known(tag: str) -> bool:
    return bool(_TAG.fullmatch(tag) or _ANSWER.fullmatch(tag) or _TOKEN.fullmatch(tag))


def _outside(text: str) -> str:
    """What stands outside all thoughts, where every one of them was opened and closed."""
    out, at, depth = [], 0, 0
    for tag in _TAG.finditer(text):
        if not depth:
            out.append(text[at : tag.start()])
        depth += -1 if _closes(tag) else 1
        if depth < 0:
            return ""
        at = tag.end()
    return "" if depth else "".join([*out, text[at:]])


def _message(text: str, channel: re.Match[str]) -> str:
    end = _MESSAGE_END.search(text, channel.end())
    return text[channel.end() : end.start() if end is not None else len(text)]


def _closes(tag: re.Match[str]) -> bool:
    return bool(tag["close"] or tag["close_square"] or tag["end"] or tag["gemma_end"] or tag["unused_end"])


def _plain(text: str) -> str:
    return _TOKEN.sub("", _ANSWER.sub("", text)).strip()


def _words(text: str) -> bool:
    return any(each.isalnum() for each in text)
