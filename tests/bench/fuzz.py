"""Every reader of user files against files that nobody would write: `compere bench fuzz`.

Each reader gets sound files, spoilt by the known tricks. What may come out is what it returns, or its own error with
one sentence; anything else, a case that takes longer than 2 s or 300 MB, and a process that dies, is counted and
printed with its number: `python -m tests.bench.fuzz READER FIRST 1` does that case again.
"""

from __future__ import annotations

import io
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from .rows import Row, at_most, figure, none_of

CASES = 1600
"""Of each reader."""

LONGEST_S = 2.0
MOST_MB = 300.0
HANG_S = 10.0
"""A case that computes for so long, or waits for twelve times that, has hung. What counts is the processor's time."""

ROOT = Path(__file__).parents[2]
_BOOK = '# names\n[say]\n"Siobhan" = "Shivawn [[ʃɪˈvɔːn]]"\n"曾" = "增"\n[en]\n"Hsu" = "Shoo"\n'
_FACTS = (
    "# Gala\n## Where is the bar?\nUpstairs.\n\nQ: Parking?\nA: Level B2.\n\n"
    "- Wi-Fi: HALL\n\n| a | b |\n|---|---|\n| 19:30 | Lin |\n"
)
_WORDS = "idiot\n*bad*\n法輪功\n[names]\n王大明, 李四\n[allow]\nDick Cheney\n"
_KEYS = 'format = 1\n[keys]\ntake = {1 = "F6"}\ninterrupt = {2 = "Ctrl+J"}\n'
_SETTINGS = 'avatar = "lin"\nmicrophone = "desk"\nrate = 30\nslate = "black"\nwidth = 1920\n'

TOKENS: tuple[bytes, ...] = (
    *(
        b"9" * 5000,
        b"[" * 3000,
        b"{a=" * 500,
        b"a." * 20_000 + b"a=1\n",
        b"[a" + b".a" * 9000 + b"]\n",
        b"\0",
        b"\xff\xfe",
    ),
    *(
        b" " * 1600,
        b" " * 40_000,
        b"#" * 3000,
        b"|" * 5000,
        b"*" * 9000,
        b"\n" * 60_000,
        b"=1\n" * 30_000,
        b"\xef\xbb\xbf",
    ),
    *(
        b'"""',
        b"'''",
        b"\\",
        b"\\ud800",
        b"\xed\xa0\x80",
        b"-inf",
        b"nan",
        b"1e999",
        b"../../../etc/passwd",
        b"sep=;\n",
    ),
    *(
        b"```",
        b"Q: " * 4000,
        b"- a:" * 4000,
        b"](" * 4000,
        b"<!--" * 2000,
        b"[[" * 4000,
        b"\xf0\x9f\x8f\xb4" * 3000,
        b"\r",
    ),
    *(
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        b"#EXTM3U\n/etc/passwd\n",
        b"ffconcat version 1.0\nfile a\n",
        b"PK\x05\x06",
    ),
)
"""What breaks readers, as far as it is known."""

Read = Callable[[Path], object]


def run() -> list[Row]:
    """All readers, each in a process of its own that is started again when it dies."""
    faults: list[str] = []
    cases, slowest_s, most_mb = 0, 0.0, 0.0
    slowest = ""
    for reader in READERS:
        first = 0
        while first < CASES:
            told = _process(reader, first, CASES - first)
            cases += told["done"]
            faults += [f"{reader} {fault}" for fault in told["faults"]]
            if told["slowest_s"] > slowest_s:
                slowest_s, slowest = told["slowest_s"], f"{reader} {told['slowest']}"
            most_mb = max(most_mb, told["mb"])
            first += told["done"]
    for fault in faults[:40]:
        print(fault, file=sys.stderr)
    return [
        figure("Cases, readers", f"{cases}, {len(READERS)}"),
        none_of("Anything but an answer or one sentence of the reader's own", len(faults), f"{cases} cases"),
        at_most(f"The slowest case ({slowest})", slowest_s, LONGEST_S, "s"),
        at_most("The most memory", most_mb, MOST_MB, "MB"),
    ]


