"""The one action table: everything that a pair of hands can ask of the show, whatever they hold.

Mouse, keys, OSC, HTTP, MIDI, the command line and a rehearsal all come through `ACTIONS` and meet the same
rules. Keys are defaults; `ui.keys` reads them from here and times the holds.
"""

from __future__ import annotations

from collections.abc import Mapping

from console.show.actions.action import (
    Action,
    ArgumentError,
    Binding,
    Effects,
    channels_of,
    on_or_off,
    text_of,
)
from console.show.actions.answers import ANSWER_ACTIONS
from console.show.actions.builds import BUILD_ACTIONS
from console.show.actions.films import FILM_ACTIONS
from console.show.actions.models import MODEL_ACTIONS
from console.show.actions.outputs import OUTPUT_ACTIONS
from console.show.actions.providers import PROVIDER_ACTIONS
from console.show.actions.readiness import READY_ACTIONS
from console.show.actions.rundown import CUE_ACTIONS
from console.show.actions.say import SAY_ACTIONS
from console.show.actions.settings import OPTION_ACTIONS
from console.show.actions.stores import STORE_ACTIONS
from console.show.core.enums import Mode, Pa, SlateKind
from console.show.core.state import OFF_AIR, ShowEvent, ShowState, refusal
from console.show.effects.show import (
    CheckReady,
    ChooseAvatar,
    ChooseChannels,
    ChooseFeedChannels,
    ChooseHallChannels,
    ChooseMicrophone,
    ChooseMode,
    ChoosePa,
    ChooseScreen,
    ChooseSlate,
    ChooseSpeaker,
    InterruptNow,
    MuteAvatar,
    MuteMicrophone,
    PlayDemo,
    PutNextOn,
    QuitConsole,
    SayFile,
    UseExpress,
)

GO_LIVE_HOLD_S = 0.6
END_HOLD_S = 1.0
LEAVE_PANIC_HOLD_S = 1.0


def _mode(argument: object) -> Effects:
    try:
        mode = Mode(text_of(argument, "mode").strip().lower())
    except ValueError:
        raise ArgumentError("There is no such mode: choose mirror, say or answer.") from None
    return (ChooseMode(mode),)


def _pa(argument: object) -> Effects:
    try:
        return (ChoosePa(Pa(text_of(argument, "PA mode").strip().lower())),)
    except ValueError:
        raise ArgumentError("There is no such PA mode: choose through or direct.") from None


def _slate(argument: object) -> Effects:
    """`title`, `black`, `picture PATH`, the pair (kind, path), or `back` for what was before black."""
    if isinstance(argument, (tuple, list)) and len(argument) == 2:
        word, path = (str(part) for part in argument)
    else:
        word, _, path = text_of(argument, "slate").strip().partition(" ")
    word = {"logo": "title"}.get(word.lower(), word.lower())  # as it was called before
    if word == "back":
        return (ChooseSlate(None),)
    try:
        kind = SlateKind(word)
    except ValueError:
        raise ArgumentError("There is no such slate: choose title, picture or black.") from None
    if kind is SlateKind.PICTURE and not path.strip():
        raise ArgumentError("Choose the picture's file for the slate.")
    return (ChooseSlate(kind, path.strip() if kind is SlateKind.PICTURE else ""),)


def _say(argument: object) -> Effects:
    return (ChooseMode(Mode.SAY, for_lines=True), SayFile(text_of(argument, "sound file")))


_UNARMED = frozenset({ShowState.OFFLINE, ShowState.STANDBY})

