"""The rows of the action table that let the host say what was written, and the operator hear it first."""

from __future__ import annotations

from collections.abc import Mapping

from console.show.actions.action import Action, ArgumentError, Binding, Effects, text_of
from console.show.core.enums import Mode
from console.show.core.state import ShowState
from console.show.effects.show import ChangeBook, ChooseMode, Listen, SayPrepared, SayTyped
from console.show.rundown.lines import LONGEST, MOST, ON_KEYS
from engine.text import Text

_LIVE = frozenset({ShowState.LIVE})
_ONLY_LIVE = "The avatar speaks only when LIVE."


def _line(argument: object) -> Effects:
    word = str(argument).strip() if isinstance(argument, (str, int)) else ""
    if not (word.isascii() and word.isdigit() and len(word) <= 4 and 1 <= int(word) <= MOST):
        raise ArgumentError(Text("Say which line: 1 to {n}.", n=MOST))
    return (ChooseMode(Mode.SAY, for_lines=True), SayPrepared(int(word)))


def _typed(argument: object) -> Effects:
    text = " ".join(text_of(argument, "text").split())
    if len(text) > LONGEST:
        raise ArgumentError(Text("That is too long: {n} characters are the most.", n=LONGEST))
    return (ChooseMode(Mode.SAY, for_lines=True), SayTyped(text))


def _listen(argument: object) -> Effects:
    """A text, or a table with `text` and perhaps `voice` and `language`; nothing stops."""
    if argument is None or isinstance(argument, str):
        return (Listen(" ".join((argument or "").split())[:LONGEST]),)
    if isinstance(argument, Mapping):
        text, voice, language = (str(argument.get(name) or "") for name in ("text", "voice", "language"))
        return (Listen(" ".join(text.split())[:LONGEST], voice.strip(), language.strip()),)
    raise ArgumentError("Say what you want to hear.")


def _book(argument: object) -> Effects:
    if isinstance(argument, Mapping) and all(isinstance(each, str) for each in argument.values()):
        name, say = argument.get("name", "").strip(), argument.get("say", "").strip()
        if name:
            return (ChangeBook(name, say, argument.get("table", "").strip() or "say"),)
    raise ArgumentError("Say which name, and how it is said.")


SAY_ACTIONS: tuple[Action, ...] = (
    Action(
        "say_line",
        "SAY LINE",
        "Speak a prepared line of the preset that is on",
        effects=_line,
        bindings=tuple(Binding(f"Shift+{number}", argument=str(number)) for number in range(1, ON_KEYS + 1)),
        allowed=_LIVE,
        refusal=_ONLY_LIVE,
        guard="say_line",
    ),
    Action(
        "say_text",
        "SAY TEXT",
        "Speak what was typed",
        effects=_typed,
        allowed=_LIVE,
        refusal=_ONLY_LIVE,
        guard="say_text",
    ),
    Action("type_line", "TYPE A LINE", "Write a line: Enter says it, Esc leaves", bindings=(Binding("Shift+S"),)),
    Action("listen", "LISTEN", "Hear it on your own headphones; the hall hears nothing", effects=_listen),
    Action("pronounce", "PRONOUNCE", "Say how a name is spoken in this show", effects=_book),
)
