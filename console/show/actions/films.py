"""The rows of the action table by which films are made offline. Allowed on air too: the work has low priority."""

from __future__ import annotations

from dataclasses import fields

from console.show.actions.action import Action, ArgumentError, Effects
from console.show.core.state import UNARMED
from console.show.effects.films import AddFilm, CancelFilm, ClearFilms, LookAtCards, OpenFilm, PlanFilm, RetryFilm
from console.show.state.film_view import QUALITIES, FilmPlan
from engine.text import Text

_KNOWN = {each.name: type(each.default) for each in fields(FilmPlan)}
_SIDES = range(64, 4321)
_LONGEST = 2000


def _plan(argument: object) -> Effects:
    """A table of fields and values."""
    if not isinstance(argument, dict) or not argument:
        raise ArgumentError("Say which field of the film becomes what.")
    for name, value in argument.items():
        if not _fits(name, value):
            raise ArgumentError(Text("A film cannot have {field} like that.", field=name))
    return (PlanFilm(tuple(argument.items())),)


def _fits(name: object, value: object) -> bool:
    if name not in _KNOWN or type(value) is not _KNOWN[str(name)]:
        return False
    if isinstance(value, str):
        return len(value) <= _LONGEST and "\0" not in value and (name != "quality" or value in QUALITIES)
    return isinstance(value, bool) or (isinstance(value, int) and (value == 0 or value in _SIDES) and value % 2 == 0)


def _number(argument: object) -> int:
    try:
        return int(str(argument))
    except ValueError:
        raise ArgumentError("Say the number of the film.") from None


FILM_ACTIONS: tuple[Action, ...] = (
    Action("plan_film", "PLAN THE FILM", "Avatar, sound, file, rate, size and quality of the next film", effects=_plan),
    Action(
        "add_film",
        "MAKE A FILM",
        "Put the planned film into the queue; `replace` replaces a file that is there",
        effects=lambda argument: (AddFilm(argument == "replace"),),
    ),
    Action(
        "cancel_film",
        "CANCEL THE FILM",
        "Make a film of the queue not, or not to its end; nothing of it is left",
        effects=lambda argument: (CancelFilm(_number(argument)),),
    ),
    Action(
        "retry_film",
        "FILM AGAIN",
        "Put a film that failed or was cancelled into the queue again",
        effects=lambda argument: (RetryFilm(_number(argument)),),
    ),
    Action(
        "open_film",
        "OPEN THE FILM",
        "Show a film that is done in the system's own player",
        effects=lambda argument: (OpenFilm(_number(argument)),),
        allowed=UNARMED,
        refusal="A player could be seen and heard in the hall: films are opened in STANDBY.",
    ),
    Action(
        "clear_films",
        "CLEAR FILMS",
        "Forget the films that are done, failed or cancelled; their files stay",
        effects=lambda argument: (ClearFilms(),),
    ),
    Action(
        "look_cards",
        "LOOK FOR CARDS",
        "See which graphics cards could draw a film",
        effects=lambda argument: (LookAtCards(),),
    ),
)
