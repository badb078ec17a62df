"""Which facts a question is about: BM25 over words of letters and pairs of Chinese characters.

BM25: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), k1 = 1.2, b = 0.75.
What is added: words that a hall uses for the same thing count as one, and what a question asks for (where, when …) is
a word too. Own code, since the libraries know neither Chinese pairs nor how much of a question was matched.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from console.answer.safety.normal_form import is_han, normalised

K1, B = 1.2, 0.75

ABOUT_WEIGHT = 3
"""A word in a fact's question counts so much more than one in its answer."""

_SAME = (
    "toilet,restroom,washroom,bathroom,lavatory,厕所,洗手间,化妆室,卫生间,盥洗室",
    "parking,park,carpark,停车,停车场,泊车",
    "wifi,wi fi,internet,wireless,无线网,上网,网路,网络",
    "cloakroom,coat check,coat,寄物,衣帽间,存包,寄放,存放",
    "food,eat,dinner,snack,restaurant,吃,餐,晚餐,晚饭,食物,用餐,餐厅,美食,食",
    "drink,bar,water,beverage,饮料,喝,饮水,酒水,茶水",
    "photo,picture,photograph,camera,filming,拍照,照相,相片,摄影,照片,录影,录像,影相,合照",
    "ticket,admission,(?<![股投支邮钞彩发])票,门票,入场券",
    "password,passcode,密码",
    "price,cost,fee,how much,charge,free of charge,价格,多少钱,费用,收费,票价,几多钱,几钱",
    "start,begin,beginning,opening time,开始,开场,开演,几点开始",
    "finish,end,over,close,closing,结束,散场,终场,关门,完场",
    "metro,mrt,subway,underground,bus,train,地铁,捷运,公车,巴士,公交,交通,港铁",
    "exit,emergency,evacuation,出口,逃生,紧急,疏散",
    "wheelchair,accessible,disabled,lift,elevator,轮椅,无障碍,电梯,升降机",
    "first aid,doctor,medical,sick,急救,医护,医疗,不舒服",
    "lost,found,lost property,失物,遗失,丢,不见了,招领",
    "child,children,kid,kids,baby,儿童,小孩,孩子,婴儿,小朋友,亲子",
    "raffle,prize,draw,lottery,抽奖,奖品,大奖",
    "intermission,break,interval,中场,休息",
    "sponsor,sponsored,partner,赞助,赞助商,合作伙伴",
    "programme,program,schedule,agenda,节目,节目单,流程,行程,议程,时间表",
    "host,presenter,mc,emcee,who are you,your name,你是谁,你叫什么,你系边个,你叫咩名,主持,主持人,司仪",
    "organiser,organizer,organised,主办,主办方,主办单位",
    "seat,seating,row,座位,位子,位置,坐",
)

_INTENTS = (
    (
        "where",
        "where|which way|how (?:do|can) (?:i|we) (?:get|find|go)|location|"
        "哪里|哪儿|哪边|在哪|何处|边度|边处|怎么去|怎么走|地点|地址",
    ),
    ("when", "when|what time|how long until|几点|何时|什么时候|啥时候|几时|多久|时间|几点钟"),
    ("who", r"\bwho\b|whose|谁|哪位|边个|哪些人|什么人"),
    ("how many", "how many|多少人|几个|几位|多少个|几多"),
)

_STOP_WORDS = """
the a an is are was were be been am do does did of to in on at for and or i you we it its this that there
here can could will would should shall may please tell me my your our us about have has had with from by as
so if not no any some get got go going find know like want need let s t m re ll ve where when who whose what
which how why many much long time way today tonight now just also then they he she them his her their take
leave play perform sing happen use bring give put make look"""
_STOP = frozenset(_STOP_WORDS.split())

