"""Preflight: what must be well before the show may be armed, judged from the console's state and facts. Pure logic.

Each item is green, amber, red, or waived. Amber is said and does not stop: a quiet microphone before the MC has
come is no fault. Red stops ARM until it is put right, or until the operator waives that item by its name; the
waiver is logged and holds until the item is well again or the show ends.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from console.show.answers.abilities import Abilities
from console.show.core.appearing import who_appears
from console.show.core.enums import Mode
from console.show.screens.ground_settings import ground_fault
from console.show.state.output_summary import (
    MUCH_DROPPED,
    UNDER_WAY,
    Missing,
    is_nearly_full,
    output_missing,
    summary_of,
    troubles,
    with_room,
)
from console.show.state.output_view import OutputCondition
from engine.text import Text

if TYPE_CHECKING:
    from console.show.state.channels_view import ChannelsView
    from console.show.state.console_state import ConsoleState, DeviceView

BESIDE_WIDE = 3.0
"""A screen for key and fill beside each other is 32:9; what is narrower than this shows both small."""

FRAME_AGE_LIMIT_MS = 500.0
"""A program frame older than this proves nothing: at 25 a second one is never older than 40 ms."""


class ItemVerdict(StrEnum):
    """How an item is."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    WAIVED = "waived"


@dataclass(frozen=True)
class ItemFinding:
    """What was found of one item.

    Attributes:
        verdict: green, amber or red.
        words: the finding in a few words.
        cure: what to do about it, or "".
    """

    verdict: ItemVerdict
    words: str
    cure: str = ""


@dataclass(frozen=True)
class PreflightItem:
    """One place of the strip.

    Attributes:
        id: goes into the `waive` action.
        name: on the strip.
        verdict: how it is; WAIVED when it is red and was waived.
        words, cure: as in `ItemFinding`.
    """

    id: str
    name: str
    verdict: ItemVerdict
    words: str
    cure: str = ""


@dataclass(frozen=True)
class PreflightFacts:
    """What preflight needs and the console's state does not show.

    Attributes:
        loaded: id of the avatar that the engine draws, or "".
        disk: the room on the disk.
        awake: whether sleep and screen saver are held off.
    """

    loaded: str = ""
    disk: ItemFinding = ItemFinding(ItemVerdict.AMBER, "not looked at yet")
    awake: ItemFinding = ItemFinding(ItemVerdict.AMBER, "no hall window yet")


def _green(words: str) -> ItemFinding:
    return ItemFinding(ItemVerdict.GREEN, words)


def _amber(words: str, cure: str = "") -> ItemFinding:
    return ItemFinding(ItemVerdict.AMBER, words, cure)


def _red(words: str, cure: str = "") -> ItemFinding:
    return ItemFinding(ItemVerdict.RED, words, cure)


def _engine(console_state: ConsoleState, facts: PreflightFacts) -> ItemFinding:
    health = console_state.health
    if health.engine == "OK":
        return _green(Text("warm, {name}", name=health.engine_words) if health.engine_words else "warm")
    if health.engine == "STARTING":
        return _red("starting", "Wait a moment: it starts by itself.")
    return _red(health.engine.lower(), "See the log; the avatar idles until the engine is back.")


_LOOPS = "They are made once, and take the processor for some minutes: wait, if you can. On air they are held."
"""Idle loops are what the hall sees when the engine is lost."""


def _avatar(console_state: ConsoleState, facts: PreflightFacts) -> ItemFinding:
    appears = who_appears(console_state)
    tile = next((tile for tile in console_state.avatars if tile.id == appears.avatar_id), None)
    if tile is None:
        if appears.avatar_id:
            return _red(Text("there is no avatar {name}", name=appears.avatar_id), "Choose another avatar for NEXT.")
        return _red("no avatar", "Choose an avatar.")
    if not tile.ready:
        return _red(tile.note or "not ready", "Wait until it is ready, or choose another avatar.")
    if fault := ground_fault(console_state.settings.options, tile.name, keyable=tile.keyable):
        return _red(Text("{name} cannot be keyed", name=tile.name), fault)
    if facts.loaded != tile.id:
        return _red(Text("{name} is being loaded", name=tile.name), "Wait a moment.")
    broken = [item.preset.name for item in console_state.show.rundown.items if item.id in console_state.show.faults]
    if broken:
        one, n = broken[0], len(broken) - 1
        words = Text("preset {name} and {n} more", name=one, n=n) if n else Text("preset {name}", name=one)
        return _red(words, "It cannot be taken as it is: put it right in EDIT.")
    if preparing := [tile for tile in console_state.avatars if tile.preparing]:
        return _amber(
            Text(
                "idle loops: {n} of {limit}",
                n=len(console_state.avatars) - len(preparing),
                limit=len(console_state.avatars),
            ),
            _LOOPS,
        )
    count = len(console_state.show.rundown.items)
    return _green(Text("{name}, {n} presets", name=appears.words, n=count) if count > 1 else appears.words)


