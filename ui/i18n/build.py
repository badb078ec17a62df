"""Compiles the translations, and brings them up to date with the sources.

    python -m ui.i18n.build             compiles each .ts into a .qm beside it
    python -m ui.i18n.build --update    takes new sentences of the sources into the .ts files first

By Qt's own tools, which come with PySide6. No Qt is imported here, so that a build can use it.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCES = HERE.parent
PLURALS = "compere_en.ts"
"""English is what the sources say; its file holds the plural forms only."""


class TranslationError(Exception):
    """Translations could not be compiled; the message is one sentence."""


def tool(name: str) -> Path | None:
    """Qt's tool of this name (`lupdate`, `lrelease`) as PySide6 brings it, or None."""
    found = importlib.util.find_spec("PySide6")
    if found is None or not found.submodule_search_locations:
        return None
    root = Path(found.submodule_search_locations[0])
    names = (name, f"{name}.exe", f"Qt/libexec/{name}", f"Qt/bin/{name}.exe")
    return next((root / each for each in names if (root / each).is_file()), None)


def sources(folder: Path = HERE) -> list[Path]:
    """The .ts files in `folder`."""
    return sorted(folder.glob("compere_*.ts"))


def compile_one(source: Path, target: Path) -> None:
    """Compiles one .ts file, in one step: nobody ever reads half a file.

    Raises:
        TranslationError: the tool is not there, or refused.
    """
    compiler = tool("lrelease")
    if compiler is None:
        raise TranslationError("Qt's lrelease is not there: install PySide6 again.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".qm-") as room:
            fresh = Path(room) / target.name
            _call([str(compiler), "-silent", "-compress", str(source), "-qm", str(fresh)])
            fresh.replace(target)
    except (OSError, subprocess.SubprocessError) as fault:
        raise TranslationError(f"{source.name} could not be compiled ({fault}).") from fault


def compile_all(folder: Path = HERE) -> list[Path]:
    """Compiles what is new in `folder`; returns all .qm files. Raises TranslationError."""
    made = []
    for source in sources(folder):
        target = source.with_suffix(".qm")
        if not is_fresh(target, source):
            compile_one(source, target)
        made.append(target)
    return made


def is_fresh(target: Path, source: Path, within_s: float = 0.0) -> bool:
    """Whether `target` is there and not older than `source` by more than `within_s`."""
    try:
        return target.stat().st_mtime + within_s >= source.stat().st_mtime
    except FileNotFoundError:
        return False


def update(files: Sequence[Path], root: Path = SOURCES) -> None:
    """Takes the sentences of the sources under `root`, and of declared fields, into .ts files; what is gone is dropped.

    Raises:
        TranslationError: the tool is not there, or refused.
    """
    from ui.i18n.declared_words import listing

    reader = tool("lupdate")
    if reader is None:
        raise TranslationError("Qt's lupdate is not there: install PySide6 again.")
    for file in files:
        only = ["-pluralonly"] if file.name == PLURALS else []
        common = ["-silent", "-locations", "none", "-no-obsolete", "-extensions", "py", "-source-language", "en"]
        try:
            with tempfile.TemporaryDirectory(prefix="compere-words-") as room:
                declared = Path(room) / "declared.py"
                declared.write_text(listing(), encoding="utf-8")
                _call([str(reader), *common, *only, str(root), str(declared), "-ts", str(file)])
        except (OSError, subprocess.SubprocessError) as fault:
            raise TranslationError(f"{file.name} could not be brought up to date ({fault}).") from fault


def _call(command: list[str]) -> None:
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60)
    if done.returncode != 0:
        last = done.stdout.strip().splitlines()[-1:] or ["it gave no reason"]
        raise subprocess.SubprocessError(last[0])


def main(arguments: Sequence[str]) -> int:
    """Does what the command line asks; returns the exit code."""
    try:
        if "--update" in arguments:
            update(sources())
        for file in compile_all():
            print(file.name)
    except TranslationError as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
