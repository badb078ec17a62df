from __future__ import annotations

import time
from dataclasses import replace
from types import SimpleNamespace

import msgspec
import pytest

from console.operator_selection import WINDOWED, OperatorSelection
from console.settings.file import Settings
from console.show.core.action_desk import LOCKED
from console.show.core.alarms import AlarmKind
from console.show.core.enums import Pa
from console.show.core.hall_sight import HallSight
from console.show.core.mc_heard import NotHeard
from console.show.core.meters import MeterReading
from console.show.core.state import Show, ShowEvent, ShowState, Snapshot
from console.show.state.console_state import Choice, Condition
from console.state_presenter import StatePresenter
from engine.ipc.messages import core as m
from engine.ipc.messages.engine import EngineStatus, Ready
from tests.lost_texts import lost_in

SOUND = m.SoundStatus(
    mic="ok",
    speaker="ok",
    mic_peak_db=-6.0,
    avatar_peak_db=-120.0,
    hall_peak_db=-12.0,
    mic_clips=0,
    turn=0,
    turn_left_s=0.0,
    drift_ppm=0.0,
)
STATUS = m.PlayoutStatus(
    frame=100,
    pts=160_000,
    drawn_ns=5_000_000_000,
    fps=29.97,
    late=4,
    ticks=1000,
    picture="live",
    lip_p50_ms=100.0,
    lip_p95_ms=110.0,
    skew_ms=-2.0,
    screen="ok",
    generation=0,
    delay=4800,
    sound=SOUND,
)


@pytest.fixture
def show() -> Show:
    return Show(0.0)


@pytest.fixture
def presenter(show: Show) -> StatePresenter:
    return StatePresenter(show, Settings(show_name="Gala"), [])


PLACES = (("own", 0), ("hall", 9), ("mirror", 0))


def status(**what: object) -> m.PlayoutStatus:
    return msgspec.structs.replace(STATUS, **what)


def sound(**what: object) -> m.PlayoutStatus:
    return status(sound=msgspec.structs.replace(SOUND, **what))


def test_what_playout_says_is_shown(presenter: StatePresenter) -> None:
    presenter.update_status(STATUS, 5.1)
    console_state = presenter.refresh(5.1)
    assert console_state.frame == 100 and console_state.frame_age_ms == pytest.approx(100)
    assert (console_state.health.fps, console_state.health.fixed_delay_ms, console_state.health.skew_ms) == (
        29.97,
        100.0,
        -2.0,
    )
    assert (console_state.health.delay_p50_ms, console_state.health.delay_p95_ms) == (100.0, 110.0)
    assert (
        console_state.microphone.condition
        is console_state.speaker.condition
        is console_state.screen.condition
        is Condition.OK
    )
    assert console_state.show_name == "Gala"


@pytest.mark.parametrize(
    ("word", "condition"),
    [
        ("ok", Condition.OK),
        ("file", Condition.OK),
        ("missing", Condition.MISSING),
        ("none", Condition.NOT_CHOSEN),
        ("opening", Condition.STARTING),
    ],
)
def test_how_a_line_is_is_said_in_the_windows_words(presenter: StatePresenter, word: str, condition: Condition) -> None:
    presenter.update_status(sound(mic=word), 0.0)
    assert presenter.console_state.microphone.condition is condition


def test_a_screen_that_is_gone_is_an_alarm_until_it_is_back(presenter: StatePresenter) -> None:
    presenter.update_status(status(screen="missing"), 0.0)
    assert "screen is gone" in presenter.console_state.alarms[0]
    presenter.update_status(status(screen="windowed"), 0.0)
    assert presenter.console_state.alarms == () and presenter.console_state.screen.condition is Condition.OK


