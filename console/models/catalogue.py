"""Which files the neural driver needs, in the layout in which MuseTalk v1.5 is published.

Sizes, SHA-256 and revisions are those of the public repositories, carried from two published lists that agree. No
file of them comes with Compere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from console.show.state.settings import MODELS_SOURCE

HUB = MODELS_SOURCE
"""The public hub; mirrors serve the same addresses under another host."""

Shape = tuple[int | None, ...]
"""A tensor's shape; None stands for any number."""


class FileFormat(StrEnum):
    """How a file is made up."""

    JSON = "json"
    TORCH = "torch"  # what torch.save writes: .pth and .bin
    SAFETENSORS = "safetensors"


@dataclass(frozen=True)
class ModelFile:
    """One file as it is published.

    Attributes:
        path: below the folder of models, with slashes.
        size: in bytes.
        sha256: of its content, in hexadecimal.
        repository: on the hub.
        revision: the commit that these figures belong to.
        remote: its path in the repository.
    """

    path: str
    kind: FileFormat
    size: int
    sha256: str
    repository: str
    revision: str
    remote: str

    @property
    def name(self) -> str:
        """Without its folder."""
        return self.path.rpartition("/")[2]

    @property
    def folder(self) -> str:
        """Below the folder of models."""
        return self.path.rpartition("/")[0]

    def address(self, base: str) -> str:
        """Where it is fetched from; `base` is the hub or a mirror."""
        return f"{base.rstrip('/')}/{self.repository}/resolve/{self.revision}/{self.remote}"


@dataclass(frozen=True)
class Part:
    """What the driver needs, in one or another file.

    Attributes:
        key: what the command line calls it.
        purpose: what it is for, in a few words.
        licence: under which it may be used.
        files: any one of them will do; the first is the one to fetch.
        required: False when the driver works without it.
        tensors: name → shape, for what only this network has.
        fields: field → value, for what only this configuration says.
        folders: what its folder is called elsewhere.
    """

    key: str
    purpose: str
    licence: str
    files: tuple[ModelFile, ...]
    required: bool = True
    tensors: Mapping[str, Shape] = field(default_factory=dict)
    fields: Mapping[str, object] = field(default_factory=dict)
    folders: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """The repository that it comes from."""
        return self.files[0].repository


_MUSETALK = ("TMElyralab/MuseTalk", "3ef28bc5cff08c90ad8178a25f1b570cd800170f")
_VAE = ("stabilityai/sd-vae-ft-mse", "31f26fdeee1355a5c34592e401dd41e45d25a493")
_WHISPER = ("openai/whisper-tiny", "169d4a4341b33bc18d8881c4b69c2e104e1cc0af")
_PARSING = ("ManyOtherFunctions/face-parse-bisent", "0073b233a5a3c4b1377d4dbf49245017938a72b5")

# Its README: "The trained model are available for any purpose, even commercially."
_MUSETALK_LICENCE = "MIT; weights for any purpose"