_TABLE: tuple[Action, ...] = (
    Action(
        "rehearsal",
        "REHEARSAL",
        "The host on the hall's screen and its voice in the hall, marked as a rehearsal; END leaves it",
        ShowEvent.REHEARSE,
        lambda argument: (PutNextOn(),),
        bindings=(Binding("Ctrl+R", GO_LIVE_HOLD_S),),
        hold_s=GO_LIVE_HOLD_S,
    ),
    Action(
        "arm",
        "ARM",
        "Check and get ready; GO LIVE works for the next sixty seconds",
        ShowEvent.ARM,
        lambda argument: (CheckReady(),),
        bindings=(Binding("F2", states=frozenset(ShowState) - {ShowState.ARMED}),),
        guard="arm",
    ),
    Action(
        "disarm",
        "DISARM",
        "Back to STANDBY",
        ShowEvent.DISARM,
        bindings=(Binding("F2", states=frozenset({ShowState.ARMED})),),
        guard="arm",
    ),
    Action(
        "live",
        "GO LIVE",
        "Put NEXT on the hall's screen and its voice in the hall",
        ShowEvent.LIVE,
        lambda argument: (PutNextOn(),),
        bindings=(Binding("Ctrl+Return", GO_LIVE_HOLD_S), Binding("Ctrl+Enter", GO_LIVE_HOLD_S)),
        hold_s=GO_LIVE_HOLD_S,
    ),
    Action(
        "hold",
        "HOLD",
        "Fade to the slate and mute; back to LIVE with one press",
        ShowEvent.HOLD,
        bindings=(Binding("Esc"), Binding("F9")),
        when_locked=True,
    ),
    Action(
        "resume",
        "BACK TO LIVE",
        "From HOLD back on the air",
        ShowEvent.LIVE,
        bindings=(Binding("Backspace"), Binding("Shift+F9")),
        allowed=frozenset({ShowState.HOLD, ShowState.LIVE}),
        refusal="There is nothing to go back to: the show is not in HOLD.",
    ),
    Action(
        "panic",
        "PANIC",
        "Black and silence at once",
        ShowEvent.PANIC,
        bindings=(
            Binding("F12", states=frozenset(ShowState) - {ShowState.PANIC}),
            Binding("Esc", taps=2),
        ),
        when_locked=True,
    ),
    Action(
        "leave_panic",
        "LEAVE PANIC",
        "Back to HOLD when the show was on air, else to STANDBY",
        ShowEvent.LEAVE_PANIC,
        bindings=(Binding("F12", LEAVE_PANIC_HOLD_S, states=frozenset({ShowState.PANIC})),),
        when_locked=True,
        hold_s=LEAVE_PANIC_HOLD_S,
    ),
    Action(
        "interrupt",
        "INTERRUPT",
        "Stop the avatar's speech at once; it listens again",
        ShowEvent.INTERRUPT,
        lambda argument: (InterruptNow(),),
        bindings=(Binding("Space"), Binding("F10")),
        when_locked=True,
    ),
    Action(
        "end",
        "END SHOW",
        "Off the air, back to STANDBY",
        ShowEvent.END,
        bindings=(Binding("Ctrl+Shift+Return", END_HOLD_S), Binding("Ctrl+Shift+Enter", END_HOLD_S)),
        hold_s=END_HOLD_S,
    ),
    Action(
        "mode",
        "MODE",
        "What drives the avatar: mirror (the MC's live voice), say (a sound file) or answer",
        effects=_mode,
        bindings=(
            Binding("M", argument="mirror"),
            Binding("S", argument="say"),
            Binding("A", argument="answer"),
        ),
    ),
    Action(
        "avatar",
        "AVATAR",
        "Who is on screen",
        effects=lambda argument: (ChooseAvatar(text_of(argument, "avatar")),),
    ),
    Action(
        "mic",
        "MICROPHONE",
        "The MC's microphone",
        effects=lambda argument: (ChooseMicrophone(text_of(argument, "microphone")),),
    ),
    Action(
        "mic_channels",
        "MIC CHANNELS",
        "The channels of the microphone's device that the MC is on",
        effects=lambda argument: (ChooseChannels(channels_of(argument)),),
    ),
    Action(
        "speaker",
        "LOUDSPEAKER",
        "Where the program's sound goes",
        effects=lambda argument: (ChooseSpeaker(text_of(argument, "loudspeaker")),),
    ),
    Action(
        "hall_channels",
        "HALL CHANNELS",
        "The channels of the loudspeaker's device that the hall hears",
        effects=lambda argument: (ChooseHallChannels(channels_of(argument)),),
    ),
    Action(
        "feed_channels",
        "FEED CHANNELS",
        "The channels of the loudspeaker's device that carry the feed",
        effects=lambda argument: (ChooseFeedChannels(channels_of(argument)),),
    ),
    Action(
        "screen",
        "SCREEN",
        "The hall's screen",
        effects=lambda argument: (ChooseScreen(text_of(argument, "screen")),),
    ),
    Action("pa", "PA", "The MC's voice through Compere (in sync) or direct (lips trail)", effects=_pa),
    Action(
        "say",
        "SAY",
        "Speak a sound file",
        effects=_say,
        allowed=frozenset({ShowState.LIVE}),
        refusal="The avatar speaks only when LIVE.",
        guard="say",
    ),
    Action(
        "demo",
        "DEMO MC",
        "A bundled recording stands in for the microphone",
        effects=lambda argument: (PlayDemo(on_or_off(argument)),),
    ),
    Action(
        "slate",
        "SLATE",
        "The safe picture: the show's title, a picture or black",
        effects=_slate,
        bindings=(Binding("F7"),),
    ),
    Action(
        "mute_mic",
        "MUTE MIC",
        "Silence instead of the microphone",
        effects=lambda argument: (MuteMicrophone(on_or_off(argument)),),
        bindings=(Binding("F5"),),
    ),
    Action(
        "mute_avatar",
        "MUTE AVATAR",
        "Keep the avatar's voice out of the hall",
        effects=lambda argument: (MuteAvatar(on_or_off(argument)),),
        bindings=(Binding("F6"),),
    ),
    Action(
        "express",
        "EXPRESS",
        "The short lip delay, for a fast machine",
        effects=lambda argument: (UseExpress(on_or_off(argument)),),
        allowed=_UNARMED,
        refusal="The lip delay stays as it is from ARM to END: change it in STANDBY.",
    ),
    Action(
        "quit",
        "QUIT",
        "Close the console and what it started",
        effects=lambda argument: (QuitConsole(),),
        allowed=OFF_AIR,
        refusal="The show is on air: END it first.",
    ),
    *CUE_ACTIONS,
    *READY_ACTIONS,
    *OPTION_ACTIONS,
    *MODEL_ACTIONS,
    *BUILD_ACTIONS,
    *FILM_ACTIONS,
    *STORE_ACTIONS,
    *SAY_ACTIONS,
    *ANSWER_ACTIONS,
    *PROVIDER_ACTIONS,
    *OUTPUT_ACTIONS,
)

ACTIONS: Mapping[str, Action] = {action.id: action for action in _TABLE}


def refusal_of(action_id: str, state: ShowState, *, rehearsing: bool = False) -> str:
    """Why an action would be refused in `state`, or "": for dimming a button, never for judging."""
    action = ACTIONS[action_id]
    if state not in action.allowed:
        return action.refusal
    return refusal(action.event, state, rehearsing=rehearsing) if action.event is not None else ""
