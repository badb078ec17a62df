"""weights and model: what the published folders may look like."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from engine.musetalk.network.model import Models, load_models, load_vae, load_whisper
from engine.musetalk.network.weights import WeightsError

OLD = {"to_q": "query", "to_k": "key", "to_v": "value"}


def same(one: torch.nn.Module, other: torch.nn.Module) -> bool:
    mine, theirs = one.state_dict(), other.state_dict()
    return mine.keys() == theirs.keys() and all(torch.equal(mine[key], theirs[key]) for key in mine)


@pytest.fixture
def folder(models_folder: Path, tmp_path: Path) -> Path:
    """A copy that may be spoilt."""
    return Path(shutil.copytree(models_folder, tmp_path / "models"))


def test_the_autoencoders_old_names_in_a_bin_file_load_the_same(folder: Path, models: Models) -> None:
    file = folder / "sd-vae" / "diffusion_pytorch_model.safetensors"

    def old(key: str) -> str:
        for new, was in OLD.items():
            key = key.replace(f".{new}.", f".{was}.")
        return key.replace(".to_out.0.", ".proj_attn.")

    tensors = {old(key): tensor for key, tensor in load_file(file).items()}
    assert any("proj_attn" in key for key in tensors)
    torch.save(tensors, file.with_suffix(".bin"))
    file.unlink()
    (folder / "sd-vae").rename(folder / "sd-vae-ft-mse")
    assert same(load_models(folder).vae, models.vae)


@pytest.mark.parametrize(
    "renamed",
    [
        pytest.param(lambda key: key, id="with the prefix"),
        pytest.param(lambda key: key.removeprefix("model."), id="without the prefix"),
    ],
)
def test_whispers_keys_load_in_a_bin_file(folder: Path, models: Models, renamed: Callable[[str], str]) -> None:
    file = folder / "whisper" / "model.safetensors"
    tensors = {renamed(key): tensor for key, tensor in load_file(file).items()}
    assert any("decoder" in key for key in tensors)
    torch.save(tensors, file.with_name("pytorch_model.bin"))
    file.unlink()
    assert same(load_whisper(folder / "whisper", "cpu", torch.float32), models.whisper)


def test_a_safetensors_unet_and_a_wrapped_state_dict_load(folder: Path, models: Models) -> None:
    file = folder / "musetalkV15" / "unet.pth"
    tensors: dict[str, Tensor] = torch.load(file, weights_only=True)
    torch.save({"state_dict": tensors}, file)
    assert same(load_models(folder).face, models.face)
    save_file(tensors, file.with_suffix(".safetensors"))
    file.unlink()
    assert same(load_models(folder).face, models.face)


def test_networks_come_in_the_dtype_asked_for(models_folder: Path) -> None:
    vae = load_vae(models_folder / "sd-vae", "cpu", torch.float16)
    assert {weights.dtype for weights in vae.parameters()} == {torch.float16}
    assert not vae.training


def refusal(folder: Path) -> str:
    with pytest.raises(WeightsError) as refused:
        load_models(folder)
    sentence = str(refused.value)
    assert "\n" not in sentence and sentence.endswith(".")
    return sentence


@pytest.mark.parametrize(
    "missing",
    [
        "musetalkV15/unet.pth",
        "musetalkV15/musetalk.json",
        "sd-vae/config.json",
        "sd-vae/diffusion_pytorch_model.safetensors",
        "whisper/model.safetensors",
    ],
)
def test_a_missing_file_is_named(missing: str, folder: Path) -> None:
    (folder / missing).unlink()
    sentence = refusal(folder)
    assert Path(missing).name in sentence and str((folder / missing).parent) in sentence


@pytest.mark.parametrize("cut", ["musetalkV15/unet.pth", "sd-vae/diffusion_pytorch_model.safetensors"])
@pytest.mark.parametrize("kept", [0, 0.5, 0.999])
def test_a_file_that_was_cut_off_is_named(cut: str, kept: float, folder: Path) -> None:
    whole = (folder / cut).read_bytes()
    (folder / cut).write_bytes(whole[: int(len(whole) * kept)])
    sentence = refusal(folder)
    assert Path(cut).name in sentence and "damaged" in sentence


def test_another_models_file_is_told_by_its_tensors(folder: Path) -> None:
    shutil.copy(folder / "sd-vae" / "diffusion_pytorch_model.safetensors", folder / "whisper" / "model.safetensors")
    assert "another model's file" in refusal(folder)


def test_a_tensor_of_another_shape_is_told_with_both_shapes(folder: Path) -> None:
    file = folder / "musetalkV15" / "unet.pth"
    tensors: dict[str, Tensor] = torch.load(file, weights_only=True)
    tensors["conv_in.weight"] = tensors["conv_in.weight"][:, :4].clone()
    torch.save(tensors, file)
    assert "'conv_in.weight' has the shape (8, 4, 3, 3) and not (8, 8, 3, 3)" in refusal(folder)


def test_nothing_in_a_weight_file_is_run(folder: Path, tmp_path: Path) -> None:
    class Harm:
        def __reduce__(self) -> tuple[object, ...]:
            return Path.touch, (tmp_path / "harmed",)

    torch.save({"conv_in.weight": Harm()}, folder / "musetalkV15" / "unet.pth")
    assert "unet.pth" in refusal(folder)
    assert not (tmp_path / "harmed").exists()


@pytest.mark.parametrize("text", ["", "[1]", '{"block_out_channels": "x"}'])
def test_a_description_that_makes_no_network_is_named(text: str, folder: Path) -> None:
    (folder / "musetalkV15" / "musetalk.json").write_text(text)
    assert "musetalk.json" in refusal(folder)


def test_a_description_of_a_plain_stable_diffusion_is_not_taken_for_it(folder: Path) -> None:
    file = folder / "musetalkV15" / "musetalk.json"
    table = json.loads(file.read_text())
    file.write_text(json.dumps({**table, "in_channels": 4}))
    assert "another model's file" in refusal(folder)
