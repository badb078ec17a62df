"""The small decoder: it learns, it is read again, it draws, and it says what it is."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.driver import DriverError
from engine.film.order import Order
from engine.film.soundtrack import Soundtrack
from engine.musetalk.driver import MuseTalkDriver
from engine.musetalk.filming import NeuralPainter
from engine.musetalk.network import distil
from engine.musetalk.network.decode import Decoder
from engine.musetalk.network.device import find_machine
from engine.musetalk.network.layout import vae_folder
from engine.musetalk.network.model import load_vae, vae_file
from engine.musetalk.network.pipeline import Pipeline, forget_pipelines
from engine.musetalk.network.small_decoder import SmallDecoder, likeness, load_small, read_card
from engine.musetalk.network.weights import WeightsError
from engine.musetalk.store.prepared import open_store
from engine.musetalk.store.store import fingerprint
from tests.engine.musetalk import puppets
from tests.engine.musetalk.filmed import FACE, HEIGHT, WIDTH, Filmed, drawn_frame, film_avatar

TINY = distil.DistilOptions(steps=24, batch=2, widths=(16, 12, 8, 8), depths=(1, 1, 1, 1))


@pytest.fixture(scope="module")
def filmed(tmp_path_factory: pytest.TempPathFactory) -> Filmed:
    """A host of twelve frames, and the smallest networks."""
    root = tmp_path_factory.mktemp("filmed")
    models = puppets.write_small(root / "models", skin=(200, 160, 140))
    return film_avatar(root, models, [drawn_frame(number) for number in range(12)], [FACE] * 12)


@pytest.fixture(scope="module")
def losses(filmed: Filmed) -> list[float]:
    """The loss, step by step, of the small decoder that lies with the models now."""
    told: list[float] = []
    progress = lambda step, of, loss: told.append(loss)  # noqa: E731
    distil.make(filmed.models, filmed.cache, TINY, "cpu", progress, only_synthetic=False)
    return told


def weights_of(filmed: Filmed) -> str:
    return fingerprint(vae_file(filmed.models))


def test_it_learns_to_draw_as_the_whole_one_does(filmed: Filmed, losses: list[float]) -> None:
    assert len(losses) == TINY.steps
    assert np.mean(losses[-5:]) < 0.6 * np.mean(losses[:5])
    full = Decoder(load_vae(vae_folder(filmed.models), "cpu", torch.float32))
    store = open_store(filmed.avatar, filmed.cache)
    faces = torch.from_numpy(np.array(store.latents[:, 4:]))
    store.close()
    taught = load_small(filmed.models, weights_of(filmed), "cpu", torch.float32)
    ignorant = SmallDecoder(TINY.widths, TINY.depths)
    assert likeness(taught, full, faces) > likeness(ignorant, full, faces) + 6


def test_the_same_seed_gives_the_same_decoder(filmed: Filmed) -> None:
    full = Decoder(load_vae(vae_folder(filmed.models), "cpu", torch.float32))
    options = distil.DistilOptions(steps=3, batch=2, widths=TINY.widths, depths=TINY.depths)
    hosts = distil.latents_there(filmed.cache, weights_of(filmed))
    nets = [distil.distil(full, hosts, options, "cpu", lambda *_: None)[0].state_dict() for _ in range(2)]
    assert all(torch.equal(nets[0][key], nets[1][key]) for key in nets[0])


def test_the_quality_report_says_how_like_it_is(filmed: Filmed, losses: list[float]) -> None:
    card = read_card(filmed.models)
    store = open_store(filmed.avatar, filmed.cache, weights_of(filmed))
    assert card is not None
    assert store.card.report["small_db"] == card.db["filmed"] > 10
    store.close()


def test_the_pipeline_draws_with_it_and_exact_films_never_do(
    filmed: Filmed, losses: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    used: list[str] = []
    forward = SmallDecoder.forward
    monkeypatch.setattr(SmallDecoder, "forward", lambda self, x: used.append("small") or forward(self, x))
    sound = Soundtrack(np.random.default_rng(1).normal(0, 0.2, (9600, 1)).astype(np.float32))
    for exact in (True, False):
        where = {"models": filmed.models, "prepared": filmed.cache, "width": WIDTH, "height": HEIGHT}
        options = Order(
            avatar=filmed.folder,
            sound=Path("x"),
            out=Path("y.mp4"),
            cards=("cpu",),
            exact=exact,
            decoder="small",
            **where,
        )
        painter = NeuralPainter(filmed.avatar, sound, options)
        assert len(list(painter.paint(0, 4))) == 4
        painter.close()
        assert bool(used) is not exact


def test_the_live_host_says_that_it_is_approximate(filmed: Filmed, losses: list[float]) -> None:
    forget_pipelines()
    for decoder, words in (
        ("full", "MuseTalk · fp32 · processor"),
        ("small", "MuseTalk · fp32 · processor · approximate"),
    ):
        driver = MuseTalkDriver(models=filmed.models, cache=filmed.cache, card="cpu", decoder=decoder)
        driver.load(filmed.avatar, WIDTH, HEIGHT)
        assert driver.words == words
        driver.close()
    forget_pipelines()


def test_one_that_is_missing_or_belongs_to_others_is_one_sentence(
    filmed: Filmed, losses: list[float], tmp_path: Path
) -> None:
    with pytest.raises(WeightsError, match=r"There is no small decoder in .*: run `compere models distil`, or"):
        load_small(tmp_path, "any", "cpu", torch.float32)
    with pytest.raises(WeightsError, match="The small decoder was made for other weights"):
        load_small(filmed.models, "others", "cpu", torch.float32)
    empty = puppets.write_small(tmp_path / "models")
    driver = MuseTalkDriver(models=empty, cache=filmed.cache, card="cpu", decoder="small")
    with pytest.raises(DriverError):
        driver.load(filmed.avatar, WIDTH, HEIGHT)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": 2}', '{"format": 1, "widths": [1], "depths": [1]}'])
def test_a_card_that_is_none_is_no_small_decoder(text: str, tmp_path: Path) -> None:
    (tmp_path / "small-decoder").mkdir()
    (tmp_path / "small-decoder" / "small.json").write_text(text)
    assert read_card(tmp_path) is None


def test_without_a_host_it_says_what_to_do(filmed: Filmed, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert distil.main(["--models", str(filmed.models), "--cache", str(tmp_path), "--steps", "1"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert "build one first, or add --synthetic." in told["sentence"]


def test_it_takes_whatever_batch_the_pipeline_is_given(filmed: Filmed) -> None:
    models = puppets.make_networks("small")
    pipeline = Pipeline(models, find_machine("cpu"), batches=(1, 2), decoder=SmallDecoder(TINY.widths, TINY.depths))
    faces = pipeline.draw(torch.zeros(2, 8, 32, 32), torch.zeros(2, 50, 384))
    assert faces.pixels.shape == (2, 256, 256, 3)
