"""The console's state: frozen sections, each with one writer, and nobody else who writes."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest

from console.show.state.answer_view import AnswerView
from console.show.state.console_state import ConsoleState
from console.show.state.film_view import FilmsView
from console.show.state.section import SectionError
from tests.house.source import APPLICATION, ROOT, files, place, tree_of

WRITER = ROOT / "console" / "state_presenter.py"
NAME = "console_state"


def writes(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Assignments to the console's state or into a section, by its name or another name for it: line, what."""
    for function in [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]:
        others = set(_others(function))
        for node in ast.walk(function):
            for target in _targets(node):
                if _within(target, others):
                    yield target.lineno, ast.unparse(target)


def _others(function: ast.AST) -> Iterator[str]:
    """Local names for the state or for a section of it."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            value = node.value
            called = value.func if isinstance(value, ast.Call) else None
            refreshed = isinstance(called, ast.Attribute) and called.attr == "refresh"
            if refreshed or (isinstance(value, ast.Attribute) and NAME in _chain(value)):
                yield node.targets[0].id


def _targets(node: ast.AST) -> Iterator[ast.Attribute]:
    if isinstance(node, ast.Assign):
        found = node.targets
    elif isinstance(node, (ast.AugAssign, ast.AnnAssign)):
        found = [node.target]
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "setattr":
        found = [ast.Attribute(node.args[0], "…", ast.Store(), lineno=node.lineno, col_offset=0)]
    else:
        return
    for target in found:
        for each in ast.walk(target):
            if isinstance(each, ast.Attribute) and isinstance(each.ctx, ast.Store):
                yield each


def _within(target: ast.Attribute, others: set[str]) -> bool:
    """Whether what is assigned to is an attribute of the state, and not the state's own place in its owner."""
    chain = _chain(target.value)
    return NAME in chain or f"_{NAME}" in chain or (len(chain) > 0 and chain[0] in others)


def _chain(node: ast.expr) -> list[str]:
    """`a.b.c` as its names."""
    if isinstance(node, ast.Attribute):
        return [*_chain(node.value), node.attr]
    return [node.id] if isinstance(node, ast.Name) else []


def test_nobody_but_the_presenter_writes_the_console_s_state() -> None:
    strange = [
        f"{place(path, line)}: {what}"
        for path in files(*APPLICATION)
        if path != WRITER
        for line, what in writes(tree_of(path))
    ]
    assert not strange, "publish a section that was claimed, or ask the presenter:\n" + "\n".join(strange)


def test_the_search_for_writers_finds_them() -> None:
    code = """
def f(self, presenter):
    self.console_state = presenter.console_state
    self._presenter.console_state.films.cards = ()
    self._console_state.models = 3
    was, console_state.drawn = console_state.drawn, ""
    shown = presenter.refresh(0.0)
    shown.now += 1
    view = presenter.console_state.answers
    view.ready = True
    setattr(console_state, "state", None)
    self.shown = view.ready
"""
    assert [line for line, _ in writes(ast.parse(code))] == [4, 5, 6, 8, 10, 11]
    assert len(list(writes(tree_of(WRITER)))) > 30


def test_a_section_has_one_writer_for_each_of_its_fields() -> None:
    claimed: dict[str, list[str]] = {}
    for path in files("console"):
        for node in ast.walk(tree_of(path)):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Attribute) and called.attr == "claim" and isinstance(node, ast.Call):
                claimed.setdefault(ast.unparse(node.args[0]), []).append(path.stem)
    features = {"OptionsView", "ModelsView", "BuildView", "StoresView", "FilmsView", "SayView", "OutputsView"}
    assert {name: len(claimed[name]) for name in features} == dict.fromkeys(features, 1)
    shared = {"RundownView": 3, "AnswerView": 3, "VoicesView": 2}
    assert {name: len(found) for name, found in claimed.items() if name not in features} == shared


def frozen(kind: type) -> bool:
    return bool(kind.__dataclass_params__.frozen)  # type: ignore[attr-defined]


def test_every_section_is_frozen() -> None:
    state = ConsoleState()
    sections = {each.name: type(getattr(state, each.name)) for each in fields(state)}
    views = {name: kind for name, kind in sections.items() if is_dataclass(kind)}
    assert len(views) > 15
    assert [name for name, kind in views.items() if not frozen(kind)] == []


def test_a_section_is_claimed_once_and_written_by_who_claimed_it() -> None:
    state = ConsoleState()
    films = state.claim(FilmsView)
    films.publish(replace(films.view, cards=("A",)))
    assert state.films.cards == films.view.cards == ("A",)
    with pytest.raises(SectionError):
        state.claim(FilmsView, "cards")


def test_fields_of_a_section_that_another_one_writes_stay_as_they_are() -> None:
    state = ConsoleState()
    heard, known = state.claim(AnswerView, "ear", "partial"), state.claim(AnswerView, "ready")
    old = heard.view
    known.publish(replace(known.view, ready=True))
    heard.publish(replace(heard.view, ear="ready"))
    assert state.answers.ready and state.answers.ear == "ready"
    with pytest.raises(SectionError):
        heard.publish(replace(old, ear="off"))  # made from a view that stands no more
    with pytest.raises(SectionError):
        state.claim(AnswerView, "colour")
    assert state.answers.ready and state.answers.ear == "ready"
