"""What the audience tries in order to take the host over, and how its words are wrapped before a model sees them.

Recognising is a net, not a wall: the wall is that a model's answer is checked like any other text, and approved.
"""

from __future__ import annotations

import re

from console.answer.safety.normal_form import Normal, is_han, normal
from console.show.answers.draft import HeldBack
from engine.text import Text

INJECTION = "This question tries to give the host orders (“{name}”): read it before it is answered."
MOST_QUESTION = 400
"""Characters of a question that are given to a model. A question for a hall is shorter."""

_TARGET = (
    r"(?:instruction|prompt|rule|guideline|direction|order|command|restriction|filter|persona|programming|training)s?"
)
_EARLIER = (
    r"(?:previous|prior|above|earlier|preceding|existing|original|initial|system|current|old|these|those|your|all|any"
    r"|the|my)"
)

_LATIN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:ignore|disregard|forget|override|overrule|bypass|skip|drop|violate|neglect)\b(?:\W+\w+){{0,3}}?\W+{_EARLIER}"
        rf"(?:\W+\w+){{0,3}}?\W+{_TARGET}\b",
        r"\b(?:ignore|disregard|forget) (?:everything|all|anything) (?:\w+ )?"
        r"(?:above|before|you were told|you know|said|prior)",
        r"\bignore (?:the|all|everything)(?: of)?(?: the)? above\b",
        rf"\b(?:do not|don t|stop) (?:follow|following|obey|obeying) (?:\w+ )?{_TARGET}",
        r"\b(?:new|updated|real|actual|following) (?:system )?(?:instructions|prompt|rules)\b.{0,3}(?: are| is|:)",
        r"\byou are now (?:a|an|the|my|in|no longer|called|free|dan|unrestricted|evil)\b",
        r"\bfrom now on,? (?:you|act|behave|answer|respond|speak|reply|your)\b",
        r"\b(?:act|behave|respond|answer) as if you (?:were|are|have|had)\b",
        r"\bpretend (?:to be|you are|you re|that you|there are no)\b",
        r"\b(?:system|developer|hidden|initial|secret) (?:prompt|message|instructions?)\b",
        rf"\b(?:reveal|repeat|print|show|output|recite|leak|display|tell me)\b(?:\W+\w+){{0,3}}?\W+your"
        rf"(?:\W+\w+){{0,2}}?\W+{_TARGET}",
        r"\bwhat (?:is|are|were) your (?:\w+ )?(?:instructions?|prompts?|guidelines|programming)\b",
        r"\b(?:developer|debug|god|admin|root|sudo|dan|jailbreak|maintenance|unrestricted) mode\b",
        r"\bjail ?break\w*",
        r"\bdo anything now\b",
        r"\b(?:repeat|say|read)(?: \w+){0,3} (?:after me|exactly|word for word|verbatim)\b",
        r"\b(?:say|repeat|announce|shout|speak) (?:the )?(?:following|this)(?: \w+){0,2}\s*[:“\"]",
        r"\bwithout (?:any )?(?:restrictions?|filters?|censorship|limits|moderation)\b",
        r"\b(?:end|close|exit) (?:of )?(?:the )?(?:question|audience|user input|quote)\b.{0,12}"
        r"\b(?:system|admin|operator|new)\b",
        r"<\|?/?(?:im_start|im_end|system|assistant|user|endoftext|s|inst|sys)\|?>",
        r"\[/?(?:inst|system|sys|assistant)\]",
        r"(?:^|\n)[^\w\n]*(?:system|assistant|developer|operator|admin)\s*(?:(?:note|message|override)\s*)?:",
        r"##\s*(?:system|instruction|new|assistant|response)",
        r"</?(?:audience|question|system)[^<>]*>",
        r"\b(?:base64|rot13)\b",
    )
)

_HAN_ORDER = (
    r"(?:指令|指示|提示|规则|设定|要求|命令|限制|规定|约束|人设|对话|内容|训练|说明|规矩|prompt|instructions?|rules)"
)
_HAN_EARLIER = (
    r"(?:之前|以前|先前|以上|上面|上述|前面|此前|所有|全部|一切|任何|原来|原本|原有|既有|"
    r"你的|妳的|您的|系统|你收到|那些|这些|现有|预设|previous|all)"
)