_STOP_HAN = re.compile(
    "请问|一下|表演|演奏|演唱|我想|想要|想问|知道|告诉|可以|可不可以|能不能|有没有|是不是|什么|甚么|怎么|"
    "怎样|如何|哪里|哪儿|哪边|在哪|哪位|谁|几点|何时|时候|今天|今晚|现在|这个|那个|这里|那里|我们|你们|他们|"
    "大家|这次|本次|边度|边个|点样|有冇|系咪|唔该|请|吗|呢|吧|啊|呀|啦|喔|哦|的|嘅|了|是|系|有|在|喺|我|你|"
    "您|妳|他|她|它|会|要|能|和|与|跟|及|到|去|就|都|也|很|把|被|对|从|给|让|几|多少|多久|哪"
)


@dataclass(frozen=True)
class Match:
    """A fact that fits a question.

    Attributes:
        number: which.
        score: BM25; only to compare with others of the same question.
        covered: how much of the question's weight was found in it, 0 to 1.
    """

    number: int
    score: float
    covered: float


class Ranking:
    """Facts, ready to be searched."""

    def __init__(self, facts: Sequence[tuple[str, str]]) -> None:
        """Args: facts: for each, what it is about and what else it says."""
        self._documents: list[Counter[str]] = []
        for about, more in facts:
            words = Counter(terms(more))
            for word, count in Counter(terms(about)).items():
                words[word] += ABOUT_WEIGHT * count
            self._documents.append(words)
        self._lengths = [sum(each.values()) for each in self._documents]
        self._mean = sum(self._lengths) / len(self._lengths) if self._lengths else 1.0
        spread = Counter(word for each in self._documents for word in each)
        count = len(self._documents)
        self._weights = {word: math.log(1 + (count - n + 0.5) / (n + 0.5)) for word, n in spread.items()}
        self._unknown = math.log(1 + (count + 0.5) / 0.5)

    def find(self, question: str, most: int = 5) -> list[Match]:
        """The facts that share a word with a question, the best first."""
        wanted = Counter(terms(question))
        content = {word: self._weight(word) for word in wanted if not word.startswith("?")}
        whole = sum(content.values())
        found = []
        for number, document in enumerate(self._documents):
            score = sum(self._part(word, document, self._lengths[number]) for word in wanted if word in document)
            got = sum(weight for word, weight in content.items() if word in document)
            if got and whole:
                found.append(Match(number, score, got / whole))
        return sorted(found, key=lambda match: (-match.score, match.number))[:most]

    def _part(self, word: str, document: Counter[str], length: int) -> float:
        often = document[word]
        return self._weight(word) * often * (K1 + 1) / (often + K1 * (1 - B + B * length / self._mean))

    def _weight(self, word: str) -> float:
        weight = self._weights.get(word, self._unknown)
        return weight * 0.3 if len(word) == 1 and is_han(word) else weight


def terms(text: str) -> list[str]:
    """What of a text is compared: words, pairs of Chinese characters, `=n` for a known thing, `?where` for a wish."""
    plain = normalised(text)
    found = [f"?{name}" for name, pattern in _intents() if pattern.search(plain)]
    rest = plain
    for number, pattern in enumerate(_same()):
        if pattern.search(rest):
            found.append(f"={number}")
            rest = pattern.sub(" ", rest)
    words = [word for word in re.findall(r"[a-z0-9]+", rest) if word not in _STOP]
    found += [stem for word in words if (stem := _stem(word)) not in _STOP]
    for run in re.findall(r"[\u3400-\u9fff\uf900-\ufaff]+", _STOP_HAN.sub(" ", rest)):
        found += run
        found += [run[index : index + 2] for index in range(len(run) - 1)]
    return found


@cache
def _intents() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern)) for name, pattern in _INTENTS)


@cache
def _same() -> tuple[re.Pattern[str], ...]:
    groups = []
    for line in _SAME:
        words = sorted(line.split(","), key=len, reverse=True)
        parts = [word if any(map(is_han, word)) else rf"\b{word.replace(' ', '[ -]?')}s?\b" for word in words]
        groups.append(re.compile("|".join(parts)))
    return tuple(groups)


def _stem(word: str) -> str:
    for ending, length, instead in (("ies", 5, "y"), ("ing", 6, ""), ("ed", 5, ""), ("es", 5, "e"), ("s", 4, "")):
        if word.endswith(ending) and len(word) >= length and not word.endswith("ss"):
            return word[: -len(ending)] + instead
    return word
