"""Preflight: what stops ARM, what does not, and what a waiver is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as replace_options

from console.show.answers.abilities import Abilities
from console.show.core.enums import Mode, PresetOutputs
from console.show.core.meters import MeterReading
from console.show.core.preflight import (
    ITEMS,
    ItemFinding,
    ItemVerdict,
    Preflight,
    PreflightFacts,
    PreflightItem,
    refusal_to_arm,
    refusal_to_waive,
)
from console.show.rundown.preset import Preset
from console.show.rundown.rundown import Item, Rundown
from console.show.state.channels_view import ChannelsView
from console.show.state.console_state import Condition, ConsoleState, RundownView
from console.show.state.output_view import OutputCondition, OutputsView, RecordingView, StreamView
from tests.ui.console_states import console_state

WELL = PreflightFacts("avatar0", ItemFinding(ItemVerdict.GREEN, "400 GB"), ItemFinding(ItemVerdict.GREEN, "held off"))


def ready() -> ConsoleState:
    made = console_state()
    made.health = replace(made.health, fixed_delay_ms=100.0)
    made.show = RundownView()
    return made


def look(console_state: ConsoleState, facts: PreflightFacts = WELL) -> dict[str, PreflightItem]:
    return {item.id: item for item in Preflight().update(console_state, facts)}


def test_a_healthy_house_is_green_all_over() -> None:
    assert {item.id: item.verdict for item in look(ready()).values()} == dict.fromkeys(ITEMS, ItemVerdict.GREEN)


def test_an_empty_house_is_not_ready() -> None:
    preflight = Preflight()
    preflight.update(ConsoleState(), PreflightFacts())
    assert preflight.red and refusal_to_arm(preflight.items)


def test_a_quiet_microphone_is_said_and_does_not_stop_the_show() -> None:
    quiet = ready()
    quiet.mic_meter = MeterReading(no_signal=True)
    assert look(quiet)["microphone"].verdict is ItemVerdict.AMBER


def test_a_channel_that_the_device_does_not_have_is_red_and_many_that_are_mixed_are_said() -> None:
    desk = ready()
    desk.mic_channels = ChannelsView(there=2, chosen=(3,))
    desk.microphone = replace(desk.microphone, condition=Condition.MISSING)
    item = look(desk)["microphone"]
    assert (item.verdict, item.words) == (ItemVerdict.RED, "no channel 3") and "2 channels" in item.cure
    desk.microphone = replace(desk.microphone, condition=Condition.OK)
    desk.mic_channels = ChannelsView(there=8, bars=(-20.0,) * 8)
    item = look(desk)["microphone"]
    assert (item.verdict, item.words) == (ItemVerdict.AMBER, "all 8 channels")
    desk.mic_channels = replace(desk.mic_channels, chosen=(3,))
    assert look(desk)["microphone"].verdict is ItemVerdict.GREEN


@pytest.mark.parametrize("condition", [Condition.MISSING, Condition.NOT_CHOSEN, Condition.STARTING, Condition.FAILED])
def test_a_device_that_is_not_there_is_red_with_something_to_do(condition: Condition) -> None:
    for name in ("microphone", "screen", "speaker"):
        broken = ready()
        setattr(broken, name, replace(getattr(broken, name), condition=condition))
        item = look(broken)[name]
        assert item.verdict is ItemVerdict.RED and item.cure


def test_a_microphone_is_not_asked_for_where_it_is_not_used() -> None:
    spoken = ready()
    spoken.mode = Mode.SAY
    spoken.microphone = replace(spoken.microphone, condition=Condition.MISSING)
    assert look(spoken)["microphone"].verdict is ItemVerdict.AMBER


@pytest.mark.parametrize(
    ("age_ms", "verdict"), [(None, ItemVerdict.RED), (40.0, ItemVerdict.GREEN), (900.0, ItemVerdict.RED)]
)
def test_a_screen_counts_only_while_frames_come(age_ms: float | None, verdict: ItemVerdict) -> None:
    still = ready()
    still.frame_age_ms = age_ms
    assert look(still)["screen"].verdict is verdict


def test_an_avatar_that_is_not_the_one_loaded_is_red() -> None:
    assert look(ready(), replace(WELL, loaded="avatar1"))["avatar"].verdict is ItemVerdict.RED


def test_a_preset_that_cannot_be_taken_is_red_by_its_name() -> None:
    broken = ready()
    preset = Preset(name="Awards", avatar="nobody")
    broken.show = RundownView(Rundown((Item("a", preset),)), faults={"a": "the avatar nobody is not there"})
    item = look(broken)["avatar"]
    assert item.verdict is ItemVerdict.RED and "Awards" in item.words


def test_a_lip_delay_that_was_not_measured_is_said_and_does_not_stop() -> None:
    fresh = ready()
    fresh.health = replace(fresh.health, delay_p95_ms=None)
    assert look(fresh)["delay"].verdict is ItemVerdict.AMBER
    fresh.health = replace(fresh.health, fixed_delay_ms=None)
    assert look(fresh)["delay"].verdict is ItemVerdict.RED


def test_a_waiver_is_for_one_item_and_lasts_until_it_is_well_again() -> None:
    preflight = Preflight()
    broken = ready()
    broken.speaker = replace(broken.speaker, condition=Condition.MISSING)
    broken.screen = replace(broken.screen, condition=Condition.MISSING)
    preflight.update(broken, WELL)
    preflight.waive("speaker")
    preflight.update(broken, WELL)
    assert [item.id for item in preflight.waived] == ["speaker"]
    assert [item.id for item in preflight.red] == ["screen"] and "Hall screen" in refusal_to_arm(preflight.items)
    preflight.update(ready(), WELL)
    preflight.update(broken, WELL)
    assert {item.id for item in preflight.red} == {"speaker", "screen"}


def test_nothing_but_what_is_red_can_be_waived() -> None:
    preflight = Preflight()
    preflight.update(ready(), WELL)
    assert "not red" in refusal_to_waive(preflight.items, "speaker")
    assert "no preflight item" in refusal_to_waive(preflight.items, "coffee")
    preflight.waive("speaker")
    broken = ready()
    broken.speaker = replace(broken.speaker, condition=Condition.MISSING)
    preflight.update(broken, WELL)
    assert [item.id for item in preflight.red] == ["speaker"]


def test_the_end_of_the_show_ends_the_waivers() -> None:
    preflight = Preflight()
    broken = ready()
    broken.speaker = replace(broken.speaker, condition=Condition.MISSING)
    preflight.update(broken, WELL)
    preflight.waive("speaker")
    preflight.forget()
    preflight.update(broken, WELL)
    assert preflight.red


@given(
    st.sets(st.sampled_from(sorted(set(ITEMS) - {"lines", "questions"}))),
    st.lists(st.sampled_from(sorted(ITEMS)), max_size=12),
)
def test_the_show_may_be_armed_exactly_when_every_red_item_was_waived(bad: set[str], waivers: list[str]) -> None:
    broken = ready()
    for name in bad & {"microphone", "screen", "speaker"}:
        setattr(broken, name, replace(getattr(broken, name), condition=Condition.MISSING))
    if "engine" in bad:
        broken.health = replace(broken.health, engine=Condition.FAILED)
    if "delay" in bad:
        broken.health = replace(broken.health, fixed_delay_ms=None)
    if "outputs" in bad:
        broken.show = needing(PresetOutputs.BOTH, OFF, OFF).show
    red = ItemFinding(ItemVerdict.RED, "bad", "mend it")
    facts = replace(
        WELL,
        loaded="" if "avatar" in bad else WELL.loaded,
        disk=red if "disk" in bad else WELL.disk,
        awake=red if "awake" in bad else WELL.awake,
    )
    preflight = Preflight()
    assert {item.id for item in preflight.update(broken, facts) if item.verdict is ItemVerdict.RED} == bad
    for waiver in waivers:
        preflight.waive(waiver)
    preflight.update(broken, facts)
    assert (refusal_to_arm(preflight.items) == "") == (bad <= set(waivers))


def test_lines_that_are_not_ready_are_said_and_do_not_stop_the_show() -> None:
    found = ready()
    assert look(found)["lines"].words == "none to say"
    found.say = replace(found.say, whole=7, ready=3)
    assert (look(found)["lines"].verdict, look(found)["lines"].words) == (ItemVerdict.AMBER, "3 of 7 ready")
    found.say = replace(found.say, fault="Edge cannot be reached: is the network there?")
    assert look(found)["lines"].cure == found.say.fault
    found.say = replace(found.say, ready=7)
    assert look(found)["lines"].verdict is ItemVerdict.GREEN


def with_quiz(now: Abilities, *, appears: bool) -> ConsoleState:
    made = ready()
    quiz = Preset(name="Quiz", avatar="avatar0", mode=Mode.ANSWER)
    made.show = RundownView(Rundown((Item("quiz", quiz),)), appears=quiz if appears else None)
    made.answers = replace(made.answers, abilities={"quiz": now}, now=now)
    return made


@pytest.mark.parametrize(
    ("now", "appears", "verdict"),
    [
        (Abilities(), True, ItemVerdict.GREEN),
        (Abilities(hear="Nobody hears."), True, ItemVerdict.AMBER),
        (Abilities(think="Nobody answers."), True, ItemVerdict.RED),
        (Abilities(speak="No voice."), True, ItemVerdict.RED),
        (Abilities(think="Nobody answers."), False, ItemVerdict.AMBER),
        (Abilities(hear="Nobody hears."), False, ItemVerdict.AMBER),
    ],
)
def test_what_a_preset_that_answers_cannot_do_is_known_before_the_show(
    now: Abilities, appears: bool, verdict: ItemVerdict
) -> None:
    item = look(with_quiz(now, appears=appears))["questions"]
    assert item.verdict is verdict and item.cure == (now.think or now.speak or now.hear)


@pytest.mark.parametrize("appears", [True, False])
def test_what_is_still_being_read_is_no_fault_and_stops_nothing(appears: bool) -> None:
    made, preflight = with_quiz(Abilities(looking=True), appears=appears), Preflight()
    item = next(each for each in preflight.update(made, WELL) if each.id == "questions")
    assert (item.verdict, item.words) == (ItemVerdict.AMBER, "still looking")
    assert refusal_to_arm(preflight.items) == ""
    broken = with_quiz(Abilities(think="Nobody answers.", looking=True), appears=True)
    assert look(broken)["questions"].verdict is ItemVerdict.RED, "what is known already is said at once"


def test_idle_loops_that_are_still_made_are_said_with_how_many_and_stop_nothing() -> None:
    made = ready()
    made.avatars = (made.avatars[0], *(replace(tile, preparing=True) for tile in made.avatars[1:]))
    item = look(made)["avatar"]
    assert item.verdict is ItemVerdict.AMBER and item.words == f"idle loops: 1 of {len(made.avatars)}"
    assert "processor" in item.cure


def needing(outputs: PresetOutputs, streams: OutputCondition, recording: OutputCondition) -> ConsoleState:
    """NEXT needs something beside the hall, where one stream and the recording are like this."""
    made = ready()
    item = Item("gala", Preset(name="Gala", avatar="avatar0", outputs=outputs))
    made.show = RundownView(Rundown((item,)), appears=item.preset)
    made.outputs = OutputsView((StreamView(1, set_up=True, state=streams),), RecordingView(state=recording))
    return made


OFF, ON_AIR = OutputCondition.OFF, OutputCondition.ON_AIR


@pytest.mark.parametrize(
    ("outputs", "streams", "recording", "words"),
    [
        (PresetOutputs.STREAM, OFF, ON_AIR, "no stream"),
        (PresetOutputs.STREAM, OutputCondition.RECONNECTING, ON_AIR, "no stream"),
        (PresetOutputs.RECORDING, ON_AIR, OFF, "no recording"),
        (PresetOutputs.BOTH, ON_AIR, OFF, "no recording"),
        (PresetOutputs.BOTH, OFF, OFF, "neither runs"),
    ],
)
def test_what_the_preset_needs_beside_the_hall_stops_arm_until_it_is_on_air(
    outputs: PresetOutputs, streams: OutputCondition, recording: OutputCondition, words: str
) -> None:
    item = look(needing(outputs, streams, recording))["outputs"]
    assert (item.verdict, item.words) == (ItemVerdict.RED, words)
    assert item.cure.startswith("Gala needs it")
    assert look(needing(outputs, ON_AIR, ON_AIR))["outputs"].verdict is ItemVerdict.GREEN


def test_a_recording_that_starts_with_the_show_is_not_missing_before() -> None:
    starts = needing(PresetOutputs.RECORDING, OFF, OFF)
    options = replace_options(starts.settings.options, record_with_show=True)
    starts.settings = replace(starts.settings, options=options)
    assert look(starts)["outputs"].verdict is ItemVerdict.GREEN


def test_an_output_that_does_not_go_well_is_said_and_stops_nothing() -> None:
    lost = needing(PresetOutputs.NONE, OFF, OFF)
    stream = StreamView(1, set_up=True, state=OutputCondition.RECONNECTING, sentence="The server does not answer.")
    lost.outputs = OutputsView((stream,))
    item = look(lost)["outputs"]
    assert (item.verdict, item.cure) == (ItemVerdict.AMBER, "The server does not answer.")


def test_a_disk_that_is_nearly_full_is_said_while_it_records() -> None:
    full = needing(PresetOutputs.NONE, OFF, OFF)
    full.outputs = OutputsView((), RecordingView(wanted=True, state=ON_AIR, free_gb=1.0, left_s=600.0))
    item = look(full)["outputs"]
    assert (item.verdict, item.words) == (ItemVerdict.AMBER, "room for 10 min of recording")


def test_a_folder_that_is_not_there_is_said_before_the_show_and_only_where_it_is_wanted() -> None:
    unplugged = needing(PresetOutputs.RECORDING, OFF, OFF)
    unplugged.outputs = OutputsView((), RecordingView(folder_missing=True))
    assert look(unplugged)["outputs"].verdict is ItemVerdict.RED
    options = replace_options(unplugged.settings.options, record_with_show=True)
    unplugged.settings = replace(unplugged.settings, options=options)
    item = look(unplugged)["outputs"]
    assert (item.verdict, item.words) == (ItemVerdict.AMBER, "folder is not there")
    unplugged.settings = replace(unplugged.settings, options=replace_options(options, record_with_show=False))
    unplugged.show = ready().show
    assert look(unplugged)["outputs"].verdict is ItemVerdict.GREEN


@pytest.mark.parametrize(
    ("stream", "words"),
    [
        (StreamView(1, set_up=True, state=ON_AIR, congested=True), "slow network"),
        (StreamView(1, set_up=True, state=ON_AIR, dropped_percent=60.0), "slow network"),
        (StreamView(1, set_up=True, state=OutputCondition.RECONNECTING), "connecting"),
        (StreamView(1, set_up=True, state=OutputCondition.CONNECTING), "connecting"),
    ],
)
def test_a_stream_that_is_not_well_is_no_green_one(stream: StreamView, words: str) -> None:
    shown = needing(PresetOutputs.NONE, OFF, OFF)
    shown.outputs = OutputsView((stream,))
    item = look(shown)["outputs"]
    assert (item.verdict, item.words) == (ItemVerdict.AMBER, words)


@pytest.mark.parametrize(("wide", "verdict"), [(16 / 9, ItemVerdict.AMBER), (32 / 9, ItemVerdict.GREEN)])
def test_key_and_fill_beside_each_other_want_a_wide_screen(wide: float, verdict: ItemVerdict) -> None:
    beside = ready()
    beside.settings = replace(beside.settings, options=replace_options(beside.settings.options, ground="beside"))
    choices = tuple(replace(choice, wide=wide) for choice in beside.screen.choices)
    beside.screen = replace(beside.screen, choices=choices)
    assert look(beside)["screen"].verdict is verdict