PARTS: tuple[Part, ...] = (
    Part(
        "unet",
        "Draws the mouth",
        _MUSETALK_LICENCE,
        (
            ModelFile(
                "musetalkV15/unet.pth",
                FileFormat.TORCH,
                3_400_074_924,
                "7ebf6c98c181e20838e4c0054e96e944ac60d5d692cc01db42839fe11b787007",
                *_MUSETALK,
                "musetalkV15/unet.pth",
            ),
        ),
        tensors={
            "conv_in.weight": (None, 8, 3, 3),
            "conv_out.weight": (4, None, 3, 3),
            "down_blocks.0.attentions.0.transformer_blocks.0.attn2.to_k.weight": (None, 384),
            "up_blocks.3.attentions.2.transformer_blocks.0.attn2.to_v.weight": (None, 384),
        },
    ),
    Part(
        "unet-config",
        "How the network that draws the mouth is built",
        _MUSETALK_LICENCE,
        (
            ModelFile(
                "musetalkV15/musetalk.json",
                FileFormat.JSON,
                748,
                "5b6923aee04d71692e0e9846c471e0a4ea07a4f686d39545e472bd4ba17e1b47",
                *_MUSETALK,
                "musetalkV15/musetalk.json",
            ),
        ),
        fields={"in_channels": 8, "out_channels": 4, "cross_attention_dim": 384},
    ),
    Part(
        "vae",
        "Turns what was drawn into a picture",
        "MIT",
        (
            ModelFile(
                "sd-vae/diffusion_pytorch_model.safetensors",
                FileFormat.SAFETENSORS,
                334_643_276,
                "a1d993488569e928462932c8c38a0760b874d166399b14414135bd9c42df5815",
                *_VAE,
                "diffusion_pytorch_model.safetensors",
            ),
            ModelFile(
                "sd-vae/diffusion_pytorch_model.bin",
                FileFormat.TORCH,
                334_707_217,
                "1b4889b6b1d4ce7ae320a02dedaeff1780ad77d415ea0d744b476155c6377ddc",
                *_VAE,
                "diffusion_pytorch_model.bin",
            ),
        ),
        tensors={
            "encoder.conv_in.weight": (None, 3, 3, 3),
            "decoder.conv_in.weight": (None, 4, 3, 3),
            "post_quant_conv.weight": (4, 4, 1, 1),
        },
        folders=("sd-vae-ft-mse",),
    ),
    Part(
        "vae-config",
        "How the picture network is built",
        "MIT",
        (
            ModelFile(
                "sd-vae/config.json",
                FileFormat.JSON,
                547,
                "92d3dfb746fca211a2c9e019e285f8597412211728dce3c5bcf4eda0f2d62e7e",
                *_VAE,
                "config.json",
            ),
        ),
        fields={"_class_name": "AutoencoderKL", "latent_channels": 4},
        folders=("sd-vae-ft-mse",),
    ),
    Part(
        "whisper",
        "Listens to the voice",
        "Apache-2.0",
        (
            ModelFile(
                "whisper/model.safetensors",
                FileFormat.SAFETENSORS,
                151_061_672,
                "7ebd0e69e78190ffe1438491fa05cc1f5c1aa3a4c4db3bc1723adbb551ea2395",
                *_WHISPER,
                "model.safetensors",
            ),
            ModelFile(
                "whisper/pytorch_model.bin",
                FileFormat.TORCH,
                151_095_027,
                "9607f98a2b22d9e229ae43c52ecea79dcede9e0c5cfae67e8da6eda86d8aac1d",
                *_WHISPER,
                "pytorch_model.bin",
            ),
        ),
        tensors={"encoder.conv1.weight": (384, 80, 3), "encoder.embed_positions.weight": (1500, 384)},
        folders=("whisper-tiny",),
    ),
    Part(
        "whisper-config",
        "How the listening network is built",
        "Apache-2.0",
        (
            ModelFile(
                "whisper/config.json",
                FileFormat.JSON,
                1_983,
                "ffdccec4f3211f4c63310f2b7098f309fe70f3952cedc5e4d11e43f5b2379b98",
                *_WHISPER,
                "config.json",
            ),
        ),
        fields={"model_type": "whisper", "d_model": 384, "num_mel_bins": 80},
        folders=("whisper-tiny",),
    ),
    Part(
        "whisper-sound",
        "How sound is prepared for listening",
        "Apache-2.0",
        (
            ModelFile(
                "whisper/preprocessor_config.json",
                FileFormat.JSON,
                184_990,
                "9b5cd03a36fbb8a627c64d98a5b5b126ead95a77720723944487311f0110b666",
                *_WHISPER,
                "preprocessor_config.json",
            ),
        ),
        fields={"feature_size": 80, "hop_length": 160, "n_fft": 400, "sampling_rate": 16000},
        folders=("whisper-tiny",),
    ),
    Part(
        "face-parsing",
        "Finds the edge of the jaw, when an avatar is prepared",
        "MIT; trained on CelebAMask-HQ, which is for research",
        (
            ModelFile(
                "face-parse-bisent/79999_iter.pth",
                FileFormat.TORCH,
                53_289_463,
                "468e13ca13a9b43cc0881a9f99083a430e9c0a38abd935431d1c28ee94b26567",
                *_PARSING,
                "79999_iter.pth",
            ),
        ),
        required=False,
        tensors={"cp.resnet.conv1.weight": (64, 3, 7, 7), "conv_out.conv_out.weight": (19, None, 1, 1)},
    ),
)


def part_named(key: str) -> Part | None:
    """The part of this key, or None."""
    return next((part for part in PARTS if part.key == key), None)
