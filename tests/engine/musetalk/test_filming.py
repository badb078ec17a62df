"""Whole films of a filmed host, drawn by the tiny networks on the processor."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.film.crew import Worker
from engine.film.order import FilmError, Order
from engine.film.picture import Scaler
from engine.film.soundtrack import Soundtrack, open_soundtrack
from engine.musetalk import filming
from engine.musetalk.audio import chunks, whisper
from engine.musetalk.audio.offline_gate import shares
from engine.musetalk.face.blend import blend
from engine.musetalk.face.faces import draw_faces
from engine.musetalk.filming import NeuralPainter, step_table
from engine.musetalk.network.model import load_models
from engine.musetalk.network.pipeline import Pipeline
from engine.musetalk.store.prepared import open_store
from engine.render import make_film
from tests.engine.film.conftest import pictures_of, write_sound
from tests.engine.musetalk import golden, puppets
from tests.engine.musetalk.filmed import FACE, HEIGHT, WIDTH, Filmed, drawn_frame, film_avatar
from tests.hall.rig.speech import SPEECH, load


@pytest.fixture(scope="module")
def speech() -> NDArray[np.float32]:
    """2.5 s of ordinary speech."""
    return load(SPEECH)[24_000:144_000]


@pytest.fixture(scope="module")
def filmed(tmp_path_factory: pytest.TempPathFactory) -> Filmed:
    root = tmp_path_factory.mktemp("filmed")
    models = golden.unpack_models(root / "models")
    return film_avatar(root, models, [drawn_frame(number) for number in range(6)], [FACE] * 6)


@pytest.fixture(scope="module")
def quick(tmp_path_factory: pytest.TempPathFactory) -> Filmed:
    """A host with the smallest networks: a face takes a few milliseconds, and means nothing."""
    root = tmp_path_factory.mktemp("quick")
    models = puppets.write_small(root / "models")
    return film_avatar(root, models, [drawn_frame(number) for number in range(6)], [FACE] * 6)


def orders(host: Filmed, sound: Path, out: Path) -> Callable[..., Order]:
    """Orders for films of a host."""

    def make(**changes: Any) -> Order:
        mine = {"avatar": host.folder, "sound": sound, "out": out, "cards": ("cpu",)}
        where = {"models": host.models, "prepared": host.cache, "width": WIDTH, "height": HEIGHT}
        return Order(**(mine | where | changes))

    return make


@pytest.fixture
def wanted(filmed: Filmed, second: Path, tmp_path: Path) -> Callable[..., Order]:
    """An order for a film of the filmed host."""
    return orders(filmed, second, tmp_path / "film.mp4")


@pytest.fixture
def quickly(quick: Filmed, second: Path, tmp_path: Path) -> Callable[..., Order]:
    """An order for a film of the quick one."""
    return orders(quick, second, tmp_path / "film.mp4")


@pytest.fixture(scope="module")
def second(speech: NDArray[np.float32], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of 1.3 s: at 10 pictures a second two stretches, the last one cut short."""
    return write_sound(tmp_path_factory.mktemp("second") / "second.wav", speech[:62_400])


def test_exact_mode_draws_what_the_published_steps_draw(
    wanted: Callable[..., Order], filmed: Filmed, speech: NDArray[np.float32]
) -> None:
    count = 3 * filming.PROCESSOR_BATCH  # whole batches: one that is padded rounds in its own way
    config, sound = wanted(), Soundtrack(speech[: count * 1920, None])
    painter = NeuralPainter(filmed.avatar, sound, config)
    drawn = list(painter.paint(0, count))
    painter.close()
    models, store = load_models(filmed.models), open_store(filmed.avatar, filmed.cache)
    heard = sound.for_networks()
    spoken = chunks.chunks(whisper.features(heard, models.whisper), len(heard), 25)
    order = [store.index_at(number * 1920) for number in range(count)]
    faces = draw_faces(torch.from_numpy(np.array(store.latents))[order], spoken, models, filming.PROCESSOR_BATCH)
    scaler = Scaler()
    for picture, face, index in zip(drawn, faces, order, strict=True):
        box, around = store.box(index), store.crop(index)
        whole = blend(store.frame(index), face, box, around, store.mask(index))
        assert np.array_equal(picture, scaler.picture(whole))
    assert any(not np.array_equal(scaler.picture(store.frame(i)), p) for i, p in zip(order, drawn, strict=True))


