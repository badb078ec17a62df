"""Stage directions that a model writes among what is said: `*smiles*`, `(clears his throat)`, `（掌聲）`.

A voice must not read them, and nothing that says something may be lost with them: so only those that are listed, whole,
are taken for one. `(whispers of hope)`, `（音樂起源）` and `*opens at nine*` are none.
"""

from __future__ import annotations

import re

_HIS = r"(?:his|her|their|its|the|a|an|both)"
_WHOM = (
    r"(?:the\s)?(?:whole\s|front\s)?(?:audience|crowd|hall|room|house|guests|public|stage|camera|microphone|mic|row|everyone|"
    r"everybody|him|her|them|himself|herself|themselves|you|each other|one another)"
)
_HOW = (
    r"(?:[a-z]{2,12}ly|again|along|slightly|once|twice|back|forward|for a (?:moment|second|beat|while)|and|then|"
    r"in (?:agreement|delight|surprise|approval|gratitude|excitement)|with (?:joy|delight|a smile|a grin|a laugh|pride|"
    r"excitement|enthusiasm|gratitude)|"
    r"(?:to|at|toward|towards|with|around|across|over|out at|out to|out over|up at|down at|from|into|in front of)\s"
    rf"{_WHOM})"
)
_DOES = (
    r"smiles|laughs|laughing|chuckles|chuckling|giggles|grins|grinning|nods|nodding|winks|winking|sighs|sighing|shrugs|"
    r"gasps|curtsies|coughs|whispering|smiling|gestures|gesturing|clapping|clears\s(?:his|her|their|its)\sthroat|"
    r"clears\sthroat|takes?\s(?:a\s)?(?:deep\s)?(?:breath|bow)|dramatic\spause|drum\s?roll|"
    r"music\s(?:plays|starts|fades|swells|stops|begins|ends)(?:\s(?:in|out))?"
)
_MAY_BE_A_TITLE = (
    r"waves|waving|bows|bowing|pauses|pause|beams|beaming|whispers|applause|laughter|cheers|cheering|claps|beat|fanfare"
)
"""In capitals they may be the name of a song or a show, so they are taken for directions in small letters only."""

_LIMBS = r"(?:hands?|arms?|fists?|eyebrows?|brows?|glass|microphone|mic|head|chin|eyes?|mouth|finger|shoulders?)"
_MOVES = (
    rf"turns\s(?:to|toward|towards|back\sto)\s{_WHOM}|turns\s(?:around|away|back)|"
    rf"looks\s(?:(?:out|up|down)\s)?(?:at|around|over|to|toward|towards|into)\s{_WHOM}|looks\s(?:up|down|around|away)|"
    rf"glances\s(?:at|around|over|to)\s{_WHOM}|points\s(?:at|to|toward|towards)\s{_WHOM}|"
    rf"(?:raises|opens|spreads|rubs|scratches|tilts|waves|shakes|nods|bows|claps)\s{_HIS}\s{_LIMBS}|"
    rf"adjusts\s{_HIS}\s(?:bow\s)?(?:tie|microphone|mic|glasses|jacket|collar|cuffs|hair)|"
    r"(?:steps|leans|walks)\s(?:forward|back|closer|aside|in|up|away)|"
    rf"(?:steps|leans|walks)\s(?:to|toward|towards|across|onto|into|closer\sto)\s{_WHOM}"
)
_WHO = r"(?:(?:he|she|the host|the crowd|the audience|everyone)\s)?(?:[a-z]{1,12}ly\s)?"


def _in_marks(inside: str) -> str:
    return rf"\*{inside}\*|\[{inside}\]|\({inside}\)|（{inside}）"


_ACTED = re.compile(_in_marks(rf"{_WHO}(?:{_DOES}|{_MOVES})(?:,?\s{_HOW}){{0,4}}[.!]?"), re.IGNORECASE)
_ACTED_SMALL = re.compile(_in_marks(rf"{_WHO}(?:{_MAY_BE_A_TITLE})(?:,?\s{_HOW}){{0,4}}[.!]?"))

_HAN_WHO = r"(?:全場|全场|觀眾|观众|主持人|台下|現場|现场)?"
_HAN_DOES = (
    r"(?:[輕轻微大苦壞坏偷]?笑(?:聲|声|場|场|著|着|了笑|一笑)?|鼓掌|掌聲|掌声|歡呼|欢呼|點頭|点头|鞠躬|停頓|停顿|揮手|挥手|"
    r"清(?:清)?喉[嚨咙]|眨眼|嘆氣|叹气|轉身|转身|音樂(?:起|響起|聲)|音乐(?:起|响起|声)|靜默|静默|深呼吸|拍手|鬨堂大笑|哄堂大笑|咳嗽|咳)"
)
_HAN_HOW = (
    r"(?:[聲声著着了]|響起|响起|雷動|雷动|四起|不斷|不断|持續|持续|片刻|一下|一會兒|一会儿|一笑|致意|示意|"
    r"[向對对](?:觀眾|观众|台下|大家|全場|全场|鏡頭|镜头)(?:微笑|鞠躬|揮手|挥手|點頭|点头|致意|示意|笑)?|"
    r"[著着](?:看|望|說|说)(?:向)?(?:觀眾|观众|台下|大家|全場|全场|鏡頭|镜头)?)"
)
_HAN_ACTED = re.compile(rf"[（(【\[*]{_HAN_WHO}{_HAN_DOES}{_HAN_HOW}{{0,3}}[。！]?[）)】\]*]")


def without_directions(text: str) -> str:
    """A text without the stage directions in it."""
    if not any(each in text for each in "*[(（【"):
        return text
    return _HAN_ACTED.sub("", _ACTED_SMALL.sub("", _ACTED.sub("", text)))
