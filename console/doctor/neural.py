"""The doctor's look at the graphics card, PyTorch and the neural driver's files."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from console.doctor.finding import Finding, ok, warn
from console.models.graphics import gather
from console.models.verify import stock
from console.paths import models_folder
from console.settings.file import load_settings, settings_path
from console.show.state.model_view import FileState
from console.show.state.neural import NeuralFacts, NeuralState, judge_neural

GPU, MODELS = "Graphics", "Models"

_NO_FAULT = (NeuralState.READY, NeuralState.NO_CARD, NeuralState.NO_TORCH)
"""The light driver needs nothing: a machine that nobody set up for the neural one is well."""


def neural_findings(facts: NeuralFacts) -> Iterator[Finding]:
    """Whether the neural driver can work, and which cards there are."""
    if facts.cards:
        yield ok(GPU, "; ".join(f"{c.name}, {c.total_mib / 1024:.0f} GB, driver {c.driver}" for c in facts.cards) + ".")
    found = judge_neural(facts)
    if found.state in _NO_FAULT or (not facts.torch and found.state is not NeuralState.NO_ANSWER):
        yield ok(GPU, " ".join(part for part in (found.sentence, found.cure) if part))
    else:
        yield warn(GPU, found.sentence, found.cure)


def examine_neural(ask: Callable[[], NeuralFacts] | None = None) -> Iterator[Finding]:
    """The card, PyTorch, and each file of the models that is there and not good."""
    lying = stock(models_folder())
    engines = 2 if load_settings(settings_path())[0].standby == "on" else 1
    yield from neural_findings(ask() if ask is not None else gather(lying, engines=engines))
    for each in lying:
        if each.verdict.state not in (FileState.GOOD, FileState.MISSING):
            yield warn(MODELS, each.verdict.sentence, "Run `compere models import` or `compere models fetch` again.")
