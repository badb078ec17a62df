from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.avatar import AvatarError, find_avatars, load_avatar

ROOT = Path(__file__).parents[2]
GOOD = """format = 1
id = "mei"
name = "Mei"
driver = "light"
size = [1920, 1080]
rate = 30
voice = "calm"
licence = "CC0-1.0"
credits = ["Somebody"]
[idle]
seconds = 10
[light]
hair = "bob"
"""


def folder_with(path: Path, text: str | bytes) -> Path:
    path.mkdir(exist_ok=True)
    (path / "avatar.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_good_folder_is_read(tmp_path: Path) -> None:
    avatar = load_avatar(folder_with(tmp_path / "mei", GOOD))
    assert (avatar.id, avatar.name, avatar.driver, avatar.width, avatar.height, avatar.rate) == (
        "mei",
        "Mei",
        "light",
        1920,
        1080,
        30,
    )
    assert (avatar.voice, avatar.licence, avatar.credits, avatar.idle_seconds) == ("calm", "CC0-1.0", ("Somebody",), 10)
    assert avatar.settings == {"hair": "bob"} and avatar.thumbnail is None and avatar.folder == tmp_path / "mei"


def test_the_bundled_avatars_are_good_and_two_at_least() -> None:
    good, faults = find_avatars([ROOT / "avatars"])
    assert faults == [] and {"lin", "hao"} <= {avatar.id for avatar in good}
    assert all(avatar.thumbnail and avatar.licence == "Apache-2.0" for avatar in good)


def test_the_example_in_the_docs_is_a_good_avatar(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "AVATARS.md").read_text(encoding="utf-8")
    examples = re.findall(r"```toml\n(format = .*?)```", text, re.S)
    assert examples
    for example in examples:
        assert load_avatar(folder_with(tmp_path / "doc", example)).id


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("format = 1\n", "", "format = 1"),
        ("format = 1", "format = 2", "newer than this Compere"),
        ("format = 1", "format = 0", "no format 0"),
        ("format = 1", "format = true", "format = 1"),
        ('id = "mei"', 'id = "Mei Li"', "lower-case"),
        ('id = "mei"\n', "", "'id' is missing"),
        ('name = "Mei"', "name = 3", "'name' must be a line of text"),
        ('name = "Mei"', 'name = " "', "'name' must not be empty"),
        ('name = "Mei"', 'name = "Mei\\nLi"', "'name' must be a line of text"),
        ('driver = "light"', 'driver = "crystal"', "'driver' must be one of light, musetalk"),
        ("size = [1920, 1080]", "size = [1920]", "'size' must be two even numbers"),
        ("size = [1920, 1080]", "size = [1921, 1080]", "'size' must be two even numbers"),
        ("size = [1920, 1080]", "size = [true, 1080]", "'size' must be two even numbers"),
        ("rate = 30", "rate = 24", "'rate' must be one of 25, 30, 50, 60"),
        ("rate = 30", "rate = 30.0", "'rate' must be one of"),
        ("licence =", "license =", "no setting named 'license'"),
        ('credits = ["Somebody"]', 'credits = "Somebody"', "'credits' must be a list"),
        ("seconds = 10", "seconds = 3", "from 4 to 30"),
        ("seconds = 10", "minutes = 1", "'seconds' only"),
        ('hair = "bob"', 'hair = "mohawk"', "hair must be one of bob"),
        ("rate = 30", 'rate = 30\nthumbnail = "t.jpg"', "'t.jpg' is missing"),
        ("rate = 30", 'rate = 30\nthumbnail = "../t.jpg"', "own folder"),
        ("rate = 30", "rate = 30\nrate = 25", "not valid TOML"),
    ],
)
def test_each_fault_is_one_sentence_that_names_the_file(tmp_path: Path, old: str, new: str, words: str) -> None:
    assert old in GOOD
    with pytest.raises(AvatarError) as fault:
        load_avatar(folder_with(tmp_path / "mei", GOOD.replace(old, new, 1)))
    sentence = str(fault.value)
    assert words in sentence and "avatar.toml" in sentence
    assert sentence.endswith(".") and "\n" not in sentence


def test_a_folder_without_a_description_is_named(tmp_path: Path) -> None:
    with pytest.raises(AvatarError, match=r"no avatar\.toml in this folder"):
        load_avatar(tmp_path)


def test_a_file_of_another_encoding_or_size_is_refused(tmp_path: Path) -> None:
    for text, words in ((b"name = '\xff\xfe'", "UTF-8"), (b"#" * 300_000, "larger than 256 kB")):
        with pytest.raises(AvatarError, match=words):
            load_avatar(folder_with(tmp_path / "bad", text))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def as_toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "[" + ", ".join(as_toml(v) for v in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{as_toml(str(k))} = {as_toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, str):
        return '"' + "".join(f"\\U{ord(c):08x}" for c in value) + '"'
    return repr(value)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400))
def test_garbage_is_a_sentence_and_never_another_exception(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(AvatarError):
        load_avatar(folder_with(tmp_path / "junk", data))


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    key=st.sampled_from(
        [
            "format",
            "id",
            "name",
            "driver",
            "size",
            "rate",
            "voice",
            "licence",
            "credits",
            "thumbnail",
            "idle",
            "light",
            "musetalk",
            "light.hair",
            "light.extras",
            "light.colours",
            "idle.seconds",
        ]
    ),
    value=VALUES,
)
def test_a_strange_value_anywhere_is_accepted_or_refused_in_a_sentence(tmp_path: Path, key: str, value: object) -> None:
    kept = [line for line in GOOD.splitlines() if not re.match(rf"\[?{key.split('.')[0]}\b", line)]
    if "light" in key or "idle" in key:
        kept = [line for line in kept if not line.startswith(("[", "seconds", "hair"))]
    text = "\n".join([f"{key} = {as_toml(value)}", *kept])
    try:
        tomllib.loads(text)
        load_avatar(folder_with(tmp_path / "odd", text))
    except (AvatarError, tomllib.TOMLDecodeError):
        pass


def test_good_and_broken_folders_are_told_apart_and_the_first_root_wins(tmp_path: Path) -> None:
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    mine.mkdir(), theirs.mkdir()
    folder_with(mine / "mei", GOOD)
    folder_with(theirs / "mei", GOOD.replace('name = "Mei"', 'name = "Other"'))
    folder_with(theirs / "ann", GOOD.replace("mei", "ann").replace("Mei", "Ann"))
    folder_with(theirs / "broken", "format = ")
    (theirs / "no-avatar").mkdir()
    (theirs / "readme.txt").write_text("hello")
    good, faults = find_avatars([mine, theirs, tmp_path / "absent"])
    assert [avatar.name for avatar in good] == ["Ann", "Mei"]
    assert [(folder.name, "taken" in sentence or "TOML" in sentence) for folder, sentence in faults] == [
        ("broken", True),
        ("mei", True),
    ]
