from __future__ import annotations

import time
from types import SimpleNamespace

import msgspec
import pytest

from console.choices import WINDOWED, Choices
from console.housekeeping import Housekeeper
from console.settings import Settings
from console.show.hall_sight import HallSight
from console.show.house import Choice, Condition
from console.show.kinds import Pa
from console.show.meters import MeterReading
from console.show.state import Show, ShowEvent, ShowState, Snapshot
from engine.link import messages as m

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
def keeper(show: Show) -> Housekeeper:
    return Housekeeper(show, Settings(show_name="Gala"), [])


PLACES = (("own", 0), ("hall", 9), ("mirror", 0))


def status(**what: object) -> m.PlayoutStatus:
    return msgspec.structs.replace(STATUS, **what)


def sound(**what: object) -> m.PlayoutStatus:
    return status(sound=msgspec.structs.replace(SOUND, **what))


def test_what_playout_says_is_shown(keeper: Housekeeper) -> None:
    keeper.take_status(STATUS, 5.1)
    house = keeper.refresh(5.1)
    assert house.frame == 100 and house.frame_age_ms == pytest.approx(100)
    assert (house.health.fps, house.health.fixed_delay_ms, house.health.skew_ms) == (29.97, 100.0, -2.0)
    assert (house.health.delay_p50_ms, house.health.delay_p95_ms) == (100.0, 110.0)
    assert house.microphone.condition is house.speaker.condition is house.screen.condition is Condition.OK
    assert house.show_name == "Gala"


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
def test_how_a_line_is_is_said_in_the_windows_words(keeper: Housekeeper, word: str, condition: Condition) -> None:
    keeper.take_status(sound(mic=word), 0.0)
    assert keeper.house.microphone.condition is condition


def test_a_screen_that_is_gone_is_an_alarm_until_it_is_back(keeper: Housekeeper) -> None:
    keeper.take_status(status(screen="missing"), 0.0)
    assert "screen is gone" in keeper.house.alarms[0]
    keeper.take_status(status(screen="windowed"), 0.0)
    assert keeper.house.alarms == () and keeper.house.screen.condition is Condition.OK


def test_the_worst_alarm_comes_first_and_each_is_there_once(keeper: Housekeeper) -> None:
    for kind in ("idle lin", "screen", "engine", "microphone"):
        keeper.alarm(kind, f"{kind} is bad.")
        keeper.alarm(kind, f"{kind} is bad.")
    assert keeper.house.alarms == ("screen is bad.", "microphone is bad.", "engine is bad.", "idle lin is bad.")
    assert len(keeper.house.log) == 4
    keeper.clear("engine")
    keeper.clear("engine")
    assert "engine is bad." not in keeper.house.alarms and len(keeper.house.log) == 5
    keeper.alarm("screen", "screen is worse.")
    assert "screen is worse." in keeper.house.alarms and "screen is bad." not in keeper.house.alarms


def test_the_log_has_the_newest_line_first_and_an_end(keeper: Housekeeper) -> None:
    for number in range(600):
        keeper.note(f"line {number}")
    assert keeper.house.log[0].endswith("line 599") and len(keeper.house.log) == 500


def test_a_refusal_is_shown_for_some_seconds(keeper: Housekeeper) -> None:
    keeper.refuse("ARM first.")
    now = time.monotonic()
    assert keeper.refresh(now + 3).refusal == "ARM first."
    assert keeper.refresh(now + 5).refusal == ""


def test_late_frames_are_those_since_go_live(keeper: Housekeeper, show: Show) -> None:
    keeper.take_status(status(late=50, ticks=1000), 0.0)
    show.restore(Snapshot(ShowState.LIVE, 0.0, 0.0, False), 0.0, 0.0)
    keeper.take_status(status(late=50, ticks=1000), 0.0)
    assert keeper.house.health.late_frames == 0
    keeper.take_status(status(late=53, ticks=1300), 0.0)
    assert keeper.house.health.late_frames == 3 and keeper.house.health.late_percent == pytest.approx(1.0)
    show.restore(Snapshot(ShowState.HOLD, 0.0, 0.0, True), 0.0, 0.0)
    keeper.take_status(status(late=53, ticks=1400), 0.0)
    show.restore(Snapshot(ShowState.LIVE, 0.0, 0.0, False), 0.0, 0.0)
    keeper.take_status(status(late=54, ticks=1500), 0.0)
    assert keeper.house.health.late_frames == 4, "HOLD is still the same show"


def test_a_line_has_its_progress_until_it_ends(keeper: Housekeeper) -> None:
    keeper.saying(7, "line.wav")
    assert (keeper.house.say_words, keeper.house.say_progress) == ("line.wav", 0.0)
    for left, progress in ((4.0, 0.0), (3.0, 0.25), (1.0, 0.75)):
        keeper.take_status(sound(turn=7, turn_left_s=left), 0.0)
        assert keeper.house.say_progress == pytest.approx(progress)
    keeper.take_status(sound(turn=6, turn_left_s=9.0), 0.0)
    assert keeper.house.say_progress == pytest.approx(0.75), "that was another turn"
    keeper.said(6)
    assert keeper.house.say_words == "line.wav"
    keeper.said(7)
    assert (keeper.house.say_words, keeper.house.say_progress) == ("", None)


def test_of_a_playout_that_is_lost_nothing_is_shown_as_if_it_were_known(keeper: Housekeeper) -> None:
    keeper.take_status(sound(turn=7, turn_left_s=1.0), 5.0)
    keeper.saying(7, "line.wav")
    keeper.lose_playout()
    house = keeper.refresh(time.monotonic())
    assert house.frame is None and house.frame_age_ms is None
    assert house.health.fps is None and house.health.skew_ms is None and house.health.delay_p95_ms is None
    for view in (house.microphone, house.speaker, house.screen):
        assert view.condition is Condition.STARTING
    assert (house.say_words, house.say_progress) == ("", None), "nobody speaks any more"
    keeper.take_status(status(late=2, ticks=100), 0.0)
    assert house.health.late_frames == 2, "a new playout counts from nothing"


