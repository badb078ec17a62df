from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import os
os.environ["QT_QPA_FONTDIR"] = "mine"
os.environ.pop("QT_QPA_PLATFORM_PLUGIN_PATH", None)
import sys, types, importlib.abc, importlib.machinery

class Full(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path, target=None):
        return importlib.machinery.ModuleSpec(name, self) if name == "cv2" else None
    def create_module(self, spec):
        return types.ModuleType("cv2")
    def exec_module(self, module):
        os.environ["QT_QPA_FONTDIR"] = os.environ["QT_QPA_PLATFORM_PLUGIN_PATH"] = "cv2's own"

sys.meta_path.insert(0, Full())
from engine.opencv import opencv
assert opencv() is sys.modules["cv2"]
print(os.environ["QT_QPA_FONTDIR"], os.environ.get("QT_QPA_PLATFORM_PLUGIN_PATH"))
"""


def test_opencv_leaves_the_environment_as_it_was() -> None:
    asked = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True)
    assert asked.stdout.split() == ["mine", "None"], asked.stderr
