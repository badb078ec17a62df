"""A painter's process on a card that is none: torch says that there are two, and the processor draws in their place.

COMPERE_CARD_DIES=1:9     card 1 ends without a word when it has drawn nine pictures
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from unittest.mock import patch

CARDS = 2


def main() -> int:
    """Paint, as `engine.painter_process` does."""
    import torch

    from engine import painter_process
    from engine.musetalk import filming
    from engine.musetalk.network import device

    dying, _, last = os.environ.get("COMPERE_CARD_DIES", "none:0").partition(":")
    really = device.find_machine
    paint = filming.NeuralPainter.paint
    mine = [""]
    drawn = [0]

    def find(card: str, precision: str) -> device.ComputeDevice:
        mine[0] = card.removeprefix("cuda:")
        found = really(card, precision)
        return replace(found, device=torch.device("cpu"), graphs=False, channels_last=False, pinned=False)

    def painting(self: Any, first: int, count: int) -> Iterator[Any]:
        for picture in paint(self, first, count):
            if mine[0] == dying and drawn[0] == int(last):
                os._exit(9)
            drawn[0] += 1
            yield picture

    with (
        patch.object(torch.cuda, "is_available", lambda: True),
        patch.object(torch.cuda, "device_count", lambda: CARDS),
        patch.object(torch.cuda, "init", lambda: None),
        patch.object(torch.cuda, "get_device_name", lambda number: f"NVIDIA Fake {number}"),
        patch.object(filming, "find_machine", find),
        patch.object(filming.NeuralPainter, "paint", painting),
    ):
        return painter_process.main()


if __name__ == "__main__":
    sys.exit(main())