def test_the_engine_is_shown_as_it_is(keeper: Housekeeper) -> None:
    ward = SimpleNamespace(restarts=2, up_since=time.monotonic() - 60)
    keeper.engine_ready(m.Ready(avatar="x", driver="light", look_ahead_s=0.05), ward)  # type: ignore[arg-type]
    health = keeper.house.health
    assert (health.engine, health.engine_words, health.restarts) == (Condition.OK, "light", 2)
    keeper.engine_status(
        m.EngineStatus(frames=1, skipped=0, draw_p50_ms=5.0, draw_p99_ms=9.0, memory_mb=100.0),
        ward,  # type: ignore[arg-type]
    )
    assert health.engine_up_s == pytest.approx(60, abs=1)
    keeper.lose_engine(ward)  # type: ignore[arg-type]
    assert health.engine is Condition.STARTING and health.engine_up_s is None


def test_the_operators_own_screen_is_offered_only_where_the_window_can_go_elsewhere(keeper: Housekeeper) -> None:
    own, hall, mirror = (m.Screen(key=key, words=key, x=x, y=0, width=9, height=9) for key, x in PLACES)
    for screens, keys in (([own], []), ([own, mirror], []), ([own, hall, mirror], ["hall", "own"])):
        keeper.take_world(m.World(microphones=[], loudspeakers=[], screens=screens), "own")
        assert [choice.key for choice in keeper.house.screen.choices] == [*keys, WINDOWED]


def test_a_screen_that_is_gone_is_called_by_its_name_and_not_by_its_key(keeper: Housekeeper) -> None:
    keeper.take_choices(Choices(screen="Epson|EB|9|HDMI-1|1920x1080"))
    assert keeper.house.screen.note == "Epson EB · 1920x1080"
    keeper.take_choices(Choices(screen="|||HDMI-1|1920x1080"))
    assert keeper.house.screen.note == "HDMI-1 · 1920x1080"


def test_what_was_chosen_is_shown(keeper: Housekeeper) -> None:
    keeper.take_choices(Choices(avatar="hao", microphone="desk", screen="hall", pa=Pa.DIRECT, mic_muted=True))
    house = keeper.house
    assert (house.avatar_id, house.microphone.chosen, house.screen.chosen) == ("hao", "desk", "hall")
    assert house.pa is Pa.DIRECT and house.mic_muted and not house.avatar_muted


def test_the_state_and_its_times_are_the_shows(keeper: Housekeeper, show: Show) -> None:
    show.restore(Snapshot(ShowState.LIVE, 10.0, 30.0, False), 100.0, 0.0)
    house = keeper.refresh(105.0)
    assert house.state is ShowState.LIVE and house.on_air_s == pytest.approx(35.0)


def test_a_playout_that_is_gone_leaves_no_level_and_no_picture(keeper: Housekeeper) -> None:
    now = time.monotonic()
    keeper.take_status(status(drawn_ns=int(now * 1e9)), now)
    assert keeper.refresh(now).hall is HallSight.AS_SHOWN and keeper.house.mic_meter.bar > -10
    keeper.lose_playout()
    house = keeper.refresh(now + 0.1)
    assert house.hall is HallSight.GONE
    assert all(each == MeterReading() for each in (house.mic_meter, house.avatar_meter, house.hall_meter))


def test_levels_fall_when_playout_says_nothing_any_more(keeper: Housekeeper) -> None:
    now = time.monotonic()
    keeper.take_status(status(drawn_ns=int(now * 1e9)), now)
    before = keeper.house.mic_meter.bar
    assert keeper.refresh(now + 0.4).mic_meter.bar == before
    assert keeper.refresh(now + 3.0).mic_meter.bar < before - 20
    assert keeper.house.hall is HallSight.FROZEN and "stands still" in keeper.house.alarms[0]
    later = now + 4.0
    keeper.take_status(status(drawn_ns=int(later * 1e9)), later)
    assert keeper.refresh(later).alarms == ()


def test_a_name_stands_for_a_key_in_the_log(keeper: Housekeeper) -> None:
    keeper.house.screen.choices = (Choice("|||HALL|1920x1080", "HALL, 1920×1080"),)
    assert keeper.name_of("screen", "|||HALL|1920x1080") == "HALL, 1920×1080"
    assert keeper.name_of("screen", "nothing") == "" and keeper.name_of("mode", "say") == ""


def test_what_was_refused_to_a_locked_console_is_not_said_of_an_open_one(keeper: Housekeeper) -> None:
    keeper.lock(True)
    keeper.refuse("The console is locked: hold L for one second to unlock it.")
    keeper.lock(False)
    assert keeper.house.refusal == ""


def test_no_alarm_of_the_air_stands_in_standby(keeper: Housekeeper, show: Show) -> None:
    show.apply(ShowEvent.READY, 0.0)
    keeper.house.health.fps = 30.0
    for event in (ShowEvent.ARM, ShowEvent.LIVE):
        show.apply(event, 0.0)
    keeper.take_status(status(), 0.0)
    keeper.house.health.late_percent = 5.0
    for second in (1.0, 2.0, 4.0):
        keeper._status_s = second
        keeper.refresh(second)
    assert "late" in {alarm.kind for alarm in keeper.house.alarm_list}
    show.apply(ShowEvent.END, 4.0)
    keeper.refresh(4.1)
    assert "late" not in {alarm.kind for alarm in keeper.house.alarm_list}
