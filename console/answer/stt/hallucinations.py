"""What Whisper writes when nobody speaks: the credits of the films that it was taught with, marks of music, “you”.

Known from its users' reports (discussions of openai/whisper on hallucinations in silence). A line is judged as a whole,
never by a word in it: a guest may well ask about subtitles. What may have been said, as “Thank you”, is dropped only
where the sound holds no speech.
"""

from __future__ import annotations

import unicodedata

import numpy as np

from console.answer.stt.protocol import RATE, Floats

NO_SPEECH = 0.6
"""From this likelihood on Whisper itself takes a sound for no speech."""

FRAME = 512
SOFTEST_DB = -55.0
"""A loudest part below this is nobody's at a microphone on a stage, in dBFS RMS."""
LEAST_SPAN_DB = 8.0
"""Syllables stand out of what lies between them by more than this; a fan, a hum and applause do not."""

_NEVER = """
you | thanks for watching | thank you for watching | thanks for watching bye | thank you so much for watching
thanks for listening | please subscribe | please subscribe to my channel | like and subscribe | subscribe
dont forget to like and subscribe | please like and subscribe | see you in the next video | see you next time
ill see you next time | ill see you in the next video | well be right back | music | applause | blank audio
silence | 谢谢观看 | 感谢观看 | 感谢您的观看 | 感谢大家观看 | 谢谢大家观看 | 谢谢收看 | 谢谢大家收看 | 感谢收看
感谢您的收看 | 多谢收看 | 多谢您的观看 | 谢谢收听 | 谢谢大家收听 | 请订阅我的频道 | 记得订阅 | 欢迎订阅 | 下期再见
我们下期再见 | 下集再见 | 明镜与点点栏目 | 明镜需要您的支持 | 欢迎订阅明镜
请不吝点赞订阅转发打赏支持明镜与点点栏目 | 优优独播剧场yoyotelevisionseriesexclusive | 未经许可不得翻唱或使用 | 字幕
音乐 | 掌声 | ご视聴ありがとうございました | ご清聴ありがとうございました | チャンネル登録をお愿いいたします
チャンネル登録お愿いします | 시청해주셔서감사합니다 | mbc뉴스이덕영입니다 | 구독과좋아요부탁드립니다
untertitel der amaraorgcommunity | soustitres realises para la communaute damaraorg
"""

_PERHAPS = """
thank you | thanks | thank you very much | thank you all | bye | bye bye | goodbye | okay | ok | so | oh | uh | um
hmm | mm | yeah | yes | no | the | and | i | hi | hello | the end | im sorry | good night | peace | 谢谢 | 谢谢大家
多谢 | 再见 | 拜拜 | 好 | 好的 | 嗯 | 啊 | 哦 | 是 | 对 | 你 | 我 | 对不起 | 完 | 大家好 | 你好
ありがとうございました | はい | 네 | 감사합니다
"""

_FROM = (
    *("subtitles by", "subtitle by", "subtitles provided by", "subtitles created by", "captions by", "captioned by"),
    *("captions provided by", "transcribed by", "transcription by", "transcript by", "transcripts provided by"),
    *("translated by", "字幕由", "字幕by", "字幕志愿者", "字幕提供", "字幕制作", "中文字幕", "字幕组"),
    *("词曲", "作词作曲", "翻译校对"),
)
"""How a line of credits begins, before a name."""

_ASKS = (
    *("谁", "什么", "甚么", "几", "吗", "哪", "如何", "怎", "多少", "可以", "有没有", "会不会", "能不能", "是不是"),
    *("呢", "边个", "请问"),
)
"""Words by which a line is a question, also where its mark was not heard."""

_SITES = ("amara.org", "otter.ai", "yoyo television", "明镜与点点", "明镜和点点")


def is_imagined(text: str, *, spoken: bool = True) -> bool:
    """Whether a transcription is words that nobody said.

    Args:
        text: as it came.
        spoken: the sound holds speech.
    """
    plain = _plain(text)
    if any(site in plain for site in _SITES):
        return True
    if _asks(plain):
        return False
    parts = [part for part in map(_bare, _parts(_outside_brackets(plain))) if part]
    return all(_is_invention(part, spoken) for part in parts)


def has_speech(samples: Floats) -> bool:
    """Whether a sound may hold speech, by its levels alone: loud enough, and louder at some times than at others.

    Args:
        samples: (n,) float32 mono at 16 kHz.
    """
    count = len(samples) // FRAME
    if count < RATE // FRAME // 8:
        return bool(len(samples))
    frames = samples[: count * FRAME].reshape(count, FRAME)
    levels = 10 * np.log10(np.mean(frames.astype(np.float64) ** 2, axis=1) + 1e-12)
    loudest, softest = np.percentile(levels, 95), np.percentile(levels, 10)
    return bool(loudest > SOFTEST_DB and loudest - softest > LEAST_SPAN_DB)


def _is_invention(part: str, spoken: bool) -> bool:
    key = part.replace(" ", "") if not part.isascii() else part
    if key in _NEVER_KEYS or _repeats(part, _NEVER_KEYS):
        return True
    if any(part.startswith(each) and len(part) < len(each) + 40 for each in _FROM):
        return True
    if all(each in key for each in ("点赞", "订阅")) or all(each in key for each in ("订阅", "打赏")):
        return True
    return not spoken and (key in _PERHAPS_KEYS or _repeats(part, _PERHAPS_KEYS))


def _repeats(part: str, keys: frozenset[str]) -> bool:
    """“you you you”."""
    words = part.split()
    return len(words) > 1 and len(set(words)) == 1 and words[0] in keys


def _plain(text: str) -> str:
    from console.answer.safety.normal_form import simplified

    return simplified(unicodedata.normalize("NFKC", text).casefold())


def _asks(plain: str) -> bool:
    return "?" in plain or any(each in plain for each in _ASKS)


def _outside_brackets(plain: str) -> str:
    """Without what stands in brackets, stars or notes: “[Music]”, “*applause*”, “♪ la la ♪”."""
    pairs = {"[": "]", "(": ")", "【": "】", "{": "}", "♪": "♪", "♫": "♫", "♬": "♬", "*": "*", "〔": "〕"}
    kept, closing = "", ""
    for each in plain:
        if closing:
            closing = "" if each == closing else closing
            kept += " " if not closing else ""
        elif each in pairs and pairs[each] in plain:
            closing = pairs[each]
        else:
            kept += each
    return kept


def _parts(plain: str) -> list[str]:
    """A line at its marks: inventions come in rows."""
    for mark in "。!;…\n,、":
        plain = plain.replace(mark, ".")
    return plain.split(".")


def _bare(part: str) -> str:
    """Letters and figures, with single spaces between the words of scripts that have them."""
    kept = "".join(each if each.isalnum() else "" if each in "'’" else " " for each in part)
    return " ".join(kept.split())


def _keys(table: str) -> frozenset[str]:
    found = (each.strip() for line in table.splitlines() for each in line.split("|"))
    return frozenset(each if each.isascii() else each.replace(" ", "") for each in found if each)


_NEVER_KEYS, _PERHAPS_KEYS = _keys(_NEVER), _keys(_PERHAPS)
