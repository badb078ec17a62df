"""What CONTRIBUTING says is all that it takes: a driver and a part of the drawn host are added to a copy."""

from __future__ import annotations

import shutil

from tests.house.source import ROOT
from tests.house.source_copy import Copy
from tests.house.source_copy import copy as copy

AVATAR = """format = 1
id = "flat"
name = "Flat"
driver = "flat"
size = [640, 360]
rate = 30
licence = "CC0-1.0"
credits = ["Nobody"]
thumbnail = "thumbnail.jpg"

[flat]
grey = 40
"""


def test_a_driver(copy: Copy) -> None:
    copy.write(
        "engine/flat_driver.py",
        """
class FlatDriver:
    look_ahead_s, words, trouble, spoilt, batch, gauge = 0.0, "flat", "", 0, 1, None

    def load(self, avatar, width, height):
        self.grey, self.size = avatar.settings["grey"], (width, height)


def checked(table):
    if not 0 <= table["grey"] <= 255:
        raise ValueError
""",
    )
    copy.insert("engine/drivers.py", '"musetalk": _musetalk}', before='"flat": lambda name, ahead, neural: _flat(), ')
    copy.insert(
        "engine/drivers.py",
        "MAKERS: Mapping",
        before="""def _flat() -> Driver:
    from engine.flat_driver import FlatDriver

    return FlatDriver()


""",
    )
    copy.insert("engine/avatar.py", '"musetalk": parse_config}', before='"flat": checked, ')
    copy.insert("engine/avatar.py", "from engine.text import Text\n", before="from engine.flat_driver import checked\n")
    (copy.root / "flat").mkdir()
    (copy.root / "flat" / "avatar.toml").write_text(AVATAR)
    shutil.copy(ROOT / "avatars" / "lin" / "thumbnail.jpg", copy.root / "flat")
    copy.run("""
from pathlib import Path
from engine.drivers import make_driver
driver = make_driver(Path("flat"), 0.1, 64, 36)
assert (driver.words, driver.grey, driver.size) == ("flat", 40, (64, 36))
""")
    copy.only_touched("A driver")


def test_a_part_of_the_drawn_host(copy: Copy) -> None:
    copy.write(
        "engine/light/parts/hat.py",
        """
from PySide6.QtCore import QRectF
from engine.light.parts.brush import colour

HAT = (-200.0, -320.0, 400.0, 200.0)


def hat(art, painter):
    painter.setBrush(colour("#ff00ff"))
    painter.drawRect(QRectF(-150, -300, 300, 150))
""",
    )
    copy.insert("engine/light/art.py", 'EXTRAS = ("earrings", ', after='"hat", ')
    copy.insert("engine/light/rig.py", "import hair, headwear, ", before="import hat as hats\nfrom engine.light.parts ")
    copy.insert(
        "engine/light/rig.py", '("glasses", headwear.GLASSES', before='("hat", hats.HAT, hats.hat),\n                '
    )
    copy.run("""
import numpy as np
from engine.light.art import parse_art
from engine.light.pose import Pose
from engine.light.rig import Presenter
from engine.light.visemes import REST

def drawn(extras):
    canvas = np.zeros((360, 640, 4), np.uint8)
    Presenter(parse_art({"extras": extras}), 640, 360).draw(canvas, Pose(*[0.0] * 10), REST)
    return (canvas[..., :3] == (255, 0, 255)).all(axis=2).sum()

assert drawn(["hat"]) > 1000 and drawn([]) == 0
""")
    copy.only_touched("A part of the drawn host")
