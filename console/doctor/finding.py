"""What an examination finds, and how it is shown: as text for a person, as JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

from console.command_line.language import say
from console.show.report.columns import columns, padded, wrapped
from engine.text import Text


class Severity(StrEnum):
    """How bad it is: `fail` means that a show cannot run, `warn` that something of it is missing."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        area: what it belongs to, in one or two words.
        level: how bad it is.
        sentence: what was found.
        cure: what to do about it; empty when all is well.
    """

    area: str
    level: Severity
    sentence: str
    cure: str = ""


WIDTH = 100
"""Columns of the text."""


def ok(area: str, sentence: str) -> Finding:
    """All is well."""
    return Finding(area, Severity.OK, sentence)


def warn(area: str, sentence: str, cure: str) -> Finding:
    """Something of a show is missing."""
    return Finding(area, Severity.WARN, sentence, cure)


def fail(area: str, sentence: str, cure: str) -> Finding:
    """A show cannot run."""
    return Finding(area, Severity.FAIL, sentence, cure)


def examined(area: str, look: Callable[[], Iterable[Finding]]) -> list[Finding]:
    """What `look` finds; its own failure is a finding too, so that an examination always ends."""
    try:
        return list(look())
    except Exception as fault:
        return [
            warn(
                area,
                Text("This could not be examined ({fault}).", fault=f"{type(fault).__name__}: {fault}"),
                "The rest of the report holds; please report this line.",
            )
        ]


def worst(findings: Iterable[Finding]) -> Severity:
    """The worst level among `findings`."""
    order = list(Severity)
    return max((finding.level for finding in findings), key=order.index, default=Severity.OK)


def text_of(findings: Sequence[Finding]) -> str:
    """The findings for a person, with what to do under each that needs it, and a closing sentence.

    They are said in the language of the command line.
    """
    column = max((columns(say(finding.area)) for finding in findings), default=0)
    indent = " " * (column + 10)
    lines: list[str] = []
    for finding in findings:
        level = finding.level.value if finding.level is Severity.OK else finding.level.value.upper()
        first, *more = wrapped(say(finding.sentence), WIDTH - len(indent))
        lines.append(f"  {padded(say(level), 4)}  {padded(say(finding.area), column)}  {first}")
        lines += [f"{indent}{line}" for line in more]
        if finding.cure:
            first, *more = wrapped(say(finding.cure), WIDTH - len(indent) - 2)
            lines.append(f"{indent}→ {first}")
            lines += [f"{indent}  {line}" for line in more]
    return "\n".join([*lines, "", say(closing(findings))])


def closing(findings: Sequence[Finding]) -> str:
    """The last sentence of the text: whether a show can run."""
    fails, warns = (sum(finding.level is level for finding in findings) for level in (Severity.FAIL, Severity.WARN))
    if fails:
        return Text("A show cannot run yet: see what is marked FAIL above ({n}).", n=fails)
    if warns:
        return Text("A show can run; have a look at what is marked WARN above ({n}).", n=warns)
    return "Ready for a show."


def json_of(findings: Sequence[Finding]) -> str:
    """The findings for a program: {"worst": level, "findings": [{area, level, sentence, cure}]}."""
    content = {"worst": worst(findings), "findings": [asdict(finding) for finding in findings]}
    return json.dumps(content, ensure_ascii=False, indent=1)
