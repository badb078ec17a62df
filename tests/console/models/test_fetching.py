from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from console.models.catalogue import Part
from console.models.fetching import bytes_to_fetch, fetch, to_fetch
from console.models.outcome import ImportProgress, ImportStoppedError, ModelError, PartOutcome
from console.models.record import read_record
from console.models.verify import stock
from console.show.state.model_view import FileState
from tests.console.models.samples import contents
from tests.fakes.model_hub import ModelHub

UNET = "musetalkV15/unet.pth"


@pytest.fixture
def hub(published: tuple[Part, ...]) -> Iterator[ModelHub]:
    """A hub that has all the small files where the public one has the large ones."""
    found = contents()
    served = {urlsplit(part.files[0].address("http://hub")).path: found[part.files[0].path] for part in published}
    with ModelHub(served) as running:
        yield running


def fetched(
    hub: ModelHub, folder: Path, *, pauses: list[float] | None = None, optional: bool = False
) -> list[PartOutcome]:
    waited = [] if pauses is None else pauses
    return fetch(folder, hub.address, optional=optional, pause=waited.append)


def only_unet(hub: ModelHub, folder: Path) -> None:
    """Fetches all, and forgets how; then takes the largest away."""
    fetched(hub, folder)
    (folder / UNET).unlink()
    hub.asked.clear()


def test_what_is_missing_is_fetched_checked_and_recorded(tmp_path: Path, hub: ModelHub) -> None:
    outcomes = fetched(hub, tmp_path)
    assert len(outcomes) == 7 and all(each.well and each.fresh for each in outcomes)
    assert {path: (tmp_path / path).read_bytes() for path in contents() if "face" not in path} == {
        path: data for path, data in contents().items() if "face" not in path
    }
    assert read_record(tmp_path)[UNET].origin.startswith(hub.address)
    assert [wanted for _, wanted in hub.asked] == [""] * 7


def test_what_is_there_is_not_asked_for_again(tmp_path: Path, hub: ModelHub) -> None:
    fetched(hub, tmp_path)
    hub.asked.clear()
    assert fetched(hub, tmp_path) == [] and hub.asked == []
    assert to_fetch(tmp_path) == []


def test_what_the_driver_can_do_without_comes_only_when_asked_for(tmp_path: Path, hub: ModelHub) -> None:
    fetched(hub, tmp_path)
    assert [each.part.key for each in fetched(hub, tmp_path, optional=True)] == ["face-parsing"]


def test_a_line_that_breaks_off_is_taken_up_where_it_broke(tmp_path: Path, hub: ModelHub) -> None:
    only_unet(hub, tmp_path)
    whole = len(contents()[UNET])
    hub.next("cut", "cut", "ok")
    pauses: list[float] = []
    [outcome] = fetched(hub, tmp_path, pauses=pauses)
    assert outcome.well and (tmp_path / UNET).read_bytes() == contents()[UNET]
    half = whole // 2
    assert [wanted for _, wanted in hub.asked] == ["", f"bytes={half}-", f"bytes={half + (whole - half) // 2}-"]
    assert pauses == [1.0, 1.0], "each try brought something"


def test_a_fetch_that_was_stopped_goes_on_the_next_time(tmp_path: Path, hub: ModelHub) -> None:
    only_unet(hub, tmp_path)
    whole, stop = len(contents()[UNET]), []
    hub.next("cut")
    with pytest.raises(ImportStoppedError):
        fetch(tmp_path, hub.address, ImportProgress(lambda: bool(stop)), pause=stop.append)
    there = (tmp_path / f"{UNET}.part").stat().st_size
    assert there == whole // 2 and not (tmp_path / UNET).exists()
    assert bytes_to_fetch(tmp_path, to_fetch(tmp_path)) == whole - there
    [outcome] = fetched(hub, tmp_path)
    assert outcome.well and hub.asked[-1][1] == f"bytes={there}-"
    assert (tmp_path / UNET).read_bytes() == contents()[UNET]


@pytest.mark.parametrize("manner", ["no range", "wrong range"])
def test_a_source_that_cannot_go_on_is_asked_for_all_of_it(tmp_path: Path, hub: ModelHub, manner: str) -> None:
    only_unet(hub, tmp_path)
    hub.next("cut", manner)
    done: list[int] = []
    [outcome] = fetch(
        tmp_path, hub.address, ImportProgress(moved=lambda path, at, total: done.append(at)), pause=lambda seconds: None
    )
    assert outcome.well and (tmp_path / UNET).read_bytes() == contents()[UNET]
    assert done[-1] == len(contents()[UNET]), "what was thrown away is not counted"


