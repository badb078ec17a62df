"""What the making of films asks the console to carry out, as plain data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PlanFilm:
    """Other values for fields of the `FilmPlan`."""

    fields: tuple[tuple[str, object], ...]


@dataclass(frozen=True)
class AddFilm:
    """Put the planned film into the queue; `replace` a file that is there."""

    replace: bool = False


@dataclass(frozen=True)
class CancelFilm:
    """Make this one not, or not to its end; nothing of it is left."""

    number: int


@dataclass(frozen=True)
class RetryFilm:
    """Put one that failed or was cancelled into the queue again."""

    number: int


@dataclass(frozen=True)
class OpenFilm:
    """Show one that is done, in the system's own player."""

    number: int


@dataclass(frozen=True)
class ClearFilms:
    """Forget those that are done, failed or cancelled; their files stay."""


@dataclass(frozen=True)
class LookAtCards:
    """See which graphics cards there are."""


FilmEffect = PlanFilm | AddFilm | CancelFilm | RetryFilm | OpenFilm | ClearFilms | LookAtCards
