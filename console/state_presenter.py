"""Keeps the console's state up to date: facts from playout and engine, put into what the window shows."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from console.avatars.idle_loops import IdleLoops
from console.operator_selection import WINDOWED, OperatorSelection
from console.processes.supervision import SupervisedProcess
from console.screens import hall_screen
from console.settings.file import Settings
from console.show.core.alarms import AlarmBook, AlarmKind, SustainedFigures
from console.show.core.figure_alarms import AT_ONCE, OF_THE_AIR, ON_AIR, wrong_with
from console.show.core.hall_sight import hall_sight
from console.show.core.mc_heard import McMonitor, NotHeard
from console.show.core.meters import FALL_DB_S, NOTHING_DBFS, Meter, MeterReading
from console.show.core.preflight import PreflightItem
from console.show.core.state import OFF_AIR, Show, ShowState
from console.show.report.log_lines import LogKind, LogLine
from console.show.state.channels_view import ChannelsView, channels_words
from console.show.state.console_state import AvatarTile, Choice, Condition, ConsoleState, DeviceView, RundownView
from engine.avatar import Avatar
from engine.ipc.messages import core as m
from engine.ipc.messages.engine import EngineStatus, Ready
from engine.text import Text, as_text
from ui.display.screens import ScreenIdentity

_CONDITIONS = {
    "ok": Condition.OK,
    "file": Condition.OK,
    "windowed": Condition.OK,
    "missing": Condition.MISSING,
    "none": Condition.NOT_CHOSEN,
    "opening": Condition.STARTING,
}
_SILENT_S = 0.5
"""When playout says nothing for so long, its levels are not known any more."""
_REFUSAL_STAYS_S = 4.0
_LOG_LINES = 500


class StatePresenter:
    """Writes the ConsoleState, but for the sections that features have claimed for themselves.

    Args:
        show: for the state and its times.
        settings: program rate and show name.
        avatars: what the picker shows.
    """

    def __init__(self, show: Show, settings: Settings, avatars: Sequence[Avatar]) -> None:
        self._show = show
        now = time.monotonic()
        self._mic, self._avatar, self._hall = Meter(now), Meter(now), Meter(now)
        self._mc = McMonitor(now)
        self._book, self._measured = AlarmBook(), SustainedFigures()
        self._there = self._was_there = False
        self._status_s = self._channels_at = now
        self._mic_channels: Mapping[str, tuple[int, ...]] = {}
        self._hall_channels: Mapping[str, tuple[int, ...]] = {}
        self._feed_channels: Mapping[str, tuple[int, ...]] = {}
        self._screen = ""
        self._lines: deque[LogLine] = deque(maxlen=_LOG_LINES)
        self._refused_s = -1e9
        self._drawn_ns = 0
        self._late_base = (0, 0)
        self._playout_restarts = 0
        self._was = ShowState.OFFLINE
        self._turn = 0
        self._say_whole_s = 0.0
        self._world = m.World(microphones=[], loudspeakers=[], screens=[])
        self._operator_screen = ""
        self._key_condition = Condition.STARTING
        self._budgets = (settings.budget_ms, settings.express_budget_ms)
        self.console_state = ConsoleState(show_name=settings.show_name)
        self._rundown = self.console_state.claim(RundownView, "appears", "next_warm", "editing", "locked")
        self.update_settings(settings)
        self._warm = self._on_air = ""
        self.update_avatars(avatars)

    @property
    def off_air(self) -> bool:
        """The hall sees the slate, and nothing that was taken."""
        return self._show.state in OFF_AIR

    # -- time ---------------------------------------------------------------------------------------------------

    def refresh(self, now: float) -> ConsoleState:
        """The console's state at monotonic time `now` (seconds)."""
        console_state, show = self.console_state, self._show
        console_state.state, console_state.rehearsal = show.state, show.rehearsing
        console_state.on_air_s = show.on_air_s(now)
        console_state.armed_left_s = show.armed_left_s(now)
        console_state.clock = time.strftime("%H:%M:%S")
        if now - self._refused_s > _REFUSAL_STAYS_S:
            console_state.refusal = ""
        console_state.frame_age_ms = (now - self._drawn_ns / 1e9) * 1e3 if self._drawn_ns else None
        console_state.now = now
        console_state.hall = hall_sight(
            there=self._there, was_there=self._was_there, screen=self._screen, frame_age_ms=console_state.frame_age_ms
        )
        if self._there and now - self._status_s > _SILENT_S:
            self._let_levels_fall(now)
        at_once = AT_ONCE if console_state.state in ON_AIR else AT_ONCE | OF_THE_AIR
        for kind, sentence in self._measured.changes(wrong_with(console_state), now, at_once=at_once).items():
            if sentence:
                self.alarm(kind, sentence)
            else:
                self.clear(kind)
        return console_state

    # -- words --------------------------------------------------------------------------------------------------

    def add_log_line(self, line: str, kind: LogKind = LogKind.NOTE, path: str = "") -> None:
        """A line for the log panel; `path` is a file that it names, and that can be opened there."""
        self._lines.appendleft(LogLine(time.strftime("%H:%M:%S"), line, kind, path))
        self.console_state.log_lines = tuple(self._lines)

    def name_of(self, action: str, given: str) -> str:
        """What the operator calls a device, a screen, an avatar or a preset that an action was given; or ""."""
        console_state = self.console_state
        devices = {"mic": console_state.microphone, "speaker": console_state.speaker, "screen": console_state.screen}
        if action in devices:
            return next((each.words for each in devices[action].choices if each.key == given), "")
        if action == "avatar":
            return next((each.name for each in console_state.avatars if each.id == given), "")
        if action in ("take", "next"):
            item = console_state.show.rundown.named(given) if given else None
            return item.preset.name if item is not None else ""
        return ""

    def refuse(self, reason: str) -> None:
        """Show for a few seconds why an action was refused."""
        self.console_state.refusal = reason
        self._refused_s = time.monotonic()

    def alarm(self, kind: AlarmKind, sentence: str, subject: str = "") -> None:
        """A fault that stands until it is cleared; `subject` is which of several it is about, as an avatar's id."""
        if self._book.put(kind, sentence, time.monotonic(), subject):
            self.add_log_line(sentence, LogKind.FAULT)
            self.console_state.alarm_list = self._book.standing

    def clear(self, kind: AlarmKind, subject: str = "") -> None:
        """The fault is over."""
        over = self._book.clear(kind, subject)
        if over is not None:
            self.add_log_line(Text("Over: {what}", what=over.sentence), LogKind.OVER)
            self.console_state.alarm_list = self._book.standing

    def drop(self, kind: AlarmKind) -> None:
        """Who reported the fault is gone: nobody says that it is over, and whoever comes next reports its own."""
        if self._book.clear(kind) is not None:
            self.console_state.alarm_list = self._book.standing

    # -- choices and devices ------------------------------------------------------------------------------------

    def update_choices(self, chosen: OperatorSelection) -> None:
        """What the operator has chosen."""
        console_state = self.console_state
        console_state.mode, console_state.pa, console_state.slate = chosen.mode, chosen.shown_pa, chosen.shown_slate[0]
        console_state.avatar_id = chosen.avatar
        console_state.express, console_state.demo = chosen.express, chosen.demo
        console_state.mic_muted, console_state.avatar_muted = chosen.mic_muted, chosen.avatar_muted
        console_state.microphone = replace(console_state.microphone, chosen=chosen.microphone)
        self._mic_channels = chosen.mic_channels
        console_state.speaker = replace(console_state.speaker, chosen=chosen.speaker)
        self._hall_channels, self._feed_channels = chosen.hall_channels, chosen.feed_channels
        self._show_channels()
        note = "" if chosen.screen == WINDOWED else ScreenIdentity.from_key(chosen.screen).words
        console_state.screen = replace(console_state.screen, chosen=chosen.screen, note=note)
        self._judge_screen()
        self._judge_key()
        budget_ms = float(self._budgets[chosen.express])
        console_state.health = replace(console_state.health, delay_budget_ms=budget_ms)

    def update_settings(self, settings: Settings) -> None:
        """What the user has set: limits and the wanted rate."""
        self.settings = settings
        self._judge_key()
        self._budgets = (settings.budget_ms, settings.express_budget_ms)
        self._mic.low_dbfs = settings.low_dbfs
        budget_ms = float(self._budgets[self.console_state.express])
        health = self.console_state.health
        self.console_state.health = replace(health, program_fps=settings.rate, delay_budget_ms=budget_ms)

    def update_world(self, world: m.World, operator_screen: str) -> None:
        """Devices and screens that are there."""
        self._world = world
        console_state = self.console_state
        self._show_channels()
        self._operator_screen = operator_screen
        screens = hall_screen.offered(world.screens, operator_screen)
        console_state.screen = replace(console_state.screen, choices=screens)
        self._judge_screen()
        self._judge_key()

    def _show_channels(self) -> None:
        """Microphones and loudspeakers with the channels of theirs that are chosen, and those of the chosen ones."""
        state, world = self.console_state, self._world
        state.microphone = replace(state.microphone, choices=_named(world.microphones, self._mic_channels))
        state.speaker = replace(state.speaker, choices=_named(world.loudspeakers, self._hall_channels))
        heard = _channels(world.microphones, state.microphone, self._mic_channels)
        if (heard.there, heard.chosen) != (state.mic_channels.there, state.mic_channels.chosen):
            state.mic_channels = heard
        state.hall_channels = _channels(world.loudspeakers, state.speaker, self._hall_channels)
        state.feed_channels = _channels(world.loudspeakers, state.speaker, self._feed_channels)

    def _show_channel_levels(self, peaks: Sequence[float], now: float) -> None:
        """A level for each channel of the microphone, falling as all meters do."""
        view = self.console_state.mic_channels
        fallen = FALL_DB_S * max(0.0, now - self._channels_at)
        self._channels_at = now
        before = view.bars if len(view.bars) == len(peaks) else (NOTHING_DBFS,) * len(peaks)
        bars = tuple(max(peak, was - fallen, NOTHING_DBFS) for peak, was in zip(peaks, before, strict=True))
        if bars != view.bars:
            self.console_state.mic_channels = replace(view, bars=bars)

    def _judge_screen(self) -> None:
        """What is wrong with the hall's screen is said, whoever saw it first: playout, or the list of screens."""
        view = self.console_state.screen
        screens = self._world.screens
        fault = hall_screen.fault(view.chosen, screens, self._operator_screen) if screens else ""
        if view.condition is Condition.MISSING and not fault:
            fault = hall_screen.GONE
        if fault != view.fault:
            self.console_state.screen = replace(view, fault=fault)
        if fault:
            self.alarm(AlarmKind.SCREEN, fault)
        else:
            self.clear(AlarmKind.SCREEN)

    def _judge_key(self) -> None:
        """The same of the key's screen, where there is one."""
        console_state, screens = self.console_state, self._world.screens
        own, hall, chosen = self._operator_screen, console_state.screen.chosen, self.settings.key_screen
        used = self.settings.ground == "screens"
        condition, fault = self._key_condition if used else Condition.NOT_CHOSEN, ""
        if used and screens:
            fault = hall_screen.key_fault(chosen, screens, own, hall, missing=condition is Condition.MISSING)
        offers = hall_screen.offered_for_key(screens, own, hall)
        view = DeviceView(offers, chosen, condition, ScreenIdentity.from_key(chosen).words, fault)
        if view != console_state.key_screen:
            console_state.key_screen = view
        if fault:
            self.alarm(AlarmKind.KEY_SCREEN, fault)
        else:
            self.clear(AlarmKind.KEY_SCREEN)

    # -- the show -----------------------------------------------------------------------------------------------

    def update_show(self, show_name: str, avatar_id: str, *, follows_next: bool = True) -> None:
        """The rundown has changed; `avatar_id` is on air. `follows_next` says that GO LIVE puts NEXT on."""
        view = self._rundown.view
        self._on_air = avatar_id
        self.console_state.show_name = show_name
        appears = view.next if follows_next and self.off_air else None
        self._rundown.publish(replace(view, appears=appears, next_warm=self._is_warm(view)))

    def warmed(self, folder: str) -> None:
        """The engine has the avatar in this folder ready for a take, besides the one on air; "" for none."""
        self._warm = next((avatar.id for avatar in self._avatars if str(avatar.folder) == folder), "")
        view = self._rundown.view
        self._rundown.publish(replace(view, next_warm=self._is_warm(view)))

    def _is_warm(self, view: RundownView) -> bool:
        return view.next is not None and view.next.avatar in (self._on_air, self._warm)

    def waits_for(self, avatar_id: str) -> bool:
        """On air, the hall sees somebody else until this avatar is loaded."""
        return not self.off_air and self.console_state.drawn not in ("", avatar_id) and self._warm != avatar_id

    def open_edit(self, on: bool) -> None:
        """EDIT, or RUN again."""
        view = self._rundown.view
        self._rundown.publish(replace(view, editing=on and not view.locked))

    def open_preflight(self, on: bool) -> None:
        """The preflight strip, or none."""
        self.console_state.preflight_open = on

    def show_preflight(self, items: tuple[PreflightItem, ...]) -> None:
        """What must be well before ARM, item by item."""
        self.console_state.preflight = items

    def open_welcome(self, on: bool) -> None:
        """The steps of the first run, or none."""
        self.console_state.welcome_open = on
        if on:
            self.open_edit(False)  # NEXT must be seen
            self.open_preflight(False)

    def lock(self, on: bool) -> None:
        """Only rescue works at the console; EDIT closes."""
        view = self._rundown.view
        self._rundown.publish(replace(view, locked=on, editing=view.editing and not on))
        if not on:
            self.refuse("")  # the lock was the reason

    def update_avatars(self, avatars: Sequence[Avatar], idles: IdleLoops | None = None) -> None:
        """The avatars that are there, and how far their idle loops are."""
        self._avatars = list(avatars)
        preparing = idles.preparing if idles is not None else {}
        faults = idles.faults if idles is not None else {}
        stores = self.console_state.stores.lines
        unbuilt = {avatar: line.fault for avatar, line in stores.items() if line.fault}
        self.console_state.avatars = tuple(
            _tile(
                a,
                preparing.get(a.id),
                faults.get(a.id, ""),
                unbuilt.get(a.id, ""),
                idles is not None and idles.held,
                idles.find(a) if idles is not None and a.id not in preparing else None,
            )
            for a in avatars
        )

    # -- playout ------------------------------------------------------------------------------------------------

    def update_status(self, status: m.PlayoutStatus, now: float) -> None:
        """What the hall gets now."""
        console_state, sound = self.console_state, status.sound
        console_state.frame = status.frame
        self._there = self._was_there = True
        self._status_s, self._screen = now, status.screen
        self._drawn_ns = status.drawn_ns
        console_state.mic_meter = self._mic.push(sound.mic_peak_db, now, sound.mic_lufs)
        console_state.avatar_meter = self._avatar.push(sound.avatar_peak_db, now)
        console_state.hall_meter = self._hall.push(sound.hall_peak_db, now, sound.hall_lufs)
        self._show_channel_levels(sound.mic_channels_db, now)
        console_state.microphone = _with(console_state.microphone, _CONDITIONS[sound.mic])
        console_state.speaker = _with(console_state.speaker, _CONDITIONS[sound.speaker])
        console_state.screen = _with(console_state.screen, _CONDITIONS[status.screen])
        console_state.pattern = status.pattern
        self._key_condition = _CONDITIONS[status.key_screen]
        self._judge_screen()
        self._judge_key()
        self._watch_mc(self._mc.update(console_state, now, sound.mic_peak_db, sound.hall_peak_db))
        late_frames, late_percent = self._count_late(status)
        console_state.health = replace(
            console_state.health,
            fps=status.fps,
            fixed_delay_ms=status.delay / 48,
            delay_p50_ms=status.lip_p50_ms,
            delay_p95_ms=status.lip_p95_ms,
            skew_ms=status.skew_ms,
            late_frames=late_frames,
            late_percent=late_percent,
        )
        if sound.turn and sound.turn == self._turn and sound.turn_left_s:
            self._say_whole_s = max(self._say_whole_s, sound.turn_left_s)
            console_state.say_progress = 1.0 - sound.turn_left_s / self._say_whole_s

    def _watch_mc(self, found: NotHeard | None) -> None:
        """MC NOT HEARD stands in the window as long as it is so, and among the alarms."""
        self.console_state.not_heard = found
        if found is None:
            self.clear(AlarmKind.MC_NOT_HEARD)
        else:
            self.alarm(AlarmKind.MC_NOT_HEARD, Text("MC NOT HEARD: {reason}.", reason=as_text(found.reason)))

    def _count_late(self, status: m.PlayoutStatus) -> tuple[int, float]:
        """Late frames since GO LIVE, and how many these are of all ticks, in percent."""
        if self._show.state is ShowState.LIVE and self._was in (ShowState.ARMED, ShowState.STANDBY, ShowState.OFFLINE):
            self._late_base = (status.late, status.ticks)
        self._was = self._show.state
        late, ticks = status.late - self._late_base[0], status.ticks - self._late_base[1]
        return max(0, late), 100.0 * late / ticks if ticks > 0 else 0.0

    def clear_clip(self, meter: str) -> None:
        """The operator saw the clip light of `mic`, `avatar` or `hall`."""
        {"mic": self._mic, "avatar": self._avatar, "hall": self._hall}[meter].clear_clip()

    def lose_playout(self, restarts: int = 0) -> None:
        """Nothing is known of the hall until playout is back.

        Args:
            restarts: how often it was lost by now, this time included, but not on request.
        """
        console_state = self.console_state
        every = console_state.health.restarts + restarts - self._playout_restarts
        self._playout_restarts = restarts
        self._late_base = (0, 0)
        console_state.frame = console_state.frame_age_ms = None
        self._drawn_ns = 0
        console_state.health = replace(
            console_state.health, restarts=every, fps=None, skew_ms=None, delay_p50_ms=None, delay_p95_ms=None
        )
        console_state.microphone = _with(console_state.microphone, Condition.STARTING)
        console_state.speaker = _with(console_state.speaker, Condition.STARTING)
        console_state.screen = _with(console_state.screen, Condition.STARTING)
        self._key_condition = Condition.STARTING
        self._watch_mc(None)
        self._there, self._screen = False, ""
        console_state.mic_meter = console_state.avatar_meter = console_state.hall_meter = (
            MeterReading()
        )  # their source is gone
        self._show_channel_levels((), time.monotonic())
        for meter in (self._mic, self._avatar, self._hall):
            meter.empty(time.monotonic())
        self.end_speech(self._turn)  # nobody will say how much of it was heard

    def _let_levels_fall(self, now: float) -> None:
        """Playout says nothing: nobody knows of any sound."""
        console_state = self.console_state
        console_state.mic_meter = self._mic.push(NOTHING_DBFS, now)
        console_state.avatar_meter = self._avatar.push(NOTHING_DBFS, now)
        console_state.hall_meter = self._hall.push(NOTHING_DBFS, now)
        self._show_channel_levels((), now)

    def begin_speech(self, turn: int, words: str) -> None:
        """A sound file was given to playout."""
        self._turn, self._say_whole_s = turn, 0.0
        self.console_state.say_words, self.console_state.say_progress = words, 0.0

    def end_speech(self, turn: int) -> None:
        """A turn ended."""
        if turn == self._turn:
            self.console_state.say_words, self.console_state.say_progress = "", None

    # -- engine -------------------------------------------------------------------------------------------------

    def engine_ready(self, ready: Ready, supervised: SupervisedProcess) -> None:
        """The avatar is loaded."""
        restarts = supervised.restarts + self._playout_restarts
        health = self.console_state.health
        self.console_state.health = replace(health, engine=Condition.OK, engine_words=ready.driver, restarts=restarts)

    def engine_status(self, status: EngineStatus, supervised: SupervisedProcess) -> None:
        """Once a second."""
        up_s = time.monotonic() - supervised.up_since if supervised.up_since is not None else None
        self.console_state.health = replace(
            self.console_state.health,
            engine=Condition.OK,
            engine_up_s=up_s,
            card_used_mib=status.card_used_mib,
            card_total_mib=status.card_total_mib,
            card_celsius=status.card_celsius,
            spoilt=status.spoilt,
        )

    def host_drawn(self, avatar_id: str) -> None:
        """Whom the engine draws now; "" when there is no engine."""
        self.console_state.drawn = avatar_id

    def standby(self, standby: str) -> None:
        """How the second engine does: `starting`, `ready` or `drawing`."""
        self.console_state.health = replace(self.console_state.health, standby=standby)

    def lose_engine(self, supervised: SupervisedProcess) -> None:
        """The avatar idles."""
        restarts = supervised.restarts + self._playout_restarts
        health = self.console_state.health
        self.console_state.health = replace(health, engine=Condition.STARTING, engine_up_s=None, restarts=restarts)


