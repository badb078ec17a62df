from __future__ import annotations

from pathlib import Path

import pytest

from console.doctor.finding import Severity
from console.doctor.neural import examine_neural, neural_findings
from console.paths import models_folder
from console.settings.file import HOME_VARIABLE
from console.show.state.neural import GraphicsCard, NeuralFacts

OLD = GraphicsCard("RTX 4070", 12282, 11020, "470.54")
NEW = GraphicsCard("RTX 4070", 12282, 11020, "580.54")


def test_no_card_is_no_fault() -> None:
    [found] = neural_findings(NeuralFacts())
    assert (found.level, "light driver" in found.sentence) == (Severity.OK, True)


def test_a_card_without_pytorch_is_described_with_the_way_to_use_it_and_is_no_fault() -> None:
    card, way = neural_findings(NeuralFacts((NEW,)))
    assert card.sentence == "RTX 4070, 12 GB, driver 580.54."
    assert (way.level, "--neural" in way.sentence) == (Severity.OK, True)


@pytest.mark.parametrize(
    "facts",
    [
        NeuralFacts(fault="no answer within 10 s"),
        NeuralFacts((OLD,), torch="2.9", cuda="12.8"),
        NeuralFacts((NEW,), torch="2.9"),
        NeuralFacts((NEW,), torch="2.9", cuda="12.8", lacking=("unet.pth",)),
    ],
)
def test_what_keeps_a_machine_that_was_set_up_from_it_is_a_warning_with_a_cure(facts: NeuralFacts) -> None:
    found = list(neural_findings(facts))[-1]
    assert found.level is Severity.WARN and found.cure


def test_a_file_that_is_there_and_not_good_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    (models_folder() / "musetalkV15").mkdir(parents=True)
    (models_folder() / "musetalkV15/musetalk.json").write_text("{")
    found = list(examine_neural(NeuralFacts))
    assert [each.sentence for each in found if each.level is Severity.WARN] == [
        "musetalkV15/musetalk.json is truncated: its end is missing; copy it again."
    ]
