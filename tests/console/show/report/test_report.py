"""The report of a show, from the lines of its log."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.show.report.log_row import Row
from console.show.report.report import last_show, summarise
from console.show.report.report_page import lip_plot, page

EIGHT = 1_777_000_000.0


def row(at: float, event: str, **fields: Any) -> Row:
    return Row(EIGHT + at, event, fields)


def moved(at: float, action: str, before: str, after: str) -> Row:
    return row(at, "action", action=action, source="key", argument="", accepted=True, before=before, after=after)


def scenario() -> list[Row]:
    """An hour before a show, the show, and the hour after it."""
    return [
        row(-90, "started"),
        moved(-60, "arm", "STANDBY", "ARMED"),
        moved(-50, "live", "ARMED", "LIVE"),  # an earlier show
        moved(-40, "end", "LIVE", "STANDBY"),
        row(-5, "preflight", waived=["Disk"], disk="waived: 300 MB"),
        moved(-5, "arm", "STANDBY", "ARMED"),
        moved(0, "live", "ARMED", "LIVE"),
        row(5, "figures", lip_p50_ms=60.0, lip_p95_ms=78.0, skew_ms=4.0, late_frames=1, budget_ms=120.0),
        row(8, "taken", preset="awards", name="Awards"),
        row(10, "figures", lip_p50_ms=64.0, lip_p95_ms=90.0, skew_ms=4.0, late_frames=3, budget_ms=120.0),
        row(12, "fault", kind="microphone", sentence="The microphone vmic is gone."),
        row(14.5, "fault over", kind="microphone"),
        moved(20, "hold", "LIVE", "HOLD"),
        moved(30, "resume", "HOLD", "LIVE"),
        row(31, "child lost", child="engine", why="killed by signal 9"),
        row(32, "avatar ready"),
        row(40, "heard", turn=1, heard_s=2.0, whole_s=2.0),
        row(50, "heard", turn=2, heard_s=0.5, whole_s=4.0),
        row(52, "action", action="disarm", source="mouse", argument="", accepted=False, reason="The show is on air."),
        row(60, "figures", lip_p50_ms=None, lip_p95_ms=None, late_frames=0, budget_ms=120.0),
        row(62, "figures", lip_p50_ms=62.0, lip_p95_ms=80.0, late_frames=2, budget_ms=120.0),
        row(65, "hall screen", condition="missing"),
        moved(70, "end", "LIVE", "STANDBY"),
        moved(90, "panic", "STANDBY", "PANIC"),
        moved(95, "leave_panic", "PANIC", "STANDBY"),
        row(99, "ended"),
    ]


def test_the_rows_of_the_newest_show_are_from_its_preflight_to_its_end() -> None:
    rows = last_show(scenario())
    assert rows[0].event == "preflight" and rows[0].at == EIGHT - 5
    assert rows[-1].word("action") == "end" and rows[-1].at == EIGHT + 70


def test_a_log_without_a_show_has_none() -> None:
    assert last_show([]) == [] and last_show(scenario()[:2]) == []


def test_a_show_that_has_not_ended_reaches_to_the_last_row() -> None:
    rows = last_show([entry for entry in scenario() if entry.at < EIGHT + 70])
    assert rows[-1].at == EIGHT + 65


def test_the_figures_of_the_show_add_up() -> None:
    report = summarise(last_show(scenario()), name="Gala", rate=30)
    assert (report.begun, report.ended) == (EIGHT, EIGHT + 70)
    assert report.on_air_s == pytest.approx(60.0)
    assert [(take.at - EIGHT, take.words) for take in report.takes] == [(8, "Awards")]
    assert [(hold.begun - EIGHT, hold.seconds, hold.words) for hold in report.holds] == [(20, 10, "HOLD")]
    assert len(report.turns) == 2 and report.interrupted == 1
    assert [(f.begun - EIGHT, f.seconds) for f in report.faults] == [(12, 2.5), (31, 1.0), (65, None)]
    assert report.waived == ("Disk",)
    assert len(report.refused) == 1 and "on air" in report.refused[0].words
    assert report.late_frames == 3 + 0 + 2  # playout began to count again after the third
    assert report.late_percent == pytest.approx(100 * 5 / 1800)
    assert report.lip_median_ms == 62.0 and report.lip_worst_ms == 90.0


def test_answers_are_counted_with_the_time_to_each_stage() -> None:
    rows = [moved(0, "arm", "STANDBY", "ARMED"), moved(1, "live", "ARMED", "LIVE")]
    rows += [
        row(n, "answer", turn=n, heard="Yes.", whole=True, stages={"thought": n, "shown": 100 + n})
        for n in range(2, 22)
    ]
    rows += [
        row(30, "answer", turn=99, heard="", whole=False, stages="torn"),
        row(31, "heard", heard_s=1.0, whole_s=1.0),
    ]
    rows += [row(32, "fell back", turn=4, sentence="Groq does not answer in time. Facts is asked.")]
    report = summarise(rows)
    assert len(report.answers) == 21
    found = [(each.stage, each.count, each.p50_ms, each.p95_ms) for each in report.latencies]
    assert found == [("thought", 20, 11, 20), ("shown", 20, 111, 120), ("own", 20, 111, 120)]
    made = page(report)
    assert "21 to questions" in made and "Groq does not answer in time." in made


STAGES = {"heard": 80, "thought": 300, "drafted": 400, "approved": 2400, "voiced": 2550, "shown": 2700}


def test_the_page_has_a_row_for_each_answer_and_the_median_and_the_p95_below() -> None:
    rows = [
        moved(0, "arm", "STANDBY", "ARMED"),
        moved(1, "live", "ARMED", "LIVE"),
        row(5, "answer", question="Where is <it>?", heard="By the door.", whole=True, stages=STAGES),
        row(9, "answer", question="When?", heard="", whole=False, stages={"heard": 60, "thought": 200}),
        row(20, "answer", heard="At nine.", whole=False, stages={**STAGES, "shown": 3000}),
    ]
    report = summarise(rows)
    assert [each.own_ms for each in report.answers] == [700, None, 1000], "the operator took two seconds"
    inside = page(report).split("its answer</h2><table class=rows>")[1].split("</table>")[0]
    table = ET.fromstring(f"<table>{re.sub(' class=[a-z]+', '', inside)}</table>")
    cells = [["".join(cell.itertext()) for cell in line] for line in table.iter("tr")]
    assert cells[0][2:] == ["heard", "thought", "drafted", "let out", "voiced", "hall", "own"]
    assert cells[1][1:] == ["Where is <it>? By the door.", "80", "300", "400", "2400", "2550", "2700", "700"]
    assert cells[2][1:] == ["When? nothing was heard (cut)", "60", "200", "–", "–", "–", "–", "–"]
    assert cells[3][1] == "At nine. (cut)" and cells[3][-2:] == ["3000", "1000"]
    assert cells[4][0] == "median" and cells[4][1:] == ["3 answers", "80", "300", "400", "2400", "2550", "2700", "700"]
    assert cells[5][0] == "95 of 100" and cells[5][-2:] == ["3000", "1000"]


def test_gaps_in_a_voice_that_was_too_slow_are_told() -> None:
    rows = [
        moved(0, "arm", "STANDBY", "ARMED"),
        moved(1, "live", "ARMED", "LIVE"),
        row(5, "heard", turn=1, heard_s=6.0, whole_s=6.0, gaps_s=1.24),
        row(9, "heard", turn=2, heard_s=6.0, whole_s=6.0, gaps_s=0.02),
    ]
    first, second = summarise(rows).turns
    assert "1.2 s of gaps" in first.words and second.words == "whole"


def test_the_time_between_a_crash_and_the_way_back_was_not_on_air() -> None:
    rows = [
        moved(-1, "arm", "STANDBY", "ARMED"),
        moved(0, "live", "ARMED", "LIVE"),
        row(114, "rejoined", state="HOLD", away_s=14.0),
        moved(120, "resume", "HOLD", "LIVE"),
        moved(130, "end", "LIVE", "STANDBY"),
    ]
    report = summarise(last_show(rows))
    assert report.on_air_s == pytest.approx(110.0)
    assert [hold.seconds for hold in report.holds] == [pytest.approx(20.0)]


def test_a_console_that_rejoins_a_running_show_takes_nothing_off_its_time() -> None:
    rows = [
        moved(-1, "arm", "STANDBY", "ARMED"),
        moved(0, "live", "ARMED", "LIVE"),
        row(50, "rejoined", state="LIVE", away_s=3.0),
        moved(100, "end", "LIVE", "STANDBY"),
    ]
    assert summarise(last_show(rows)).on_air_s == pytest.approx(100.0)


class Tags(HTMLParser):
    """Opens and closes that fit each other."""

    VOID = {"meta"}

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag not in self.VOID:
            self.open.append(tag)
        assert not any(name in ("src", "href") for name, _ in attrs), "nothing from outside"

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(text: str) -> str:
    tags = Tags()
    tags.feed(text)
    assert tags.open == []
    return tags.text


def test_the_page_says_it_all_and_needs_nothing_from_outside() -> None:
    text = read(page(summarise(last_show(scenario()), name="Spring <Gala> & friends")))
    for word in ("Spring <Gala> & friends", "1:00", "Awards", "HOLD", "vmic is gone", "engine was lost", "to the end"):
        assert word in text, word
    assert "1 interrupted" in text and "Disk" in text and "highest p95 90 ms" in text


def test_a_show_in_which_nothing_happened_has_a_page_too() -> None:
    rows = [moved(-1, "arm", "STANDBY", "ARMED"), moved(0, "live", "ARMED", "LIVE"), moved(0, "end", "LIVE", "STANDBY")]
    text = read(page(summarise(rows)))
    assert "Nothing was measured" in text and "None was spoken" in text


def test_the_plot_joins_what_was_measured_and_nothing_over_a_gap() -> None:
    svg = ET.fromstring(lip_plot(summarise(last_show(scenario()))))
    lines = [e.get("points", "").split() for e in svg.iter("{http://www.w3.org/2000/svg}polyline")]
    assert [len(points) for points in lines] == [2, 2, 2, 2]  # 5 s and 10 s; then 62 s alone, drawn as a dot
    xs = [float(point.split(",")[0]) for points in lines for point in points]
    assert min(xs) >= 46 and max(xs) <= 710


WORDS = st.sampled_from(["LIVE", "HOLD", "PANIC", "STANDBY", "ARMED", "OFFLINE", "", "?"])
VALUES = st.one_of(st.none(), st.booleans(), st.integers(-5, 500), st.floats(), st.text(max_size=8))
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("before", "after", "state"), WORDS),
        **dict.fromkeys(("accepted", "away_s", "heard_s", "whole_s", "late_frames", "lip_p95_ms", "waived"), VALUES),
        **dict.fromkeys(("kind", "sentence", "child", "action", "argument", "name"), VALUES),
        **dict.fromkeys(("question", "heard", "whole", "gaps_s"), VALUES),
        "stages": st.one_of(VALUES, st.dictionaries(st.sampled_from(["heard", "thought", "shown", "?"]), VALUES)),
    },
)
EVENTS = st.sampled_from(
    [
        *("action", "rejoined", "preflight", "taken", "heard", "answer", "figures"),
        *("fault", "fault over", "child lost", "hall screen"),
    ]
)


@given(st.lists(st.tuples(st.floats(0, 3600), EVENTS, FIELDS), max_size=40))
def test_no_log_however_torn_keeps_the_report_from_being_made(entries: list[tuple[float, str, dict[str, Any]]]) -> None:
    rows = [Row(EIGHT + at, event, fields) for at, event, fields in sorted(entries, key=lambda entry: entry[0])]
    rows = [moved(-1, "arm", "STANDBY", "ARMED"), moved(0, "live", "ARMED", "LIVE"), *rows]
    report = summarise(last_show(rows))
    assert 0.0 <= report.on_air_s <= 3600.0 + 1e-6
    read(page(report))


def test_a_line_is_reported_with_its_words_and_a_sound_file_with_its_name() -> None:
    rows = [
        moved(0, "live", "ARMED", "LIVE"),
        row(1, "sound file", turn=3, name="jingle.wav"),
        row(2, "line said", turn=1, heard="Welcome to the awards.", whole=True),
        row(2, "heard", turn=1, heard_s=2.0, whole_s=2.0),
        row(4, "answer", turn=2, question="Where?", heard="On the second floor.", whole=True, stages={}),
        row(4, "heard", turn=2, heard_s=1.0, whole_s=1.0),
        row(9, "heard", turn=3, heard_s=1.0, whole_s=4.0),
        moved(10, "end", "LIVE", "STANDBY"),
    ]
    report = summarise(rows)
    assert [span.said for span in report.turns] == ["Welcome to the awards.", "On the second floor.", "jingle.wav"]
    assert "Welcome to the awards. <small>whole</small>" in page(report)


def test_a_panic_is_no_hold_and_an_action_is_called_by_its_words() -> None:
    rows = [
        moved(0, "live", "ARMED", "LIVE"),
        moved(1, "hold", "LIVE", "HOLD"),
        moved(2, "resume", "HOLD", "LIVE"),
        moved(3, "panic", "LIVE", "PANIC"),
        moved(5, "leave_panic", "PANIC", "HOLD"),
        row(6, "action", action="leave_out", source="key", argument="", accepted=False, reason="Nothing waits."),
        moved(9, "end", "HOLD", "STANDBY"),
    ]
    report = summarise(rows)
    assert report.panics == 1
    text = page(report)
    assert re.search(r"<b>2</b><small>holds</small><small>and PANIC: 1</small>", text)
    assert "leave_out" not in text and "LEAVE OUT (key): Nothing waits." in text


def test_every_word_of_the_page_goes_through_the_language() -> None:
    """What is left in the page's own words, when every word is taken away, is not English."""
    taken: list[str] = []

    def away(text: str) -> str:
        taken.append(text)
        return "".join(re.findall(r"\{\w+\}", text)) or "文"

    report = summarise(last_show(scenario()))
    shown = re.sub(r"<style>.*?</style>|<[^>]*>|&#x27;|UTC", " ", page(report, away, "zh-Hant"), flags=re.S)
    assert not re.findall(r"[A-Za-z]{3,}", shown), shown
    assert 'lang="zh-Hant"' in page(report, away, "zh-Hant") and len(taken) > 20


def test_a_rehearsal_is_reported_apart_and_is_no_time_on_air() -> None:
    rows = [*scenario(), moved(100, "rehearsal", "STANDBY", "LIVE"), moved(130, "end", "LIVE", "STANDBY")]
    report = summarise(last_show(rows), name="Gala")
    assert report.rehearsal and (report.on_air_s, report.rehearsed_s) == (0.0, 30.0)
    assert (report.begun, report.ended) == (EIGHT + 100, EIGHT + 130)
    assert "Rehearsal: Gala" in page(report) and "rehearsed, not on air" in page(report)
    rows += [moved(150, "arm", "STANDBY", "ARMED"), moved(151, "live", "ARMED", "LIVE")]
    rows += [moved(161, "end", "LIVE", "STANDBY")]
    show = summarise(last_show(rows), name="Gala")
    assert not show.rehearsal and (show.on_air_s, show.rehearsed_s) == (10.0, 0.0)
    assert "earsal" not in page(show)
