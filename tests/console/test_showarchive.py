"""A show in one file, and an avatar folder: what comes in is whole, and what is bad is refused and touches nothing."""

from __future__ import annotations

import shutil
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from console.show.preset import Preset
from console.show.rundown import Item, Rundown
from console.showarchive import HEAD, import_avatar, read_archive, write_archive
from console.showfile import ShowFileError, open_show, save_show
from engine.avatar import Avatar, find_avatars, load_avatar

BUNDLED = Path(__file__).parents[2] / "avatars"
AVATARS = find_avatars([BUNDLED])[0]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A user's folder with a show of two presets, one with files."""
    presets = tmp_path / "home" / "presets"
    presets.mkdir(parents=True)
    (presets / "choir.png").write_bytes(b"picture")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "hello.wav").write_bytes(b"sound")
    show = Rundown(
        (
            Item("welcome", Preset(name="Welcome", avatar="lin", slate="picture", slate_picture="choir.png")),  # type: ignore[arg-type]
            Item("hello", Preset(name="Hello", avatar="hao", mode="say", say=str(elsewhere / "hello.wav"))),  # type: ignore[arg-type]
        ),
        "Spring Gala",
    )
    save_show(show, presets)
    (presets / "welcome.toml").write_text("# by Mei\n" + (presets / "welcome.toml").read_text())
    return tmp_path / "home"


def archive_of(home: Path) -> Path:
    path = home.parent / "gala.compere"
    write_archive(open_show(home / "presets", home).rundown, home / "presets", AVATARS, path)
    return path


def bring_in(path: Path, data: Path, present: list[Avatar] | None = None) -> Rundown:
    shown = read_archive(path, data / "presets", data / "avatars", data / "replaced", present or [])
    return shown.rundown


def test_a_show_arrives_whole_on_another_machine(home: Path, tmp_path: Path) -> None:
    path = archive_of(home)
    shutil.rmtree(tmp_path / "elsewhere")
    venue = tmp_path / "venue"
    show = bring_in(path, venue)
    assert show.name == "Spring Gala" and [item.id for item in show.items] == ["welcome", "hello"]
    assert open_show(venue / "presets", venue).rundown == show
    assert (venue / "presets" / show.items[0].preset.slate_picture).read_bytes() == b"picture"
    assert (venue / "presets" / show.items[1].preset.say).read_bytes() == b"sound"
    assert (venue / "presets" / "welcome.toml").read_text().startswith("# by Mei\n")
    assert {avatar.id for avatar in find_avatars([venue / "avatars"])[0]} == {"lin", "hao"}


def test_avatars_that_are_there_already_are_not_doubled(home: Path, tmp_path: Path) -> None:
    bring_in(archive_of(home), tmp_path / "venue", AVATARS)
    assert not (tmp_path / "venue" / "avatars").exists()


def test_what_a_show_takes_the_place_of_is_kept(home: Path, tmp_path: Path) -> None:
    path = archive_of(home)
    venue = tmp_path / "venue"
    save_show(Rundown((Item("old", Preset(name="Old", avatar="lin")),)), venue / "presets")
    bring_in(path, venue)
    assert not (venue / "presets" / "old.toml").exists()
    assert len(list((venue / "replaced").rglob("old.toml"))) == 1


def test_two_files_of_one_name_are_both_carried(home: Path, tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "line.wav").write_bytes(bytes([number]))
    show = Rundown(
        tuple(Item(f"p{n}", Preset(name="x", avatar="lin", say=str(tmp_path / str(n) / "line.wav"))) for n in (1, 2))
    )
    path = tmp_path / "two.compere"
    write_archive(show, tmp_path, AVATARS, path)
    found = bring_in(path, tmp_path / "venue")
    sounds = [(tmp_path / "venue" / "presets" / item.preset.say).read_bytes() for item in found.items]
    assert sounds == [b"\x01", b"\x02"]


def test_a_show_whose_file_is_not_there_is_not_saved_half(home: Path, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "elsewhere")
    with pytest.raises(ShowFileError, match="not there"):
        archive_of(home)
    assert not (tmp_path / "gala.compere").exists()


Spoil = Callable[[zipfile.ZipFile], None]


def _link(archive: zipfile.ZipFile) -> None:
    entry = zipfile.ZipInfo("presets/link.toml")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    archive.writestr(entry, "/etc/passwd")


