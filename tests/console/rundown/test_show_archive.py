"""A show in one file, and an avatar folder: what comes in is whole, and what is bad is refused and touches nothing."""

from __future__ import annotations

import os
import random
import shutil
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from console.rundown.show_archive import HEAD, import_avatar, read_archive, write_archive
from console.rundown.show_file import ShowFileError, open_show, save_show
from console.show.rundown.preset import Preset
from console.show.rundown.rundown import Item, Rundown
from engine.avatar import Avatar, find_avatars, load_avatar

BUNDLED = Path(__file__).parents[3] / "avatars"
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


def _repacked(path: Path, named: Callable[[str], str], *more: str) -> None:
    """The same archive as somebody's file manager packs it again."""
    with zipfile.ZipFile(path) as archive:
        found = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in found.items():
            archive.writestr(named(name), data)
        for name in more:
            archive.writestr(name, b"\x00\x05\x16\x07")


def test_a_show_that_a_file_manager_zipped_again_is_read(home: Path, tmp_path: Path) -> None:
    path = archive_of(home)
    junk = ("__MACOSX/._gala", "__MACOSX/gala/._compere.toml", "gala/.DS_Store", "gala/presets/._hello.toml")
    _repacked(path, lambda name: f"gala/{name}", *junk, "gala/presets/Thumbs.db")
    assert [item.id for item in bring_in(path, tmp_path / "venue").items] == ["welcome", "hello"]
    assert not list((tmp_path / "venue").rglob("*._*")) and not list((tmp_path / "venue").rglob("Thumbs.db"))
    path = archive_of(home)
    _repacked(path, lambda name: name, "__MACOSX/._compere.toml", "presets/._welcome.toml")
    assert len(bring_in(path, tmp_path / "second").items) == 2


@pytest.mark.parametrize(
    "field",
    [
        'facts = "{key}"',
        'word_list = "../../key"',
        'slate = "picture"\nslate_picture = "{key}"',
        'mode = "say"\nsay = "files/../../../key"',
        'lines = "sound: {key} | hello"',
        'say = "C:\\\\Users\\\\me\\\\key"',
        'say = "..\\\\..\\\\key"',
        'facts = "~/key"',
        'facts = "\\\\\\\\server\\\\share\\\\key"',
    ],
)
def test_a_show_that_names_a_file_outside_of_itself_is_refused(home: Path, tmp_path: Path, field: str) -> None:
    key = tmp_path / "key"
    key.write_text("-----BEGIN PRIVATE KEY-----")
    path = archive_of(home)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("presets/spy.toml", f'name = "Spy"\navatar = "lin"\n{field.format(key=key)}\n')
    with pytest.raises(ShowFileError, match=r"its preset Spy names the file .* does not lie in the show") as fault:
        bring_in(path, tmp_path / "venue")
    assert "PRIVATE" not in str(fault.value) and not (tmp_path / "venue" / "presets").exists()


def test_a_disk_without_room_is_told_before_anything_is_written(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = archive_of(home)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: shutil._ntuple_diskusage(10**9, 10**9, 10**6))
    with pytest.raises(ShowFileError, match="no room"):
        bring_in(path, tmp_path / "venue")
    with pytest.raises(ShowFileError, match="no room"):
        import_avatar(BUNDLED / "lin", tmp_path / "avatars", [])
    assert not list((tmp_path / "avatars").glob("*"))


def test_whatever_is_broken_in_a_zip_is_one_sentence(home: Path, tmp_path: Path) -> None:
    path = archive_of(home)
    whole = path.read_bytes()
    turned = random.Random(1)
    refused = 0
    for number in range(300):
        data = bytearray(whole)
        for _ in range(turned.choice((1, 4, 40))):
            at = turned.randrange(len(data)) if number % 2 else len(data) - 1 - turned.randrange(2000)
            data[at] = turned.randrange(256)
        path.write_bytes(data)
        try:
            bring_in(path, tmp_path / "venue", AVATARS)
        except ShowFileError as fault:
            refused += 1
            assert str(fault).endswith(".") and "\n" not in str(fault)
    assert refused > 50


