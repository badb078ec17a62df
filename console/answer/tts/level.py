"""Every voice as loud as the next one: loudness by ITU-R BS.1770, held by a gain that moves slowly, and a limiter.

The gain is what the voice has needed until now, learnt over its lines, not a compressor: within a line it moves by
3 dB a second at the most, so that nothing pumps. Loudness and limiter are FFmpeg's `ebur128` and `alimiter`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncGenerator, Callable, Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from console.answer.tts.protocol import Floats, Phone, Speaker, Spoken, TTSError, Voice, Word, language_of
from engine.ipc.rings.samples import SAMPLE_RATE, clean

CEILING_DBFS = -1.0
"""No sample is louder."""

USUAL_LUFS = -20.0
"""What a voice is taken for before it was heard."""

_GATE_LUFS = -70.0
_RELATIVE_GATE_LU = 10.0  # both gates of BS.1770-4
_BLOCKS = 300
"""Gating blocks that count, one each 100 ms: the last half minute of speech."""
_USUAL_BLOCKS = 5
"""So many blocks does the first guess weigh."""
_MOST_DB = 24.0
_SLEW_DB_S = 3.0
_STEP = SAMPLE_RATE // 100
_KEY = "lavfi.r128.M"
_FADE = SAMPLE_RATE // 200


class LoudnessEstimate:
    """How loud a voice is by nature, in LUFS: gated as an integrated loudness, over its last half minute.

    Args:
        usual_lufs: the guess to begin with.
    """

    def __init__(self, usual_lufs: float = USUAL_LUFS) -> None:
        self._usual_lufs = usual_lufs
        self._blocks: deque[float] = deque(maxlen=_BLOCKS)
        self._pts = 0
        self._entry, self._graph = _graph(("ebur128", "metadata=1"))

    def add(self, samples: Floats) -> None:
        """More of the voice, (n,) float32, as it came."""
        for frame in _through(self._graph, samples, self._pts):
            loud = float(frame.metadata.get(_KEY, "-inf"))
            if loud > _GATE_LUFS:
                self._blocks.append(loud)
        self._pts += len(samples)

    @property
    def lufs(self) -> float:
        """By now."""
        blocks = np.array(self._blocks)
        if not len(blocks):
            return self._usual_lufs
        power = 10 ** (blocks / 10)
        gate = 10 * np.log10(power.mean()) - _RELATIVE_GATE_LU
        heard = power[blocks > gate]
        guessed = _USUAL_BLOCKS / (_USUAL_BLOCKS + len(heard))
        return float(guessed * self._usual_lufs + (1 - guessed) * 10 * np.log10(heard.mean()))


class LoudnessNormalizer:
    """A voice at the loudness that is wanted.

    Args:
        voice: whose lines.
        target_lufs: asked before each line, in LUFS.
        usual_lufs: what the voice is taken for before it was heard.
    """

    def __init__(self, voice: Voice, target_lufs: Callable[[], float], usual_lufs: float = USUAL_LUFS) -> None:
        self._voice = voice
        self._target_lufs = target_lufs
        self._usual_lufs = usual_lufs
        self._estimates: dict[str, LoudnessEstimate] = {}  # one voice may be 4 LU louder in another language

    @property
    def name(self) -> str:
        return self._voice.name

    @property
    def leaves(self) -> str:
        return self._voice.leaves

    def speakers(self) -> Sequence[Speaker]:
        return self._voice.speakers()

    async def warm(self) -> None:
        await self._voice.warm()

    async def speak(self, text: str, language: str, rate: float = 1.0) -> AsyncGenerator[Spoken, None]:
        """As `Voice.speak`. A line that breaks off is faded out within 5 ms, not cut."""
        spoken = language_of(language)
        if spoken not in self._estimates:
            self._estimates[spoken] = LoudnessEstimate(self._usual_lufs)
        line = _Gain(self._target_lufs(), self._estimates[spoken])
        pieces = self._voice.speak(text, language, rate)
        phones: tuple[Phone, ...] = ()
        words: tuple[Word, ...] = ()
        try:
            async for piece in pieces:
                phones, words = phones + piece.phones, words + piece.words
                samples = line.push(piece.samples)
                if len(samples):
                    yield Spoken(samples, phones, words)
                    phones, words = (), ()
        except TTSError:
            rest = line.finish()
            if len(rest):
                rest = rest * _fade_out(len(rest))
                yield Spoken(rest, phones, words)
            raise
        finally:
            await pieces.aclose()
        rest = line.finish()
        if len(rest) or phones or words:
            yield Spoken(rest, phones, words)


class _Gain:
    """The gain and the limiter of one line. What goes in comes out, sample for sample, 5 ms of it held back."""

    def __init__(self, target_lufs: float, estimate: LoudnessEstimate) -> None:
        self._target_lufs = target_lufs
        self._estimate = estimate
        self._gain_db = self._wanted_db()
        self._pts = 0
        limit = f"limit={10 ** (CEILING_DBFS / 20):.6f}:attack=5:release=80:level=disabled:latency=1"
        self._entry, self._graph = _graph(("alimiter", limit), ("aformat", "sample_fmts=flt"))

    def push(self, samples: Floats) -> Floats:
        """(n,) float32 in; what is done of it out."""
        if not len(samples):
            return samples
        samples = clean(samples)
        gains = np.empty(len(samples), np.float32)
        for at in range(0, len(samples), _STEP):
            step = samples[at : at + _STEP]
            self._estimate.add(step)
            most = _SLEW_DB_S * len(step) / SAMPLE_RATE
            before = self._gain_db
            self._gain_db += max(-most, min(most, self._wanted_db() - before))
            ramp = np.linspace(before, self._gain_db, len(step), dtype=np.float32)
            gains[at : at + _STEP] = 10 ** (ramp / 20)
        out = _through(self._graph, samples * gains, self._pts)
        self._pts += len(samples)
        return _joined(out)

    def finish(self) -> Floats:
        """The rest."""
        if not self._pts:
            return np.zeros(0, np.float32)
        self._entry.push(None)
        return _joined(_pulled(self._graph))

    def _wanted_db(self) -> float:
        return max(-_MOST_DB, min(_MOST_DB, self._target_lufs - self._estimate.lufs))


def _fade_out(count: int) -> Floats:
    return np.minimum(1.0, np.arange(count, 0, -1) / _FADE).astype(np.float32)


def _graph(*filters: tuple[str, str]) -> tuple[Any, Any]:
    import av.filter

    graph = av.filter.Graph()
    entry = graph.add_abuffer(sample_rate=SAMPLE_RATE, format="flt", layout="mono", time_base=Fraction(1, SAMPLE_RATE))
    last = entry
    for name, options in (*filters, ("abuffersink", "")):
        each = graph.add(name, options) if options else graph.add(name)
        last.link_to(each)
        last = each
    graph.configure()
    return entry, graph


def _through(graph: Any, samples: Floats, pts: int) -> list[Any]:
    from av.audio.frame import AudioFrame

    frame = AudioFrame.from_ndarray(np.ascontiguousarray(samples[None, :]), format="flt", layout="mono")
    frame.sample_rate = SAMPLE_RATE
    frame.time_base = Fraction(1, SAMPLE_RATE)
    frame.pts = pts
    graph.push(frame)
    return _pulled(graph)


def _pulled(graph: Any) -> list[Any]:
    import av

    frames = []
    while True:
        try:
            frames.append(graph.pull())
        except (BlockingIOError, av.error.EOFError):
            return frames


def _joined(frames: list[Any]) -> Floats:
    pieces = [frame.to_ndarray().reshape(-1) for frame in frames]
    return np.concatenate(pieces).astype(np.float32) if pieces else np.zeros(0, np.float32)
