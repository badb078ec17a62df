from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from console.models.catalogue import PARTS, FileFormat, Part, part_named
from console.models.record import FileRecord, write_down
from console.models.verify import judge, stock
from console.show.state.model_view import FileState
from tests.console.models.samples import UNET, WHISPER, content_of, safetensors, torch_zip, write_all


def part(key: str) -> Part:
    found = part_named(key)
    assert found is not None
    return found


def judged(tmp_path: Path, key: str, data: bytes) -> tuple[FileState, str]:
    path = tmp_path / "file"
    path.write_bytes(data)
    verdict = judge(part(key), part(key).files[0], path)
    return verdict.state, verdict.sentence


def test_the_catalogue_is_the_published_layout() -> None:
    assert {file.path for each in PARTS for file in each.files} == {
        "musetalkV15/unet.pth",
        "musetalkV15/musetalk.json",
        "sd-vae/config.json",
        "sd-vae/diffusion_pytorch_model.bin",
        "sd-vae/diffusion_pytorch_model.safetensors",
        "whisper/config.json",
        "whisper/model.safetensors",
        "whisper/pytorch_model.bin",
        "whisper/preprocessor_config.json",
        "face-parse-bisent/79999_iter.pth",
    }
    assert [each.key for each in PARTS if not each.required] == ["face-parsing"]
    assert all(each.purpose and each.licence and "/" in each.source for each in PARTS)
    assert all(len(file.sha256) == 64 and file.size > 0 for each in PARTS for file in each.files)
    assert all(each.fields if each.files[0].kind is FileFormat.JSON else each.tensors for each in PARTS)


@pytest.mark.parametrize("each", PARTS, ids=lambda each: each.key)
def test_each_part_is_known_by_its_content(tmp_path: Path, each: Part) -> None:
    for file in each.files:
        path = write_all(tmp_path, {file.path: content_of(each, file.kind)}) / file.path
        verdict = judge(each, file, path)
        assert verdict.state is FileState.GOOD and "another edition" in verdict.sentence


@pytest.mark.parametrize(
    ("key", "data", "state", "sentence"),
    [
        ("unet", b"", FileState.TRUNCATED, "musetalkV15/unet.pth is truncated: it is empty; copy it again."),
        (
            "unet",
            torch_zip(UNET)[:-30],
            FileState.TRUNCATED,
            "musetalkV15/unet.pth is truncated: its end is missing; copy it again.",
        ),
        (
            "unet",
            torch_zip({**UNET, "conv_in.weight": (320, 4, 3, 3)}),
            FileState.FOREIGN,
            "musetalkV15/unet.pth is foreign: its tensor conv_in.weight is 320×4×3×3 and not ?×8×3×3.",
        ),
        (
            "unet",
            torch_zip({"net.weight": (2, 2)}),
            FileState.FOREIGN,
            "musetalkV15/unet.pth is foreign: it has no tensor conv_in.weight.",
        ),
        (
            "whisper",
            safetensors({**WHISPER, "model.encoder.conv1.weight": (512, 80, 3)}),
            FileState.FOREIGN,
            "whisper/model.safetensors is foreign: its tensor encoder.conv1.weight is 512×80×3 and not 384×80×3.",
        ),
        (
            "unet-config",
            b'{"in_channels": 4, "out_channels": 4}',
            FileState.FOREIGN,
            "musetalkV15/musetalk.json is foreign: its in_channels is 4 and not 8.",
        ),
        (
            "unet-config",
            b'{"in_channels": 8, "out_chann',
            FileState.TRUNCATED,
            "musetalkV15/musetalk.json is truncated: its end is missing; copy it again.",
        ),
        ("vae-config", b"[1]", FileState.FOREIGN, "sd-vae/config.json is foreign: it is no JSON."),
        ("vae-config", b"{}", FileState.FOREIGN, "sd-vae/config.json is foreign: it has no field _class_name."),
        (
            "vae",
            b"version https://git-lfs.github.com/spec/v1\noid sha256:a1d9\nsize 334643276\n",
            FileState.FOREIGN,
            "sd-vae/diffusion_pytorch_model.safetensors is foreign: it is a Git LFS pointer and not the file itself.",
        ),
        (
            "vae",
            b"<!doctype html><html>Log in</html>",
            FileState.FOREIGN,
            "sd-vae/diffusion_pytorch_model.safetensors is foreign: it is a web page.",
        ),
    ],
)
def test_what_is_wrong_is_one_sentence(tmp_path: Path, key: str, data: bytes, state: FileState, sentence: str) -> None:
    assert judged(tmp_path, key, data) == (state, sentence)


