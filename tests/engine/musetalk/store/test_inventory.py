"""What lies prepared: how each host stands, what is old, and that nothing in use is ever taken away."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.avatar import Avatar
from engine.musetalk.store import inventory
from engine.musetalk.store.config import AvatarConfig
from engine.musetalk.store.inventory import UNFINISHED_FOR_S, delete, old_stores, standing, weights_there
from engine.musetalk.store.prepared import open_store
from engine.musetalk.store.store import CARD, StoreError
from tests.engine.musetalk import puppets
from tests.engine.musetalk.filmed import FACE, SOURCE, Filmed, drawn_frame, film_avatar


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Filmed:
    root = tmp_path_factory.mktemp("filmed")
    return film_avatar(root, puppets.write_small(root / "models"), [drawn_frame(0), drawn_frame(1)], [FACE] * 2)


@pytest.fixture
def filmed(once: Filmed, tmp_path: Path) -> Filmed:
    """A host of one's own, with weights and store."""
    for name in ("models", "cache", "avatars"):
        shutil.copytree(once.cache.parent / name, tmp_path / name)
    return Filmed(tmp_path / "models", tmp_path / "cache", tmp_path / "avatars" / once.folder.name)


def weights(filmed: Filmed) -> str | None:
    return weights_there(filmed.models)


def store_of(filmed: Filmed) -> Path:
    return next((filmed.cache / "musetalk").iterdir())


def with_clip(filmed: Filmed) -> Avatar:
    """The same host, its clip named and there; it is not the one that the store was made of."""
    file = filmed.folder / "avatar.toml"
    file.write_text(file.read_text().replace("[musetalk]", '[musetalk]\nclip = "clip.mp4"'))
    (filmed.folder / "clip.mp4").write_bytes(b"a clip")
    return filmed.avatar


def card_says(filmed: Filmed, **changes: object) -> None:
    file = store_of(filmed) / CARD
    file.write_text(json.dumps(json.loads(file.read_text()) | changes))


def move(filmed: Filmed) -> None:
    """The store lies where another version, or other weights, would have put it."""
    folder = store_of(filmed)
    folder.rename(folder.with_name("filmed-" + "0" * 16))


def test_a_host_that_is_prepared_has_no_fault_and_a_size(filmed: Filmed) -> None:
    found = standing(filmed.avatar, filmed.cache, weights(filmed), whole=True)
    assert found.fault == ""
    assert found.size == sum(file.stat().st_size for file in store_of(filmed).iterdir()) > 10_000


def missing(filmed: Filmed) -> None:
    shutil.rmtree(store_of(filmed))


def of_other_weights(filmed: Filmed) -> None:
    move(filmed)
    card_says(filmed, weights="others")


def of_another_version(filmed: Filmed) -> None:
    move(filmed)
    card_says(filmed, format=0)


def of_another_clip(filmed: Filmed) -> None:
    move(filmed)
    card_says(filmed, source="another")


