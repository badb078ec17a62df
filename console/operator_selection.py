"""What the operator has chosen now, and the record by which the next console rejoins the show."""

from __future__ import annotations

from dataclasses import asdict

import msgspec

from console.processes.instant import Instant
from console.settings.file import Settings
from console.show.core.enums import Mode, Pa, PresetPa, PresetSlate, SlateKind
from console.show.core.state import ShowState, Snapshot

WINDOWED = "window"
"""The screen key of an ordinary window, for a desk with one screen."""


class OperatorSelection(msgspec.Struct, kw_only=True):
    """The choices that are sent to playout and the engine, and again after each restart of theirs.

    Attributes:
        avatar: folder name or id. microphone, speaker, screen: keys; empty is none.
        mic_channels: microphone → the channels of it that are heard, counted from 1; none is what the system mixes.
        hall_channels, feed_channels: loudspeaker → the channels of it that the hall hears, and those of the feed.
        mic_file: a sound file that stands in for the microphone; `mic_loop` plays it again and again.
        demo: that file is the bundled demo MC.
        pa, slate, slate_picture: the event's, as the operator chose them; no preset changes them.
        black: the slate is black for a while, by hand.
        own_pa, own_slate, own_picture: those of the preset that is on, where it does not leave them to the event.
        mode_back: the mode that comes back after the lines that are being said, or "".
        preset, next_preset, next_avatar, next_mode: the place in the rundown, as in `cue_state.CueState`.
    """

    avatar: str = ""
    microphone: str = ""
    mic_channels: dict[str, tuple[int, ...]] = {}
    hall_channels: dict[str, tuple[int, ...]] = {}
    feed_channels: dict[str, tuple[int, ...]] = {}
    mic_file: str = ""
    mic_loop: bool = False
    mic_gain_db: float = 0.0
    speaker: str = ""
    screen: str = ""
    mode: Mode = Mode.MIRROR
    pa: Pa = Pa.THROUGH
    slate: SlateKind = SlateKind.TITLE
    slate_picture: str = ""
    black: bool = False
    own_pa: PresetPa = PresetPa.EVENT
    own_slate: PresetSlate = PresetSlate.EVENT
    own_picture: str = ""
    demo: bool = False
    express: bool = False
    mic_muted: bool = False
    avatar_muted: bool = False
    mode_back: str = ""
    preset: str = ""
    next_preset: str = ""
    next_avatar: str = ""
    next_mode: str = ""

    @classmethod
    def of(cls, settings: Settings) -> OperatorSelection:
        """What the user's settings say."""
        return cls(
            avatar=settings.avatar,
            microphone=settings.microphone,
            mic_channels=dict(settings.mic_channels),
            hall_channels=dict(settings.hall_channels),
            feed_channels=dict(settings.feed_channels),
            mic_gain_db=settings.mic_gain_db,
            speaker=settings.speaker,
            screen=settings.screen,
            pa=settings.pa,
            slate=_beneath_black(settings),
            slate_picture=settings.slate_picture,
            black=settings.slate is SlateKind.BLACK,
            express=settings.express,
        )

    def settled_in(self, settings: Settings) -> Settings:
        """The settings with these choices in them, to be saved."""
        return msgspec.structs.replace(
            settings,
            avatar=self.avatar,
            microphone=self.microphone,
            mic_channels=dict(self.mic_channels),
            hall_channels=dict(self.hall_channels),
            feed_channels=dict(self.feed_channels),
            speaker=self.speaker,
            screen=self.screen,
            pa=self.pa,
            slate=SlateKind.BLACK if self.black else self.slate,
            slate_picture=self.slate_picture,
            express=self.express,
        )

    @property
    def shown_slate(self) -> tuple[SlateKind, str]:
        """The safe picture as it is now, and its file."""
        if self.black:
            return SlateKind.BLACK, ""
        if self.own_slate:
            return SlateKind(str(self.own_slate)), self.own_picture
        return self.slate, self.slate_picture if self.slate is SlateKind.PICTURE else ""

    @property
    def shown_pa(self) -> Pa:
        """How the MC's voice reaches the hall now."""
        return Pa(str(self.own_pa)) if self.own_pa else self.pa

    @property
    def channels(self) -> tuple[int, ...]:
        """The channels of the chosen microphone that are heard; none is what the system mixes."""
        return self.mic_channels.get(self.microphone, ())

    def choose_channels(self, channels: tuple[int, ...]) -> None:
        """These channels of the chosen microphone, whenever it is chosen."""
        self.mic_channels = _with(self.mic_channels, self.microphone, channels)

    def choose_hall_channels(self, channels: tuple[int, ...]) -> None:
        """The hall on these channels of the chosen loudspeaker; the feed keeps none of them."""
        self.hall_channels = _with(self.hall_channels, self.speaker, channels)
        left = tuple(each for each in self.feed_channels.get(self.speaker, ()) if each not in channels)
        self.feed_channels = _with(self.feed_channels, self.speaker, left)

    def choose_feed_channels(self, channels: tuple[int, ...]) -> None:
        """The feed on these channels of the chosen loudspeaker."""
        self.feed_channels = _with(self.feed_channels, self.speaker, channels)

    def choose_pa(self, pa: Pa) -> None:
        """The operator's own choice, for the event."""
        self.pa, self.own_pa = pa, PresetPa.EVENT

    def choose_slate(self, kind: SlateKind | None, path: str = "") -> None:
        """The operator's own choice, for the event: black covers what there is, None takes it away again."""
        self.black = kind is SlateKind.BLACK
        if self.black:
            return
        if kind is not None or self.own_slate is PresetSlate.BLACK:
            self.own_slate, self.own_picture = PresetSlate.EVENT, ""
        if kind is not None:
            self.slate = kind
            self.slate_picture = path if kind is SlateKind.PICTURE else ""


