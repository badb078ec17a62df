"""Every face of the window, with much said on it: RUN in all states and modes, EDIT page by page, and the sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from weakref import WeakKeyDictionary

import msgspec

from console.show.core.alarms import Alarm, AlarmKind
from console.show.core.enums import Mode
from console.show.core.preflight import ItemFinding, ItemVerdict, Preflight, PreflightFacts
from console.show.core.state import ShowState
from console.show.state.console_state import AvatarTile, Condition, ConsoleState
from console.show.state.film_view import FilmLine, FilmPlan, FilmState
from console.show.state.model_view import FileState, ModelLine
from console.show.state.settings import Options
from console.show.state.voice_view import BookLine, BookView, LineView, VoiceView
from tests.ui.console_states import DESKS, OUTPUTS, answering, bundled_thumbnails, console_state
from ui.window import OperatorWindow

PAGES = ("preset", "answers", "voices", "show", "avatars", "models", "films", "keys")
PARTS = ("program", "devices", "answers", "hearing", "outputs", "engine")
"""Of the settings."""

LINES = tuple(
    LineView(number, words, "en", number != 3, False, "")
    for number, words in enumerate(
        ("Good evening, and welcome to the Spring Gala.", "Please rise.", "Thank you all"), 1
    )
)


WORN: WeakKeyDictionary[OperatorWindow, dict[str, Any]] = WeakKeyDictionary()
"""What is set in a window beyond the usual: option → value."""


@dataclass(frozen=True)
class Scene:
    """One face: its name, and how the window comes to it."""

    name: str
    show: Callable[[OperatorWindow], None]


def scenes() -> Iterator[Scene]:
    """All of them."""
    for state in ShowState:
        yield Scene(f"run {state}", _shown(lambda state=state: full(state)))
    yield Scene("run faults", _shown(faulty))
    yield Scene("run locked", _shown(lambda: _locked(full(ShowState.LIVE))))
    yield Scene("say", _shown(saying))
    for desk in DESKS:
        yield Scene(f"answer {desk}", _shown(lambda desk=desk: answering(desk)))
    for name in OUTPUTS:
        yield Scene(f"outputs {name}", _shown(lambda name=name: outputs(name)))
    yield Scene("preflight", _shown(preflight))
    yield Scene("key map", _key_map)
    for step in range(4):
        yield Scene(f"welcome {step + 1}", _welcome(step))
    for page in PAGES:
        yield Scene(f"edit {page}", _edit(page))
    for part in PARTS:
        yield Scene(f"edit settings {part}", _edit("settings", part))
    yield Scene("edit outcome", _edit("show", moved=True))


def full(state: ShowState) -> ConsoleState:
    """A house with hosts, a rundown and figures."""
    shown = console_state(state, thumbnails=bundled_thumbnails()[:4])
    shown.avatars = tuple(replace(tile, width=1920, height=1080, rate=30) for tile in shown.avatars)
    shown.settings = replace(shown.settings, storage="/home/operator/.local/share/compere/recordings")
    shown.settings = replace(shown.settings, free_gb=412.0)
    return shown


def faulty() -> ConsoleState:
    """Much is wrong at once."""
    shown = full(ShowState.LIVE)
    shown.refusal = "The show is on air already."
    shown.alarm_list = (
        Alarm(AlarmKind.SCREEN, "The hall's screen is gone: plug it in again; the program comes back by itself."),
        Alarm(AlarmKind.MICROPHONE, "MIC MISSING: plug Focusrite Scarlett 2i2 in again"),
    )
    shown.microphone = replace(shown.microphone, condition=Condition.MISSING)
    shown.speaker = replace(shown.speaker, condition=Condition.MISSING)
    shown.screen = replace(shown.screen, condition=Condition.MISSING)
    shown.health = replace(shown.health, engine=Condition.FAILED)
    shown.health = replace(shown.health, restarts=12, standby="drawing")
    return shown


def _locked(shown: ConsoleState) -> ConsoleState:
    shown.show = replace(shown.show, locked=True)
    return shown


def saying() -> ConsoleState:
    """SAY, with lines."""
    shown = full(ShowState.LIVE)
    shown.mode = Mode.SAY
    shown.say = replace(shown.say, lines=LINES, preset="Welcome", voice="Edge · HsiaoChen", on=True)
    return shown


def outputs(name: str) -> ConsoleState:
    """On air, with streams and the recording in a state of `OUTPUTS`."""
    shown = full(ShowState.LIVE)
    shown.outputs = OUTPUTS[name]
    return shown


def preflight() -> ConsoleState:
    """The strip is open, with red items."""
    shown = full(ShowState.STANDBY)
    shown.speaker = replace(shown.speaker, condition=Condition.MISSING)
    found = ItemFinding(ItemVerdict.GREEN, "screen saver and sleep")
    shown.preflight = Preflight().update(
        shown, PreflightFacts("avatar0", ItemFinding(ItemVerdict.AMBER, "not looked at yet"), found)
    )
    shown.preflight_open = True
    return shown


def editing(*, moved: bool = False) -> ConsoleState:
    """EDIT is open, with something on each of its pages."""
    shown = full(ShowState.STANDBY)
    shown.outputs = OUTPUTS["several"]
    shown.show = replace(shown.show, editing=True, can_undo=True, saved="saved 20:14:02")
    if moved:
        told = "The show cannot be saved as /media/stick/a long name/gala.compere (No space left on device)."
        shown.show = replace(shown.show, moved=told, move_failed=True, move_number=1)
    shown.films = replace(
        shown.films, plan=FilmPlan("avatar0", "/show/sounds/welcome.wav", "/show/films/welcome by Lin.mp4")
    )
    shown.films = replace(
        shown.films,
        lines=(
            FilmLine(1, "one.mp4", "Lin", FilmState.DONE, 1.0),
            FilmLine(2, "two with a longer name.mp4", "Lin", FilmState.MAKING, 0.42, 67.0),
            FilmLine(4, "four.mp4", "Ada", FilmState.FAILED, sentence="four.wav is empty: there is no sound in it."),
        ),
    )
    shown.avatars = (*shown.avatars, AvatarTile("mei", "Mei", driver="musetalk", licence="CC-BY-4.0", ready=False))
    shown.models = replace(shown.models, readiness="No graphics card was found.")
    shown.models = replace(shown.models, to_fetch=3_900_000_000)
    shown.models = replace(
        shown.models,
        lines=(
            ModelLine(
                "musetalkV15/unet.pth",
                "draws the mouth",
                3_400_000_000,
                "MIT",
                "TMElyralab/MuseTalk",
                True,
                FileState.GOOD,
            ),
            ModelLine(
                "sd-vae/diffusion_pytorch_model.bin",
                "decodes",
                335_000_000,
                "MIT",
                "stabilityai",
                True,
                FileState.MISSING,
            ),
        ),
    )
    shown.voices = replace(
        shown.voices, voices=(VoiceView("edge:zh-TW-HsiaoChenNeural", "HsiaoChen, Taiwan", "cmn", ""),)
    )
    shown.voices = replace(
        shown.voices, book=BookView((BookLine("Xu Zhimo", "shoo jer mor"), BookLine("高雄", "Gaoxiong", "en")), ())
    )
    shown.settings = replace(shown.settings, options=Options(show_name="Spring Gala 2026"))
    return shown


def _put(window: OperatorWindow, shown: ConsoleState) -> None:
    """Shows a house as the operator of this window has set texts, colours and motion."""
    options = msgspec.structs.replace(shown.settings.options, **WORN.get(window, {}))
    shown.settings = replace(shown.settings, options=options)
    window.show_state(shown)


def _shown(made: Callable[[], ConsoleState]) -> Callable[[OperatorWindow], None]:
    def show(window: OperatorWindow) -> None:
        window._overlay.hide()
        _put(window, made())

    return show


def _key_map(window: OperatorWindow) -> None:
    _put(window, full(ShowState.STANDBY))
    window._overlay.show()


def _welcome(step: int) -> Callable[[OperatorWindow], None]:
    def show(window: OperatorWindow) -> None:
        shown = full(ShowState.STANDBY)
        shown.welcome_open = True
        window._overlay.hide()
        _put(window, shown)
        window._welcome._turn_to(step)
        _put(window, shown)

    return show


def _edit(page: str, part: str = "", *, moved: bool = False) -> Callable[[OperatorWindow], None]:
    def show(window: OperatorWindow) -> None:
        shown = editing(moved=moved)
        window._overlay.hide()
        _put(window, shown)
        window._edit.show_page(page)
        if part:
            window._edit.settings.show_part(part)
        _put(window, shown)

    return show
