"""Small files of models, in the formats of the large ones, made without torch."""

from __future__ import annotations

import hashlib
import json
import pickle
import struct
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from console.models.catalogue import PARTS, FileFormat, Part

Shapes = Mapping[str, tuple[int, ...]]

UNET = {
    "conv_in.weight": (8, 8, 3, 3),
    "conv_out.weight": (4, 8, 3, 3),
    "down_blocks.0.attentions.0.transformer_blocks.0.attn2.to_k.weight": (8, 384),
    "up_blocks.3.attentions.2.transformer_blocks.0.attn2.to_v.weight": (8, 384),
}
VAE = {
    "encoder.conv_in.weight": (8, 3, 3, 3),
    "decoder.conv_in.weight": (8, 4, 3, 3),
    "post_quant_conv.weight": (4, 4, 1, 1),
}
WHISPER = {"model.encoder.conv1.weight": (384, 80, 3), "model.encoder.embed_positions.weight": (1500, 384)}
PARSING = {"cp.resnet.conv1.weight": (64, 3, 7, 7), "conv_out.conv_out.weight": (19, 8, 1, 1)}
TENSORS = {"unet": UNET, "vae": VAE, "whisper": WHISPER, "face-parsing": PARSING}


def count(shape: tuple[int, ...]) -> int:
    """Numbers in a tensor."""
    product = 1
    for side in shape:
        product *= side
    return product


def _text(words: str) -> bytes:
    return b"X" + struct.pack("<I", len(words.encode())) + words.encode()


def _number(value: int) -> bytes:
    return b"J" + struct.pack("<i", value)


def _tensor(key: str, shape: tuple[int, ...], *, old: bool) -> bytes:
    storage = b"(" + _text("storage") + b"ctorch\nFloatStorage\n" + _text(key) + _text("cpu") + _number(count(shape))
    storage += (b"N" if old else b"") + b"tQ"
    sides = b"(" + b"".join(map(_number, shape)) + b"t"
    rest = _number(0) + sides + sides + b"\x89ccollections\nOrderedDict\n)R"
    return b"ctorch._utils\n_rebuild_tensor_v2\n(" + storage + rest + b"tR"


def listing(shapes: Shapes, *, old: bool = False) -> bytes:
    """The pickle in which torch.save lists tensors (protocol 2)."""
    items = b"".join(_text(name) + _tensor(str(i), shape, old=old) for i, (name, shape) in enumerate(shapes.items()))
    return b"\x80\x02ccollections\nOrderedDict\n)R(" + items + b"u."


def torch_zip(shapes: Shapes, *, pickled: bytes | None = None, lacking: str = "") -> bytes:
    """As torch.save writes since 1.6. `lacking` is the key of a storage to leave out."""
    entries = {"archive/data.pkl": listing(shapes) if pickled is None else pickled}
    for number, shape in enumerate(shapes.values()):
        if str(number) != lacking:
            entries[f"archive/data/{number}"] = bytes(4 * count(shape))
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in {**entries, "archive/version": b"3\n"}.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data)  # the same at any time
    return out.getvalue()


def torch_stream(shapes: Shapes) -> bytes:
    """As torch.save wrote before."""
    keys = [str(number) for number in range(len(shapes))]
    head = [0x1950A86A20F9469CFC6C, 1001, {"little_endian": True}]
    data = b"".join(pickle.dumps(each, 2) for each in head) + listing(shapes, old=True) + pickle.dumps(keys, 2)
    for shape in shapes.values():
        data += struct.pack("<q", count(shape)) + bytes(4 * count(shape))
    return data


def safetensors(shapes: Shapes) -> bytes:
    """A safetensors file."""
    header: dict[str, object] = {"__metadata__": {"format": "pt"}}
    at = 0
    for name, shape in shapes.items():
        header[name] = {"dtype": "F32", "shape": list(shape), "data_offsets": [at, at + 4 * count(shape)]}
        at += 4 * count(shape)
    text = json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + bytes(at)


def content_of(part: Part, kind: FileFormat) -> bytes:
    """A small file that is the part's."""
    if kind is FileFormat.JSON:
        return json.dumps({**part.fields, "more": 1}).encode()
    return safetensors(TENSORS[part.key]) if kind is FileFormat.SAFETENSORS else torch_zip(TENSORS[part.key])


def contents() -> dict[str, bytes]:
    """Path in the published layout → content, for the first file of each part."""
    return {part.files[0].path: content_of(part, part.files[0].kind) for part in PARTS}


def write_all(folder: Path, found: Mapping[str, bytes] | None = None) -> Path:
    """Writes these (all of `contents` when left out) below `folder`, which it returns."""
    for path, data in (contents() if found is None else found).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def as_published() -> tuple[Part, ...]:
    """The catalogue, as if the small files were the published ones."""
    small = []
    for part in PARTS:
        files = []
        for file in part.files:
            data = content_of(part, file.kind)
            files.append(replace(file, size=len(data), sha256=hashlib.sha256(data).hexdigest()))
        small.append(replace(part, files=tuple(files)))
    return tuple(small)
