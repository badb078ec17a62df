"""What the operator selects by hand: devices, the hall's screen, slate, PA, mutes, EXPRESS and patterns."""

from __future__ import annotations

from collections.abc import Callable

from console.dispatch import Dispatch
from console.playout.devices.loopback import LOOPED, is_loopback
from console.playout_commands import PlayoutCommands
from console.show.effects.show import (
    ChooseChannels,
    ChooseFeedChannels,
    ChooseHallChannels,
    ChooseMicrophone,
    ChoosePa,
    ChooseScreen,
    ChooseSlate,
    ChooseSpeaker,
    MuteAvatar,
    MuteMicrophone,
    ShowPattern,
    UseExpress,
)
from engine.text import Text

_NO_OUTPUT = "The loudspeaker {name} has {n} channels: there is no channel {channel}."
_NO_CHANNEL = "The microphone {name} has {n} channels: there is no channel {channel}."


class SelectionController:
    """Puts what was selected into the operator's selection, and says it to playout and the engine.

    Args:
        commands: says the selection to playout and the engine.
        channels_there: returns how many channels the microphone, or the loudspeaker, of this key has; 0 where that is
            not known.
        refusal_of_screen: returns the reason why the screen of this key cannot be the hall's, or "".
        send_screen: says where the hall window goes.
        send_avatar: says who is on screen, and how far the lips look ahead.
    """

    def __init__(
        self,
        commands: PlayoutCommands,
        channels_there: Callable[[str, str], int],
        refusal_of_screen: Callable[[str], str],
        send_screen: Callable[[], None],
        send_avatar: Callable[[], None],
    ) -> None:
        self._commands = commands
        self._channels_there = channels_there
        self._refusal_of_screen = refusal_of_screen
        self._send_screen, self._send_avatar = send_screen, send_avatar

    def register(self, dispatch: Dispatch) -> None:
        """Take over the effects of these choices."""
        dispatch.register(
            ChooseMicrophone, self._choose_microphone, validate=self._refusal_of_microphone, remembers=True
        )
        dispatch.register(ChooseChannels, self._choose_channels, validate=self._refusal_of_channels, remembers=True)
        dispatch.register(
            ChooseHallChannels, self._choose_hall_channels, validate=self._refusal_of_outputs, remembers=True
        )
        dispatch.register(
            ChooseFeedChannels, self._choose_feed_channels, validate=self._refusal_of_feed, remembers=True
        )
        dispatch.register(ChooseSpeaker, self._choose_speaker, remembers=True)
        dispatch.register(
            ChooseScreen,
            self._choose_screen,
            validate=lambda effect: self._refusal_of_screen(effect.key),
            remembers=True,
        )
        dispatch.register(ChoosePa, self._choose_pa, remembers=True)
        dispatch.register(ChooseSlate, self._choose_slate, remembers=True)
        dispatch.register(MuteMicrophone, self._mute_microphone, remembers=True)
        dispatch.register(MuteAvatar, self._mute_avatar, remembers=True)
        dispatch.register(UseExpress, self._use_express, remembers=True)
        dispatch.register(ShowPattern, lambda effect: self._commands.pattern(effect.kind))

    def _refusal_of_microphone(self, effect: ChooseMicrophone) -> str:
        return LOOPED if is_loopback(effect.name, "") else ""

    def _choose_microphone(self, effect: ChooseMicrophone) -> None:
        chosen = self._commands.choices
        chosen.microphone, chosen.mic_file, chosen.demo = effect.name, "", False
        self._commands.microphone()

    def _refusal_of_channels(self, effect: ChooseChannels) -> str:
        microphone = self._commands.choices.microphone
        if not microphone:
            return "Choose the microphone first, then its channels."
        there, highest = self._channels_there("microphone", microphone), max(effect.channels, default=0)
        if there and highest > there:
            return Text(_NO_CHANNEL, name=microphone, n=there, channel=highest)
        return ""

    def _choose_channels(self, effect: ChooseChannels) -> None:
        self._commands.choices.choose_channels(effect.channels)
        self._commands.microphone()

    def _refusal_of_outputs(self, effect: ChooseHallChannels | ChooseFeedChannels) -> str:
        speaker = self._commands.choices.speaker
        if not speaker:
            return "Choose the loudspeaker first, then its channels."
        there, highest = self._channels_there("loudspeaker", speaker), max(effect.channels, default=0)
        if there and highest > there:
            return Text(_NO_OUTPUT, name=speaker, n=there, channel=highest)
        return ""

    def _refusal_of_feed(self, effect: ChooseFeedChannels) -> str:
        choices = self._commands.choices
        taken = set(choices.hall_channels.get(choices.speaker, (1, 2))) & set(effect.channels)
        if taken:
            return Text("The hall is on channel {channel}: choose another one for the feed.", channel=min(taken))
        return self._refusal_of_outputs(effect)

    def _choose_hall_channels(self, effect: ChooseHallChannels) -> None:
        self._commands.choices.choose_hall_channels(effect.channels)
        self._commands.loudspeaker()

    def _choose_feed_channels(self, effect: ChooseFeedChannels) -> None:
        self._commands.choices.choose_feed_channels(effect.channels)
        self._commands.loudspeaker()

    def _choose_speaker(self, effect: ChooseSpeaker) -> None:
        self._commands.choices.speaker = effect.name
        self._commands.loudspeaker()

    def _choose_screen(self, effect: ChooseScreen) -> None:
        self._commands.choices.screen = effect.key
        self._send_screen()

    def _choose_pa(self, effect: ChoosePa) -> None:
        self._commands.choices.choose_pa(effect.pa)
        self._commands.pa()

    def _choose_slate(self, effect: ChooseSlate) -> None:
        self._commands.choices.choose_slate(effect.kind, effect.path)
        self._commands.slate()

    def _mute_microphone(self, effect: MuteMicrophone) -> None:
        self._commands.choices.mic_muted = effect.on
        self._commands.mutes()

    def _mute_avatar(self, effect: MuteAvatar) -> None:
        self._commands.choices.avatar_muted = effect.on
        self._commands.mutes()

    def _use_express(self, effect: UseExpress) -> None:
        self._commands.choices.express = effect.on
        self._send_avatar()
        self._commands.lip_delay()
