"""Names and shapes of the tensors in a file of weights, and whether the file is whole. Without torch.

A PyTorch file is a pickle, and a pickle may ask for any function to be called. This reader knows four names and calls
nothing else; what asks for more is refused by that name. Formats as torch.save (`torch/serialization.py`: the zip
since 1.6, and the stream before it) and the safetensors README describe them.
"""

from __future__ import annotations

import json
import pickle
import zipfile
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from console.show.models import FileState, size_words

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

_MOST_HEADER = 100_000_000
"""The most that safetensors allows."""

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
            raise ContentError(FileState.FOREIGN, f"it asks to run {module}.{name}") from None

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
                    raise ContentError(FileState.DAMAGED, f"the numbers of its tensor {key} are missing")
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
        raise ContentError(FileState.TRUNCATED, f"{size_words(size)} of {size_words(expected)} are there")
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
        header = json.loads(text)
        tensors = {name: each for name, each in header.items() if name != "__metadata__"}
        shapes = {str(name): tuple(int(side) for side in each["shape"]) for name, each in tensors.items()}
        expected = 8 + length + max((int(each["data_offsets"][1]) for each in tensors.values()), default=0)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        raise none from None
    if size < expected:
        raise ContentError(FileState.TRUNCATED, f"{size_words(size)} of {size_words(expected)} are there")
    if size > expected:
        raise ContentError(FileState.DAMAGED, "there is more in it than it says")
    return shapes
