"""No pattern over words from outside can make the show wait: what a regular expression costs grows as its text does.

Every place where `re` is called is found in the sources. A pattern that stands there as a literal, or in a constant of
its module, is tried by itself; one that is put together at run time has its samples in `PUT_TOGETHER`. Each is given
the texts that are known to be the worst for its kind: what it begins with, and then one of its own signs again and
again. What is judged is how the time grows from a text to one sixteen times as long, and never how long it takes.
"""

from __future__ import annotations

import ast
import itertools
import re
import re._constants as codes  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.house.source import APPLICATION, ROOT, files, place, tree_of

ROOMS = (*APPLICATION, "packaging")
USES = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")

LENGTHS = (10, 20, 250, 2500)
"""Repeats. From the third to the last a linear pattern takes ten times as long, a quadratic one a hundred times, a
cubic one a thousand times; an exponential one is seen in the first two."""
ALLOWED = 4.0
"""Times the linear growth; noise, and what a text costs at all, lie between."""
LEAST_S = 30e-6
"""Shorter than this a clock tells nothing."""


@dataclass(frozen=True)
class Pattern:
    """One regular expression, where it stands, and how it is used."""

    where: str
    compiled: re.Pattern[str]
    uses: frozenset[str]

    def __str__(self) -> str:
        return self.where


def _lexicon() -> list[re.Pattern[str]]:
    from console.answer.text.lexicon import Lexicon, entry_of

    found = Lexicon([entry_of("Lin Mei", "Lin May"), entry_of("王大明", "王大銘")])._search("en")
    assert found is not None
    return [found[0]]


def _injection() -> list[re.Pattern[str]]:
    from console.answer.safety import injection

    return [*injection._LATIN, *injection._HAN]


def _ranking() -> list[re.Pattern[str]]:
    from console.answer.llm import ranking

    return [*(pattern for _, pattern in ranking._intents()), *ranking._same()]


def _directions() -> list[re.Pattern[str]]:
    from console.answer.text import stage_directions

    return [stage_directions._ACTED, stage_directions._ACTED_SMALL, stage_directions._HAN_ACTED]


def _labels() -> list[re.Pattern[str]]:
    from console.answer.llm import labels

    return [labels._LABELLED, labels._THOUGHT_LABEL, labels._ANSWER_LABEL, labels._ANSWER_INSIDE]


def _soundalike() -> list[re.Pattern[str]]:
    from console.answer.safety import soundalike

    tables = (*soundalike._SPELLED, *soundalike._SOUNDS)
    return [*(re.compile(pattern) for pattern, _ in tables), soundalike._VOWEL_RUN]


def _thoughts() -> list[re.Pattern[str]]:
    from console.answer.llm import thoughts

    asked = thoughts.AnswerFilter("4f2a")
    assert asked._own is not None and asked._own_end is not None
    return [thoughts._TAG, thoughts._ANSWER, asked._own, asked._own_end]


def _lookalikes() -> list[re.Pattern[str]]:
    from console.answer.safety import lookalikes

    return [lookalikes._LATIN]


def _word_forms() -> list[re.Pattern[str]]:
    from console.answer.safety import word_forms

    masked = re.compile("f[a-z]ck")  # as long as the word is, letter by letter
    return [masked, re.compile(rf"{word_forms.MASKED.pattern}|{word_forms.TOKEN.pattern}")]


PUT_TOGETHER: dict[str, Callable[[], list[re.Pattern[str]]]] = {
    "console/answer/text/full_stops.py": lambda: [re.compile(r"(?<!\d)4[.．](?!\d)")],  # the item before
    "console/answer/safety/injection.py": _injection,
    "console/answer/text/lexicon.py": _lexicon,
    "console/answer/safety/lookalikes.py": _lookalikes,
    "console/answer/safety/soundalike.py": _soundalike,
    "console/answer/text/stage_directions.py": _directions,
    "console/answer/llm/labels.py": _labels,
    "console/answer/llm/ranking.py": _ranking,
    "console/answer/llm/thoughts.py": _thoughts,
    "console/answer/safety/word_forms.py": _word_forms,
}
UNKNOWN = [re.compile("put together where nobody knows")]
"""Files whose patterns are put together at run time, and samples of those."""


