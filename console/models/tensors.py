"""Names and shapes of the tensors in a file of weights, and whether the file is whole. Without torch.

A PyTorch file is a pickle, and a pickle may ask for any function to be called. This reader knows four names and calls
nothing else; what asks for more is refused by that name. Formats as torch.save (`torch/serialization.py`: the zip
since 1.6, and the stream before it) and the safetensors README describe them.
"""

from __future__ import annotations

import math
import pickle
import zipfile
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from console.models.bounded_json import read_json
from console.show.state.model_view import FileState, size_words
from engine.text import Text

Shapes = Mapping[str, tuple[int, ...]]

_ITEM_BYTES = {
    "DoubleStorage": 8,
    "LongStorage": 8,
    "FloatStorage": 4,
    "IntStorage": 4,
    "HalfStorage": 2,
    "BFloat16Storage": 2,
    "ShortStorage": 2,
    "CharStorage": 1,
    "ByteStorage": 1,
    "BoolStorage": 1,
}
_MOST_PICKLE = 64 << 20
"""A list of tensors is a few hundred kB; more than this is none."""

_MOST_HEADER = 2 << 20
"""Bytes of a safetensors header: those of the published networks take 100 kB. (The format allows 100 MB.)"""

_HEADER_DEPTH = 3
"""A table of tables with lists in them."""

_MOST_SIDES, _MOST_SIDE = 16, 1 << 40
_BITS = {
    "F64": 64, "I64": 64, "U64": 64, "C64": 64, "F32": 32, "I32": 32, "U32": 32, "F16": 16, "BF16": 16, "I16": 16,
    "U16": 16, "F8_E4M3": 8, "F8_E5M2": 8, "F8_E8M0": 8, "F8_E4M3FNUZ": 8, "F8_E5M2FNUZ": 8, "I8": 8, "U8": 8,
    "BOOL": 8, "F6_E2M3": 6, "F6_E3M2": 6, "F4": 4,
}  # fmt: skip
"""Of one number, by the name that safetensors gives to its kind."""

_STREAM_MAGIC = 0x1950A86A20F9469CFC6C
_STREAM_VERSION = 1001
_CHUNK = 1 << 20


class ContentError(Exception):
    """A file that is not what it should be: `state`, and `why` in words."""

    def __init__(self, state: FileState, why: str) -> None:
        super().__init__(why)
        self.state, self.why = state, why


@dataclass(frozen=True)
class _Storage:
    key: str
    size: int


@dataclass(frozen=True)
class _Tensor:
    storage: _Storage
    shape: tuple[int, ...]


def _tensor(storage: _Storage, offset: int, shape: tuple[int, ...], *rest: object) -> _Tensor:
    return _Tensor(storage, tuple(int(side) for side in shape))


def _parameter(tensor: _Tensor, *rest: object) -> _Tensor:
    return tensor


_KNOWN: dict[tuple[str, str], Any] = {
    ("collections", "OrderedDict"): OrderedDict,
    ("torch._utils", "_rebuild_tensor_v2"): _tensor,
    ("torch._utils", "_rebuild_tensor"): _tensor,
    ("torch._utils", "_rebuild_parameter"): _parameter,
}


class _Reader(pickle.Unpickler):
    """Reads a pickle of tensors, and of nothing else.

    Attributes:
        storages: key → bytes, for each that a tensor names.
    """

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(file, encoding="utf-8")
        self.storages: dict[str, int] = {}

    def find_class(self, module: str, name: str) -> Any:
        """What a pickle may call."""
        if module == "torch" and name in _ITEM_BYTES:
            return name
        try:
            return _KNOWN[module, name]
        except KeyError:
            raise ContentError(FileState.FOREIGN, Text("it asks to run {name}", name=f"{module}.{name}")) from None

    def persistent_load(self, pid: Any) -> _Storage:
        """Where a tensor's numbers lie."""
        what, kind, key, _, count, *_ = pid
        if what != "storage":
            raise pickle.UnpicklingError(f"unknown object {what!r}")
        storage = _Storage(str(key), int(count) * _ITEM_BYTES[kind])
        self.storages[storage.key] = storage.size
        return storage