_HAN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:忽略|无视|忘记|忘掉|忘了|抛开|抛弃|丢掉|不要理会|不用理会|不理会|别理|别管|不要管|不用管|跳过|绕过|违反|不要遵守|不用遵守|不必遵守|别遵守|取消|清除|覆盖|推翻|ignore|forget|略过)"
        rf".{{0,6}}{_HAN_EARLIER}.{{0,8}}{_HAN_ORDER}",
        r"(?:忽略|无视|忘记|忘掉|不要理会|别管|略过)(?:以上|上面|上述|前面)",
        r"(?:从现在起|从现在开始|现在起|接下来|今后|往后)(?:请)?[你妳您](?:就)?(?:是|要|必须|只能|不再|叫|扮演|改|可以)",
        r"[你妳您]现在(?:是|扮演|变成|不再是|叫做?|开始是|进入)(?!不是|谁|在|几|哪|什么|第)",
        r"(?:请)?(?:扮演|假扮|假装|伪装|冒充)(?:成)?(?:一个|一名|一位|[你妳您]|自己|没有|主持人的|系统|管理员|开发)",
        r"系统(?:提示|指令|讯息|信息|消息|设定|prompt)|systemprompt|系统词",
        r"(?:告诉我|说出|念出|读出|输出|显示|列出|打印|重复|公开|透露|泄露|复述|背出|给我看|交出|是什么)[^。]{0,6}[你妳您]的?[^。]{0,4}"
        rf"{_HAN_ORDER}",
        r"[你妳您]的(?:初始|原始|隐藏|内部|秘密|系统|完整|后台)?(?:指令|提示词|提示语|系统提示|prompt)",
        r"(?:开发者|开发人员|调试|除错|上帝|管理员|维护|越狱|无限制|不受限|工程)模式",
        r"越狱(?!兔|的(?:电影|影集|剧))|dan模式",
        r"(?:跟[着著]?我|照[着著]?)(?:念|说|读|重复)|(?:重复|复述)我(?:说|下面|以下|接下来)|(?:逐字|一字不差|原封不动)",
        r"(?:念|说|读|喊|播报|宣布)出?(?:以下|下面|下列|后面)(?:的|这)?(?:内容|文字|话|句子|一?句|一?段|消息)?",
        r"(?:没有|不受|解除|取消|关闭|移除|绕过|突破)(?:任何|一切|所有|你的|安全|内容|了)*(?:限制|过滤|审查|约束|审核)",
        r"(?:我是|这里是)(?:你的)?(?:管理员|开发者|系统管理员|工程师|后台|程序员|主办方|导播)[^。]{0,12}(?:命令|要求|指示|授权|请你|立刻|现在|必须)",
        r"(?:新的?|真正的|更新的?)(?:系统)?(?:指令|提示词|(?:规则|设定)(?:是(?!什么|甚么|啥|谁)|如下))",
    )
)


def suspect(question: str) -> HeldBack | None:
    """Why a question should be read by a person before a model gets it, or None."""
    plain = normal(question)
    for pattern in _LATIN:
        if found := pattern.search(plain.text):
            return _held(question, plain.back(*found.span()))
    loose = _only(plain, lambda each: each.isalnum() or each in " \n:<>|/#[]")
    spelt = _only(plain, lambda each: each.isalnum() or is_han(each))
    for patterns, form in ((_LATIN, _spaced(loose)), (_HAN, spelt)):
        for pattern in patterns:
            if found := pattern.search(form.text):
                return _held(question, form.back(*found.span()))
    return _spelt_apart(question, plain)


def wrap(question: str, mark: str) -> str:
    """The audience's words between marks that they cannot contain, for a model.

    Args:
        question: as it was asked.
        mark: some random letters, new for each question: nobody in the hall can close the quotation.
    """
    words = "".join(each if each.isprintable() else " " for each in question)[:MOST_QUESTION]
    words = words.replace(mark, "").replace("<", "‹").replace(">", "›")
    return f"<audience-{mark}>\n{words}\n</audience-{mark}>"


def _only(plain: Normal, wanted: object) -> Normal:
    kept = [index for index, each in enumerate(plain.text) if wanted(each)]  # type: ignore[operator]
    return Normal("".join(plain.text[index] for index in kept), tuple(plain.origin[index] for index in kept))


def _spaced(plain: Normal) -> Normal:
    """Runs of spaces as one."""
    kept = [i for i, each in enumerate(plain.text) if not (each == " " and plain.text[i - 1 : i] == " ")]
    return Normal("".join(plain.text[index] for index in kept), tuple(plain.origin[index] for index in kept))


_SPELT = (
    r"(?:ignore|disregard|forget)(?:all|the|your|any|previous|prior|above|earlier)+(?:of)?(?:the|your)?(?:previous|prior|above|earlier)?"
    r"(?:instructions?|prompts?|rules?)"
    r"|systemprompt|developermode|jailbreak|doanythingnow|youarenow(?:dan|a|an|the|in|no)"
)


def _spelt_apart(question: str, plain: Normal) -> HeldBack | None:
    """Orders in lone letters, or with signs for the spaces: only where most words are lone letters."""
    words = re.findall(r"[a-z0-9]+", plain.text)
    lone = sum(len(word) == 1 for word in words)
    signed = re.search(r"[a-z][_*.·\-/~|]+[a-z]", plain.text)
    if not words or (lone < 6 and not signed):
        return None
    form = _only(plain, str.isalnum)
    found = re.search(_SPELT, form.text)
    return _held(question, form.back(*found.span())) if found else None


def _held(question: str, where: tuple[int, int]) -> HeldBack:
    matched = question[where[0] : where[1]].strip()[:60]
    return HeldBack(Text(INJECTION, name=matched), matched, where)
