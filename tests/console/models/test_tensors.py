from __future__ import annotations

import pickle
import struct
from pathlib import Path

import numpy
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from safetensors.numpy import save_file

from console.models.tensors import ContentError, safetensors_shapes, torch_shapes
from console.show.state.model_view import FileState
from tests.console.models.samples import UNET, VAE, safetensors, torch_stream, torch_zip

DATA = Path(__file__).parents[2] / "data" / "models"
ANY_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)


def written(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "file"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("make", [torch_zip, torch_stream])
def test_tensors_are_listed_without_torch(tmp_path: Path, make: object) -> None:
    assert torch_shapes(written(tmp_path, make(UNET))) == UNET  # type: ignore[operator]


@pytest.mark.parametrize("name", ["torch-zip.pth", "torch-stream.pth"])
def test_what_pytorch_itself_wrote_is_read(name: str) -> None:
    assert torch_shapes(DATA / name, whole=True) == {"a.weight": (2, 3), "a.bias": (2,), "half": (4,), "shared": (3,)}


def test_a_safetensors_header_is_read(tmp_path: Path) -> None:
    assert safetensors_shapes(written(tmp_path, safetensors(VAE))) == VAE


@ANY_FOLDER
@given(part=st.floats(0.01, 0.999))
@pytest.mark.parametrize("make", [torch_zip, torch_stream, safetensors])
def test_a_file_that_was_cut_off_is_never_taken_for_whole(tmp_path: Path, make: object, part: float) -> None:
    whole = make(VAE)  # type: ignore[operator]
    path = written(tmp_path, whole[: int(len(whole) * part)])
    read = safetensors_shapes if make is safetensors else torch_shapes
    with pytest.raises(ContentError) as fault:
        read(path)
    assert fault.value.state in (FileState.TRUNCATED, FileState.FOREIGN)


@pytest.mark.parametrize("make", [torch_zip, torch_stream, safetensors])
def test_a_file_that_lacks_its_last_byte_is_truncated(tmp_path: Path, make: object) -> None:
    whole = make(VAE)  # type: ignore[operator]
    read = safetensors_shapes if make is safetensors else torch_shapes
    with pytest.raises(ContentError) as fault:
        read(written(tmp_path, whole[:-1]))
    assert fault.value.state is FileState.TRUNCATED


class Evil:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.path,)


@pytest.mark.parametrize("zipped", [True, False])
def test_a_pickle_that_asks_to_run_something_is_refused_by_name_and_runs_nothing(tmp_path: Path, zipped: bool) -> None:
    victim = tmp_path / "ran"
    pickled = pickle.dumps({"conv_in.weight": Evil(victim)}, 2)
    path = written(tmp_path, torch_zip({}, pickled=pickled) if zipped else pickled)
    with pytest.raises(ContentError, match=r"it asks to run pathlib\.|it asks to run \w+\.") as fault:
        torch_shapes(path)
    assert fault.value.state is FileState.FOREIGN and not victim.exists()


@ANY_FOLDER
@given(data=st.binary(max_size=400))
def test_any_bytes_are_a_sentence_and_never_a_traceback(tmp_path: Path, data: bytes) -> None:
    for start in (b"", b"\x80\x02", b"PK\x03\x04", b"\x10\0\0\0\0\0\0\0{"):
        path = written(tmp_path, start + data)
        for read in (torch_shapes, safetensors_shapes):
            with pytest.raises(ContentError) as fault:
                read(path)
            assert fault.value.why and not fault.value.why.endswith(".")


def test_a_zip_whose_numbers_are_not_all_there_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="tensor 2") as fault:
        torch_shapes(written(tmp_path, torch_zip(UNET, lacking="2")))
    assert fault.value.state is FileState.DAMAGED


def test_a_flipped_bit_is_found_when_all_is_read(tmp_path: Path) -> None:
    data = bytearray(torch_zip(VAE))
    data[data.index(b"archive/data/1") + 200] ^= 1
    path = written(tmp_path, bytes(data))
    assert torch_shapes(path) == VAE
    with pytest.raises(ContentError, match="check sums"):
        torch_shapes(path, whole=True)


def test_a_safetensors_file_with_more_in_it_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as fault:
        safetensors_shapes(written(tmp_path, safetensors(VAE) + b"!"))
    assert fault.value.state is FileState.DAMAGED


def headed(header: bytes, numbers: bytes = b"") -> bytes:
    return struct.pack("<Q", len(header)) + header + numbers


