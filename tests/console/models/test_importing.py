from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from console.models.catalogue import PARTS, Part
from console.models.importing import import_from
from console.models.outcome import ROOM_LEFT, ImportProgress, ImportStoppedError, ModelError, PartOutcome
from console.models.record import read_record
from console.models.verify import stock
from console.show.state.model_view import FileState
from tests.console.models.samples import UNET, contents, torch_zip, write_all

GOOD = [FileState.GOOD] * len(PARTS)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return write_all(tmp_path / "stick")


@pytest.fixture
def models(tmp_path: Path) -> Path:
    return tmp_path / "data" / "models"


def states(outcomes: list[PartOutcome]) -> dict[str, FileState]:
    return {each.part.key: each.state for each in outcomes}


def tree(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_in_the_published_layout_is_brought_in_and_recorded(
    stick: Path, models: Path, published: tuple[Part, ...]
) -> None:
    outcomes = import_from(stick, models, clock=lambda: 1234.5)
    assert [each.state for each in outcomes] == GOOD and all(each.fresh for each in outcomes)
    assert tree(models) == {*contents(), "brought-in.json"}
    record = read_record(models)
    assert {path: entry.sha256 for path, entry in record.items()} == {
        part.files[0].path: part.files[0].sha256 for part in published
    }
    assert record["musetalkV15/unet.pth"].at == 1234.5
    assert record["musetalkV15/unet.pth"].origin == str(stick / "musetalkV15/unet.pth")


def laid_out(root: Path, kind: str) -> Path:
    """The files of `contents` as people have them."""
    found = contents()
    if kind == "flat":
        # Three networks call their file config.json, so in one folder there is room for one of them.
        return write_all(root, {path.rpartition("/")[2]: data for path, data in found.items()})
    placed = {}
    for part in PARTS:
        file = part.files[0]
        home = {
            "hub cache": f"hub/models--{file.repository.replace('/', '--')}/snapshots/{file.revision}/{file.remote}",
            "repositories": f"{file.repository.rpartition('/')[2]}/{file.remote}",
            "deep": f"backup/2026/MuseTalk/models/{file.path}",
        }[kind]
        placed[home] = found[file.path]
    return write_all(root, placed)


@pytest.mark.parametrize("kind", ["hub cache", "repositories", "deep"])
def test_other_layouts_are_found_too(tmp_path: Path, models: Path, published: object, kind: str) -> None:
    assert [each.state for each in import_from(laid_out(tmp_path / "stick", kind), models)] == GOOD


def test_files_in_one_place_are_told_apart_by_their_content(tmp_path: Path, models: Path, published: object) -> None:
    found = states(import_from(laid_out(tmp_path / "stick", "flat"), models))
    lacking = [key for key, state in found.items() if state is not FileState.GOOD]
    assert lacking == ["vae-config"], "the one config.json that is there is whisper's, and no foreign one of the VAE"
    assert found["vae-config"] is FileState.MISSING


def test_a_hubs_links_are_followed(tmp_path: Path, models: Path, published: object) -> None:
    blobs = write_all(tmp_path / "blobs")
    for path in contents():
        link = tmp_path / "stick" / path
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(blobs / path)
    assert [each.state for each in import_from(tmp_path / "stick", models)] == GOOD
    assert not any(path.is_symlink() for path in models.rglob("*"))


def test_missing_truncated_and_foreign_files_are_each_named_and_the_rest_comes_in(
    stick: Path, models: Path, published: object
) -> None:
    (stick / "whisper/preprocessor_config.json").unlink()
    unet = stick / "musetalkV15/unet.pth"
    unet.write_bytes(unet.read_bytes()[:-100])
    (stick / "face-parse-bisent/79999_iter.pth").write_bytes(torch_zip(UNET))
    outcomes = import_from(stick, models)
    wrong = {each.part.key: each.sentence for each in outcomes if each.state is not FileState.GOOD}
    assert wrong == {
        "unet": "musetalkV15/unet.pth is truncated: its end is missing; copy it again.",
        "whisper-sound": "whisper/preprocessor_config.json is missing.",
        "face-parsing": "face-parse-bisent/79999_iter.pth is foreign: it has no tensor cp.resnet.conv1.weight.",
    }
    assert tree(models) == {*contents(), "brought-in.json"} - {
        "musetalkV15/unet.pth",
        "whisper/preprocessor_config.json",
        "face-parse-bisent/79999_iter.pth",
    }
    assert sum(each.fresh for each in outcomes) == len(PARTS) - 3


def test_a_file_with_the_published_size_and_other_bytes_is_damaged_and_not_kept(
    stick: Path, models: Path, published: object
) -> None:
    path = stick / "whisper/model.safetensors"
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    outcome = next(each for each in import_from(stick, models) if each.part.key == "whisper")
    assert outcome.state is FileState.DAMAGED and "checksum" in outcome.sentence
    assert not list((models / "whisper").glob("model*"))


def test_another_edition_than_the_published_one_is_taken(stick: Path, models: Path) -> None:
    assert [each.state for each in import_from(stick, models)] == GOOD
    assert all("another edition" in each.verdict.sentence for each in stock(models))


def test_what_is_there_and_good_is_left_alone(stick: Path, models: Path, published: object) -> None:
    import_from(stick, models)
    before = (models / "musetalkV15/unet.pth").stat().st_mtime_ns
    shutil.rmtree(stick)
    stick.mkdir()
    outcomes = import_from(stick, models)
    assert [each.state for each in outcomes] == GOOD and not any(each.fresh for each in outcomes)
    assert (models / "musetalkV15/unet.pth").stat().st_mtime_ns == before


def stopping_after(pieces: int) -> ImportProgress:
    moved: list[int] = []
    return ImportProgress(lambda: len(moved) > pieces, lambda path, done, total: moved.append(done))


def test_an_import_that_was_stopped_goes_on_where_it_ended(
    stick: Path, models: Path, published: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("console.models.importing._CHUNK", 1000)
    with pytest.raises(ImportStoppedError):
        import_from(stick, models, stopping_after(4))
    begun = models / "musetalkV15/unet.pth.part"
    assert begun.stat().st_size == 4000 and not (models / "musetalkV15/unet.pth").exists()
    found = next(each for each in stock(models) if each.part.key == "unet")
    assert (found.verdict.state, found.size) == (FileState.PARTIAL, 4000)
    marked = bytearray(begun.read_bytes())
    done: list[int] = []
    outcomes = import_from(stick, models, ImportProgress(moved=lambda path, at, total: done.append(at)))
    assert done[0] == 4000, "it did not begin again"
    assert [each.state for each in outcomes] == GOOD and not begun.exists()
    assert (models / "musetalkV15/unet.pth").read_bytes()[:4000] == bytes(marked)
    assert not [path for path in tree(models) if ".part" in path]


def test_a_part_of_another_file_is_not_gone_on_with(
    stick: Path, models: Path, published: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("console.models.importing._CHUNK", 1000)
    with pytest.raises(ImportStoppedError):
        import_from(stick, models, stopping_after(4))
    (models / "musetalkV15/unet.pth.part").write_bytes(b"x" * 4000)
    other = write_all(stick.parent / "other stick")
    assert [each.state for each in import_from(other, models)] == GOOD


def test_a_disk_without_room_is_told_with_the_numbers_before_anything_is_written(stick: Path, models: Path) -> None:
    needed = sum(len(data) for data in contents().values())
    with pytest.raises(ModelError, match=r"There is not enough room in .*: 5\d\d MB are needed, 499 MB are free\."):
        import_from(stick, models, free=lambda folder: 499_000_000)
    assert not models.exists()
    assert import_from(stick, models, free=lambda folder: needed + ROOM_LEFT)


@pytest.mark.parametrize("same", [False, True])
def test_a_folder_that_cannot_be_meant_is_one_sentence(models: Path, same: bool) -> None:
    if same:
        models.mkdir(parents=True)
    with pytest.raises(ModelError, match="choose the one that the files come from" if same else "There is no folder"):
        import_from(models, models)


def test_a_folder_of_models_that_cannot_be_written_is_one_sentence(stick: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(ModelError, match="Models cannot be written to"):
        import_from(stick, tmp_path / "file" / "models")
