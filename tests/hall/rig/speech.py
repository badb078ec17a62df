"""The speech that is played into the microphone, and how it was made.

`syllables.flac` is a train of "pa" and "ba": lips closed in the pause, open at the burst, so that sound and mouth
begin together. `timing.flac` is one vowel out of silence, for the finest timing. `speech.ogg` is ordinary speech.
All were made here by espeak-ng and flite; make them again with
`python -m tests.hall.rig.speech`.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
DATA = Path(__file__).parents[2] / "data" / "hall"
SYLLABLES = DATA / "syllables.flac"
TIMING = DATA / "timing.flac"
SPEECH = DATA / "speech.ogg"

LEAD_IN_S = 1.0
COUNT = 24
PEAK = 0.7
VOICES = ("en-us", "en-us+f3")

TEXT = (
    "Good evening, ladies and gentlemen, and welcome to the main hall. My name is Clara, and I will be your host "
    "tonight. Before we begin, please find your seats and put your phones away. Our first guest has come a long "
    "way to be with us. She has built bridges over nine rivers, and she remembers every one of them. Afterwards "
    "there will be music, food, and a few surprises. But now, please give a warm welcome to our first guest."
)


def load(path: Path) -> NDArray[np.float32]:
    """A sound file as (samples,) float32 at 48 kHz mono, within ±1."""
    import av  # only here: the bench of a card runs where there is none

    resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE)
    with av.open(str(path)) as file:
        pieces = [piece for frame in file.decode(audio=0) for piece in resampler.resample(frame)]
    pieces += resampler.resample(None)
    return np.concatenate([piece.to_ndarray().ravel() for piece in pieces]).astype(np.float32)


def lasting(sound: NDArray[np.float32], seconds: float) -> NDArray[np.float32]:
    """Repeat (samples,) until it lasts exactly `seconds`."""
    return np.resize(sound, round(seconds * RATE)).astype(np.float32)


def _syllable(phonemes: str, voice: str, folder: Path) -> NDArray[np.float32]:
    path = folder / "syllable.wav"
    subprocess.run(["espeak-ng", "-v", voice, "-s", "140", "-w", str(path), f"[[{phonemes}]]"], check=True)
    sound = load(path)
    loud = np.flatnonzero(np.abs(sound) > 0.01 * np.abs(sound).max())
    sound = sound[loud[0] : loud[-1] + 1]
    fade = np.minimum(1, np.arange(len(sound))[::-1] / (0.02 * RATE))
    return np.asarray(sound * fade * PEAK / np.abs(sound).max(), np.float32)


def make_syllables(folder: Path) -> NDArray[np.float32]:
    """The train: `COUNT` syllables with pauses of 300 to 500 ms, after a second of silence."""
    random = np.random.default_rng(7)
    kinds = [_syllable(phonemes, voice, folder) for voice in VOICES for phonemes in ("p'A:", "b'A:")]
    train = [np.zeros(round(LEAD_IN_S * RATE), np.float32)]
    for number in range(COUNT):
        train += [kinds[number % len(kinds)], np.zeros(round(random.uniform(0.3, 0.5) * RATE), np.float32)]
    return np.concatenate(train)


def make_timing(folder: Path) -> NDArray[np.float32]:
    """One vowel out of silence, again and again: "eye", whose opening the light driver shows within ±8 ms of its sound.

    Of a "pa" or "ba" the lips part anywhere from 18 to 50 ms after the burst, as the network takes its time to be
    sure: a train of those measures the network, this one the machine.
    """
    random = np.random.default_rng(11)
    eye = _syllable("'aI", "en-us", folder)
    train = [np.zeros(round(LEAD_IN_S * RATE), np.float32)]
    for _ in range(COUNT):
        train += [eye, np.zeros(round(random.uniform(0.45, 0.6) * RATE), np.float32)]
    return np.concatenate(train)


def make_speech(folder: Path) -> NDArray[np.float32]:
    """Ordinary speech of about 25 s."""
    path = folder / "speech.wav"
    subprocess.run(["flite", "-voice", "slt", "-t", TEXT, "-o", str(path)], check=True)
    sound = load(path)
    return np.asarray(sound * PEAK / np.abs(sound).max(), np.float32)


def _save(sound: NDArray[np.float32], path: Path, *options: str) -> None:
    command = ["ffmpeg", "-v", "error", "-f", "f32le", "-ar", str(RATE), "-ac", "1", "-i", "-", "-bitexact"]
    subprocess.run([*command, *options, "-y", str(path)], input=sound.tobytes(), check=True)


def main() -> None:
    """Make the files again."""
    DATA.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _save(make_syllables(folder), SYLLABLES, "-sample_fmt", "s16")
        _save(make_timing(folder), TIMING, "-sample_fmt", "s16")
        _save(make_speech(folder), SPEECH, "-c:a", "libvorbis", "-q:a", "4")


if __name__ == "__main__":
    main()