@pytest.mark.parametrize(
    ("spoil", "word"),
    [
        (lambda a: a.writestr("presets/../../evil.toml", "x"), "refused"),
        (lambda a: a.writestr("/evil.toml", "x"), "refused"),
        (lambda a: a.writestr("evil.toml", "x"), "refused"),
        (lambda a: a.writestr("presets/C:evil.toml", "x"), "refused"),
        (_link, "refused"),
        (lambda a: a.writestr("presets/bad.toml", "name = "), "bad.toml"),
        (lambda a: a.writestr("presets/new.toml", 'name = "x"\navatar = "lin"\nformat = 9'), "newer"),
        (lambda a: a.writestr("avatars/bad/avatar.toml", "format = 1"), "bad"),
        (lambda a: a.write(BUNDLED / "lin" / "avatar.toml", "avatars/other/avatar.toml"), "thumbnail"),
    ],
)
def test_a_bad_show_is_refused_with_a_sentence_and_touches_nothing(
    home: Path, tmp_path: Path, spoil: Spoil, word: str
) -> None:
    path = archive_of(home)
    with zipfile.ZipFile(path, "a") as archive:
        spoil(archive)
    venue = tmp_path / "venue"
    save_show(Rundown((Item("old", Preset(name="Old", avatar="lin")),)), venue / "presets")
    before = sorted(file for file in tmp_path.rglob("*"))
    with pytest.raises(ShowFileError, match=word) as fault:
        bring_in(path, venue)
    assert "gala.compere" in str(fault.value) and str(fault.value).endswith(".")
    assert sorted(file for file in tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("head", "word"), [(None, "no show"), ("format = 9", "newer"), ("format = ", "cannot be read"), ("x = 1", "format")]
)
def test_a_file_of_another_kind_or_a_newer_format_is_refused(tmp_path: Path, head: str | None, word: str) -> None:
    path = tmp_path / "a.compere"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("presets/a.toml", 'name = "x"\navatar = "lin"')
        if head is not None:
            archive.writestr(HEAD, head)
    with pytest.raises(ShowFileError, match=word):
        bring_in(path, tmp_path / "venue")


def test_a_file_that_is_no_archive_or_a_cut_one_is_refused(home: Path, tmp_path: Path) -> None:
    path = archive_of(home)
    for data in (b"hello", path.read_bytes()[:-400]):
        path.write_bytes(data)
        with pytest.raises(ShowFileError, match=r"no show|damaged"):
            bring_in(path, tmp_path / "venue")


def test_an_avatar_folder_comes_in(tmp_path: Path) -> None:
    source = tmp_path / "downloads" / "mei"
    shutil.copytree(BUNDLED / "lin", source)
    (source / "avatar.toml").write_text((source / "avatar.toml").read_text().replace('id = "lin"', 'id = "mei"'))
    avatar = import_avatar(source, tmp_path / "data" / "avatars", AVATARS)
    assert avatar == load_avatar(tmp_path / "data" / "avatars" / "mei") and avatar.id == "mei"


@pytest.mark.parametrize(
    ("text", "word"), [(None, "no avatar"), ("format = 9", "newer"), ("format = 1\nwig = 2", "wig")]
)
def test_a_bad_avatar_folder_is_refused_with_its_reason(tmp_path: Path, text: str | None, word: str) -> None:
    source = tmp_path / "mei"
    source.mkdir()
    if text is not None:
        (source / "avatar.toml").write_text(text)
    with pytest.raises(ShowFileError, match=word):
        import_avatar(source, tmp_path / "data" / "avatars", AVATARS)
    assert not (tmp_path / "data").exists()


def test_an_avatar_whose_id_is_taken_is_refused_and_says_by_whom(tmp_path: Path) -> None:
    with pytest.raises(ShowFileError, match=r"lin.*already"):
        import_avatar(BUNDLED / "lin", tmp_path / "avatars", AVATARS)


def test_lines_travel_with_their_sounds_and_names_with_how_they_are_said(home: Path, tmp_path: Path) -> None:
    presets = home / "presets"
    (presets / "fanfare.wav").write_bytes(b"tusch")
    (presets / "pronunciation.toml").write_text('[say]\n"Hsu" = "Shoo"\n')
    lines = "Good evening | 大家晚安\nsound: fanfare.wav"
    show = Rundown((Item("gala", Preset(name="Gala", avatar="lin", lines=lines)),))
    save_show(show, presets)
    path = tmp_path / "gala.compere"
    write_archive(show, presets, AVATARS, path)
    venue = tmp_path / "venue"
    (item,) = bring_in(path, venue).items
    assert item.preset.lines == "Good evening | 大家晚安\nsound: files/fanfare.wav"
    assert (venue / "presets" / "files" / "fanfare.wav").read_bytes() == b"tusch"
    assert (venue / "presets" / "pronunciation.toml").read_text() == '[say]\n"Hsu" = "Shoo"\n'