def _microphone(console_state: ConsoleState, facts: PreflightFacts) -> ItemFinding:
    view, appears = console_state.microphone, who_appears(console_state)
    if appears.mic and appears.mic != view.chosen and not console_state.demo:
        return _named(view, appears.mic, appears.preset)
    if appears.mode is not Mode.MIRROR and view.condition != "OK":
        return _amber("not needed in this mode", "MIRROR would need a microphone.")
    channels = console_state.mic_channels
    if view.condition != "OK":
        return _no_channel(channels) or _device(view, "the microphone")
    if console_state.mic_muted:
        return _amber("muted", Text("Open it with {keys}.", keys="F5"))
    if console_state.mic_meter.no_signal:
        return _amber("no signal yet", "Let the MC say a word.")
    if channels.all_mixed:
        return _amber(
            Text("all {n} channels", n=channels.there), "They are mixed: choose the MC's channel in SETTINGS."
        )
    if console_state.mic_meter.low:
        return _amber("low", "Raise the microphone's gain.")
    return _green("demo MC" if console_state.demo else "signal")


def _screen(console_state: ConsoleState, facts: PreflightFacts) -> ItemFinding:
    view = console_state.screen
    if view.fault and view.condition == "MISSING":
        return _red("cannot be used", view.fault)
    if view.condition != "OK":
        return _device(view, "the hall's screen")
    if key_fault := console_state.key_screen.fault:
        return _red("no key", key_fault)
    age = console_state.frame_age_ms
    if age is None:
        return _red("no frame yet", "Wait a moment: the program has just started.")
    if age > FRAME_AGE_LIMIT_MS:
        return _red(
            Text("frame {n} s old", n=f"{age / 1000:.1f}"),
            Text("The program stands still: wait, or place it again with {keys}.", keys="F11"),
        )
    wide = next((choice.wide for choice in view.choices if choice.key == view.chosen), 0.0)
    if console_state.settings.options.ground == "beside" and 0 < wide < BESIDE_WIDE:
        return _amber("half its size", "KEY BESIDE fills a screen twice as wide, as 3840×1080: set the card so.")
    return _green(_name(view) or "frames come")


def _speaker(console_state: ConsoleState, facts: PreflightFacts) -> ItemFinding:
    appears = who_appears(console_state)
    if appears.speaker and appears.speaker != console_state.speaker.chosen:
        return _named(console_state.speaker, appears.speaker, appears.preset)
    if console_state.speaker.condition == "OK":
        return _green(_name(console_state.speaker))
    lacking = _no_channel(console_state.hall_channels) or _no_channel(console_state.feed_channels)
    return lacking or _device(console_state.speaker, "a loudspeaker")


def _delay(console_state: ConsoleState, facts: PreflightFacts) -> ItemFinding:
    health = console_state.health
    if health.fixed_delay_ms is None:
        return _red("not set", "Wait for playout.")
    fixed = f"{health.fixed_delay_ms:.0f}"
    if health.delay_p95_ms is None:
        return _amber(Text("{n} ms, nothing measured yet", n=fixed), "It is measured as soon as sound comes.")
    words = Text("{n} ms, p95 {ms}", n=fixed, ms=f"{health.delay_p95_ms:.0f}")
    if health.delay_p95_ms > health.delay_budget_ms:
        return _amber(
            words,
            Text("More than {n} ms. Close other programs, then ARM again.", n=f"{health.delay_budget_ms:.0f}"),
        )
    return _green(words)


