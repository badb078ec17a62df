"""The report of a show as one page that can be read and printed anywhere: HTML and SVG, nothing from outside.

Its words are English here, and go through `say`, which gives them in the operator's language: fixed words and templates
with `{places}`, which are filled afterwards, and the log's own sentences.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterable, Sequence
from html import escape

from console.show.report.log_row import Span
from console.show.report.report import Answered, Moment, Sample, ShowReport
from engine.text import Text

_WIDE, _HIGH = 720, 190
_LEFT, _RIGHT, _TOP, _FOOT = 46, 10, 10, 24
_GAP_S = 20.0
"""Samples further apart than this are not joined: nothing was measured between."""

_LONGEST = 70
"""Characters of a question, and of what was heard, in the table of answers."""

_STYLE = """
@page { size: A4; margin: 16mm 15mm; }
* { box-sizing: border-box; }
body { font: 9.5pt/1.4 "Inter", "Segoe UI", "Helvetica Neue", "Noto Sans", "Noto Sans CJK TC", sans-serif;
  color: #14181d; background: #fff; max-width: 180mm; margin: 0 auto; padding: 8mm 4mm;
  font-variant-numeric: tabular-nums; }
html:lang(zh-Hans) body { font-family: "Inter", "Segoe UI", "Helvetica Neue", "Microsoft YaHei UI", "PingFang SC",
  "Noto Sans CJK SC", sans-serif; }
html:lang(zh-Hant) body { font-family: "Inter", "Segoe UI", "Helvetica Neue", "Microsoft JhengHei UI", "PingFang TC",
  "Noto Sans CJK TC", sans-serif; }