def test_patterns_are_found_by_their_module_s_own_name() -> None:
    """`import re as …` and `from re import …` would hide patterns from the search for them."""
    for path in files(*ROOMS):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.ImportFrom):
                assert node.module not in ("re", "regex"), path
            if isinstance(node, ast.Import):
                assert not any(each.name == "regex" or (each.name == "re" and each.asname) for each in node.names), path


def _that_say(words: str) -> list[Path]:
    """The files in whose text a pattern is found; only they are parsed, for the list is made before any test runs."""
    return [path for path in files(*ROOMS) if re.search(words, path.read_text("utf-8"))]


def patterns() -> Iterator[Pattern]:
    uses = _uses()
    for path in _that_say(r"\bre\.[a-z]+\("):
        name, tree = path.relative_to(ROOT).as_posix(), tree_of(path)
        named = {
            id(each.value): _target(each) for each in ast.walk(tree) if isinstance(each, (ast.Assign, ast.AnnAssign))
        }
        together = False
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "re"):
                continue
            if node.func.attr not in (*USES, "compile"):
                continue
            if isinstance(node.args[0], ast.Constant):
                kept = node.func.attr == "compile"
                how = uses.get(named.get(id(node), ""), frozenset(USES)) if kept else frozenset({node.func.attr})
                yield Pattern(place(path, node.lineno), _compiled(node, kept), how)
            else:
                together = True
        if together:
            for number, compiled in enumerate(PUT_TOGETHER.get(name, lambda: UNKNOWN)()):
                yield Pattern(f"{name} #{number}", compiled, frozenset({"search"}))


def _compiled(call: ast.Call, kept: bool) -> re.Pattern[str]:
    """The pattern of a call with a literal, with its flags where it is `re.compile`."""
    literal = call.args[0]
    assert isinstance(literal, ast.Constant)
    flags = [*call.args[1:], *(each.value for each in call.keywords if each.arg == "flags")] if kept else []
    value = eval(compile(ast.Expression(flags[0]), "flags", "eval"), {"re": re}) if flags else 0
    return re.compile(literal.value, value)


def _target(node: ast.Assign | ast.AnnAssign) -> str:
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    return target.id if isinstance(target, ast.Name) else ""


def _uses() -> dict[str, frozenset[str]]:
    """Constant → the methods it is used by, in any file; a constant that is handed on is used by all."""
    found: dict[str, set[str]] = {}
    for path in _that_say(rf"\.({'|'.join(USES)})\b"):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Attribute) and node.attr in USES:
                owner = node.value
                name = (
                    owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""
                )
                found.setdefault(name, set()).add(node.attr)
    return {name: frozenset(uses) for name, uses in found.items()}


# -- texts that are hard for a pattern --------------------------------------------------------------------------------