def torch_shapes(path: Path, *, whole: bool = False, stopped: Callable[[], bool] = lambda: False) -> Shapes:
    """Tensors of a file that torch.save wrote.

    Args:
        whole: also read all numbers and compare their check sums, where the file has them.
        stopped: asked between pieces; True ends the reading early, as if all was well.

    Raises:
        ContentError: it is none, not whole, or asks for more than tensors.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        start = file.read(4)
    try:
        if start == b"PK\x03\x04":
            return _zip_shapes(path, whole, stopped)
        if start[:1] == b"\x80":
            return _stream_shapes(path)
    except (ContentError, OSError):
        raise
    except EOFError:
        raise ContentError(FileState.TRUNCATED, "its end is missing") from None
    except Exception as fault:  # a pickle can fail in any way
        if isinstance(fault, pickle.UnpicklingError) and "truncated" in str(fault):
            raise ContentError(FileState.TRUNCATED, "its end is missing") from fault
        raise ContentError(FileState.FOREIGN, "it is no PyTorch file") from fault
    raise ContentError(FileState.FOREIGN, "it is no PyTorch file")


def _zip_shapes(path: Path, whole: bool, stopped: Callable[[], bool]) -> Shapes:
    try:
        archive = zipfile.ZipFile(path)
    except zipfile.BadZipFile:
        # It begins as a zip, and the directory stands at its end.
        raise ContentError(FileState.TRUNCATED, "its end is missing") from None
    with archive:
        entries = {entry.filename: entry for entry in archive.infolist()}
        listing = next((name for name in entries if name.count("/") == 1 and name.endswith("/data.pkl")), "")
        if not listing or entries[listing].file_size > _MOST_PICKLE:
            raise ContentError(FileState.FOREIGN, "it is no PyTorch file")
        folder = listing.removesuffix("data.pkl")
        try:
            with archive.open(listing) as file:
                reader = _Reader(file)  # type: ignore[arg-type]
                shapes = _shapes(reader.load())
            for key, size in reader.storages.items():
                entry = entries.get(f"{folder}data/{key}")
                if entry is None or entry.file_size < size:
                    raise ContentError(
                        FileState.DAMAGED, Text("the numbers of its tensor {name} are missing", name=key)
                    )
                with archive.open(entry) as numbers:  # looks at the entry's own header
                    while whole and not stopped() and numbers.read(_CHUNK):
                        pass
        except zipfile.BadZipFile:
            raise ContentError(FileState.DAMAGED, "its check sums do not fit") from None
    return shapes


def _stream_shapes(path: Path) -> Shapes:
    with path.open("rb") as file:
        if _Reader(file).load() != _STREAM_MAGIC or _Reader(file).load() != _STREAM_VERSION:
            raise ContentError(FileState.FOREIGN, "it is no PyTorch file")
        _Reader(file).load()  # the sizes of the writer's numbers
        reader = _Reader(file)
        shapes = _shapes(reader.load())
        keys = [str(key) for key in _Reader(file).load()]
        expected = file.tell() + sum(8 + reader.storages.get(key, 0) for key in keys)
    size = path.stat().st_size
    if size < expected:
        raise ContentError(
            FileState.TRUNCATED, Text("{size} of {whole} are there", size=size_words(size), whole=size_words(expected))
        )
    return shapes


def _shapes(loaded: object) -> Shapes:
    if not isinstance(loaded, dict):
        raise ContentError(FileState.FOREIGN, "it is no list of tensors")
    return {str(name): each.shape for name, each in loaded.items() if isinstance(each, _Tensor)}


def safetensors_shapes(path: Path) -> Shapes:
    """Tensors of a safetensors file.

    Raises:
        ContentError: it is none, or not whole.
        OSError: it cannot be read.
    """
    none = ContentError(FileState.FOREIGN, "it is no safetensors file")
    size = path.stat().st_size
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        if not 2 <= length <= _MOST_HEADER:
            raise none
        start = file.read(1)
        if start != b"{":
            raise none if start else ContentError(FileState.TRUNCATED, "its end is missing")
        if size < 8 + length:
            raise ContentError(FileState.TRUNCATED, "its end is missing")
        text = start + file.read(length - 1)
    try:
        tensors = _header(text)
    except (ValueError, TypeError, KeyError):
        raise none from None
    expected = 8 + length + _numbers_end(tensors)
    if size < expected:
        raise ContentError(
            FileState.TRUNCATED, Text("{size} of {whole} are there", size=size_words(size), whole=size_words(expected))
        )
    if size > expected:
        raise ContentError(FileState.DAMAGED, "there is more in it than it says")
    return {name: each.shape for name, each in tensors.items()}


@dataclass(frozen=True)
class _Listed:
    """A tensor as a safetensors header lists it: its shape, the bytes that takes, and where they are said to be."""

    shape: tuple[int, ...]
    size: int
    begin: int
    end: int


def _header(text: bytes) -> dict[str, _Listed]:
    """The tensors of a safetensors header. Raises ValueError, TypeError or KeyError for what is none."""
    found = read_json(text, _HEADER_DEPTH)
    if not isinstance(found, dict):
        raise ValueError("no table")
    tensors = {}
    for name, each in found.items():
        if name == "__metadata__":
            continue
        if len(each["shape"]) > _MOST_SIDES:
            raise ValueError("no shape")
        shape = tuple(_whole(side) for side in each["shape"])
        begin, end = (_whole(place) for place in each["data_offsets"])
        tensors[name] = _Listed(shape, math.prod(shape) * _BITS[each["dtype"]] // 8, begin, end)
    return tensors


def _whole(number: object) -> int:
    if type(number) is not int or not 0 <= number <= _MOST_SIDE:
        raise ValueError("no size")
    return number


def _numbers_end(tensors: Mapping[str, _Listed]) -> int:
    """Where the last tensor's numbers end, from the header's end on. Raises ContentError for a gap or an overlap."""
    at = 0
    for name, each in sorted(tensors.items(), key=lambda item: (item[1].begin, item[1].end)):
        if each.begin != at or each.end - each.begin != each.size:
            raise ContentError(FileState.DAMAGED, f"the place of its tensor {name[:80]!r} does not fit")
        at = each.end
    return at
