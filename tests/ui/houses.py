"""Houses for tests and for looking at the window: a believable evening, in each state."""

from __future__ import annotations

from pathlib import Path

from console.show.effects import Mode, Pa
from console.show.house import AvatarTile, Choice, Condition, DeviceView, HealthView, House, RundownView
from console.show.meters import MeterReading
from console.show.next import Cues, preset_next
from console.show.preset import Preset
from console.show.rundown import Item, Rundown
from console.show.state import ShowState

MICROPHONES = (
    Choice("USB Audio: Focusrite Scarlett 2i2", "USB Audio: Focusrite Scarlett 2i2"),
    Choice("Built-in microphone", "Built-in microphone"),
)
SPEAKERS = (Choice("HDMI / Epson EB", "HDMI / Epson EB"), Choice("Built-in audio", "Built-in audio"))
SCREENS = (Choice("SEC|EB|77", "Epson EB-L1 · 1920×1080"), Choice("BOE|x|1", "Laptop · 1920×1080"))

QUIET = MeterReading(-120.0, -120.0, -120.0, no_signal=True)


RUNDOWN = Rundown(
    tuple(
        Item(f"p{number}", Preset(name=name, avatar=avatar, mode=Mode(mode), note=note, say=say, colour=colour))
        for number, (name, avatar, mode, note, say, colour) in enumerate(
            (
                ("Welcome", "avatar0", "mirror", "when the lights go down", "", "#c94f4f"),
                ("Awards", "avatar0", "mirror", "", "", ""),
                ("Host + sponsor", "avatar1", "mirror", "after the choir sits", "", "#c9a24f"),
                ("Q & A", "avatar0", "answer", "", "", ""),
                ("Choir", "avatar1", "say", "", "choir.wav", "#4f8fc9"),
                ("Finale", "avatar0", "mirror", "all on stage", "", ""),
            ),
            1,
        )
    )
)


def rundown_view(rundown: Rundown = RUNDOWN, current: str = "p1", following: str = "p3") -> RundownView:
    """A show in which the first preset is on and the third is next."""
    cues = Cues(current, following)
    faults = {item.id: "ANSWER is not in this version yet" for item in rundown.items if item.preset.mode is Mode.ANSWER}
    return RundownView(rundown, cues, preset_next(cues, rundown), True, faults)


def house(
    state: ShowState = ShowState.STANDBY, *, thumbnails: tuple[str, ...] = ("", ""), mic_missing: bool = False
) -> House:
    """A house in `state`, with everything there unless it is said to be missing."""
    on_air = state is ShowState.LIVE
    microphone = DeviceView(MICROPHONES, MICROPHONES[0].key, Condition.OK)
    alarms: tuple[str, ...] = ()
    if mic_missing:
        microphone = DeviceView(MICROPHONES[1:], MICROPHONES[0].key, Condition.MISSING)
        alarms = ("MIC MISSING: plug Focusrite Scarlett 2i2 in again",)
    names = ("Lin · lectern", "Ada · studio", "Kai · stage", "Mei · night")
    tiles = tuple(
        AvatarTile(f"avatar{number}", names[number % 4], file, driver="light") for number, file in enumerate(thumbnails)
    )
    heard = MeterReading(-15.0, -11.0, -9.3, lufs=-23.4, lufs_figure=-23.4)
    talking = MeterReading(-14.2, -9.6, -8.1, lufs=-21.4, lufs_figure=-21.4)
    return House(
        state=state,
        armed_left_s=47.0 if state is ShowState.ARMED else 0.0,
        on_air_s=761.0 if state in (ShowState.LIVE, ShowState.HOLD, ShowState.PANIC) else 0.0,
        show_name="Spring Gala 2026 · Grand Auditorium",
        clock="20:14:07",
        alarms=alarms,
        mode=Mode.MIRROR,
        avatar_id="avatar0",
        avatars=tiles,
        microphone=microphone,
        speaker=DeviceView(SPEAKERS, SPEAKERS[0].key, Condition.OK),
        screen=DeviceView(SCREENS, SCREENS[0].key, Condition.OK, "1920×1080"),
        mic_meter=QUIET if mic_missing else talking,
        avatar_meter=QUIET,
        hall_meter=heard if on_air and not mic_missing else QUIET,
        health=HealthView(
            fixed_delay_ms=100.0 if state not in (ShowState.OFFLINE, ShowState.STANDBY) else None,
            delay_p50_ms=62.0,
            delay_p95_ms=78.0,
            fps=30.0,
            program_fps=30,
            late_frames=3,
            late_percent=0.01,
            skew_ms=-12.0,
            engine=Condition.OK,
            engine_words="light · viseme",
            engine_up_s=7380.0,
        ),
        pa=Pa.THROUGH,
        frame=18231,
        frame_age_ms=38.0,
        log=(
            "20:14:02 live (key)",
            "20:13:55 arm (key)",
            "20:13:20 microphone back after 4 s",
            "20:01:26 avatar Lin · lectern (mouse)",
            "20:01:02 hall screen Epson EB-L1 (mouse)",
        ),
        show=rundown_view(),
    )


def bundled_thumbnails() -> tuple[str, ...]:
    """Thumbnails of the bundled avatars, as many as there are."""
    folder = Path(__file__).parents[2] / "avatars"
    return tuple(str(file) for file in sorted(folder.glob("*/thumbnail.*")))
