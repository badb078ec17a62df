"""What stands in a written text and cannot be spoken: tags, tables, formulas, code."""

from __future__ import annotations

import re

_MARKUP = re.compile(
    r"```|</?[a-z][^>]{0,80}>|<\|[^|>]{1,40}\|>|\[/?INST\]|\[\[|\]\]|\{\{|\}\}|[{\[]\"\w{1,40}\"\s{0,3}:"
    r"|[\ufffd\x00-\x08\x0e-\x1f]+",
    re.IGNORECASE,
)
_TABLE = re.compile(r"^\s*\|[^\n]*|\|[^|\n]*\|")
_FORMULA = re.compile(r"\\(?:[A-Za-z]{2,20}|[()\[\]])|\$\$")
_DOLLARS = re.compile(r"\$(?![\d\s])([^$\n]{0,200})\$")
_CODE = re.compile(
    r"\b[A-Za-z_][\w.]{0,40}\((?:[^()\n]{0,80}['\"=][^()\n]{0,80})?\)|=>|==|!=|&&|\|\|"
    r"|\b(?:def|function|class) \w{1,40}\s?[({:]|\b(?:console\.log|System\.out|#include|import \w{1,40};)|[{}]\s*$"
)


def markup_in(sentence: str) -> tuple[int, int] | None:
    """Where something stands that is not for speaking: tags, control characters."""
    found = _MARKUP.search(sentence)
    return found.span() if found is not None else None


def figure_in(sentence: str) -> tuple[int, int] | None:
    """Where a table's row, a formula or code stands."""
    for pattern in (_TABLE, _FORMULA, _CODE):
        if found := pattern.search(sentence):
            return found.span()
    for found in _DOLLARS.finditer(sentence):
        inside = found[1]
        if any(each in inside for each in "\\^_{}") or (re.fullmatch(r"[A-Za-z](?:\s?[=<>+*/-].*)?", inside)):
            return found.span()
    return None
