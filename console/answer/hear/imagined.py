"""What Whisper writes when nobody speaks: the credits of the films that it was taught with.

Known from its users' reports (discussions of openai/whisper on hallucinations in silence). Only what no host and no
guest would say is here: “Thank you” may well have been said.
"""

from __future__ import annotations

import re

_CREDITS = re.compile(
    r"amara\.?\s*org|subtitles? (?:by|provided|created)|transcri(?:bed|ption|pts?) by|captions? by"
    r"|字幕(?:由|志[愿願]者|提供|制作|製作|by)|(?:点|點)[赞贊讚].{0,6}(?:订阅|訂閱)|(?:订阅|訂閱).{0,6}(?:打赏|打賞)"
    r"|明[镜鏡][与與]?[点點][点點][栏欄]目|yoyo television|ご視聴ありがとうございました",
    re.IGNORECASE,
)


def is_imagined(text: str) -> bool:
    """Whether a transcription is such a credit."""
    return _CREDITS.search(text) is not None