def _named(devices: Sequence[m.Device], chosen: Mapping[str, tuple[int, ...]]) -> tuple[Choice, ...]:
    """Devices to choose from, each with the channels that are chosen of it."""
    return tuple(Choice(device.key, channels_words(device.words, chosen.get(device.key, ()))) for device in devices)


def _channels(devices: Sequence[m.Device], view: DeviceView, chosen: Mapping[str, tuple[int, ...]]) -> ChannelsView:
    """The channels of the device that is chosen."""
    there = next((device.channels for device in devices if device.key == view.chosen), 0)
    return ChannelsView(there, chosen.get(view.chosen, ()))


def _with(view: DeviceView, condition: Condition) -> DeviceView:
    """The device as it is now; the same view where nothing changed, thirty times a second."""
    return view if view.condition is condition else replace(view, condition=condition)


def _tile(
    avatar: Avatar, prepared: float | None, fault: str, unbuilt: str, held: bool, loop: Path | None
) -> AvatarTile:
    loop_note = ""
    if prepared is not None:
        key = "its idle loop waits until the show is over, {n} %" if held else "preparing its idle loop, {n} %"
        loop_note = Text(key, n=f"{100 * prepared:.0f}")
    note = unbuilt or fault or loop_note
    return AvatarTile(
        avatar.id,
        avatar.name,
        str(avatar.thumbnail) if avatar.thumbnail else "",
        not unbuilt,
        avatar.driver,
        note,
        avatar.licence,
        f"{avatar.width}×{avatar.height}, {avatar.rate} fps",
        prepared is not None,
        avatar.width,
        avatar.height,
        avatar.rate,
        str(loop) if loop is not None else "",
        avatar.keyable,
    )