def test_the_worst_alarm_comes_first_and_each_is_there_once(presenter: StatePresenter) -> None:
    for kind in (AlarmKind.IDLE, AlarmKind.SCREEN, AlarmKind.ENGINE, AlarmKind.MICROPHONE):
        presenter.alarm(kind, f"{kind} is bad.", "lin" if kind is AlarmKind.IDLE else "")
        presenter.alarm(kind, f"{kind} is bad.", "lin" if kind is AlarmKind.IDLE else "")
    assert presenter.console_state.alarms == (
        "screen is bad.",
        "microphone is bad.",
        "engine is bad.",
        "idle is bad.",
    )
    assert len(presenter.console_state.log) == 4
    presenter.clear(AlarmKind.ENGINE)
    presenter.clear(AlarmKind.ENGINE)
    assert "engine is bad." not in presenter.console_state.alarms and len(presenter.console_state.log) == 5
    presenter.alarm(AlarmKind.SCREEN, "screen is worse.")
    assert (
        "screen is worse." in presenter.console_state.alarms and "screen is bad." not in presenter.console_state.alarms
    )


def test_the_log_has_the_newest_line_first_and_an_end(presenter: StatePresenter) -> None:
    for number in range(600):
        presenter.add_log_line(f"line {number}")
    assert presenter.console_state.log[0].endswith("line 599") and len(presenter.console_state.log) == 500


def test_a_refusal_is_shown_for_some_seconds(presenter: StatePresenter) -> None:
    presenter.refuse("ARM first.")
    now = time.monotonic()
    assert presenter.refresh(now + 3).refusal == "ARM first."
    assert presenter.refresh(now + 5).refusal == ""


def test_late_frames_are_those_since_go_live(presenter: StatePresenter, show: Show) -> None:
    presenter.update_status(status(late=50, ticks=1000), 0.0)
    show.restore(Snapshot(ShowState.LIVE, 0.0, 0.0, False), 0.0, 0.0)
    presenter.update_status(status(late=50, ticks=1000), 0.0)
    assert presenter.console_state.health.late_frames == 0
    presenter.update_status(status(late=53, ticks=1300), 0.0)
    assert (
        presenter.console_state.health.late_frames == 3
        and presenter.console_state.health.late_percent == pytest.approx(1.0)
    )
    show.restore(Snapshot(ShowState.HOLD, 0.0, 0.0, True), 0.0, 0.0)
    presenter.update_status(status(late=53, ticks=1400), 0.0)
    show.restore(Snapshot(ShowState.LIVE, 0.0, 0.0, False), 0.0, 0.0)
    presenter.update_status(status(late=54, ticks=1500), 0.0)
    assert presenter.console_state.health.late_frames == 4, "HOLD is still the same show"


def test_a_line_has_its_progress_until_it_ends(presenter: StatePresenter) -> None:
    presenter.begin_speech(7, "line.wav")
    assert (presenter.console_state.say_words, presenter.console_state.say_progress) == ("line.wav", 0.0)
    for left, progress in ((4.0, 0.0), (3.0, 0.25), (1.0, 0.75)):
        presenter.update_status(sound(turn=7, turn_left_s=left), 0.0)
        assert presenter.console_state.say_progress == pytest.approx(progress)
    presenter.update_status(sound(turn=6, turn_left_s=9.0), 0.0)
    assert presenter.console_state.say_progress == pytest.approx(0.75), "that was another turn"
    presenter.end_speech(6)
    assert presenter.console_state.say_words == "line.wav"
    presenter.end_speech(7)
    assert (presenter.console_state.say_words, presenter.console_state.say_progress) == ("", None)


def test_of_a_playout_that_is_lost_nothing_is_shown_as_if_it_were_known(presenter: StatePresenter) -> None:
    presenter.update_status(sound(turn=7, turn_left_s=1.0), 5.0)
    presenter.begin_speech(7, "line.wav")
    presenter.lose_playout()
    console_state = presenter.refresh(time.monotonic())
    assert console_state.frame is None and console_state.frame_age_ms is None
    assert (
        console_state.health.fps is None
        and console_state.health.skew_ms is None
        and console_state.health.delay_p95_ms is None
    )
    for view in (console_state.microphone, console_state.speaker, console_state.screen):
        assert view.condition is Condition.STARTING
    assert (console_state.say_words, console_state.say_progress) == ("", None), "nobody speaks any more"
    presenter.update_status(status(late=2, ticks=100), 0.0)
    assert console_state.health.late_frames == 2, "a new playout counts from nothing"