@pytest.mark.bench  # a minute by itself: run by `compere bench slow`
def test_one_painter_here_and_two_in_processes_give_the_same_bits(
    quickly: Callable[..., Order], tmp_path: Path
) -> None:
    for name, cards in {"one": ("cpu",), "two": ("cpu", "cpu")}.items():
        make_film(quickly(out=tmp_path / f"{name}.mp4", cards=cards, rate="10"))
    assert (tmp_path / "one.mp4").read_bytes() == (tmp_path / "two.mp4").read_bytes()


@pytest.mark.bench  # a minute by itself: run by `compere bench slow`
def test_two_cards_give_the_same_bits_as_one_even_when_one_of_them_dies(
    quickly: Callable[..., Order], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Worker, "module", "tests.fakes.card_painter")
    monkeypatch.setenv("COMPERE_CARD_DIES", "1:2")
    notes: list[str] = []
    make_film(quickly(out=tmp_path / "one.mp4", rate="10"))
    make_film(quickly(out=tmp_path / "two.mp4", cards=("0", "1"), rate="10"), note=notes.append)
    assert (tmp_path / "one.mp4").read_bytes() == (tmp_path / "two.mp4").read_bytes()
    lost = "The film goes on without card 1: The painter on card 1 ended unexpectedly (code 9): try fewer cards."
    assert notes == [lost]


def test_three_runs_of_an_exact_film_are_one_file(quickly: Callable[..., Order], tmp_path: Path) -> None:
    made = set()
    for _ in range(3):
        make_film(quickly(rate="10", force=True))
        made.add((tmp_path / "film.mp4").read_bytes())
    assert len(made) == 1


def in_pauses(speech: NDArray[np.float32]) -> Soundtrack:
    """A second of speech between two of a quiet room."""
    quiet = np.random.default_rng(4).normal(0, 0.0005, 48_000).astype(np.float32)
    return Soundtrack(np.concatenate([quiet, speech[:48_000], quiet])[:, None])


def test_in_pauses_the_clip_is_shown_as_it_is_and_in_speech_the_drawn_mouth(
    quickly: Callable[..., Order], quick: Filmed, speech: NDArray[np.float32]
) -> None:
    painter = NeuralPainter(quick.avatar, in_pauses(speech), quickly())
    drawn = list(painter.paint(0, 75))
    painter.close()
    store, scaler = open_store(quick.avatar, quick.cache), Scaler()
    clip = [scaler.picture(store.frame(store.index_at(number * 1920))) for number in range(75)]
    same = [np.array_equal(a, b) for a, b in zip(drawn, clip, strict=True)]
    assert all(same[:20]) and all(same[70:])
    assert not any(same[27:48])


