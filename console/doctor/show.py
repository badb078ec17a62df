"""The doctor's look at what a show is made of: settings, avatars, presets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from console.doctor.finding import Finding, fail, ok, warn
from console.settings.file import Settings
from engine.text import Text

SETTINGS, AVATARS, PRESETS = "Settings", "Avatars", "Presets"


def settings_findings(path: Path, there: bool, trouble: str | None) -> Iterator[Finding]:
    """Whether the settings can be read.

    Arguments:
        path: the file.
        there: whether it exists.
        trouble: the sentence that reading it gave, if any.
    """
    if trouble:
        yield warn(SETTINGS, trouble, "Mend the file, or choose again in the window: the old file is kept beside it.")
    elif there:
        yield ok(SETTINGS, Text("{path} is good.", path=path))
    else:
        yield ok(SETTINGS, Text("None yet; defaults are used until something is chosen ({path}).", path=path))


def avatar_findings(
    found: Sequence[tuple[str, str, str]], broken: Sequence[tuple[Path, str]], chosen: str, roots: Sequence[Path]
) -> Iterator[Finding]:
    """Who can be on screen.

    Arguments:
        found: (id, name, driver) of each good avatar.
        broken: (folder, sentence) of each that cannot be used.
        chosen: id that the settings name; empty is nothing chosen.
        roots: where they were looked for.
    """
    if found:
        names = ", ".join(f"{name} ({driver})" for _, name, driver in found)
        yield ok(AVATARS, Text("{n}: {names}.", n=len(found), names=names))
    else:
        places = " or ".join(map(str, roots))
        yield fail(
            AVATARS, Text("None that can be used in {path}.", path=places), "Install Compere again: two come with it."
        )
    for _, sentence in broken:
        yield warn(AVATARS, sentence, "Mend the folder or take it away; the others are not touched by it.")
    if chosen and found and chosen not in (identity for identity, _, _ in found):
        yield warn(
            AVATARS,
            Text("The settings name “{name}”, which is not there.", name=chosen),
            "Choose another in the window.",
        )


def examine_avatars(roots: Sequence[Path], chosen: str) -> Iterator[Finding]:
    """The avatars in the folders `roots`."""
    from engine.avatar import find_avatars

    good, broken = find_avatars(roots)
    yield from avatar_findings([(avatar.id, avatar.name, avatar.driver) for avatar in good], broken, chosen, roots)


def preset_files(roots: Iterable[Path]) -> list[Path]:
    """The preset files in the folders `roots`; the rundown and the book of names beside them are none."""
    found = [path for root in roots if root.is_dir() for path in sorted(root.glob("*.toml"))]
    return [path for path in found if path.name not in ("rundown.toml", "pronunciation.toml")]


def examine_presets(roots: Sequence[Path], avatars: Sequence[str] | None = None) -> Iterator[Finding]:
    """Whether each preset in the folders `roots` can be read, and has its files.

    Arguments:
        avatars: ids of the avatars that are there; None does not look.
    """
    from console.show.rundown.preset import PresetError, files_named, parse_preset
    from engine.files.user_files import UserFileError, read_bytes

    seen: set[str] = set()
    for root in roots:
        good: list[str] = []
        for path in preset_files([root]):
            if path.name in seen:
                continue  # a show takes its own before the one that came with Compere
            seen.add(path.name)
            mend = Text("Mend {path}, or take it away; the others are not touched by it.", path=path)
            try:
                preset = parse_preset(read_bytes(path), path.name)
            except PresetError as fault:
                yield warn(PRESETS, str(fault), mend)
                continue
            except UserFileError as fault:
                yield warn(
                    PRESETS, Text("Preset {path} cannot be read ({fault}).", path=path.name, fault=fault.why), mend
                )
                continue
            absent = [name for name in files_named(preset) if not (path.parent / name).is_file()]
            if absent:
                yield warn(
                    PRESETS,
                    Text(
                        "Preset {name} names {file}, which is not in {path}.",
                        name=path.name,
                        file=absent[0],
                        path=path.parent,
                    ),
                    mend,
                )
            elif avatars is not None and preset.avatar not in avatars:
                yield warn(
                    PRESETS,
                    Text(
                        "Preset {name} names the avatar “{avatar}”, which is not there.",
                        name=path.name,
                        avatar=preset.avatar,
                    ),
                    mend,
                )
            else:
                good.append(preset.name)
        if good:
            yield ok(PRESETS, Text("{n} in {path}: {names}.", n=len(good), path=root, names=", ".join(good)))
    if not seen:
        yield ok(PRESETS, "None: the window's own choices make the show.")


def avatar_ids(roots: Sequence[Path]) -> list[str] | None:
    """The ids of the avatars that are there; None when they cannot be looked for."""
    try:
        from engine.avatar import find_avatars

        return [avatar.id for avatar in find_avatars(roots)[0]]
    except OSError:
        return None


def chosen_settings() -> tuple[Path, Settings, str | None]:
    """The settings file, what it says (defaults where it cannot be read), and what is wrong with it."""
    from console.settings.file import load_settings, settings_path

    path = settings_path()
    settings, trouble = load_settings(path)
    return path, settings, trouble