def _lines(console_state: ConsoleState, facts: PreflightFacts) -> ItemFinding:
    say = console_state.say
    if not say.whole:
        return _green("none to say")
    if say.ready >= say.whole:
        return _green(Text("{n} ready", n=say.whole))
    words = Text("{n} of {limit} ready", n=say.ready, limit=say.whole)
    if say.fault:
        return _amber(words, say.fault)
    return _amber(words, "They are being made; a line that is not ready is spoken all the same, if its voice is there.")


def _named(view: DeviceView, key: str, preset: str) -> ItemFinding:
    """A device that the preset names, in place of the one that is chosen now."""
    found = next((choice for choice in view.choices if choice.key == key), None)
    if found is None:
        return _red(
            Text("{name} is missing", name=key),
            Text("{name} names it: plug it in, or choose another one in EDIT.", name=preset),
        )
    return _amber(
        Text("{name}, not tried yet", name=found.words), Text("{name} names it: it is opened at GO LIVE.", name=preset)
    )


_LOOKING = "The files that it answers by are being read: it is judged again at once."


def _questions(console_state: ConsoleState, facts: PreflightFacts) -> ItemFinding:
    """Whether the presets that answer can hear, think and speak: the one that appears first."""
    appears = who_appears(console_state)
    asked = [item for item in console_state.show.rundown.items if item.preset.mode is Mode.ANSWER]
    if appears.mode is Mode.ANSWER:
        can = console_state.answers.now
        if fault := can.think or can.speak:
            return _red(Text("{name} cannot answer", name=appears.preset or appears.avatar), fault)
        if can.looking:
            return _amber("still looking", _LOOKING)
        if can.hear:
            return _amber("typed only", can.hear)
    for item in asked:
        can = console_state.answers.abilities.get(item.id, Abilities())
        if fault := can.think or can.speak:
            return _amber(Text("{name} cannot answer", name=item.preset.name), fault)
        if can.looking:
            return _amber("still looking", _LOOKING)
        if can.hear:
            return _amber(Text("{name}: typed only", name=item.preset.name), can.hear)
    return _green(Text("{n} presets answer", n=len(asked)) if asked else "none to be asked")


_START = "{name} needs it: start it in OUTPUTS."


def _outputs(console_state: ConsoleState, facts: PreflightFacts) -> ItemFinding:
    """Whether what the preset needs beside the hall is on air, and whether what was started goes well."""
    outputs, appears = console_state.outputs, who_appears(console_state)
    missing = output_missing(appears.outputs, outputs, with_show=console_state.settings.options.record_with_show)
    if missing is Missing.BOTH:
        return _red("neither runs", Text(_START, name=appears.preset))
    if missing is Missing.STREAM:
        sentence = next((each.sentence for each in outputs.streams if each.sentence), "")
        return _red("no stream", sentence or Text(_START, name=appears.preset))
    if missing is Missing.RECORDING:
        return _red("no recording", outputs.recording.sentence or Text(_START, name=appears.preset))
    if found := troubles(outputs):
        return _amber("not as it should be", found[0].sentence)
    recording = with_room(outputs.recording, console_state.settings.options, console_state.settings.free_gb)
    wanted = recording.wanted or appears.outputs.recording or console_state.settings.options.record_with_show
    if wanted and recording.folder_missing:
        return _amber(
            "folder is not there", "Plug in the disk of the recordings, or choose another folder in EDIT, SETTINGS."
        )
    if wanted and is_nearly_full(recording):
        return _amber(
            Text("room for {n} min of recording", n=f"{(recording.left_s or 0.0) / 60:.0f}"),
            "Make room on the disk, or choose another folder in EDIT, SETTINGS.",
        )
    summary, records = summary_of(outputs.streams), recording.state is OutputCondition.ON_AIR
    streams = summary.on_air
    if summary.congested or summary.dropped_percent > MUCH_DROPPED:
        return _amber("slow network", "The server takes less than is sent: free the network, or lower the bit rate.")
    if summary.state in UNDER_WAY or recording.state in UNDER_WAY:
        return _amber("connecting", "Wait until it is on air.")
    if streams:
        return _green(Text("{n} on air, recording", n=streams) if records else Text("{n} on air", n=streams))
    return _green("recording" if records else "none started")