h1 { font-size: 19pt; margin: 0; letter-spacing: -.01em; }
p.when { margin: 1mm 0 6mm; color: #56606c; }
@media print { body { padding: 0; } }
h2 { font-size: 8pt; letter-spacing: .1em; text-transform: uppercase; color: #56606c; margin: 5mm 0 1.5mm; }
ul.two { columns: 2; column-gap: 8mm; list-style: none; margin: 0; padding: 0; }
ul.two li { border-top: 1px solid #e6e9ed; padding: .5mm 0; break-inside: avoid; }
ul.two span { color: #56606c; display: inline-block; width: 19mm; }
table.tiles { width: 100%; border-collapse: separate; border-spacing: 2mm 0; margin: 0 -2mm; table-layout: fixed; }
table.tiles td { border: 1px solid #d5dae0; border-radius: 2mm; padding: 2mm 2.5mm; vertical-align: top; }
table.tiles b { display: block; font-size: 14pt; line-height: 1.2; white-space: nowrap; }
table.tiles small { display: block; font-size: 8pt; color: #56606c; }
td.bad { border-color: #c2363a !important; } td.bad b { color: #b3191f; }
table.rows { width: 100%; border-collapse: collapse; page-break-inside: auto; }
table.rows td { padding: .5mm 3mm .5mm 0; border-top: 1px solid #e6e9ed; vertical-align: top; }
table.rows tr { page-break-inside: avoid; }
td.time { width: 19mm; color: #56606c; white-space: nowrap; } td.long { width: 20mm; white-space: nowrap; }
table.rows th { text-align: left; font-size: 8pt; font-weight: 500; color: #56606c; vertical-align: bottom; }
table.rows thead { display: table-header-group; }
table.rows td.ms, table.rows th.ms { text-align: right; width: 13mm; padding-right: 0; white-space: nowrap; }
table.rows small { font-size: 8.5pt; color: #56606c; }
tr.all td { border-top: 1px solid #56606c; font-weight: 600; } tr.all + tr.all td { border-top-color: #e6e9ed; }
p.none { color: #56606c; margin: 0; } p.key { font-size: 8.5pt; color: #56606c; margin: 1mm 0 0; }
svg { width: 100%; height: auto; display: block; }
footer { margin-top: 8mm; font-size: 8pt; color: #56606c; }
"""

_FOOT_LINE = "Made by Compere at the end of the show, from its log. The lines are in the .jsonl file beside this page."

_AFTER_THE_END = "Milliseconds after the question's end."
_NOTHING_MEASURED = "Nothing was measured: no microphone drove the avatar."
_NOTHING_TAKEN = "Nothing was taken: the show stayed with what it began with."
_KEY = (
    "Median {median} ms, highest p95 {worst} ms, budget {budget} ms (dashed). Dark: median of ten seconds; light: p95; "
    "red ticks: faults."
)

_STAGES = {
    "heard": ("heard", "the question's words were there"),
    "thought": ("thought", "the first word of the answer"),
    "drafted": ("drafted", "its first sentence"),
    "approved": ("let out", "the first sentence let out"),
    "voiced": ("voiced", "the first sound of the voice"),
    "shown": ("hall", "heard in the hall"),
    "own": ("own", "heard in the hall, without the time until it was let out"),
}
"""Stages of an answer, as the log names them: the head of a column, and what it means."""


Say = Callable[[str], str]
"""An English word, template or sentence → the same in the operator's language."""


def english(text: str) -> str:
    """Every word as it is here."""
    return text


def page(report: ShowReport, say: Say = english, language: str = "en") -> str:
    """The whole page. `language`: its tag, as `zh-Hant`."""
    title = report.name or say("Show")
    title = say("Rehearsal: {name}").format(name=title) if report.rehearsal else title
    in_english = language.startswith("en")
    day = time.strftime("%A, %d %B %Y" if in_english else "%Y-%m-%d", _local(report.begun))
    zones = dict.fromkeys(map(_zone, (report.begun, report.ended)))  # two where summer time began or ended
    until, after = ("to", ", then ") if in_english else ("–", " → ")
    when = f"{day} · {_clock(report.begun)} {until} {_clock(report.ended)} · {after.join(zones)}"
    body = [
        f"<h1>{escape(title)}</h1><p class=when>{escape(when)}</p>",
        _tiles(report, say),
        f"<h2>{escape(say('Lip delay'))}</h2>",
        _lip_section(report, say),
        _takes(report.takes, say),
        _section(say("Holds and panics"), _spans(report.holds, say), say("None.")),
        _section(say("Answers and lines"), _spans(report.turns, say), say("None was spoken.")),
        _section(say("Streams and recording"), _spans(report.outputs, say), ""),
        _section(say("Fell back"), _moments(report.fallbacks, say), ""),
        _section(say("Faults"), _spans(report.faults, say), say("None.")),
        _section(say("Refused"), _moments(report.refused, say), ""),
        _section(say("Waived at ARM"), "".join(f"<tr><td>{escape(say(n))}</td></tr>" for n in report.waived), ""),
        _answers(report, say),  # the longest: what went wrong stands before it
        f"<footer>{escape(say(_FOOT_LINE))}</footer>",
    ]
    return (
        f'<!doctype html><html lang="{escape(language)}"><head><meta charset="utf-8">'
        f"<title>{escape(title)} · {escape(day)}</title><style>{_STYLE}</style></head>"
        f"<body>{''.join(body)}</body></html>\n"
    )


def _tiles(report: ShowReport, say: Say) -> str:
    faults, late = len(report.faults), report.late_frames
    percent = ""
    if report.late_percent is not None:
        percent = say("{share} % of all").format(share=f"{report.late_percent:.2f}")
    whole = say("of {length}").format(length=_length(report.ended - report.begun))
    lasted = report.on_air_s + report.rehearsed_s
    panics = say("and PANIC: {count}").format(count=report.panics) if report.panics else ""
    tiles = [
        (_length(lasted), say("rehearsed, not on air") if report.rehearsal else say("on air"), whole, False),
        (str(len(report.takes)), say("takes"), "", False),
        (str(len(report.holds) - report.panics), say("holds"), panics, report.panics > 0),
        (str(len(report.turns)), say("answers, lines"), _of_turns(report, say), False),
        (str(faults), say("faults"), "", faults > 0),
        (str(late), say("late frames"), percent, (report.late_percent or 0.0) > 0.5),
    ]
    cells = (
        f"<td{' class=bad' if bad else ''}><b>{escape(figure)}</b><small>{escape(words)}</small>"
        f"<small>{escape(more)}</small></td>"
        for figure, words, more, bad in tiles
    )
    return f"<table class=tiles><tr>{''.join(cells)}</tr></table>"


def _of_turns(report: ShowReport, say: Say) -> str:
    answers = say("{count} to questions").format(count=len(report.answers)) + ", " if report.answers else ""
    return answers + say("{count} interrupted").format(count=report.interrupted)


def _answers(report: ShowReport, say: Say) -> str:
    """A table: each answer with its stages, and below them the median and the p95 of each stage."""
    if not report.answers:
        return ""
    known = [stage for stage in _STAGES if any(each.stage == stage for each in report.latencies)]
    head = "".join(f"<th class=ms>{escape(say(_STAGES[stage][0]))}</th>" for stage in known)
    asked = say("question, and what was heard")
    rows = [f"<thead><tr><th class=time>{escape(say('ended'))}</th><th>{escape(asked)}</th>{head}</tr></thead>"]
    for answer in report.answers:
        figures = {**answer.stages, "own": answer.own_ms}
        cells = "".join(f"<td class=ms>{_ms(figures.get(stage))}</td>" for stage in known)
        rows.append(f"<tr><td class=time>{_clock(answer.at)}</td><td>{_exchange(answer, say)}</td>{cells}</tr>")
    of = {each.stage: each for each in report.latencies}
    count = escape(say("{count} answers").format(count=len(report.answers)))
    for words, figure in ((say("median"), "p50_ms"), (say("95 of 100"), "p95_ms")):
        cells = "".join(f"<td class=ms>{_ms(getattr(of[stage], figure))}</td>" for stage in known)
        rows.append(f"<tr class=all><td class=time>{escape(words)}</td><td>{count}</td>{cells}</tr>")
    meant = "; ".join(f"{say(head)}: {say(meaning)}" for head, meaning in (_STAGES[stage] for stage in known))
    key = f"{say(_AFTER_THE_END)} {meant}." if known else ""
    heading = escape(say("From a question's end to its answer"))
    return f"<h2>{heading}</h2><table class=rows>{''.join(rows)}</table><p class=key>{escape(key)}</p>"


def _exchange(answer: Answered, say: Say) -> str:
    question = f"{escape(_short(answer.question))} " if answer.question else ""
    heard = escape(_short(answer.heard)) if answer.heard else escape(say("nothing was heard"))
    cut = "" if answer.whole else f" ({escape(say('cut'))})"
    return f"{question}<small>{heard}{cut}</small>"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def _ms(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f}"


def _lip_section(report: ShowReport, say: Say) -> str:
    median, worst = report.lip_median_ms, report.lip_worst_ms
    if median is None or worst is None:
        return f"<p class=none>{escape(say(_NOTHING_MEASURED))}</p>"
    key = say(_KEY).format(median=f"{median:.0f}", worst=f"{worst:.0f}", budget=f"{report.budget_ms:.0f}")
    return lip_plot(report) + f"<p class=key>{escape(key)}</p>"


def lip_plot(report: ShowReport) -> str:
    """Lip delay over the time of day, as an SVG element."""
    known = [sample for sample in report.samples if sample.p95_ms is not None]
    begun, ended = report.begun, max(report.ended, report.begun + 1.0)
    most = _round_up(max([report.budget_ms * 1.15, *(sample.p95_ms or 0.0 for sample in known)]))
    right, foot = _WIDE - _RIGHT, _HIGH - _FOOT

    def x(at: float) -> float:
        return _LEFT + (min(max(at, begun), ended) - begun) / (ended - begun) * (right - _LEFT)

    def y(value: float) -> float:
        return foot - min(max(value, 0.0), most) / most * (foot - _TOP)

    parts = [
        f'<svg viewBox="0 0 {_WIDE} {_HIGH}" xmlns="http://www.w3.org/2000/svg" role="img" '
        f'aria-label="Lip delay over time" font-family="inherit" font-size="10" fill="#56606c">'
    ]
    for value in range(0, int(most) + 1, 50 if most > 120 else 25):
        parts.append(
            f'<line x1="{_LEFT}" x2="{right}" y1="{y(value):.1f}" y2="{y(value):.1f}" stroke="#e6e9ed"/>'
            f'<text x="{_LEFT - 6}" y="{y(value) + 3.5:.1f}" text-anchor="end">{value} ms</text>'
        )
    for at in _ticks(begun, ended):
        parts.append(f'<text x="{x(at):.1f}" y="{_HIGH - 8}" text-anchor="middle">{_clock(at)[:5]}</text>')
    for hold in report.holds:
        wide = x(hold.begun + (hold.seconds or 0.0)) - x(hold.begun)
        parts.append(
            f'<rect x="{x(hold.begun):.1f}" y="{_TOP}" width="{max(1.0, wide):.1f}" height="{foot - _TOP}" '
            'fill="#17548f" opacity="0.10"/>'
        )
    parts.append(
        f'<line x1="{_LEFT}" x2="{right}" y1="{y(report.budget_ms):.1f}" y2="{y(report.budget_ms):.1f}" '
        'stroke="#a67c1b" stroke-dasharray="5 4"/>'
    )
    for run in _runs(known):
        for colour, value_of in (("#9cc4ee", "p95_ms"), ("#17548f", "p50_ms")):
            points = " ".join(
                f"{x(s.at):.1f},{y(value):.1f}" for s in run if (value := getattr(s, value_of)) is not None
            )
            parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
    for fault in report.faults:
        parts.append(
            f'<line x1="{x(fault.begun):.1f}" x2="{x(fault.begun):.1f}" y1="{foot}" y2="{foot + 6}" '
            'stroke="#c2363a" stroke-width="2"/>'
        )
    return "".join([*parts, "</svg>"])


def _runs(samples: Sequence[Sample]) -> list[list[Sample]]:
    """The samples in pieces without a gap; a lonely one is drawn as a short line."""
    runs: list[list[Sample]] = []
    for sample in samples:
        if runs and sample.at - runs[-1][-1].at <= _GAP_S:
            runs[-1].append(sample)
        else:
            runs.append([sample])
    return [run if len(run) > 1 else [*run, *run] for run in runs]


def _ticks(begun: float, ended: float) -> list[float]:
    """Round times of day for the axis, eight at most."""
    step = next((s for s in (60, 120, 300, 600, 900, 1800, 3600, 7200) if (ended - begun) / s <= 8), 14400)
    first = begun - begun % step + step
    return list(itertools.takewhile(lambda at: at < ended, itertools.count(first, step)))


def _round_up(value: float) -> float:
    return float(-(-value // 25) * 25)


def _takes(takes: Iterable[Moment], say: Say) -> str:
    items = "".join(f"<li><span>{_clock(take.at)}</span>{escape(say(take.words))}</li>" for take in takes)
    nothing = f"<p class=none>{escape(say(_NOTHING_TAKEN))}</p>"
    return f"<h2>{escape(say('Takes'))}</h2>" + (f"<ul class=two>{items}</ul>" if items else nothing)


def _section(title: str, rows: str, nothing: str) -> str:
    """A heading and its rows; without any it says `nothing`, or is left out when that is ""."""
    if not rows and not nothing:
        return ""
    inside = f"<table class=rows>{rows}</table>" if rows else f"<p class=none>{escape(nothing)}</p>"
    return f"<h2>{escape(title)}</h2>{inside}"


def _moments(moments: Iterable[Moment], say: Say) -> str:
    return "".join(f"<tr><td class=time>{_clock(m.at)}</td><td>{escape(say(m.words))}</td></tr>" for m in moments)


def _spans(spans: Iterable[Span], say: Say) -> str:
    rows = []
    for span in spans:
        length = _length(span.seconds) if span.seconds is not None else say("to the end")
        words = escape(say(span.words))
        if span.said:
            words = f"{escape(_short(span.said))} <small>{words}</small>"
        rows.append(
            f"<tr><td class=time>{_clock(span.begun)}</td><td class=long>{escape(length)}</td><td>{words}</td></tr>"
        )
    return "".join(rows)


def _local(at: float) -> time.struct_time:
    """The wall clock's local time; of a log with a time beyond all calendars, the epoch's."""
    try:
        return time.localtime(at)
    except (OverflowError, OSError, ValueError):
        return time.localtime(0)


def _clock(at: float) -> str:
    return time.strftime("%H:%M:%S", _local(at))


def _zone(at: float) -> str:
    """How the wall clock lay then: UTC+08:00"""
    offset = time.strftime("%z", _local(at))
    return f"UTC{offset[:3]}:{offset[3:5]}" if offset else "UTC"


def _length(seconds: float) -> str:
    """4.2 s, 12:41, 1:02:11"""
    if seconds < 60:
        return Text("{n} s", n=f"{max(0.0, seconds):.1f}")
    whole = round(seconds)
    hours = f"{whole // 3600}:{whole // 60 % 60:02d}" if whole >= 3600 else f"{whole // 60}"
    return f"{hours}:{whole % 60:02d}"