def test_a_pause_is_not_drawn_at_all(
    quickly: Callable[..., Order], quick: Filmed, speech: NDArray[np.float32], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    draw = Pipeline.draw
    monkeypatch.setattr(
        Pipeline, "draw", lambda self, latents, chunks: asked.append(len(latents)) or draw(self, latents, chunks)
    )
    painter = NeuralPainter(quick.avatar, in_pauses(speech), quickly())
    assert len(list(painter.paint(0, 75))) == 75
    painter.close()
    assert 25 <= sum(asked) <= 45


@pytest.mark.parametrize("rate", ["10", "25", "30000/1001", "60"])
def test_the_mouth_fades_within_100_ms_and_before_the_word(speech: NDArray[np.float32], rate: str) -> None:
    sound = in_pauses(speech)
    fps = Fraction(rate)
    found = shares(sound.for_networks(), int(3 * fps), fps)
    times = np.arange(len(found)) / float(fps)
    assert not found[times < 0.8].any()
    assert found[(times > 1.05) & (times < 1.9)].min() == 1.0
    assert found[times > 2.6].max() == 0.0
    steps = np.abs(np.diff(found))
    assert steps.max() <= 10 / float(fps) + 0.01 or steps.max() <= 1.0 / (0.1 * float(fps))


def test_a_film_that_begins_in_a_word_begins_with_the_mouth_drawn(speech: NDArray[np.float32]) -> None:
    assert shares(Soundtrack(speech[12_000:, None]).for_networks(), 5, Fraction(25)).min() == 1.0


@given(samples=st.integers(0, 4000), pictures=st.integers(0, 12))
def test_any_short_sound_has_a_share_for_each_picture(samples: int, pictures: int) -> None:
    found = shares(np.full(samples, 0.1, np.float32), pictures, Fraction(25))
    assert found.shape == (pictures,)
    assert ((found >= 0) & (found <= 1)).all()


def test_a_clip_of_another_shape_gets_black_bars(quickly: Callable[..., Order], tmp_path: Path) -> None:
    make_film(quickly(width=320, height=320, rate="10"))
    pictures, _ = pictures_of(tmp_path / "film.mp4")
    assert len(pictures) == 13
    assert pictures[10][:60, :].max() <= 20  # black is 16
    assert pictures[10][160, 60] > 40


def test_torch_is_left_as_it_was(quickly: Callable[..., Order], quick: Filmed, second: Path) -> None:
    assert not torch.are_deterministic_algorithms_enabled()
    sound = open_soundtrack(second)
    painter = NeuralPainter(quick.avatar, sound, quickly())
    assert torch.are_deterministic_algorithms_enabled()
    painter.close()
    sound.close()
    assert not torch.are_deterministic_algorithms_enabled()


def test_faces_that_come_out_wrong_end_a_fast_film(
    quickly: Callable[..., Order], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(
        "engine.musetalk.network.pipeline.sound_faces", lambda decoded: torch.zeros(len(decoded)).bool()
    )
    with pytest.raises(FilmError, match="in exact mode"):
        make_film(quickly(exact=False))
    assert list(tmp_path.iterdir()) == []


def test_what_is_missing_is_one_sentence_that_says_what_to_do(
    wanted: Callable[..., Order], filmed: Filmed, tmp_path: Path
) -> None:
    for changes, words in (
        ({"models": None}, "bring them in first"),
        ({"models": tmp_path / "none"}, "missing"),
        ({"prepared": tmp_path}, "has not been built on this computer yet: build it"),
        ({"cards": ("7",)}, "card"),
    ):
        with pytest.raises(FilmError, match=words) as fault:
            make_film(wanted(**changes))
        assert "\n" not in str(fault.value)
    assert list(tmp_path.iterdir()) == []


@given(samples=st.integers(3200, 200_000), fps=st.sampled_from([25, 30, 40]))
def test_from_25_to_49_pictures_a_second_the_law_is_the_published_one(samples: int, fps: int) -> None:
    table = chunks.step_table(samples, fps)
    assert np.array_equal(step_table(samples, len(table), Fraction(fps)), table)


@pytest.mark.parametrize("rate", ["10", "24000/1001", "25", "50", "60"])
def test_the_window_lies_around_its_picture_at_other_rates(rate: str) -> None:
    fps = Fraction(rate)
    middles = step_table(16_000 * 4, int(4 * fps), fps)[int(fps) : int(3 * fps)].mean(1) + 0.5
    wanted = (np.arange(int(fps), int(3 * fps)) + 0.5) / float(fps) * 50
    assert np.abs(middles - wanted).max() <= 0.6  # of a step of 20 ms