def test_a_source_that_refuses_the_range_is_asked_for_all_of_it(tmp_path: Path, hub: ModelHub) -> None:
    only_unet(hub, tmp_path)
    hub.next("cut", "416")
    assert fetched(hub, tmp_path)[0].well
    assert [wanted == "" for _, wanted in hub.asked] == [True, False, True]


@pytest.mark.parametrize("manner", ["500", "503", "429", "hang up"])
def test_a_source_in_trouble_is_asked_a_few_times_and_then_left_in_peace(
    tmp_path: Path, hub: ModelHub, manner: str
) -> None:
    only_unet(hub, tmp_path)
    hub.always(manner)
    pauses: list[float] = []
    [outcome] = fetched(hub, tmp_path, pauses=pauses)
    assert pauses == [1.0, 2.0, 4.0, 8.0, 15.0] and outcome.state is FileState.PARTIAL
    why = f"it answers {manner}" if manner.isdigit() else "the connection broke"
    host = hub.address.removeprefix("http://")
    assert outcome.sentence == (f"{UNET} could not be fetched from {host} ({why}): try again later, what came is kept.")
    hub.always("ok")
    assert fetched(hub, tmp_path)[0].well


@pytest.mark.parametrize(
    ("manner", "said"),
    [
        ("404", "does not have musetalkV15/unet.pth (404): check the address of the source."),
        ("403", "does not give musetalkV15/unet.pth away (403): choose another source."),
        ("longer", "choose another source."),
    ],
)
def test_what_waiting_does_not_mend_is_not_tried_again(tmp_path: Path, hub: ModelHub, manner: str, said: str) -> None:
    only_unet(hub, tmp_path)
    hub.next(manner)
    [outcome] = fetched(hub, tmp_path)
    assert not outcome.well and outcome.sentence.endswith(said) and len(hub.asked) == 1
    assert not (tmp_path / UNET).exists()


def test_a_wrong_length_is_told_with_both_numbers(tmp_path: Path, hub: ModelHub) -> None:
    only_unet(hub, tmp_path)
    whole = len(contents()[UNET])
    hub.next("longer")
    assert f"{whole + 1} B and not {whole} B" in fetched(hub, tmp_path)[0].sentence


def test_other_bytes_than_the_published_ones_are_not_kept(tmp_path: Path, hub: ModelHub) -> None:
    only_unet(hub, tmp_path)
    hub.next("other")
    [outcome] = fetched(hub, tmp_path)
    assert outcome.state in (FileState.DAMAGED, FileState.FOREIGN)
    assert not list((tmp_path / "musetalkV15").glob("unet*"))
    assert fetched(hub, tmp_path)[0].well


def test_a_source_that_sends_elsewhere_is_followed(tmp_path: Path, hub: ModelHub) -> None:
    only_unet(hub, tmp_path)
    hub.next("moved", "cut", "moved", "ok")
    assert fetched(hub, tmp_path)[0].well
    assert hub.asked[-1][0].startswith("/moved/") and hub.asked[-1][1].startswith("bytes=")


def test_the_rest_is_fetched_although_one_file_fails(tmp_path: Path, hub: ModelHub) -> None:
    hub.next("404")
    outcomes = fetched(hub, tmp_path)
    assert [each.well for each in outcomes] == [False] + [True] * 6
    assert sum(each.verdict.state is FileState.GOOD for each in stock(tmp_path)) == 6


def test_nobody_there_is_one_sentence(tmp_path: Path, published: object) -> None:
    with ModelHub({}) as gone:
        address = gone.address
    outcomes = fetch(tmp_path, address, pause=lambda seconds: None)
    assert all("it cannot be reached" in each.sentence for each in outcomes)


@pytest.mark.parametrize("address", ["ftp://example.org", "huggingface.co", "https://", "http://[", "no address"])
def test_a_bad_address_is_one_sentence_and_nothing_is_asked(tmp_path: Path, address: str) -> None:
    with pytest.raises(ModelError, match="is no address to fetch from"):
        fetch(tmp_path, address)


def test_a_disk_without_room_is_told_before_anything_is_asked(tmp_path: Path, hub: ModelHub) -> None:
    with pytest.raises(ModelError, match="There is not enough room"):
        fetch(tmp_path, hub.address, free=lambda folder: 400_000_000)
    assert hub.asked == []
