"""The neural engine. Without real weights: what tiny networks with random ones can tell.

Features of live sound against those of the whole file, by the length of Whisper's window and the frames of sound
waited for. A random encoder attends to all of the 30 s alike, and a random network makes another face of any
difference. So the errors say which way of doing it is nearer, not how far real lips are off; what comes before the
attention is the same for any weights. Not the same for any weights is the table of positions: a file's features bear
the place within its 30 s, live ones the place within the window.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from engine.musetalk.audio import chunks, position, whisper
from engine.musetalk.audio.streaming import LiveFeatures
from engine.musetalk.network.model import Models, load_models
from tests.engine.musetalk import golden as data

from .rows import Row, figure

_WINDOWS_S = (1, 2, 5, 30)
_RIGHT = (2, 1, 0)
_GAINS = (1.0, 0.5, 0.8, 0.3, 1.0, 0.6, 0.9)  # of the recording, said again and again: 27 s
_LOCAL = 30  # tokens of the six steps that are known whatever is waited for
_FRAMES = range(200, 660, 19)  # each has 5 s of sound before it


def run() -> list[Row]:
    """How far live features are from the file's."""
    recording = data.pcm().astype(np.float32) / 32768
    sound = np.concatenate([recording * np.float32(gain) for gain in _GAINS])
    with tempfile.TemporaryDirectory() as folder, torch.inference_mode():
        models = load_models(data.unpack_models(Path(folder) / "models"))
        whole = chunks.chunks(whisper.features(sound, models.whisper), len(sound), 25)
        theirs = whole[_FRAMES]
        shown = torch.from_numpy(data.arrays()["latents"])
        face = _drawn(models, shown, theirs)
        late = whole[[frame - 1 for frame in _FRAMES]]
        mistake = f"{_error(late, theirs):.2f}, of the output {_error(_drawn(models, shown, late), face):.2f}"
        rows = [figure("random weights; for comparison, the file's features of one frame before", f"error {mistake}")]
        for window_s in _WINDOWS_S:
            for right in _RIGHT:
                live = LiveFeatures(models.whisper, window_s=window_s, right=right)
                ours, same_places = _live(live, sound)
                drawn = _drawn(models, shown, ours)
                words = f"error {_error(ours, theirs):.2f}, of the output {_error(drawn, face):.2f}"
                if same_places is not None:
                    local = _error(same_places[:, :_LOCAL:5], theirs[:, :_LOCAL:5])
                    near = f"{_error(same_places, theirs):.2f}"
                    words += f"; at the file's positions {near}, before attention {local:.0e}"
                ahead = f"look-ahead {live.look_ahead_s * 1e3:.1f} ms"
                rows.append(figure(f"window {window_s} s, frames waited for {right}, {ahead}", words))
    return rows


def _live(live: LiveFeatures, sound: np.ndarray) -> tuple[Tensor, Tensor | None]:
    """Chunks of live sound as they are made, and with the positions that the file has where the window fits into it."""
    ours, same_places = [], []
    for frame in _FRAMES:
        live.push(sound[live.heard : live.sound_needed(frame)])
        live.place = 0
        ours.append(live.chunks_of(frame))
        if live.window_start(frame) >= 0:
            live.place = live.window_start(frame)
            same_places.append(live.chunks_of(frame))
    return torch.cat(ours), torch.cat(same_places) if len(same_places) == len(ours) else None


def _drawn(models: Models, shown: Tensor, tokens: Tensor) -> Tensor:
    order = torch.arange(len(tokens)) % len(shown)
    return models.face(shown[order], position.with_positions(tokens))


def _error(ours: Tensor, theirs: Tensor) -> float:
    """Length of the difference, as a part of the length of what it should be."""
    return float((ours - theirs).norm() / theirs.norm())