def cut_short(filmed: Filmed) -> None:
    with (store_of(filmed) / "frames.jpegs").open("r+b") as file:
        file.truncate(100)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (missing, "Filmed has not been built on this computer yet: build it."),
        (of_other_weights, "Filmed was built with other weights: build it again."),
        (of_another_version, "Filmed was built by another version of Compere: build it again."),
        (of_another_clip, "Filmed's clip or settings have changed since it was built: build it again."),
        (cut_short, "What was prepared of Filmed is damaged: build it again."),
    ],
)
def test_each_reason_to_build_again_is_one_sentence(
    filmed: Filmed, spoil: Callable[[Filmed], None], sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(filmed)
    monkeypatch.setattr(inventory, "clip_of", lambda avatar, config: Path(__file__))  # its clip is there
    monkeypatch.setattr(inventory, "parse_config", lambda settings: AvatarConfig(clip="clip.mp4", source=SOURCE))
    found = standing(filmed.avatar, filmed.cache, weights(filmed))
    assert (found.fault, found.can_build) == (sentence, True)
    with pytest.raises(StoreError) as fault:
        open_store(filmed.avatar, filmed.cache, weights(filmed))
    assert str(fault.value) == sentence or spoil is cut_short


def test_where_the_clip_is_there_one_click_is_enough(filmed: Filmed) -> None:
    found = standing(with_clip(filmed), filmed.cache, weights(filmed))
    assert found.can_build
    assert found.fault == "Filmed's clip or settings have changed since it was built: build it again."
    (filmed.folder / "clip.mp4").unlink()
    shutil.rmtree(store_of(filmed))
    found = standing(filmed.avatar, filmed.cache, weights(filmed))
    assert not found.can_build
    assert found.fault == "Filmed must be built again, and its clip clip.mp4 is gone: bring the avatar in again."


def test_a_damage_inside_is_found_by_reading_all(filmed: Filmed) -> None:
    file = store_of(filmed) / "frames.jpegs"
    data = bytearray(file.read_bytes())
    data[50] ^= 255
    file.write_bytes(bytes(data))
    assert "gone" not in standing(filmed.avatar, filmed.cache, weights(filmed)).fault
    assert standing(filmed.avatar, filmed.cache, weights(filmed), whole=True).fault


def test_what_a_host_works_with_is_never_old_and_what_it_left_behind_is(filmed: Filmed) -> None:
    before = store_of(filmed).with_name("filmed-" + "1" * 16)
    shutil.copytree(store_of(filmed), before)
    found = old_stores([filmed.avatar], filmed.cache, weights(filmed))
    assert [(each.folder, each.why) for each in found] == [
        (before, "It was built with other weights, another clip or other settings.")
    ]
    assert delete(found[0])
    assert not before.exists()
    open_store(filmed.avatar, filmed.cache, weights(filmed)).close()
    assert old_stores([filmed.avatar], filmed.cache, weights(filmed)) == []


def test_the_only_store_of_a_host_is_kept_even_when_it_must_be_built_again(filmed: Filmed) -> None:
    of_other_weights(filmed)
    assert old_stores([filmed.avatar], filmed.cache, weights(filmed)) == []


def test_of_a_host_that_is_gone_all_is_old_but_not_of_one_that_cannot_be_read(filmed: Filmed) -> None:
    found = old_stores([], filmed.cache, weights(filmed))
    assert [each.why for each in found] == ["Its avatar is there no more."]
    assert old_stores([], filmed.cache, weights(filmed), untouched={"filmed"}) == []


def test_a_store_in_use_is_never_taken_away(filmed: Filmed) -> None:
    store = open_store(filmed.avatar, filmed.cache)
    found = old_stores([], filmed.cache, None)
    assert found == []
    store.close()
    (old,) = old_stores([], filmed.cache, None)
    again = open_store(filmed.avatar, filmed.cache)
    assert not delete(old)  # somebody opened it meanwhile
    assert again.frame(1).shape == (180, 320, 3)
    again.close()
    assert delete(old)


def test_an_unfinished_build_is_kept_for_a_month(filmed: Filmed) -> None:
    part = (filmed.cache / "musetalk") / ("filmed-" + "2" * 16 + ".part")
    part.mkdir()
    (part / "rows.bin").write_bytes(b"x")
    os.utime(part / "rows.bin", (1000.0, 1000.0))
    assert old_stores([filmed.avatar], filmed.cache, weights(filmed), now=1000.0 + UNFINISHED_FOR_S - 1) == []
    (old,) = old_stores([filmed.avatar], filmed.cache, weights(filmed), now=1000.0 + UNFINISHED_FOR_S + 1)
    assert old.folder == part and old.why == "It was begun a month ago and never finished."


def test_what_others_put_there_is_nobodys_business(filmed: Filmed) -> None:
    (filmed.cache / "musetalk" / "notes").mkdir()
    (filmed.cache / "musetalk" / "filmed-123").mkdir()
    assert old_stores([filmed.avatar], filmed.cache, weights(filmed)) == []
