"""The operator's own keys, in a file beside the settings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec
import tomlkit

from console.show.core.keymap import KeyMap, Place, normal
from console.show.effects.show import BindKey
from console.show.rundown.preset import plain_fault
from engine.files.toml_text import TomlError, parse_toml, shortened
from engine.files.user_files import MissingFileError, UserFileError, read_text
from engine.files.whole_file import as_bytes, write_whole
from engine.text import Text

FORMAT = 1
FILE_NAME = "keys.toml"


class KeyBindingsError(Exception):
    """The keys cannot be saved; the message is one sentence for the operator."""


class _KeyFile(msgspec.Struct):
    format: int = FORMAT
    keys: dict[str, dict[str, str]] = {}


def load_keys(path: Path) -> tuple[dict[Place, str], str]:
    """The keys that are not the defaults, and one sentence about what is wrong with the file, or "".

    A key that another action has by now is left out, so that none means two things.
    """
    try:
        found = msgspec.convert(parse_toml(read_text(path)), _KeyFile)
    except MissingFileError:
        return {}, ""
    except UserFileError as fault:
        return {}, Text(
            "The keys in {path} cannot be read ({fault}): the usual ones are used.", path=path, fault=fault.why
        )
    except (TomlError, msgspec.ValidationError) as fault:
        return {}, Text(
            "The keys in {path} cannot be used ({fault}): the usual ones are used.", path=path, fault=plain_fault(fault)
        )
    if found.format > FORMAT:
        return {}, Text("The keys in {path} are from a newer Compere: the usual ones are used.", path=path)
    usual = KeyMap()
    there = {(each.action.id, str(each.number + 1)): each.place for each in usual.bound}
    written = {(action, number): keys for action, places in found.keys.items() for number, keys in places.items()}
    wanted = {there[place]: normal(keys) for place, keys in written.items() if place in there}
    whole = KeyMap(wanted)
    bad = [place for place, keys in wanted.items() if whole.conflict(place, keys)]
    kept = {place: keys for place, keys in wanted.items() if place not in bad}
    strange = dict.fromkeys((*(action for action, _ in bad), *(place[0] for place in written if place not in there)))
    told = shortened(", ".join(strange))
    return kept, Text(
        "In {path} the keys of {name} cannot be used: the usual ones are.", path=path, name=told
    ) if strange else ""


def save_keys(keys: Mapping[Place, str], path: Path) -> None:
    """Writes the keys that are not the defaults. Raises KeyBindingsError."""
    document = tomlkit.document()
    document.add(tomlkit.comment("Keys that are not the usual ones: action, which of its keys, key."))
    document["format"] = FORMAT
    table = tomlkit.table()
    for (action, number), key in sorted(keys.items()):
        if action not in table:
            table[action] = tomlkit.inline_table()
        table[action][str(number + 1)] = key
    document["keys"] = table
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, as_bytes(document.as_string()))
    except OSError as fault:
        raise KeyBindingsError(
            Text("The keys cannot be saved in {path} ({fault}).", path=path.parent, fault=fault.strerror)
        ) from fault


class KeyBindings:
    """The operator's own keys, and their file.

    Attributes:
        changed: place in the table → key, for those that are not the usual ones.
        fault: what was wrong with the file, or "".
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.changed, self.fault = load_keys(path)

    def refusal(self, request: BindKey) -> str:
        """Why a key cannot be given, or ""."""
        place = (request.action, request.number)
        usual = next((each.binding.keys for each in KeyMap().bound if each.place == place), "")
        return KeyMap(self.changed).conflict(place, request.keys or usual)

    def bind(self, request: BindKey) -> str:
        """Gives a key, and writes the file; returns why it could not be written, or ""."""
        place = (request.action, request.number)
        self.changed = dict(KeyMap(self.changed).with_key(place, request.keys).changed)
        if self.fault:
            return ""  # a file that could not be read is left as it was
        try:
            save_keys(self.changed, self._path)
        except KeyBindingsError as fault:
            return str(fault)
        return ""
