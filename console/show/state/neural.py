"""Whether the neural driver can work on this machine: from facts to one state and one sentence. No I/O."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from engine.text import Text

NEEDED_MIB = 4096
"""Free memory on the card. Computed: 1.9 GB of weights in half precision, 2.1 GB that one frame works in at most, and
the driver's own; `compere bench` on the card at hand is the better judge."""

LEAST_DRIVER = {11: 450, 12: 525, 13: 580}
"""CUDA's major version → the oldest driver that carries it
(docs.nvidia.com/deploy/cuda-compatibility/minor-version-compatibility.html, table 1)."""

USUAL_CUDA = 12
"""The oldest CUDA that PyTorch comes with by default since 2.6; judged against while no PyTorch is there."""

INSTALL = "Run `python3 packaging/bootstrap.py run --neural`."


class NeuralState(StrEnum):
    """What stands first in the way, or nothing."""

    NO_CARD = "no card"
    NO_ANSWER = "no answer"
    OLD_DRIVER = "old driver"
    NO_TORCH = "no torch"
    TORCH_WITHOUT_CUDA = "torch without cuda"
    NO_WEIGHTS = "no weights"
    LITTLE_MEMORY = "little memory"
    READY = "ready"


@dataclass(frozen=True)
class GraphicsCard:
    """A graphics card; memory in MiB, as the driver tells it."""

    name: str
    total_mib: int
    free_mib: int
    driver: str


@dataclass(frozen=True)
class NeuralFacts:
    """What was found.

    Attributes:
        cards: NVIDIA cards, in the driver's order.
        fault: why an NVIDIA driver that is installed does not answer, or "".
        torch: version of the PyTorch that is installed, or "".
        cuda: version of CUDA that this PyTorch was built for; "" for one that knows no card.
        lacking: required files of the models that are missing or not good.
        at_work: the neural driver is running now, so that its own memory is taken.
        engines: how many processes hold the weights: 2 where a second engine always stands by.
    """

    cards: tuple[GraphicsCard, ...] = ()
    fault: str = ""
    torch: str = ""
    cuda: str = ""
    lacking: tuple[str, ...] = ()
    at_work: bool = False
    engines: int = 1

    @property
    def needed_mib(self) -> int:
        """Free memory that all engines need on the card."""
        return NEEDED_MIB * self.engines


@dataclass(frozen=True)
class NeuralReadiness:
    """The answer.

    Attributes:
        state: what stands first in the way.
        sentence: the same in words, with the numbers.
        cure: what to do about it, in words; "" when nothing is to be done.
    """

    state: NeuralState
    sentence: str
    cure: str = ""

    @property
    def ready(self) -> bool:
        """The neural driver can work."""
        return self.state is NeuralState.READY


def version_of(text: str) -> tuple[int, ...]:
    """The numbers of a version, as (550, 54, 14); empty when it begins with none."""
    numbers = []
    for part in text.split("."):
        if not part.isascii() or not part.isdigit():
            break
        numbers.append(int(part))
    return tuple(numbers)


def judge_neural(facts: NeuralFacts) -> NeuralReadiness:
    """What stands first in the way of the neural driver, the machine before the files."""
    if facts.fault:
        return NeuralReadiness(
            NeuralState.NO_ANSWER,
            Text(
                "An NVIDIA driver is installed and does not answer ({why}): the light driver draws "
                "the face on the processor.",
                why=facts.fault,
            ),
            "Run `nvidia-smi` by hand to see why; a restart after a driver update often helps.",
        )
    if not facts.cards:
        sentence = "There is no NVIDIA graphics card: the light driver draws the face on the processor."
        return NeuralReadiness(NeuralState.NO_CARD, sentence)
    card = max(facts.cards, key=lambda each: each.free_mib)
    if old := _old_driver(card, facts.cuda):
        return old
    if not facts.torch:
        return NeuralReadiness(NeuralState.NO_TORCH, "PyTorch is not installed: the neural driver needs it.", INSTALL)
    if not facts.cuda:
        return NeuralReadiness(
            NeuralState.TORCH_WITHOUT_CUDA,
            Text("PyTorch {version} was built for the processor only and cannot use the card.", version=facts.torch),
            "Install the build for CUDA that pytorch.org names for this system.",
        )
    if facts.lacking:
        return NeuralReadiness(
            NeuralState.NO_WEIGHTS,
            _lacking(facts.lacking),
            "Bring them in by `compere models import`, `compere models fetch` or EDIT, MODELS.",
        )
    if card.free_mib < facts.needed_mib and not facts.at_work:
        return _too_little(card, facts)
    return NeuralReadiness(
        NeuralState.READY,
        Text(
            "The neural driver can work: {name}, {free} of {whole} GB free, driver {version}.",
            name=card.name,
            free=_gb(card.free_mib),
            whole=_gb(card.total_mib),
            version=card.driver,
        ),
    )


def _old_driver(card: GraphicsCard, cuda: str) -> NeuralReadiness | None:
    """Too old for the CUDA of this PyTorch, or for any that is offered."""
    major = next(iter(version_of(cuda)), USUAL_CUDA)
    least = LEAST_DRIVER.get(major, max(LEAST_DRIVER.values()))
    found = version_of(card.driver)
    if not found or found[0] >= least:
        return None
    return NeuralReadiness(
        NeuralState.OLD_DRIVER,
        Text(
            "The NVIDIA driver {version} is too old for CUDA {cuda}: {n} or newer is needed.",
            version=card.driver,
            cuda=cuda or major,
            n=least,
        ),
        "Update the driver, then start this computer again.",
    )


def _too_little(card: GraphicsCard, facts: NeuralFacts) -> NeuralReadiness:
    free, total, needed = _gb(card.free_mib), _gb(card.total_mib), _gb(facts.needed_mib)
    sentence = Text(
        "{name} has {free} of {whole} GB free, and the neural driver needs {n} GB.",
        name=card.name,
        free=free,
        whole=total,
        n=needed,
    )
    if facts.engines > 1:
        sentence = Text(
            "{name} has {free} of {whole} GB free, and two engines of the neural driver need {n} GB.",
            name=card.name,
            free=free,
            whole=total,
            n=needed,
        )
        if card.free_mib >= NEEDED_MIB:
            cure = "Set the second engine to off or auto, or close other programs that use the card."
            return NeuralReadiness(NeuralState.LITTLE_MEMORY, sentence, cure)
    if card.total_mib < NEEDED_MIB:
        return NeuralReadiness(NeuralState.LITTLE_MEMORY, sentence, "Take the light driver, or a larger card.")
    return NeuralReadiness(NeuralState.LITTLE_MEMORY, sentence, "Close other programs that use the card.")


def _gb(mib: int) -> str:
    """MiB as the makers of cards count: 24564 is 24.0."""
    return f"{mib / 1024:.1f}"


def _lacking(names: Sequence[str]) -> str:
    shown = ", ".join(names[:2])
    if len(names) <= 2:
        return Text("Files of the neural driver are missing or not good: {list}.", list=shown)
    return Text(
        "Files of the neural driver are missing or not good: {list} and {n} more.", list=shown, n=len(names) - 2
    )
