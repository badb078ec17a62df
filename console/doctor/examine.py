"""`compere doctor`: is this machine ready for a show, and if not, what to do.

Looks and never changes anything. What might crash or hang is asked in a process of its own, each area is examined
whatever the others gave, and a failure is a sentence with a cure, never a traceback.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

from console.command_line.language import spoken
from console.doctor.devices import LOUDSPEAKER, SCREENS, examine_screens, examine_sound
from console.doctor.finding import Finding, Severity, examined, json_of, text_of, worst
from console.doctor.machine import (
    DISK,
    LIBRARIES,
    PYTHON,
    examine_disk,
    library_findings,
    python_findings,
)
from console.doctor.neural import GPU, examine_neural
from console.doctor.show import (
    AVATARS,
    PRESETS,
    SETTINGS,
    avatar_ids,
    chosen_settings,
    examine_avatars,
    examine_presets,
    settings_findings,
)
from console.paths import avatar_roots, cache_folder, example_show, log_folder, preset_roots, recordings_folder

NOT_READY_EXIT = 1

Look = Callable[[], Iterator[Finding]]


def examine() -> list[Finding]:
    """Look at everything a show needs. Takes a second or two; the slow looks run side by side."""
    path, settings, trouble = chosen_settings()
    shows = [preset_roots()[0], example_show(spoken().code)]
    looks: list[tuple[str, Look]] = [
        (PYTHON, python_findings),
        (LIBRARIES, library_findings),
        (
            LOUDSPEAKER,
            lambda: examine_sound(
                settings.microphone, settings.speaker, channels=settings.mic_channels.get(settings.microphone, ())
            ),
        ),
        (SCREENS, examine_screens),
        (GPU, examine_neural),
        (AVATARS, lambda: examine_avatars(avatar_roots(), settings.avatar)),
        (PRESETS, lambda: examine_presets(shows, avatar_ids(avatar_roots()))),
        (SETTINGS, lambda: settings_findings(path, path.exists(), trouble)),
        (DISK, lambda: examine_disk(recordings_folder(), log_folder(), cache_folder())),
    ]
    with ThreadPoolExecutor(max_workers=3) as pool:
        return [finding for found in pool.map(lambda look: examined(*look), looks) for finding in found]


def main(as_json: bool = False, show: Callable[[str], None] = print) -> int:
    """Examine and show the findings, as JSON or as text. Returns the exit code: 1 when a show cannot run."""
    findings = examine()
    show(json_of(findings) if as_json else text_of(findings))
    return NOT_READY_EXIT if worst(findings) is Severity.FAIL else 0
