from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from engine.musetalk.face import mask, parsing
from tests.engine.musetalk import golden as data
from tests.engine.musetalk.golden import farthest


@pytest.fixture(scope="module")
def parser_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("parser") / "79999_iter.pth"
    torch.save(data.fill_by_recipe(parsing.FaceParser(), 555), file)
    return file


def test_the_parser_is_the_published_one(parser_file: Path) -> None:
    parser = parsing.load_parser(parser_file)
    theirs = data.arrays("face")
    left, top, right, bottom = theirs["parse_crop"].tolist()
    picture: NDArray[np.uint8] = mask.cut(data.frame(0), (left, top, right, bottom))
    seen = parsing.parser_input(picture)
    assert len(parser.state_dict()) == 191
    assert sum(weights.numel() for weights in parser.parameters()) == 13_300_416
    assert farthest(parser(seen)[0, :, ::16, ::16], theirs["logits_sub"]) < 1e-3
    assert farthest(parser.second(seen)[0, :, ::32, ::32], theirs["logits16_sub"]) < 1e-3
    labels = parsing.face_labels(picture, parser)
    assert (labels == theirs["labels"]).mean() > 0.999
    for mode in ("raw", "neck", "jaw"):
        assert np.array_equal(mask.face_shape(theirs["labels"], mode), theirs[f"mask512_{mode}"])
