"""The show on disk: a folder of presets, and the rundown that puts them in order.

Each preset is a TOML file of its own, named after its id; `rundown.toml` beside them has the order and the show's
name. What a person wrote between the lines stays there: only the values that changed are written.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import tomlkit
from tomlkit.exceptions import TOMLKitError

from console.answer.text.lexicon import BOOK
from console.show.rundown.preset import FORMAT, Preset, PresetError, plain_fault, read_preset
from console.show.rundown.rundown import Item, Rundown, is_id
from engine.files.toml_text import TomlError, parse_toml
from engine.files.user_files import MissingFileError, UserFileError, read_bytes, read_text
from engine.files.whole_file import as_bytes, write_whole
from engine.text import Text

RUNDOWN = "rundown.toml"

REMOVED = "removed"
"""Folder, inside the presets' one, where the files of deleted presets go."""


class ShowFileError(Exception):
    """The show cannot be read or written. The message is one sentence for the operator."""


@dataclass(frozen=True)
class OpenedShow:
    """A show as it was read.

    Attributes:
        rundown: what can be used of it.
        folder: where it was read from.
        faults: a sentence for each file that cannot be used; those files are left as they are.
    """

    rundown: Rundown
    folder: Path
    faults: tuple[str, ...] = field(default=())


def open_show(own: Path, bundled: Path) -> OpenedShow:
    """The user's show, or the bundled one as long as the user has none. Changes nothing; never raises."""
    return _read(own if _holds_a_show(own) else bundled)


def save_show(rundown: Rundown, folder: Path, *, read_from: Path | None = None) -> None:
    """Writes the presets and the rundown that have changed, each in one step.

    Args:
        folder: the user's own; made when it is not there.
        read_from: the folder that the show was read from, when it is another one: its comments are kept.

    Raises:
        ShowFileError: something could not be written.
    """
    source = read_from or folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for item in rundown.items:
            name = f"{item.id}.toml"
            _set_broken_aside(folder / name)
            before = _text(folder / name) or _text(source / name)
            _write(folder / name, preset_text(item.preset, before))
        ids = [item.id for item in rundown.items]
        _put_away(folder, set(ids))
        before = _text(folder / RUNDOWN) or _text(source / RUNDOWN)
        _write(folder / RUNDOWN, rundown_text(rundown, before))
    except OSError as fault:
        why = fault.strerror or type(fault).__name__
        raise ShowFileError(Text("The presets cannot be saved in {path} ({fault}).", path=folder, fault=why)) from fault


def preset_text(preset: Preset, before: str = "") -> str:
    """A preset as TOML, with the comments and the order of the text that it had before."""
    fields = msgspec.to_builtins(preset)
    fresh = msgspec.to_builtins(Preset(name="-", avatar="-"))
    document = _document(before)
    if "format" not in document:
        head = tomlkit.document()
        head.add("format", tomlkit.item(FORMAT))
        document = _document(head.as_string() + before)
    for key, value in fields.items():
        said = document.get(key, None if key in ("name", "avatar", "format") else fresh[key])
        if said != value or type(said) is bool is not type(value):
            document[key] = _toml_value(value)
    return document.as_string()


def rundown_text(rundown: Rundown, before: str = "") -> str:
    """The rundown as TOML, with the comments of the text that it had before."""
    document = _document(before)
    ids = [item.id for item in rundown.items]
    if "format" not in document:
        document.add(tomlkit.comment("The order of the show. Presets that are not named here come last."))
        document["format"] = FORMAT
    if document.get("name", "") != rundown.name:
        document["name"] = rundown.name
    if list(document.get("presets", [])) != ids:
        lines = tomlkit.array()
        lines.extend(ids)
        lines.multiline(True)
        document["presets"] = lines
    return document.as_string()


def file_of(folder: Path, name: str) -> Path:
    """The file that a preset in `folder` names."""
    return folder / name  # an absolute name stays as it is


