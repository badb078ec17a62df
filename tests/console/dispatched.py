"""A feature's own dispatch, for tests that ask one feature alone."""

from __future__ import annotations

from typing import Protocol

from console.dispatch import Dispatch


class Feature(Protocol):
    """Whatever executes effects."""

    def register(self, dispatch: Dispatch) -> None:
        """Takes effects over."""
        ...


def dispatch_of(feature: Feature) -> Dispatch:
    """A dispatch that knows this feature alone."""
    dispatch = Dispatch()
    feature.register(dispatch)
    return dispatch
