"""The words of a question in the script that its desk reads."""

from __future__ import annotations

import pytest

from console.answer.stt.chinese_script import in_script


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh-TW", "请问洗手间在哪里", "請問洗手間在哪裡"),
        ("zh-CN", "請問洗手間在哪裡", "请问洗手间在哪里"),
        ("yue", "请问厕所喺边度", "請問廁所喺邊度"),
        ("zh-TW", "王后在台上", "王后在台上"),
        ("zh-TW", "欢迎光臨各位", "歡迎光臨各位"),
        ("zh-TW", "欢迎王后，在台上乾杯", "歡迎王后，在台上乾杯"),
        ("zh-CN", "歡迎光临各位", "欢迎光临各位"),
        ("zh-TW", "請問 Lin Mei 幾點上台？", "請問 Lin Mei 幾點上台？"),
        ("en", "Where is 台北?", "Where is 台北?"),
        ("", "请问", "请问"),
        ("zh-TW", "请\ud83d问", "請\ufffd問"),
        ("zh-CN", "請\ud83d\ude00問", "请\U0001f600问"),
    ],
)
def test_chinese_is_written_as_the_preset_reads_it(language: str, text: str, expected: str) -> None:
    assert in_script(text, language) == expected