def _device(view: DeviceView, what: str) -> ItemFinding:
    """A device that is not there."""
    if view.condition == "NOT CHOSEN":
        return _red("not chosen", Text("Choose {what}.", what=what))
    if view.condition == "STARTING":
        return _red("opening", "Wait a moment.")
    return _red("missing", Text("Plug {what} in again: it comes back by itself.", what=_name(view) or what))


def _no_channel(channels: ChannelsView) -> ItemFinding | None:
    """A channel is chosen that the device does not have; None where that is not so."""
    if not channels.lacking:
        return None
    return _red(
        Text("no channel {channel}", channel=channels.lacking),
        Text("The device has {n} channels: choose another in SETTINGS.", n=channels.there),
    )


def _name(view: DeviceView) -> str:
    return next((choice.words for choice in view.choices if choice.key == view.chosen), view.note)


_Check = Callable[["ConsoleState", PreflightFacts], ItemFinding]

ITEMS: Mapping[str, tuple[str, _Check]] = {
    "engine": ("Engine", _engine),
    "avatar": ("Avatar and presets", _avatar),
    "microphone": ("Microphone", _microphone),
    "screen": ("Hall screen", _screen),
    "speaker": ("Loudspeaker", _speaker),
    "delay": ("Lip delay", _delay),
    "lines": ("Lines", _lines),
    "questions": ("Questions", _questions),
    "outputs": ("Outputs", _outputs),
    "disk": ("Disk", lambda console_state, facts: facts.disk),
    "awake": ("Sleep held off", lambda console_state, facts: facts.awake),
}
"""Every item in the order of the strip: its name, and how it is judged."""


class Preflight:
    """The list of items, and what the operator has waived.

    Attributes:
        items: as of the last look.
    """

    def __init__(self) -> None:
        self.items: tuple[PreflightItem, ...] = ()
        self._waived: set[str] = set()

    def judge(self, console_state: ConsoleState, facts: PreflightFacts) -> tuple[PreflightItem, ...]:
        """Return every item as it stands now; nothing is kept of it."""
        items = []
        for key, (name, check) in ITEMS.items():
            found = check(console_state, facts)
            waived = found.verdict is ItemVerdict.RED and key in self._waived
            verdict = ItemVerdict.WAIVED if waived else found.verdict
            items.append(PreflightItem(key, name, verdict, found.words, found.cure))
        return tuple(items)

    def update(self, console_state: ConsoleState, facts: PreflightFacts) -> tuple[PreflightItem, ...]:
        """Judge every item again. A waiver ends when its item is well again: a new fault is a new question."""
        self.items = self.judge(console_state, facts)
        self._waived &= {item.id for item in self.waived}
        return self.items

    @property
    def red(self) -> tuple[PreflightItem, ...]:
        """What stops ARM."""
        return tuple(item for item in self.items if item.verdict is ItemVerdict.RED)

    @property
    def waived(self) -> tuple[PreflightItem, ...]:
        """What is red and does not stop ARM, since the operator said so."""
        return tuple(item for item in self.items if item.verdict is ItemVerdict.WAIVED)

    def waive(self, item_id: str) -> None:
        """The operator answers for a red item. Anything else is not waived."""
        if not refusal_to_waive(self.items, item_id):
            self._waived.add(item_id)

    def forget(self) -> None:
        """The show is over: everything is asked again."""
        self._waived.clear()


def refusal_to_arm(items: Sequence[PreflightItem]) -> str:
    """Return the reason why the show cannot be armed, in one sentence, or ""."""
    red = [item for item in items if item.verdict is ItemVerdict.RED]
    if not red:
        return ""
    told = [Text("{words} ({found})", words=item.name, found=item.words) for item in red]
    return Text("Not ready: {items}. Put it right, or waive it by name.", items=told)


def refusal_to_waive(items: Sequence[PreflightItem], item_id: str) -> str:
    """Return the reason why an item cannot be waived, or ""."""
    item = next((item for item in items if item.id == item_id), None)
    if item is None:
        return Text("There is no preflight item {name}: it is one of {list}.", name=item_id, list=", ".join(ITEMS))
    if item.verdict not in (ItemVerdict.RED, ItemVerdict.WAIVED):
        return Text("{what} is not red: there is nothing to waive.", what=item.name)
    return ""