def test_a_zip_whose_list_is_endless_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.compere"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(20_100):
            archive.writestr(f"presets/{number}", b"")
    with pytest.raises(ShowFileError, match="too large"):
        bring_in(path, tmp_path / "venue")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_packing_that_can_take_gigabytes_is_refused(home: Path, tmp_path: Path, method: int) -> None:
    path = archive_of(home)
    with zipfile.ZipFile(path, "a", method) as archive:
        archive.writestr("presets/more.txt", b"x" * 1000)
    with pytest.raises(ShowFileError, match="unusual way"):
        bring_in(path, tmp_path / "venue")


def test_a_pipe_is_no_show(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.compere")
    with pytest.raises(ShowFileError, match="no regular file"):
        bring_in(tmp_path / "a.compere", tmp_path / "venue")


@pytest.mark.parametrize("kind", ["link to a file", "link to a folder", "dangling link", "pipe"])
def test_nothing_but_files_is_taken_in_or_out_with_an_avatar(home: Path, tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "mei"
    shutil.copytree(BUNDLED / "lin", folder)
    (folder / "avatar.toml").write_text((folder / "avatar.toml").read_text().replace('id = "lin"', 'id = "mei"'))
    (tmp_path / "key").write_text("secret")
    match kind:
        case "link to a file":
            (folder / "notes").symlink_to(tmp_path / "key")
        case "link to a folder":
            (folder / "notes").symlink_to(tmp_path)
        case "dangling link":
            (folder / "notes").symlink_to("/nowhere")
        case "pipe":
            os.mkfifo(folder / "notes")
    with pytest.raises(ShowFileError, match="is a link or no regular file"):
        import_avatar(folder, tmp_path / "avatars", [])
    assert not (tmp_path / "avatars" / "mei").exists()
    show = Rundown((Item("a", Preset(name="A", avatar="mei")),))
    with pytest.raises(ShowFileError, match="is a link or no regular file"):
        write_archive(show, home / "presets", [load_avatar(folder)], tmp_path / "out.compere")
    assert not (tmp_path / "out.compere").exists()


def test_an_avatar_that_comes_in_names_no_clip_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "mei"
    shutil.copytree(BUNDLED / "lin", folder)
    text = (folder / "avatar.toml").read_text().split("[light")[0]
    text = text.replace('id = "lin"', 'id = "mei"').replace('driver = "light"', 'driver = "musetalk"')
    (folder / "avatar.toml").write_text(
        f'{text}\n[musetalk]\n# by Mei\nclip = "/home/mei/secret.mp4"\nsource = "abc"\n'
    )
    avatar = import_avatar(folder, tmp_path / "home" / "avatars", [])
    assert avatar.settings["clip"] == "secret.mp4" and avatar.settings["source"] == "abc"
    assert "# by Mei" in (avatar.folder / "avatar.toml").read_text()


def test_a_show_that_does_not_fit_on_the_stick_is_told_before_anything_is_written(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    presets, stick = home / "data" / "presets", tmp_path / "stick"
    presets.mkdir(parents=True)
    stick.mkdir()
    (presets / "song.wav").write_bytes(bytes(5 * 1024**2))
    item = Item("one", Preset(name="One", avatar="lin", say="song.wav"))
    free = 17 * 10**6
    told = r"There is no room for gala\.compere: it takes 11 MB, 9 MB must stay free, and 17 MB are free\."
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: shutil._ntuple_diskusage(10**9, 10**9, free))
    with pytest.raises(ShowFileError, match=told):
        write_archive(Rundown((item,), "Gala"), presets, [], stick / "gala.compere")
    assert list(stick.iterdir()) == []
    free = 30 * 10**6
    write_archive(Rundown((item,), "Gala"), presets, [], stick / "gala.compere")
    assert (stick / "gala.compere").is_file()