def test_the_engine_is_shown_as_it_is(presenter: StatePresenter) -> None:
    supervised = SimpleNamespace(restarts=2, up_since=time.monotonic() - 60)
    presenter.engine_ready(Ready(avatar="x", driver="light", look_ahead_s=0.05), supervised)  # type: ignore[arg-type]
    health = presenter.console_state.health
    assert (health.engine, health.engine_words, health.restarts) == (Condition.OK, "light", 2)
    presenter.engine_status(
        EngineStatus(frames=1, skipped=0, draw_p50_ms=5.0, draw_p99_ms=9.0, memory_mb=100.0),
        supervised,  # type: ignore[arg-type]
    )
    health = presenter.console_state.health
    assert health.engine_up_s == pytest.approx(60, abs=1)
    presenter.lose_engine(supervised)  # type: ignore[arg-type]
    health = presenter.console_state.health
    assert health.engine is Condition.STARTING and health.engine_up_s is None


def test_the_operators_own_screen_is_offered_only_where_the_window_can_go_elsewhere(presenter: StatePresenter) -> None:
    own, hall, mirror = (m.Screen(key=key, words=key, x=x, y=0, width=9, height=9) for key, x in PLACES)
    for screens, keys in (([own], []), ([own, mirror], []), ([own, hall, mirror], ["hall", "own"])):
        presenter.update_world(m.World(microphones=[], loudspeakers=[], screens=screens), "own")
        assert [choice.key for choice in presenter.console_state.screen.choices] == [*keys, WINDOWED]


def test_a_screen_that_is_gone_is_called_by_its_name_and_not_by_its_key(presenter: StatePresenter) -> None:
    presenter.update_choices(OperatorSelection(screen="Epson|EB|9|HDMI-1|1920x1080"))
    assert presenter.console_state.screen.note == "Epson EB · 1920x1080"
    presenter.update_choices(OperatorSelection(screen="|||HDMI-1|1920x1080"))
    assert presenter.console_state.screen.note == "HDMI-1 · 1920x1080"


def test_what_was_chosen_is_shown(presenter: StatePresenter) -> None:
    presenter.update_choices(
        OperatorSelection(avatar="hao", microphone="desk", screen="hall", pa=Pa.DIRECT, mic_muted=True)
    )
    console_state = presenter.console_state
    assert (console_state.avatar_id, console_state.microphone.chosen, console_state.screen.chosen) == (
        "hao",
        "desk",
        "hall",
    )
    assert console_state.pa is Pa.DIRECT and console_state.mic_muted and not console_state.avatar_muted


def test_the_state_and_its_times_are_the_shows(presenter: StatePresenter, show: Show) -> None:
    show.restore(Snapshot(ShowState.LIVE, 10.0, 30.0, False), 100.0, 0.0)
    console_state = presenter.refresh(105.0)
    assert console_state.state is ShowState.LIVE and console_state.on_air_s == pytest.approx(35.0)


def test_a_playout_that_is_gone_leaves_no_level_and_no_picture(presenter: StatePresenter) -> None:
    now = time.monotonic()
    presenter.update_status(status(drawn_ns=int(now * 1e9)), now)
    assert presenter.refresh(now).hall is HallSight.AS_SHOWN and presenter.console_state.mic_meter.bar > -10
    presenter.lose_playout()
    console_state = presenter.refresh(now + 0.1)
    assert console_state.hall is HallSight.GONE
    assert all(
        each == MeterReading()
        for each in (console_state.mic_meter, console_state.avatar_meter, console_state.hall_meter)
    )


def test_levels_fall_when_playout_says_nothing_any_more(presenter: StatePresenter) -> None:
    now = time.monotonic()
    presenter.update_status(status(drawn_ns=int(now * 1e9)), now)
    before = presenter.console_state.mic_meter.bar
    assert presenter.refresh(now + 0.4).mic_meter.bar == before
    assert presenter.refresh(now + 3.0).mic_meter.bar < before - 20
    assert presenter.console_state.hall is HallSight.FROZEN and "stands still" in presenter.console_state.alarms[0]
    later = now + 4.0
    presenter.update_status(status(drawn_ns=int(later * 1e9)), later)
    assert presenter.refresh(later).alarms == ()