def texts(compiled: re.Pattern[str], repeats: int) -> Iterator[str]:
    tree = list(parser.parse(compiled.pattern, compiled.flags & ~re.UNICODE))
    signs = list(dict.fromkeys([*_signs(tree), " ", "a", "0", "."]))[:12]
    begins = list(dict.fromkeys("".join(map(_sample, tree[:count])) for count in range(len(tree) + 1)))
    pumps = [*signs, *(one + other for one in signs[:4] for other in signs[:4] if one != other)]
    for begin in begins:
        for pump in [*pumps, begin]:
            for end in ("", "\x01"):
                yield begin + pump * (repeats // max(1, len(pump))) + end


def _signs(tree: Iterable[Any]) -> Iterator[str]:
    """One sign of each kind that a pattern speaks of."""
    for code, value in tree:
        if code is codes.LITERAL:
            yield chr(value)
        elif code is codes.NOT_LITERAL:
            yield "a" if chr(value) != "a" else "b"
        elif code is codes.ANY:
            yield "x"
        elif code is codes.IN:
            yield _sample((code, value))
            yield from (_one(each) for each in value if each[0] is not codes.NEGATE)
        elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            yield from _signs(value[2])
        elif code is codes.SUBPATTERN:
            yield from _signs(value[3])
        elif code is codes.BRANCH:
            for each in value[1]:
                yield from list(_signs(each))[:3]
        elif code in (codes.ASSERT, codes.ASSERT_NOT):
            yield from _signs(value[1])
        elif code is codes.ATOMIC_GROUP:
            yield from _signs(value)


_OF_CATEGORY = {
    codes.CATEGORY_DIGIT: "0", codes.CATEGORY_NOT_DIGIT: "a", codes.CATEGORY_SPACE: " ",
    codes.CATEGORY_NOT_SPACE: "a", codes.CATEGORY_WORD: "a", codes.CATEGORY_NOT_WORD: "-",
}  # fmt: skip


def _one(item: tuple[Any, Any]) -> str:
    code, value = item
    if code is codes.LITERAL:
        return chr(value)
    if code is codes.RANGE:
        return chr(value[0])
    return _OF_CATEGORY[value]


def _sample(item: tuple[Any, Any]) -> str:
    """A short text that an element takes."""
    code, value = item
    if code is codes.LITERAL:
        return chr(value)
    if code in (codes.NOT_LITERAL, codes.ANY):
        return "x"
    if code is codes.IN:
        if value[0][0] is codes.NEGATE:
            inside = re.compile("[" + "".join(_written(each) for each in value[1:]) + "]")
            return next(each for each in "a -0字\n." if not inside.match(each))
        return _one(value[0])
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        return "".join(map(_sample, value[2])) * max(1, value[0])
    if code is codes.SUBPATTERN:
        return "".join(map(_sample, value[3]))
    if code is codes.BRANCH:
        return "".join(map(_sample, value[1][0]))
    if code is codes.ATOMIC_GROUP:
        return "".join(map(_sample, value))
    return ""


_CLASSES = {
    codes.CATEGORY_DIGIT: r"\d", codes.CATEGORY_NOT_DIGIT: r"\D", codes.CATEGORY_SPACE: r"\s",
    codes.CATEGORY_NOT_SPACE: r"\S", codes.CATEGORY_WORD: r"\w", codes.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip


def _written(item: tuple[Any, Any]) -> str:
    code, value = item
    if code is codes.LITERAL:
        return re.escape(chr(value))
    if code is codes.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    return _CLASSES[value]


# -- how they grow ----------------------------------------------------------------------------------------------------


def _took(compiled: re.Pattern[str], use: str, text: str) -> float:
    begun = time.process_time()
    if use in ("search", "match", "fullmatch"):
        getattr(compiled, use)(text)
    else:
        for _ in compiled.finditer(text):
            pass
    return time.process_time() - begun


def grows_too_fast(compiled: re.Pattern[str], uses: Iterable[str]) -> str:
    """The text on which a pattern's time grows faster than the text, shortened, or ""."""
    uses = sorted({use if use in ("search", "match", "fullmatch") else "finditer" for use in uses})
    for use in uses:
        for ladder in zip(*(texts(compiled, each) for each in LENGTHS), strict=True):
            if told := _too_fast(compiled, use, ladder):
                return told
    return ""


def _too_fast(compiled: re.Pattern[str], use: str, ladder: tuple[str, ...]) -> str:
    """What a ladder of ever longer texts of one kind shows, or ""."""
    before = max(LEAST_S, _took(compiled, use, ladder[0]))
    for shorter, longer in itertools.pairwise(range(len(ladder))):
        text, limit_s = ladder[longer], ALLOWED * before * LENGTHS[longer] / LENGTHS[shorter]
        took = _took(compiled, use, text)
        if took > limit_s:
            took = min(took, *(_took(compiled, use, text) for _ in range(2)))
        if took > limit_s:
            return f"{use} {text[:40]!r}… ({len(text)}: {took * 1000:.2f} ms, before {before * 1000:.2f} ms)"
        before = max(LEAST_S, took)
    return ""


ALL = list(patterns())


def test_there_are_patterns() -> None:
    assert len(ALL) > 60


def test_whoever_puts_a_pattern_together_is_known() -> None:
    unknown = [each.where for each in ALL if each.compiled in UNKNOWN]
    assert not unknown, "give samples of their patterns in PUT_TOGETHER"


@pytest.mark.parametrize("pattern", ALL, ids=str)
def test_time_grows_as_the_text_does(pattern: Pattern) -> None:
    found = grows_too_fast(pattern.compiled, pattern.uses)
    assert not found, f"{pattern.where}: {pattern.compiled.pattern[:80]}: {found}"


@pytest.mark.parametrize("bad", [r"(a+)+$", r"\s+$", r"\s*(#{1,6})\s+(.*?)\s*#*\s*$", r"a.*b.*c", r"\*(.+?)\*\*"])
def test_a_pattern_that_does_not_is_seen(bad: str) -> None:
    assert grows_too_fast(re.compile(bad), ["search"])