def listed(shape: str = "[2]", offsets: str = "[0,8]", dtype: str = '"F32"', name: str = "a") -> bytes:
    return f'{{"{name}":{{"dtype":{dtype},"shape":{shape},"data_offsets":{offsets}}}}}'.encode()


@pytest.mark.parametrize(
    "header",
    [
        pytest.param(b'{"a":' + b"[" * 1_000_000 + b"]" * 1_000_000 + b"}", id="deep lists"),
        pytest.param(b'{"a":[' + b"[]," * 600_000 + b"[]]}", id="wide"),
        pytest.param(b'{"a":' * 300_000 + b"1" + b"}" * 300_000, id="deep tables"),
        pytest.param(b'{"__metadata__":' + b"[" * 900 + b"]" * 900 + b"}", id="deep where nobody looks"),
        pytest.param(b"{" + b"[" * 50_000, id="deep and cut off"),
        pytest.param(listed(shape="[1e400]"), id="endless side"),
        pytest.param(listed(shape="[NaN]"), id="no number"),
        pytest.param(listed(shape="[2.5]"), id="half a side"),
        pytest.param(listed(shape="[true, 2]"), id="truth for a side"),
        pytest.param(listed(shape="[" + "1099511627776," * 100_000 + "1]"), id="many sides"),
        pytest.param(b'{"' + b'\\"' * 1_000_000 + b"}", id="a name without an end"),
        pytest.param(listed(shape="[-2]"), id="negative side"),
        pytest.param(listed(shape="[" + "9" * 5000 + "]"), id="long number"),
        pytest.param(listed(offsets="[-8,8]"), id="negative place"),
        pytest.param(listed(offsets="[8]"), id="one place"),
        pytest.param(listed(offsets="[0,4,8]"), id="three places"),
        pytest.param(listed(dtype='"F33"'), id="unknown kind"),
        pytest.param(listed(dtype="[]"), id="no name of a kind"),
        pytest.param(b'{"a":1}', id="no tensor"),
        pytest.param(listed()[:-1] + b"," + listed()[1:], id="one name twice"),
    ],
)
def test_a_header_that_is_none_is_one_sentence(tmp_path: Path, header: bytes) -> None:
    with pytest.raises(ContentError, match="it is no safetensors file") as fault:
        safetensors_shapes(written(tmp_path, headed(header, bytes(8))))
    assert fault.value.state is FileState.FOREIGN


@pytest.mark.parametrize("length", [0, 1, (2 << 20) + 1, 99_999_999, 1 << 40, (1 << 64) - 1])
def test_a_header_longer_than_any_is_refused_unread(tmp_path: Path, length: int) -> None:
    with pytest.raises(ContentError, match="it is no safetensors file"):
        safetensors_shapes(written(tmp_path, struct.pack("<Q", length) + b"{" + bytes(100)))


@pytest.mark.parametrize(
    ("header", "numbers"),
    [
        pytest.param(listed(offsets="[4,12]"), 12, id="a gap before"),
        pytest.param(listed(offsets="[8,0]"), 8, id="backwards"),
        pytest.param(listed(offsets="[0,4]"), 4, id="too few numbers"),
        pytest.param(listed(offsets="[0,800]"), 800, id="too many numbers"),
        pytest.param(listed(shape="[1099511627776,1099511627776]"), 8, id="more than any disk"),
        pytest.param(listed()[:-1] + b"," + listed(name="b")[1:], 8, id="two in one place"),
        pytest.param(listed()[:-1] + b"," + listed(name="b", offsets="[12,20]")[1:], 20, id="a gap between"),
    ],
)
def test_places_that_do_not_fit_are_damage_and_name_the_tensor(tmp_path: Path, header: bytes, numbers: int) -> None:
    with pytest.raises(ContentError, match=r"the place of its tensor '[ab]' does not fit") as fault:
        safetensors_shapes(written(tmp_path, headed(header, bytes(numbers))))
    assert fault.value.state is FileState.DAMAGED


def test_what_the_library_writes_of_every_kind_is_read(tmp_path: Path) -> None:
    kinds = ("float64", "float32", "float16", "int64", "int32", "int16", "int8", "uint8", "uint16", "uint32", "bool")
    save_file(
        {kind: numpy.ones((2, 3), kind) for kind in kinds} | {"one": numpy.ones((), "float32")}, tmp_path / "file"
    )
    assert safetensors_shapes(tmp_path / "file") == {**dict.fromkeys(kinds, (2, 3)), "one": ()}