def test_a_name_stands_for_a_key_in_the_log(presenter: StatePresenter) -> None:
    presenter.console_state.screen = replace(
        presenter.console_state.screen, choices=(Choice("|||HALL|1920x1080", "HALL, 1920×1080"),)
    )
    assert presenter.name_of("screen", "|||HALL|1920x1080") == "HALL, 1920×1080"
    assert presenter.name_of("screen", "nothing") == "" and presenter.name_of("mode", "say") == ""


def test_what_was_refused_to_a_locked_console_is_not_said_of_an_open_one(presenter: StatePresenter) -> None:
    presenter.lock(True)
    presenter.refuse(LOCKED)
    presenter.lock(False)
    assert presenter.console_state.refusal == ""


def test_no_alarm_of_the_air_stands_in_standby(presenter: StatePresenter, show: Show) -> None:
    show.apply(ShowEvent.READY, 0.0)
    presenter.console_state.health = replace(presenter.console_state.health, fps=30.0)
    for event in (ShowEvent.ARM, ShowEvent.LIVE):
        show.apply(event, 0.0)
    presenter.update_status(status(), 0.0)
    presenter.console_state.health = replace(presenter.console_state.health, late_percent=5.0)
    for second in (1.0, 2.0, 4.0):
        presenter._status_s = second
        presenter.refresh(second)
    assert "late" in {alarm.kind for alarm in presenter.console_state.alarm_list}
    show.apply(ShowEvent.END, 4.0)
    presenter.refresh(4.1)
    assert "late" not in {alarm.kind for alarm in presenter.console_state.alarm_list}


@pytest.mark.parametrize("step", [NotHeard("the show is in HOLD", "resume"), NotHeard("the avatar's voice is muted")])
def test_why_the_mc_is_not_heard_is_said_in_the_operators_language_among_the_alarms(
    presenter: StatePresenter, step: NotHeard
) -> None:
    presenter._watch_mc(step)
    (alarm,) = presenter.console_state.alarm_list
    assert alarm.sentence == f"MC NOT HEARD: {step.reason}." and lost_in(alarm.sentence) == []


# -- the microphone's channels


INTERFACE = m.World(
    microphones=[m.Device("desk", "Scarlett 18i20", 8), m.Device("headset", "Headset", 1)], loudspeakers=[], screens=[]
)


def test_a_microphones_channels_are_offered_and_its_name_says_which_is_heard(presenter: StatePresenter) -> None:
    presenter.update_world(INTERFACE, "")
    presenter.update_choices(OperatorSelection(microphone="desk", mic_channels={"desk": (3,)}))
    state = presenter.console_state
    assert (state.mic_channels.there, state.mic_channels.chosen, state.mic_channels.lacking) == (8, (3,), 0)
    assert [choice.words for choice in state.microphone.choices] == ["Scarlett 18i20 · channel 3", "Headset"]
    presenter.update_choices(OperatorSelection(microphone="desk", mic_channels={"desk": (1, 2)}))
    assert state.microphone.choices[0].words == "Scarlett 18i20 · channels 1 + 2"
    presenter.update_choices(OperatorSelection(microphone="headset", mic_channels={"headset": (3,)}))
    assert state.mic_channels.lacking == 3


def test_each_channels_level_falls_as_meters_do_and_goes_with_its_device(presenter: StatePresenter) -> None:
    presenter.update_world(INTERFACE, "")
    presenter.update_choices(OperatorSelection(microphone="desk"))
    presenter.update_status(sound(mic_channels_db=[-120.0] * 2 + [-10.0] + [-120.0] * 5), 1.0)
    presenter.update_status(sound(mic_channels_db=[-120.0] * 8), 1.5)
    bars = presenter.console_state.mic_channels.bars
    assert len(bars) == 8 and bars[0] == -120.0
    assert bars[2] == pytest.approx(-10.0 - 0.5 * 11.76)
    presenter.lose_playout()
    assert presenter.console_state.mic_channels.bars == ()