def _with(chosen: dict[str, tuple[int, ...]], device: str, channels: tuple[int, ...]) -> dict[str, tuple[int, ...]]:
    """What is chosen of each device, with these channels for one of them."""
    others = {name: kept for name, kept in chosen.items() if name != device}
    return others | ({device: channels} if channels else {})


def _beneath_black(settings: Settings) -> SlateKind:
    """What a slate that was left black comes back to."""
    if settings.slate is not SlateKind.BLACK:
        return settings.slate
    return SlateKind.PICTURE if settings.slate_picture else SlateKind.TITLE


class ShowRecord(msgspec.Struct, kw_only=True):
    """Lies with playout while the show runs.

    Attributes:
        at: wall clock (seconds since the epoch) when it was written.
        up_s, boot: the same moment by a clock that nobody sets, as in `Instant`.
        turn: the highest turn number given out.
    """

    at: float
    turn: int
    state: ShowState
    in_state_s: float
    on_air_s: float
    from_air: bool
    choices: OperatorSelection
    up_s: float = -1.0
    boot: str = ""
    rehearsal: bool = False

    @classmethod
    def of(cls, snapshot: Snapshot, choices: OperatorSelection, turn: int, at: Instant | float) -> ShowRecord:
        """The record of this moment; of one that is told by the wall clock alone, where `at` is a number."""
        now = at if isinstance(at, Instant) else Instant(at)
        return cls(at=now.at, up_s=now.up_s, boot=now.boot, turn=turn, choices=choices, **asdict(snapshot))

    @property
    def instant(self) -> Instant:
        """When it was written."""
        return Instant(self.at, self.up_s, self.boot)

    @property
    def snapshot(self) -> Snapshot:
        """The show's part of it."""
        return Snapshot(self.state, self.in_state_s, self.on_air_s, self.from_air, self.rehearsal)

    def pack(self) -> bytes:
        """As bytes, for playout to keep."""
        return msgspec.msgpack.encode(self)

    @classmethod
    def unpack(cls, data: bytes) -> ShowRecord | None:
        """Read it back; None when there is none or another version wrote it."""
        try:
            return msgspec.msgpack.decode(data, type=cls)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return None
