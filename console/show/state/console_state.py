"""What the operator's window shows, as plain data: the console's state as it stands now.

`console.state_presenter` keeps one `ConsoleState` up to date, and the window reads it up to thirty times a second. Its
sections are frozen; those of a feature are published by that feature, which has claimed them. No Qt here.
A figure that is not known is None, never a made-up zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum

from console.show.core.alarms import Alarm
from console.show.core.enums import Mode, Pa, SlateKind
from console.show.core.hall_sight import HallSight
from console.show.core.mc_heard import NotHeard
from console.show.core.meters import MeterReading
from console.show.core.preflight import PreflightItem
from console.show.core.state import ShowState
from console.show.report.log_lines import LogLine
from console.show.rundown.cue_state import CueState
from console.show.rundown.preset import Preset
from console.show.rundown.rundown import Rundown
from console.show.state.answer_view import AnswerView
from console.show.state.build_view import BuildView
from console.show.state.channels_view import ChannelsView
from console.show.state.film_view import FilmsView
from console.show.state.model_view import ModelsView
from console.show.state.output_view import OutputsView
from console.show.state.section import Section, SectionError, V
from console.show.state.settings import OptionsView
from console.show.state.store_view import StoresView
from console.show.state.voice_view import SayView, VoicesView


class Condition(StrEnum):
    """How a device or a process is, in the words of the window."""

    OK = "OK"
    MISSING = "MISSING"  # chosen, and not there
    NOT_CHOSEN = "NOT CHOSEN"
    STARTING = "STARTING"
    FAILED = "FAILED"


@dataclass(frozen=True)
class Choice:
    """One entry of a list to choose from.

    Attributes:
        key: goes into the action.
        words: on the screen.
        wide: of a screen: its width over its height; 0 of anything else.
    """

    key: str
    words: str
    wide: float = 0.0


@dataclass(frozen=True)
class AvatarTile:
    """One avatar of the picker.

    Attributes:
        id: goes into the `avatar` action.
        name: on the tile.
        thumbnail: path of the picture, or "".
        ready: False while it is being prepared, or when it cannot be used.
        driver: `light` or `musetalk`.
        note: why it is not ready, or what is being prepared, or "".
        licence: under which it may be used, in words.
        size: of its art, as "1920×1080, 30 fps"; `width`, `height` in pixels and `rate` in frames a second, 0 unknown.
        preparing: its idle loop is being made; it can be used meanwhile.
        loop: path of that loop once it is there, or "".
        keyable: its ground can be taken away, for a vision mixer.
    """

    id: str
    name: str
    thumbnail: str = ""
    ready: bool = True
    driver: str = ""
    note: str = ""
    licence: str = ""
    size: str = ""
    preparing: bool = False
    width: int = 0
    height: int = 0
    rate: int = 0
    loop: str = ""
    keyable: bool = True


@dataclass(frozen=True)
class DeviceView:
    """A kind of device: what there is, what is chosen, and how that one is.

    Attributes:
        choices: the devices that are there now.
        chosen: key of the chosen one, or ""; it may name one that is not there.
        condition: how the chosen one is.
        note: more in a few words, as "Epson EB, 1920×1080".
        fault: why it cannot be used as it is, in one sentence, or "".
    """

    choices: tuple[Choice, ...] = ()
    chosen: str = ""
    condition: Condition = Condition.NOT_CHOSEN
    note: str = ""
    fault: str = ""


@dataclass(frozen=True)
class HealthView:
    """The figures of the program and of the engine.

    Attributes:
        fixed_delay_ms: the lip delay D as it is set; None before it is calibrated.
        delay_p50_ms, delay_p95_ms: measured over the last ten seconds.
        delay_budget_ms: what the p95 is judged against.
        fps, program_fps: frames shown a second, and wanted.
        late_frames: since GO LIVE.
        late_percent: the same of all ticks, 0 to 100.
        skew_ms: sound minus picture at the program output; positive when the sound is late.
        engine: how the engine is.
        engine_words: as "light".
        engine_up_s: since it last started; None when it is not there.
        restarts: of the engine and of playout, when they were lost.
        standby: the second engine is `starting`, `ready` or `drawing`; "" when there is none.
        card_used_mib, card_total_mib: memory of the graphics card in MiB, all that is taken on it; 0 without one.
        card_celsius: its temperature, where it says.
        spoilt: faces that came out wrong, in whose place the clip was shown.
    """

    fixed_delay_ms: float | None = None
    delay_p50_ms: float | None = None
    delay_p95_ms: float | None = None
    delay_budget_ms: float = 120.0
    fps: float | None = None
    program_fps: int = 30
    late_frames: int = 0
    late_percent: float = 0.0
    skew_ms: float | None = None
    engine: Condition = Condition.STARTING
    engine_words: str = ""
    engine_up_s: float | None = None
    restarts: int = 0
    standby: str = ""
    card_used_mib: int = 0
    card_total_mib: int = 0
    card_celsius: int | None = None
    spoilt: int = 0


@dataclass(frozen=True)
class RundownView:
    """The show in hand: what was taken, what is next, and what EDIT makes of it.

    Attributes:
        rundown: all presets in their order.
        cues: which of them is current, and which is next.
        next: what TAKE takes, or None when nothing is next.
        appears: what GO LIVE puts on; None on air, and where the rundown is not what goes on air.
        next_warm: the avatar of `next` is loaded, so that TAKE needs not wait for it.
        faults: item id → what is wrong with it, in words, for those that cannot be taken as they are.
        file_faults: (item id, field) → why the file that the field names cannot be used, in one sentence.
        editing: EDIT is open.
        locked: only rescue works at the console.
        can_undo, can_redo: of the changes.
        saved: when the show was last written, in words; or why it could not be.
        save_failed: it could not be; `saved` says why.
        busy: what is being brought in or taken out, in words, or "".
        moved: what became of the last thing that was brought in or taken out, whole; "" before the first.
        move_failed: it was not; `moved` says why.
        move_number: which one it was, counted from 1, so that whoever has read it is told of the next.
        keys: keys that are not the defaults: (action, number of the binding) → key.
    """

    rundown: Rundown = field(default_factory=Rundown)
    cues: CueState = field(default_factory=CueState)
    next: Preset | None = None
    next_warm: bool = False
    faults: Mapping[str, str] = field(default_factory=dict)
    file_faults: Mapping[tuple[str, str], str] = field(default_factory=dict)
    editing: bool = False
    locked: bool = False
    can_undo: bool = False
    can_redo: bool = False
    saved: str = ""
    save_failed: bool = False
    busy: str = ""
    moved: str = ""
    move_failed: bool = False
    move_number: int = 0
    keys: Mapping[tuple[str, int], str] = field(default_factory=dict)
    appears: Preset | None = None


@dataclass
class ConsoleState:
    """All that the window shows.

    Attributes:
        state: the show state; `armed_left_s` counts it down while ARMED.
        rehearsal: it is a rehearsal's.
        on_air_s: LIVE seconds of this show.
        show_name: on the state strip.
        clock: the time of day, in words.
        alarm_list: faults that stand, the worst first; empty when all is well.
        now: the seconds by which alarms have their age.
        hall: what the hall really sees.
        refusal: the last refusal's sentence, shown for a few seconds by whoever sets and clears it.
        mode: what drives the avatar.
        avatar_id: the avatar that is chosen.
        drawn: id of the avatar that the engine draws, which may still be the one before; "" when there is no engine.
        avatars: all that are there.
        microphone, speaker, screen: the devices.
        mic_channels: of the microphone's device, with their levels.
        hall_channels, feed_channels: of the loudspeaker's device, for the hall and for the feed.
        key_screen: the screen of the key, where the key has a screen of its own.
        mic_meter, avatar_meter, hall_meter: levels as they are to be drawn.
        not_heard: why the hall does not hear the MC, who is speaking; None when it does, or nobody speaks.
        express: the short lip delay is chosen.
        pa: how the MC's voice reaches the hall.
        mic_muted, avatar_muted: as chosen.
        demo: the demo MC stands in for the microphone.
        slate: what the safe picture is.
        say_words: name of the sound file that is being spoken, or "".
        say_progress: 0 to 1, or None when nothing is being said.
        frame: number of the last program frame; None before the first.
        frame_age_ms: how old that frame is.
        log_lines: what happened, newest first.
        show: the rundown, what is next in it, and EDIT.
        preflight: what must be well before ARM, item by item.
        preflight_open: the preflight strip is to be seen.
        pattern: what stands in the slate's place: `card`, `beep`, `identify`, or `off`.
        settings: the settings page.
        models: the page of the neural driver's files.
        build: a host that is being made of a clip.
        stores: what is prepared of the filmed hosts.
        say: prepared lines, and what waits to be said.
        voices: voices to choose from, how names are said, and the providers.
        films: the page of films that are made offline.
        welcome_open: the steps of the first run are to be seen.
        answers: questions and answers.
        outputs: streams and the recording.
    """

    state: ShowState = ShowState.OFFLINE
    rehearsal: bool = False
    armed_left_s: float = 0.0
    on_air_s: float = 0.0
    show_name: str = ""
    clock: str = ""
    alarm_list: tuple[Alarm, ...] = ()
    now: float = 0.0
    hall: HallSight = HallSight.STARTING
    refusal: str = ""
    mode: Mode = Mode.MIRROR
    avatar_id: str = ""
    drawn: str = ""
    avatars: tuple[AvatarTile, ...] = ()
    microphone: DeviceView = field(default_factory=DeviceView)
    speaker: DeviceView = field(default_factory=DeviceView)
    screen: DeviceView = field(default_factory=DeviceView)
    mic_channels: ChannelsView = field(default_factory=ChannelsView)
    hall_channels: ChannelsView = field(default_factory=ChannelsView)
    feed_channels: ChannelsView = field(default_factory=ChannelsView)
    key_screen: DeviceView = field(default_factory=DeviceView)
    mic_meter: MeterReading = field(default_factory=MeterReading)
    avatar_meter: MeterReading = field(default_factory=MeterReading)
    hall_meter: MeterReading = field(default_factory=MeterReading)
    not_heard: NotHeard | None = None
    health: HealthView = field(default_factory=HealthView)
    express: bool = False
    pa: Pa = Pa.THROUGH
    mic_muted: bool = False
    avatar_muted: bool = False
    demo: bool = False
    slate: SlateKind = SlateKind.TITLE
    say_words: str = ""
    say_progress: float | None = None
    frame: int | None = None
    frame_age_ms: float | None = None
    log_lines: tuple[LogLine, ...] = ()
    show: RundownView = field(default_factory=RundownView)
    preflight: tuple[PreflightItem, ...] = ()
    preflight_open: bool = False
    pattern: str = "off"
    settings: OptionsView = field(default_factory=OptionsView)
    models: ModelsView = field(default_factory=ModelsView)
    build: BuildView = field(default_factory=BuildView)
    stores: StoresView = field(default_factory=StoresView)
    films: FilmsView = field(default_factory=FilmsView)
    welcome_open: bool = False
    answers: AnswerView = field(default_factory=AnswerView)
    say: SayView = field(default_factory=SayView)
    voices: VoicesView = field(default_factory=VoicesView)
    outputs: OutputsView = field(default_factory=OutputsView)
    _written: set[tuple[str, str]] = field(default_factory=set, init=False, repr=False, compare=False)

    def claim(self, kind: type[V], *written: str) -> Section[V]:
        """Become the only writer of a section, or of some fields of it.

        Args:
            kind: what the section is; there is one of the kind.
            written: the fields that are to be written; all of them where none is named.

        Raises:
            SectionError: one of them has its writer already.
        """
        (name,) = [each.name for each in fields(self) if type(getattr(self, each.name)) is kind]
        wanted = written or tuple(each.name for each in fields(kind))
        section: Section[V] = Section(self, name, wanted)
        if taken := sorted(each for each in wanted if (name, each) in self._written):
            raise SectionError(f"{name}.{taken[0]} has its writer already")
        self._written.update((name, each) for each in wanted)
        return section

    @property
    def alarms(self) -> tuple[str, ...]:
        """The sentences of the alarms."""
        return tuple(alarm.sentence for alarm in self.alarm_list)

    @property
    def log(self) -> tuple[str, ...]:
        """The lines of the log as text."""
        return tuple(f"{line.at} {line.words}" for line in self.log_lines)


def loop_of_next(console_state: ConsoleState) -> str:
    """The idle loop of who comes next, when the engine draws somebody else; "" when there is none."""
    following = console_state.show.next
    if following is None or following.avatar == console_state.avatar_id:
        return ""
    return next((tile.loop for tile in console_state.avatars if tile.id == following.avatar), "")