def test_a_file_that_is_not_there_is_missing_and_a_folder_in_its_place_is_no_traceback(tmp_path: Path) -> None:
    assert judge(part("unet"), part("unet").files[0], tmp_path / "none").state is FileState.MISSING
    assert judge(part("unet"), part("unet").files[0], tmp_path).state is not FileState.GOOD


def test_any_one_of_the_files_will_do(tmp_path: Path) -> None:
    vae = part("vae")
    write_all(tmp_path, {vae.files[1].path: content_of(vae, FileFormat.TORCH)})
    found = next(each for each in stock(tmp_path) if each.part.key == "vae")
    assert (found.file, found.verdict.state) == (vae.files[1], FileState.GOOD)


def test_the_published_files_are_good_without_a_word(tmp_path: Path, published: tuple[Part, ...]) -> None:
    write_all(tmp_path)
    assert [each.verdict.sentence for each in stock(tmp_path, whole=True)] == [""] * len(published)


def test_a_changed_byte_is_found_by_reading_all(tmp_path: Path, published: tuple[Part, ...]) -> None:
    write_all(tmp_path)
    path = tmp_path / "whisper/model.safetensors"
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    passed: list[int] = []
    quick = {each.file.path: each.verdict.state for each in stock(tmp_path)}
    whole = {each.file.path: each.verdict.state for each in stock(tmp_path, whole=True, passed=passed.append)}
    assert quick["whisper/model.safetensors"] is FileState.GOOD
    assert whole["whisper/model.safetensors"] is FileState.DAMAGED
    assert [path for path, state in whole.items() if state is not FileState.GOOD] == ["whisper/model.safetensors"]
    assert sum(passed) > 0


def test_a_file_is_compared_with_what_was_recorded_when_it_came(tmp_path: Path) -> None:
    write_all(tmp_path)
    config = part("unet-config").files[0]
    data = (tmp_path / config.path).read_bytes()
    write_down(tmp_path, config, FileRecord(len(data), hashlib.sha256(data).hexdigest(), "a stick", 1.0))
    (tmp_path / config.path).write_bytes(json.dumps({**part("unet-config").fields, "more": 2}).encode())
    found = next(each for each in stock(tmp_path, whole=True) if each.file is config)
    assert (found.verdict.state, "recorded" in found.verdict.sentence) == (FileState.DAMAGED, True)
    (tmp_path / config.path).write_bytes(data + b" ")
    found = next(each for each in stock(tmp_path) if each.file is config)
    assert found.verdict.state is FileState.DAMAGED


def test_a_record_that_cannot_be_read_is_an_empty_one(tmp_path: Path, published: tuple[Part, ...]) -> None:
    write_all(tmp_path)
    (tmp_path / "brought-in.json").write_text("{")
    assert all(each.verdict.state is FileState.GOOD for each in stock(tmp_path, whole=True))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"[" * 500_000 + b"]" * 500_000, id="deep lists"),
        pytest.param(b'{"a":' * 150_000 + b"1" + b"}" * 150_000, id="deep tables"),
        pytest.param(b'{"_class_name":' + b"[" * 900 + b"]" * 900 + b"}", id="deep for whoever prints it"),
        pytest.param(b'{"a":"' + b"x" * (1 << 20) + b'"}', id="long"),
        pytest.param(b'{"sample_size":NaN}', id="no number"),
    ],
)
def test_a_description_that_goes_deep_or_on_and_on_is_one_sentence(tmp_path: Path, data: bytes) -> None:
    described = next(part for part in PARTS if part.files[0].kind is FileFormat.JSON)
    path = tmp_path / "description"
    path.write_bytes(data)
    verdict = judge(described, described.files[0], path)
    assert (verdict.state, verdict.sentence) == (
        FileState.FOREIGN,
        f"{described.files[0].path} is foreign: it is no JSON.",
    )
