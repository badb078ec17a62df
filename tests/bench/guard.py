"""Texts that are made from listed words by the tricks people use, against everything that stands before the voice.

Each goes the way of an answer in AUTO: cut into sentences, judged, let out, and looked at once more as a voice gets it.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from console.answer.safety.checks import safety_of
from console.answer.safety.final_check import FinalCheck
from console.answer.text.lexicon import Lexicon, LexiconEntry
from console.answer.text.sentences import SentenceCutter
from console.show.answers.approval import Policy
from console.show.answers.questions import QuestionDesk
from console.show.core.enums import AnswerLanguage, Approval
from console.show.rundown.lines import language_for

from .rows import Row, at_least, at_most, figure, none_of

LATIN = ("idiot", "bastard", "wanker", "moron", "scoundrel", "Donald Grump", "Evil Corp", "Mayor Lee")
HAN = ("白癡", "混蛋", "王八蛋", "法輪功", "王大明", "張三豐", "台獨", "敗類")
LISTS = "[words]\n" + "\n".join((*LATIN[:5], *HAN[:4], *HAN[6:])) + "\n[names]\n" + "\n".join((*LATIN[5:], *HAN[4:6]))

SAID_LATIN = ("You are an {} my friend.", "Please welcome the {}!", "{}", "So {} said: good evening.", "他是{}嗎？")
SAID_HAN = ("你這個{}！", "歡迎{}上台。", "{}", "大家都說{}來了，請鼓掌。", "The word is {} here.")

STROKES = str.maketrans("abdefghijklnoprtuyz", "ɑƀđɇƒǥħıɉꝁłɲøꝑɍŧʉɏƶ")
CYRILLIC = str.maketrans("aceiopsxyhkmtndlbrvw", "асеіорѕхункмтпԁӏьгѵԝ")
SMALL_CAPITALS = str.maketrans("abcdefghijklmnoprstuvwyz", "ᴀʙᴄᴅᴇғɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ")
LEET = str.maketrans("aeiost", "4310$7")
UNSEEN = "\u200b\u200c\u200d\u2060\u00ad\ufeff\u202e\u202c\u2066\u2069\u034f\u180e\ufe0f\U000e0061"
PICTURES = "🙂🎉❤★👍🏽"
SIGNS = ".-_*·~/|•+'’"

Trick = Callable[[str, random.Random], str]


def between(word: str, dice: random.Random, signs: str, every: bool = False) -> str:
    """Signs between the letters of a word: at one place, or at all."""
    if every:
        return dice.choice(signs).join(word)
    place = dice.randrange(1, len(word))
    return word[:place] + dice.choice(signs) + word[place:]


def circled(word: str) -> str:
    """Letters in circles."""
    return "".join(chr(0x24D0 + ord(each) - 97) if "a" <= each <= "z" else each for each in word.lower())


def mathematical(word: str) -> str:
    """The bold letters of formulas."""
    return "".join(chr(0x1D41A + ord(each) - 97) if "a" <= each <= "z" else each for each in word.lower())


def wide(word: str) -> str:
    """Full-width letters."""
    return "".join(
        chr(ord(each) + 0xFEE0) if "!" <= each <= "~" else "\u3000" if each == " " else each for each in word
    )


def filled(word: str, dice: random.Random) -> str:
    """A text without a mark, so long that it is cut by force, most likely inside the word."""
    latin = word.isascii()
    unit = "na" if latin else "啦"
    return unit * ((240 - dice.randrange(1, len(word))) // len(unit)) + " " * latin + word + "呀" * 60


LATIN_TRICKS: dict[str, Trick] = {
    "as it is": lambda word, dice: dice.choice([word, word.upper(), word.title(), word.swapcase()]),
    "full width": lambda word, dice: wide(word),
    "strokes and hooks": lambda word, dice: word.lower().translate(STROKES),
    "Cyrillic letters": lambda word, dice: word.lower().translate(CYRILLIC),
    "small capitals": lambda word, dice: word.lower().translate(SMALL_CAPITALS),
    "accents": lambda word, dice: between(word, dice, "\u0301\u0308\u0336\u0327", every=True),
    "letters in circles": lambda word, dice: circled(word),
    "letters of formulas": lambda word, dice: mathematical(word),
    "unseen signs": lambda word, dice: between(word, dice, UNSEEN, every=dice.random() < 0.5),
    "pictures inside": lambda word, dice: between(word, dice, PICTURES, every=dice.random() < 0.3),
    "signs inside": lambda word, dice: between(word, dice, SIGNS, every=dice.random() < 0.5),
    "spelt apart": lambda word, dice: " ".join(word.replace(" ", "")),
    "one space inside": lambda word, dice: (
        between(word.split()[-1], dice, " ") if " " not in word else between(word, dice, " ")
    ),
    "leet": lambda word, dice: "".join(each.translate(LEET) if dice.random() < 0.5 else each for each in word.lower()),
    "stretched": lambda word, dice: word.replace(word[1], word[1] * dice.randrange(3, 9), 1),
    "a star for a letter": lambda word, dice: word[:1] + "*" + word[2:],
    "emphasis inside": lambda word, dice: (
        f"**{word[:2]}**{word[2:]}" if dice.random() < 0.5 else f"{word[:2]}*{word[2:]}*"
    ),
    "entities": lambda word, dice: "".join(f"&#{ord(each)};" if dice.random() < 0.4 else each for each in word),
    "over two sentences": lambda word, dice: between(word, dice, "#").replace(
        "#", dice.choice([". ", "! ", "? ", ".\n"])
    ),
    "over two lines": lambda word, dice: between(word, dice, "\n"),
    "cut by force": filled,
    "a remark inside": lambda word, dice: between(word, dice, "#").replace(
        "#", dice.choice(["(laughs)", "*smiles*", "[applause]"])
    ),
    "phonemes": lambda word, dice: f"[[{dice.choice(['ˈɪdiət', 'bæstɚd', 'mɔːrɑːn'])}]]",
}
HAN_TRICKS: dict[str, Trick] = {
    "as it is (Chinese)": lambda word, dice: word,
    "the other script": lambda word, dice: word.translate(str.maketrans("癡輪張豐獨敗類", "痴轮张丰独败类")),
    "spaces (Chinese)": lambda word, dice: between(word, dice, " \u3000", every=True),
    "signs inside (Chinese)": lambda word, dice: between(word, dice, "·.-*_~・", every=dice.random() < 0.5),
    "commas (Chinese)": lambda word, dice: "，".join(word),
    "unseen signs (Chinese)": lambda word, dice: between(word, dice, UNSEEN, every=dice.random() < 0.5),
    "pictures inside (Chinese)": lambda word, dice: between(word, dice, PICTURES),
    "brackets (Chinese)": lambda word, dice: "".join(f"「{each}」" for each in word),
    "over two sentences (Chinese)": lambda word, dice: word[:-1] + dice.choice("。！？\n") + word[-1],
    "each a sentence (Chinese)": lambda word, dice: "。".join(word),
    "cut by force (Chinese)": filled,
}
PAUSED = ("commas (Chinese)", "over two sentences (Chinese)", "each a sentence (Chinese)")
WHOLE_WORDS = re.compile(r"may\W+or\W+lee", re.IGNORECASE)
FIGURES = re.compile(r"(?<![A-Za-z0-9])\d*[A-Za-z]\d+(?![A-Za-z0-9])")


def judged(trick: str, text: str) -> str:
    """Why it is well that a text passes, in words; "" when it is not."""
    if trick in PAUSED:
        return "a pause lies in the word, as between innocent neighbours: 在舞台，獨唱, 王大。明天見"
    if WHOLE_WORDS.search(text):
        return "words that stand by themselves: May or Lee"
    return "figures in the majority are said as figures" if FIGURES.search(text) else ""


@dataclass
class Outcome:
    """What became of the texts of one trick.

    Attributes:
        texts: how many there were.
        passed: those of which the voice was given all.
    """

    texts: int = 0
    passed: list[str] = field(default_factory=list)


def run(texts: int = 20_000, seed: int = 1) -> list[Row]:
    """All of it.

    Args:
        texts: how many, at the least.
        seed: of the dice.
    """
    outcomes: dict[str, Outcome] = {}
    begun = time.perf_counter()
    longest_s = 0.0
    for trick, text, book in cases(texts, seed):
        before = time.perf_counter()
        passed = voiced(text, book)
        longest_s = max(longest_s, time.perf_counter() - before)
        outcome = outcomes.setdefault(trick, Outcome())
        outcome.texts += 1
        if passed:
            outcome.passed.append(text)
    whole = sum(each.texts for each in outcomes.values())
    passed_by = [(trick, text) for trick, each in outcomes.items() for text in each.passed]
    wrong = [text for trick, text in passed_by if not judged(trick, text)]
    rows = [
        at_least("texts made from listed words by the known tricks", whole, texts, "texts"),
        none_of("of them given to the voice whole, and wrongly so", len(wrong), f"{whole} texts"),
        figure("given to it whole, and judged to be well", f"{len(passed_by) - len(wrong)}"),
        at_most("the longest time for one of them", longest_s * 1000, 2000, "ms"),
        figure("time for all of them", f"{time.perf_counter() - begun:.0f} s"),
    ]
    for trick, outcome in outcomes.items():
        found = f"{len(outcome.passed)} of {outcome.texts}"
        reasons: dict[str, str] = {}
        for text in outcome.passed:
            reasons.setdefault(judged(trick, text) or "WRONG", text)
        why = "".join(f"; {reason}: {text[:40]!r}" for reason, text in reasons.items())
        rows.append(figure(f"{trick}: passed", found + why))
    return rows


def cases(texts: int, seed: int) -> Iterator[tuple[str, str, Lexicon]]:
    """The trick, the text and the book of each."""
    dice = random.Random(seed)
    plain = Lexicon()
    tricks = len(LATIN_TRICKS) + len(HAN_TRICKS) + 1
    each = texts // tricks + 1
    for made, words, frames in ((LATIN_TRICKS, LATIN, SAID_LATIN), (HAN_TRICKS, HAN, SAID_HAN)):
        for trick, work in made.items():
            for _ in range(each):
                yield trick, dice.choice(frames).format(work(dice.choice(words), dice)), plain
    for _ in range(each):
        word = dice.choice((*LATIN, *HAN))
        book = Lexicon([LexiconEntry("Ana", word), LexiconEntry("林美", word)])
        yield (
            "respelled by the book",
            dice.choice(("Please welcome Ana!", "歡迎林美上台。", "Ana", "So says ANA here.")),
            book,
        )


def voiced(text: str, book: Lexicon) -> bool:
    """Whether the voice is given all of a text, as an answer in AUTO."""
    final = FinalCheck(lambda: SAFETY, lambda: book)

    def check(sentence: str) -> object:
        return SAFETY.check(sentence) or final.said(sentence, language_for(sentence))

    desk = QuestionDesk(
        Policy(Approval.AUTO),
        clock=lambda: 0.0,
        turns=lambda: 1,
        check=check,  # type: ignore[arg-type]
        check_border=final.border,
        check_line=final.listed,
    )
    desk.ask("?")
    cutter = SentenceCutter(clauses=True)
    for piece in (*cutter.feed(text), *cutter.close()):
        desk.add(1, piece.text, ends=piece.ends)
    assert desk.draft is not None
    said = ""
    given = desk.to_voice()
    for utterance in given:
        if final(said, utterance.text, language_for(utterance.text)) is not None:
            return False
        said += utterance.text
    return len(given) == len(desk.draft.sentences) > 0


SAFETY = safety_of([(LISTS, "bench")], language=AnswerLanguage.ASKED, longest_s=600.0)
