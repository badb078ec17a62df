"""From a clip to a prepared avatar, offline: what comes out, and one sentence for each clip that cannot be used."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.avatar import load_avatar
from engine.musetalk.face import latents
from engine.musetalk.face.crop import face_crop
from engine.musetalk.network.model import Models
from engine.musetalk.store.config import AvatarConfig, MaskConfig
from engine.musetalk.store.prepared import open_store
from engine.musetalk.store.store import Store, StoreError, fingerprint
from engine.musetalk.studio import __main__ as child
from engine.musetalk.studio.clip import ClipError
from engine.musetalk.studio.making import BuildStoppedError, Places, make, resolved
from engine.opencv import opencv
from engine.text import sentence_of
from tests.engine.musetalk.studio.conftest import SIZE, film, lin


def quiet(stage: str, frame: int, of: int) -> None:
    pass


def built(file: Path, places: Places, config: AvatarConfig | None = None) -> Store:
    return Store.open(make("lin", file, config or AvatarConfig(), places, quiet).folder)


@pytest.mark.usefixtures("quick_latents")
def test_a_talking_clip_of_ten_seconds_becomes_a_prepared_avatar(talking: Path, places: Places) -> None:
    heard: list[tuple[str, int, int]] = []
    made = make("lin", talking, AvatarConfig(), places, lambda *told: heard.append(told))
    store = Store.open(made.folder)
    card = store.card
    assert (card.width, card.height, card.rate) == (*SIZE, [12, 1])
    assert 80 <= card.frames <= 120
    assert heard[-1] == ("making", card.frames, card.frames)
    left, _, right, bottom = store.box(card.frames // 2)
    assert abs((left + right) / 2 - SIZE[0] / 2) < 6  # Lin stands in the middle
    assert 40 < right - left < 60
    assert abs(bottom - 10 - 402 * SIZE[1] / 720) < 6  # the chin, as it is drawn
    mask, crop = store.mask(0), store.crop(0)
    assert mask.shape == (crop[3] - crop[1], crop[2] - crop[0])
    assert mask.max() == 255
    assert card.report["face_px"] == pytest.approx(right - left, abs=3)
    assert any("mouth moves" in sentence for sentence in card.report["advice"])
    assert not list(places.cache.rglob("*.part"))


@pytest.mark.usefixtures("quick_latents")
def test_what_is_prepared_is_used_again_at_once(talking: Path, places: Places) -> None:
    first = make("lin", talking, AvatarConfig(end_s=1.5), places, quiet)
    heard: list[str] = []
    again = make("lin", talking, AvatarConfig(end_s=1.5), places, lambda *told: heard.append(told[0]))
    assert (first.reused, again.reused, again.folder, heard) == (False, True, first.folder, [])


@pytest.mark.usefixtures("quick_latents")
def test_a_stopped_build_goes_on_where_it_was_and_comes_out_the_same(talking: Path, places: Places) -> None:
    config = AvatarConfig(end_s=1.5)
    seen: list[int] = []

    def progress(stage: str, frame: int, of: int) -> None:
        if stage == "making":
            seen.append(frame)

    with pytest.raises(BuildStoppedError):
        make("lin", talking, config, places, progress, lambda: len(seen) == 7)
    with pytest.raises(StoreError):
        Store.open(next(places.cache.glob("musetalk/*")))
    resumed = built(talking, places, config)
    whole = built(talking, Places(places.cache.with_name("other"), places.models), config)
    np.testing.assert_array_equal(resumed.latents, whole.latents)
    assert resumed.card == whole.card
    for number in range(whole.card.frames):
        assert bytes(resumed.jpeg(number)) == bytes(whole.jpeg(number))


def test_a_photo_is_a_loop_of_one_frame_with_the_posteriors_mean(
    tmp_path: Path, places: Places, models: Models
) -> None:
    picture = lin(0.1, 25)[0]
    opencv().imwrite(str(tmp_path / "lin.png"), picture)
    store = built(tmp_path / "lin.png", places)
    assert (store.card.frames, store.index_at(123_456)) == (1, 0)
    wanted = latents.frame_latents(face_crop(picture, store.box(0)), models.vae)
    np.testing.assert_allclose(store.latents[0], wanted.numpy(), atol=1e-4)


def no_face(frames: list[NDArray[np.uint8]]) -> list[NDArray[np.uint8]]:
    return [np.ascontiguousarray(frame[::-1]) for frame in frames]


def two_faces(frames: list[NDArray[np.uint8]]) -> list[NDArray[np.uint8]]:
    return [np.hstack([frame[:, 60:260], frame[:, 60:260]]) for frame in frames]


def gone_for_a_while(frames: list[NDArray[np.uint8]]) -> list[NDArray[np.uint8]]:
    return [np.full_like(frame, 90) if 14 <= number < 22 else frame for number, frame in enumerate(frames)]


def over_the_edge(frames: list[NDArray[np.uint8]]) -> list[NDArray[np.uint8]]:
    return [np.roll(frame, -8 * number, axis=1) for number, frame in enumerate(frames)]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (no_face, "There is no face in the clip"),
        (two_faces, r"There are 2 faces in the clip: say which one speaks, 1 \(the left one\) to 2\."),
        (gone_for_a_while, r"The face is not to be seen from 1\.2 s to 1\.8 s: use the piece from 0\.0 s to 1\.2 s"),
        (over_the_edge, r"The face (leaves the picture at|is not to be seen from) \d\.\d s"),
    ],
)
def test_a_clip_that_cannot_be_used_gets_one_sentence_and_leaves_nothing(
    change: Callable[[list[NDArray[np.uint8]]], list[NDArray[np.uint8]]],
    sentence: str,
    tmp_path: Path,
    places: Places,
    ten_seconds: list[NDArray[np.uint8]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    clip = film(tmp_path / "clip.mp4", change(ten_seconds[:30]), 12)
    with pytest.raises(ClipError, match=sentence):
        make("lin", clip, AvatarConfig(), places, quiet)
    assert not list(places.cache.rglob("*"))


@pytest.mark.usefixtures("quick_latents")
@pytest.mark.parametrize(("face", "middle"), [(1, 100), (2, 300)])
def test_of_two_faces_the_one_that_was_said_is_taken(
    face: int, middle: int, tmp_path: Path, places: Places, ten_seconds: list[NDArray[np.uint8]]
) -> None:
    clip = film(tmp_path / "clip.mp4", two_faces(ten_seconds[:13]), 12)
    store = built(clip, places, AvatarConfig(face=face))
    left, _, right, _ = store.box(0)
    assert abs((left + right) / 2 - middle) < 8


@pytest.mark.usefixtures("quick_latents")
def test_a_box_drawn_by_hand_holds_where_no_face_is_found(
    tmp_path: Path, places: Places, ten_seconds: list[NDArray[np.uint8]]
) -> None:
    clip = film(tmp_path / "clip.mp4", no_face(ten_seconds[:13]), 12)
    store = built(clip, places, AvatarConfig(box=(130, 60, 190, 130)))
    assert {store.box(number) for number in range(store.card.frames)} == {(130, 60, 190, 140)}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty: copy it again"),
        (b"this is no video" * 100, "is not a video or a photo that can be read"),
        (None, "cannot be read: choose another file"),
    ],
)
def test_a_file_that_is_no_clip_gets_one_sentence(
    content: bytes | None, sentence: str, tmp_path: Path, places: Places
) -> None:
    file = tmp_path / "clip.mp4"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ClipError, match=sentence):
        make("lin", file, AvatarConfig(), places, quiet)
    assert not places.cache.exists()


def test_a_cut_off_file_gets_one_sentence(tmp_path: Path, places: Places, talking: Path) -> None:
    file = tmp_path / "clip.mp4"
    file.write_bytes(talking.read_bytes()[:20_000])
    with pytest.raises(ClipError, match=r"clip\.mp4 (is not a video|is damaged)"):
        make("lin", file, AvatarConfig(), places, quiet)


def arguments(clip: Path, places: Places, avatars: Path, *more: str) -> list[str]:
    where = ["--avatars", str(avatars), "--cache", str(places.cache), "--models", str(places.models)]
    return ["new", str(clip), "--name", "Lin Film", "--licence", "CC0-1.0", *where, *more]


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    last: dict[str, object] = json.loads(capsys.readouterr().out.splitlines()[-1])
    return last


@pytest.mark.usefixtures("quick_latents")
def test_the_child_makes_the_avatars_folder_and_builds_again_from_it(
    talking: Path, places: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    avatars = tmp_path / "avatars"
    assert child.main(arguments(talking, places, avatars, "--to", "1.5", "--mask-chin", "0.9")) == 0
    done = told(capsys)
    avatar = load_avatar(avatars / "lin-film")
    assert (avatar.id, avatar.name, avatar.driver) == ("lin-film", "Lin Film", "musetalk")
    assert (avatar.folder / "clip.mp4").read_bytes() == talking.read_bytes()
    assert avatar.thumbnail is not None
    assert opencv().imread(str(avatar.thumbnail)).shape == (270, 480, 3)
    weights = fingerprint(places.models / "sd-vae" / "diffusion_pytorch_model.safetensors")
    store = open_store(avatar, places.cache, weights)
    assert str(store.folder) == done["store"]
    assert store.card.settings["mask"]["chin"] == 0.9
    assert child.main(["again", str(avatar.folder), "--cache", str(places.cache), "--models", str(places.models)]) == 0
    assert told(capsys)["reused"] is True
    with pytest.raises(StoreError, match="Lin Film was built with other weights: build it again"):
        open_store(avatar, places.cache, "others")
    (avatar.folder / "clip.mp4").unlink()
    assert open_store(avatar, places.cache).folder == store.folder
    (avatar.folder / "clip.mp4").write_bytes(b"another")
    with pytest.raises(StoreError, match="clip or settings have changed"):
        open_store(avatar, places.cache)
    assert child.main(arguments(talking, places, avatars)) == 1
    assert "There is an avatar lin-film in" in sentence_of(told(capsys)["sentence"])


@pytest.mark.parametrize("more", [["--face", "11"], ["--box", "1,2,3,4"], ["--mask-width", "7"], ["--finder", "s3fd"]])
def test_the_child_says_one_sentence_and_leaves_no_folder(
    more: list[str], talking: Path, places: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert child.main(arguments(talking, places, tmp_path / "avatars", *more)) == 1
    sentence = str(told(capsys)["sentence"])
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert not (tmp_path / "avatars").exists()


def test_missing_weights_are_named(talking: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    places = Places(tmp_path / "cache", tmp_path / "models")
    assert child.main(arguments(talking, places, tmp_path / "avatars")) == 1
    assert "diffusion_pytorch_model.safetensors" in sentence_of(told(capsys)["sentence"])


def test_a_look_gives_the_first_frame_and_its_faces(
    talking: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = tmp_path / "first.png"
    assert child.main(["look", str(talking), "--picture", str(picture)]) == 0
    looked = told(capsys)
    assert (looked["width"], looked["height"], looked["still"]) == (*SIZE, False)
    assert looked["seconds"] == pytest.approx(10.0, abs=0.1)
    assert len(looked["faces"]) == 1  # type: ignore[arg-type]
    assert picture.is_file()


def test_the_parser_is_taken_when_its_weights_are_there(tmp_path: Path, talking: Path) -> None:
    assert resolved(AvatarConfig(), talking, tmp_path, "auto").mask.shape == "drawn"
    file = tmp_path / "face-parse-bisent" / "79999_iter.pth"
    file.parent.mkdir()
    file.touch()
    assert resolved(AvatarConfig(), talking, tmp_path, "auto").mask.shape == "parsed"
    assert resolved(AvatarConfig(), talking, tmp_path, "drawn").mask == MaskConfig()