def _process(reader: str, first: int, count: int) -> dict[str, float | int | str | list[str]]:  # type: ignore[type-arg]
    """One process's cases; the one in which it died is a fault, and counted as done."""
    command = [sys.executable, "-m", "tests.bench.fuzz", reader, str(first), str(count)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if lines and "mb" in lines[-1]:
        return lines[-1]
    at = lines[-1]["case"] if lines else first
    why = f"{at}: the process ended with {done.returncode}: {done.stderr.strip().splitlines()[-1:]}"
    return {"done": at - first + 1, "faults": [why], "slowest_s": 0.0, "slowest": at, "mb": 0.0}


def case(reader: str, number: int, seeds: list[bytes]) -> bytes:
    """The bytes of a case: the same for the same number."""
    chance = random.Random(f"{reader} {number}")
    data = bytearray(chance.choice(seeds))
    for _ in range(chance.choice((1, 1, 2, 5, 30))):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(8):
            case 0 if data:
                data[min(at, len(data) - 1)] = chance.randrange(256)
            case 1:
                del data[at:]
            case 2:
                data[at:at] = chance.choice(TOKENS)
            case 3:
                data[at:at] = data[at : at + chance.randrange(400)] * chance.choice((2, 10, 300))
            case 4:
                del data[at : at + chance.randrange(60)]
            case 5:
                data[at:at] = chance.randbytes(chance.randrange(200))
            case 6:
                line = data.splitlines(keepends=True)
                chance.shuffle(line)
                data = bytearray(b"".join(line))
            case 7:
                data[at : at + 4] = chance.choice(
                    (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff", b"\x80\0\0\0")
                )
        if len(data) > 3_000_000:
            del data[3_000_000:]
    return bytes(data)


def work(reader: str, first: int, count: int) -> None:
    """The cases of one process: a line before each that may be its last, and one at the end."""
    faults: list[str] = []
    slowest_s, slowest = 0.0, first
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        seeds, read, own = READERS[reader](room)
        for seed in seeds:
            _one(room / "seed", seed, read, own)
        before = _peak_mb()
        for number in range(first, first + count):
            print(json.dumps({"case": number}), flush=True)
            signal.setitimer(signal.ITIMER_PROF, HANG_S)
            signal.alarm(round(12 * HANG_S))
            began = time.process_time()
            if fault := _one(room / "case", case(reader, number, seeds), read, own):
                faults.append(f"{number}: {fault}")
            took = time.process_time() - began
            signal.alarm(0)
            signal.setitimer(signal.ITIMER_PROF, 0.0)
            if took > slowest_s:
                slowest_s, slowest = took, number
        grown = _peak_mb() - before
    told = {"done": count, "faults": faults, "slowest_s": slowest_s, "slowest": slowest, "mb": grown}
    print(json.dumps(told), flush=True)


def _peak_mb() -> float:
    """The most memory that this process has had, in MB. (`ru_maxrss` would begin with its parent's.)"""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def _one(path: Path, data: bytes, read: Read, own: tuple[type[Exception], ...]) -> str:
    """What came out that must not, in words, or ""."""
    path.write_bytes(data)
    try:
        told = read(path)
    except own as fault:
        told = [str(fault)]
    except Exception as fault:
        return f"{type(fault).__name__}: {str(fault)[:100]}"
    sentences = told if isinstance(told, list) else []
    bad = [words for words in sentences if not words or "\n" in words or len(words) > 800]
    return f"a sentence that is none: {bad[0][:100]!r}" if bad else ""


# -- the readers: each gives its sound files, how it reads one, and its own errors ---------------------------------

_Reader = tuple[list[bytes], Read, tuple[type[Exception], ...]]


def _presets(room: Path) -> _Reader:
    from console.rundown.show_file import open_show, save_show

    folder = room / "show"
    folder.mkdir()

    def read(path: Path) -> list[str]:
        path.replace(folder / "a.toml")
        found = open_show(folder, folder)
        save_show(found.rundown, room / "saved")
        return list(found.faults)

    return [path.read_bytes() for path in sorted((ROOT / "presets").glob("*.toml"))], read, ()


def _rundown(room: Path) -> _Reader:
    from console.rundown.show_file import open_show

    folder = room / "show"
    folder.mkdir()
    (folder / "a.toml").write_text('name = "A"\navatar = "lin"\n')

    def read(path: Path) -> list[str]:
        path.replace(folder / "rundown.toml")
        return list(open_show(folder, folder).faults)

    return [(ROOT / "presets" / "rundown.toml").read_bytes(), b'name = "x"\npresets = ["a"]\n'], read, ()


def _settings(room: Path) -> _Reader:
    from console.settings.file import load_settings, save_settings

    def read(path: Path) -> list[str]:
        settings, sentence = load_settings(path)
        save_settings(settings, path)
        return [sentence] if sentence else []

    return [_SETTINGS.encode()], read, ()


def _keys(room: Path) -> _Reader:
    from console.settings.key_bindings import load_keys

    return [_KEYS.encode()], lambda path: [told] if (told := load_keys(path)[1]) else [], ()


def _book(room: Path) -> _Reader:
    from console.answer.text.lexicon import LexiconError, load_lexicon, save_entry

    def read(path: Path) -> list[str]:
        book, faults = load_lexicon(path)
        book.read("Siobhan and Hsu, 曾先生", "en", ipa=True)
        save_entry(path, "Lin", "Linn")
        return list(faults)

    return [_BOOK.encode()], read, (LexiconError,)


def _avatar(room: Path) -> _Reader:
    from engine.avatar import AvatarError, load_avatar

    folder = room / "avatar"
    folder.mkdir()
    (folder / "thumbnail.jpg").write_bytes((ROOT / "avatars" / "lin" / "thumbnail.jpg").read_bytes())

    def read(path: Path) -> None:
        path.replace(folder / "avatar.toml")
        load_avatar(folder)

    return [path.read_bytes() for path in sorted((ROOT / "avatars").glob("*/avatar.toml"))], read, (AvatarError,)


def _table(room: Path) -> _Reader:
    from console.rundown.show_file import open_show
    from console.show.rundown.preset import PresetError
    from console.show.rundown.rundown_csv import from_csv, to_csv
    from engine.files.user_files import UserFileError, read_text

    show = open_show(ROOT / "presets", ROOT / "presets").rundown
    text = to_csv(show)
    seeds = [
        text.encode(),
        b"\xef\xbb\xbf" + text.encode(),
        b"sep=;\r\n" + text.replace(",", ";").encode(),
        text.encode("utf-16"),
    ]
    return seeds, lambda path: to_csv(from_csv(read_text(path), show, "lin")), (PresetError, UserFileError)


def _facts(room: Path) -> _Reader:
    from console.answer.config import AnswerConfigError, read_file
    from console.answer.llm.facts import FactsError, FactsProvider

    def read(path: Path) -> None:
        facts = FactsProvider([(read_file(path.parent, path.name, "facts"), path.name)])
        facts.best("Where is the bar?")
        facts.context("Where is the bar?")

    return [_FACTS.encode()], read, (AnswerConfigError, FactsError)


def _words(room: Path) -> _Reader:
    from console.answer.config import AnswerConfigError, read_file
    from console.answer.safety.word_list import WordList, WordListError, read_word_list

    def read(path: Path) -> None:
        WordList(read_word_list(read_file(path.parent, path.name, "list"), path.name)).find(
            "Good evening, 王大明 i d i o t"
        )

    return [_WORDS.encode()], read, (AnswerConfigError, WordListError)


def _restore(room: Path) -> _Reader:
    from console.operator_selection import OperatorSelection, ShowRecord
    from console.processes.restore_point import FILE_NAME, RestorePoint
    from console.show.core.state import ShowState

    def read(path: Path) -> None:
        path.replace(room / FILE_NAME)
        RestorePoint(room).left()

    record = ShowRecord(
        at=1e9, turn=3, state=ShowState.LIVE, in_state_s=1.0, on_air_s=2.0, from_air=False, choices=OperatorSelection()
    )
    return [record.pack()], read, ()


def _archive(room: Path) -> _Reader:
    from console.rundown.show_archive import HEAD, read_archive
    from console.rundown.show_file import ShowFileError

    seeds = []
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", method) as archive:
            archive.writestr(HEAD, "format = 1\n")
            archive.writestr("presets/a.toml", 'name = "A"\navatar = "lin"\nfacts = "files/a.md"\n')
            archive.writestr("presets/rundown.toml", 'name = "Gala"\npresets = ["a"]\n')
            archive.writestr("presets/pronunciation.toml", _BOOK)
            archive.writestr("presets/files/a.md", _FACTS)
        seeds.append(out.getvalue())

    def read(path: Path) -> None:
        read_archive(path, room / "presets", room / "avatars", room / "aside", [])
        strays = {each.name for each in room.iterdir()} - {"presets", "avatars", "aside", "seed", "case"}
        if strays:
            raise AssertionError(f"it wrote {strays}")

    return seeds, read, (ShowFileError,)


def _picture(room: Path) -> _Reader:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QColor, QImage

    from ui.display.pictures import PictureError, read_picture

    image = QImage(320, 180, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    seeds = []
    for kind in ("png", "jpeg", "webp", "bmp"):
        image.save(str(room / kind), kind)
        seeds.append((room / kind).read_bytes())
    return seeds, lambda path: read_picture(path, QSize(1920, 1080)), (PictureError,)


def _sound(room: Path) -> _Reader:
    import av
    import numpy as np

    from console.playout.sound.decode import SoundFileError, load_sound

    tone = (np.sin(np.arange(24_000) / 20) * 0.5).astype(np.float32)
    seeds = []
    for suffix, codec, form in (
        *(("wav", "pcm_s16le", "s16"), ("wav", "pcm_f32le", "flt"), ("mp3", "libmp3lame", "fltp")),
        *(("flac", "flac", "s16"), ("ogg", "libopus", "flt"), ("m4a", "aac", "fltp")),
    ):
        path = room / f"a.{suffix}"
        with av.open(str(path), "w") as container:
            stream = container.add_stream(codec, rate=48_000)
            resampler = av.AudioResampler(format=form, layout="mono", rate=48_000, frame_size=1024)
            frame = av.AudioFrame.from_ndarray(tone[None], "fltp", "mono")
            frame.sample_rate = 48_000
            for piece in (*resampler.resample(frame), *resampler.resample(None)):
                container.mux(stream.encode(piece))
            container.mux(stream.encode(None))
        seeds.append(path.read_bytes())

    def read(path: Path) -> None:
        if not np.isfinite(load_sound(path)).all():
            raise AssertionError("samples that are no numbers")

    return seeds, read, (SoundFileError,)


READERS: dict[str, Callable[[Path], _Reader]] = {
    "presets": _presets,
    "rundown": _rundown,
    "settings": _settings,
    "keys": _keys,
    "pronunciation": _book,
    "avatar": _avatar,
    "table": _table,
    "facts": _facts,
    "word list": _words,
    "restore point": _restore,
    "archive": _archive,
    "picture": _picture,
    "sound": _sound,
}

if __name__ == "__main__":
    work(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
