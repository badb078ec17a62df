"""Files that a preset names are looked at before the show, and what is wrong is told at their fields."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.answer.fact_sheets import sheet_faults
from console.answer.llm.facts import MOST_CHARACTERS
from console.show.rundown.preset import Preset
from tests.engine.conftest import ROOT


def preset(**fields: object) -> Preset:
    return Preset(name="Quiz", avatar="lin", **fields)  # type: ignore[arg-type]


def test_a_preset_whose_files_are_good_has_no_faults(tmp_path: Path) -> None:
    (tmp_path / "hall.md").write_text("# Where?\nThere.", encoding="utf-8")
    (tmp_path / "words.txt").write_text("[names]\nChan\n# a comment", encoding="utf-8")
    (tmp_path / "a.wav").write_bytes((ROOT / "assets" / "demo-mc.ogg").read_bytes())
    good = preset(facts="hall.md", word_list="words.txt", say="a.wav", never_say="Chan\nLee", facts_text="# A?\nB.")
    assert sheet_faults(good, tmp_path) == {}


@pytest.mark.parametrize(
    ("fields", "field", "told"),
    [
        ({"facts": "gone.md"}, "facts", "cannot be read"),
        ({"facts": "latin.md"}, "facts", "save it as UTF-8"),
        ({"facts": "long.md"}, "facts", "larger than 1 MB"),
        ({"word_list": "gone.txt"}, "word_list", "cannot be read"),
        ({"word_list": "latin.md"}, "word_list", "save it as UTF-8"),
        ({"word_list": "odd.txt"}, "word_list", "line 2 must be"),
        ({"never_say": "Chan\n***"}, "never_say", "line 2 has no letters"),
        ({"say": "gone.wav"}, "say", "There is no file"),
        ({"say": "odd.txt"}, "say", "cannot be read as sound"),
        ({"slate_picture": "odd.txt"}, "slate_picture", "it is no picture"),
        ({"lines": "Good evening.\nsound: gone.wav"}, "lines", "There is no file"),
        ({"lines": "Good evening.\nHere is Ch an.", "never_say": "Ch an"}, "lines", "Line 2: “Ch an” is a name"),
        ({"lines": "晚安 | Here is Chan.", "never_say": "Chan"}, "lines", "Line 1: “Chan” is a name"),
        ({"safe_line": "Ask Ｃhan.", "never_say": "Chan"}, "safe_line", "“Ｃhan” is a name"),
        ({"standby_line": "C-h-a-n comes.", "never_say": "Chan"}, "standby_line", "“C-h-a-n” is a name"),
        ({"slate_picture": "gone.png"}, "slate_picture", "There is no file"),
    ],
)
def test_each_bad_one_is_one_sentence_at_its_field(
    tmp_path: Path, fields: dict[str, str], field: str, told: str
) -> None:
    (tmp_path / "latin.md").write_bytes("Café".encode("latin-1"))
    (tmp_path / "odd.txt").write_text("bad\n[others]\n", encoding="utf-8")
    (tmp_path / "long.md").write_text("x" * (MOST_CHARACTERS + 1), encoding="utf-8")
    ((name, sentence),) = sheet_faults(preset(**fields), tmp_path).items()
    assert name == field and told in sentence and sentence.endswith(".")
