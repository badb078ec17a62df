"""What the operator has chosen, said to playout and the engine."""

from __future__ import annotations

from pathlib import Path

from console.operator_selection import WINDOWED, OperatorSelection
from console.processes.supervision import SupervisedProcess
from console.settings.file import Settings
from console.show.core.enums import Mode, Pa, PatternKind
from console.show.core.state import UNARMED, Show, ShowState
from engine.avatar import Avatar
from engine.ipc.messages import core as m
from engine.ipc.messages.base import Message
from engine.ipc.messages.engine import Load
from engine.ipc.messages.kinds import Air, FaceDrive, FeedMix, Ground, LoadRole, PatternCard, SlateCard
from engine.ipc.messages.sound import Feed, SetLoudspeaker, SetMicrophone
from engine.ipc.rings.samples import SAMPLE_RATE
from ui.translate import said

FADE_S = 0.2
"""From one avatar to another: with the way through the lip delay a TAKE is done within 350 ms of the key."""

LOOK_AHEAD_S = 0.040
EXPRESS_LOOK_AHEAD_S = 0.020
"""Sound the mouth shapes are judged with beyond their own time. 40 ms is the knee of the measured curve."""

EXPRESS_LIPS_LATE_S = 0.010
"""With the shorter look-ahead the lips open this much later after a vowel's onset (measured by the outside meter)."""

_AIR = {ShowState.LIVE: Air.LIVE, ShowState.HOLD: Air.HOLD, ShowState.PANIC: Air.PANIC}
_FADE_S = {Air.LIVE: 0.3, Air.HOLD: 0.5, Air.SLATE: 0.5, Air.PANIC: 0.0}


class PlayoutCommands:
    """Each method says one of the choices, as it is now. Saying it twice does no more than once.

    Attributes:
        choices: what is said.
        settings: the user's.
        emergency: number of the newest emergency key that the show has followed.
        title: of the show, for the slate; "" where it has none.
        greeted: playout has said what is on. Before that nothing is said to anybody: what this console was started with
            may be something else, and the hall would see it.
        fixed_delay: the lip delay that ARM has fixed, in samples, whichever playout is there; None off the air.
    """

    def __init__(
        self, choices: OperatorSelection, settings: Settings, playout: SupervisedProcess, engine: SupervisedProcess
    ) -> None:
        self.choices = choices
        self.settings = settings
        self.emergency = 0
        self.title = ""
        self.fixed_delay: int | None = None
        self.greeted = False
        self._playout, self._engine = playout, engine

    @property
    def delay(self) -> int:
        """The lip delay in samples of the source timeline: the one that is fixed, else the settings'."""
        if self.fixed_delay is not None:
            return self.fixed_delay
        s = self.settings
        return (s.express_delay_ms if self.choices.express else s.delay_ms) * 48

    @property
    def _look_ahead_s(self) -> float:
        return EXPRESS_LOOK_AHEAD_S if self.choices.express else LOOK_AHEAD_S

    def air(self, show: Show, record: bytes, asked_ns: int) -> Air:
        """What the hall gets in this state of the show, and playout's word for it; the next console gets `record`."""
        air = _AIR.get(show.state, Air.SLATE)
        if show.state in UNARMED:
            self.fixed_delay = None
        self._to_playout(
            m.SetAir(
                air=air,
                fade_s=_FADE_S[air],
                show=record,
                asked_ns=asked_ns,
                emergency=self.emergency,
                rehearsal=show.rehearsing,
            )
        )
        return air

    def update_delay(self, samples: int, state: ShowState) -> None:
        """Playout's lip delay in this state of the show: on air another playout gets the same again."""
        if state not in UNARMED:
            self.fixed_delay = samples

    def lip_delay(self) -> None:
        """How long after its sound a picture is shown."""
        late_s = EXPRESS_LIPS_LATE_S if self.choices.express else 0.0
        self._to_playout(m.SetDelay(samples=self.delay, lips_late=round(late_s * SAMPLE_RATE)))

    def screen(self, operator_screen: str) -> None:
        """Where the hall window goes; never onto the operator's own screen."""
        key = self.choices.screen
        self._to_playout(m.SetScreen(key=key, windowed=key == WINDOWED, avoid=operator_screen))

    def ground(self, operator_screen: str) -> None:
        """What the hall's screen has around the host, and where the key goes."""
        s = self.settings
        ground, straight = Ground(s.ground), s.fill == "straight"
        self._to_playout(m.SetGround(ground, s.ground_colour, straight, s.key_screen, operator_screen))

    def pattern(self, kind: PatternKind) -> None:
        """A card in the slate's place, with its words in the operator's language."""
        self._to_playout(m.SetPattern(PatternCard(kind), said("screen {number}"), said("{size} at {rate}")))

    def microphone(self) -> None:
        """Whose voice, on which channels of the device, and how loud."""
        c = self.choices
        self._to_playout(
            SetMicrophone(
                key=c.microphone, gain_db=c.mic_gain_db, file=c.mic_file, loop=c.mic_loop, channels=c.channels
            )
        )

    def loudspeaker(self) -> None:
        """Where the program's sound goes: the hall's channels and the feed's, how loud, and how late."""
        key, s = self.choices.speaker, self.settings
        feed = Feed(
            self.choices.feed_channels.get(key, ()), FeedMix(s.feed_mix), s.feed_gain_db, _samples(s.feed_delay_ms)
        )
        self._to_playout(
            SetLoudspeaker(
                key=key,
                channels=self.choices.hall_channels.get(key, ()),
                gain_db=s.hall_gain_db,
                delay=_samples(s.hall_delay_ms),
                feed=feed,
            )
        )

    def pa(self) -> None:
        """How the MC's voice reaches the hall."""
        self._to_playout(m.SetPa(through=self.choices.shown_pa is Pa.THROUGH))

    def mode(self) -> None:
        """What drives the avatar."""
        self._to_playout(m.SetMode(mode=FaceDrive.MIRROR if self.choices.mode is Mode.MIRROR else FaceDrive.SAY))

    def mutes(self) -> None:
        """What is silent."""
        self._to_playout(m.SetMutes(microphone=self.choices.mic_muted, avatar=self.choices.avatar_muted))

    def slate(self) -> None:
        """The safe picture."""
        kind, path = self.choices.shown_slate
        self._to_playout(m.SetSlate(kind=SlateCard(kind), path=path, title=self.title))

    def avatar(self, avatar: Avatar | None) -> None:
        """Who is on screen."""
        if avatar is not None:
            ahead = self._look_ahead_s
            self._to_engine(Load(avatar=str(avatar.folder), look_ahead_s=ahead, fade_s=FADE_S))

    def warm(self, avatar: Avatar) -> None:
        """Who may be on screen next: to be loaded, so that a take needs not wait."""
        self._to_engine(Load(avatar=str(avatar.folder), look_ahead_s=self._look_ahead_s, role=LoadRole.NEXT))

    def idle(self, path: Path | None, cutouts: Path | None) -> None:
        """The idle loop of who is on screen, and the one without a ground, when they are there."""
        self._to_playout(m.SetIdle(path=str(path or ""), cutouts=str(cutouts or "")))

    def _to_playout(self, message: Message) -> None:
        if self.greeted:
            self._playout.send(message)

    def _to_engine(self, message: Message) -> None:
        if self.greeted:
            self._engine.send(message)


def _samples(milliseconds: float) -> int:
    return round(milliseconds * SAMPLE_RATE / 1000)