def _holds_a_show(folder: Path) -> bool:
    return folder.is_dir() and any(path.name != BOOK for path in folder.glob("*.toml"))


def _read(folder: Path) -> OpenedShow:
    faults: list[str] = []
    presets: dict[str, Preset] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.name in (RUNDOWN, BOOK):
            continue
        if not is_id(path.stem):
            faults.append(
                Text(
                    "Preset {path} is not used: name its file with lower-case letters, digits and hyphens.",
                    path=path.name,
                )
            )
            continue
        try:
            presets[path.stem] = read_preset(read_bytes(path), path.name)
        except PresetError as fault:
            faults.append(str(fault))
        except UserFileError as fault:
            faults.append(Text("Preset {path} cannot be read ({fault}).", path=path.name, fault=fault.why))
    order, name, sentence = _read_rundown(folder / RUNDOWN)
    if sentence:
        faults.append(sentence)
    listed = [item_id for item_id in dict.fromkeys(order) if item_id in presets]
    others = [item_id for item_id in presets if item_id not in listed]
    items = tuple(Item(item_id, presets[item_id]) for item_id in (*listed, *others))
    return OpenedShow(Rundown(items, name), folder, tuple(faults))


class _RundownFile(msgspec.Struct):
    format: int = FORMAT
    name: str = ""
    presets: list[str] = []


def _read_rundown(path: Path) -> tuple[Sequence[str], str, str]:
    """The order, the show's name, and what is wrong with the file."""
    try:
        found = msgspec.convert(parse_toml(read_text(path)), _RundownFile)
    except MissingFileError:
        return (), "", ""
    except UserFileError as fault:
        return (
            (),
            "",
            Text("The rundown {path} cannot be read ({fault}): the presets come by name.", path=path, fault=fault.why),
        )
    except (TomlError, msgspec.ValidationError) as fault:
        return (
            (),
            "",
            Text(
                "The rundown {path} cannot be used ({fault}): the presets come by name.",
                path=path,
                fault=plain_fault(fault),
            ),
        )
    if found.format > FORMAT:
        return (), "", Text(_NEWER, path=path, n=found.format)
    return found.presets, found.name, ""


_NEWER = "The rundown {path} was written by a newer Compere (format {n}): the presets come by name; update this one."


def _put_away(folder: Path, kept: set[str]) -> None:
    """Moves the files of presets that were deleted aside. A file that could never be read stays where it is."""
    for path in sorted(folder.glob("*.toml")):
        if path.name in (RUNDOWN, BOOK) or path.stem in kept or not is_id(path.stem):
            continue
        try:
            read_preset(read_bytes(path), path.name)
        except (PresetError, UserFileError):
            continue
        aside = folder / REMOVED
        aside.mkdir(exist_ok=True)
        path.replace(aside / path.name)


def _set_broken_aside(path: Path) -> None:
    """A file that cannot be read is never written over: it is kept with `.broken` added to its name."""
    try:
        read_preset(read_bytes(path), path.name)
    except MissingFileError:
        return
    except (PresetError, UserFileError):
        path.replace(path.with_name(path.name + ".broken"))


def _text(path: Path) -> str:
    try:
        return read_text(path)
    except UserFileError:
        return ""


def _write(path: Path, text: str) -> None:
    data = as_bytes(text)
    with contextlib.suppress(UserFileError):
        if read_bytes(path) == data:
            return
    write_whole(path, data)


def _document(text: str) -> tomlkit.TOMLDocument:
    try:
        parse_toml(text)  # within the limits, which the other reader does not know
        return tomlkit.parse(text)
    except (TomlError, TOMLKitError, ValueError, RecursionError):
        return tomlkit.document()  # nothing in it is worth keeping: it could not be read either


def _toml_value(value: object) -> Any:
    if isinstance(value, str) and "\n" in value and "\r" not in value:  # a reader takes both together for one
        return tomlkit.string(value, multiline=True)
    return tomlkit.item(value)
