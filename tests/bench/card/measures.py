"""What the engine does today: equal or not, how quick, how late, how large, and where the time goes."""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from unittest.mock import patch

import numpy as np
import torch
from torch.profiler import ProfilerActivity, profile

from engine.film.order import Order, pictures_in
from engine.film.soundtrack import Soundtrack
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.musetalk.audio.streaming import LiveFeatures
from engine.musetalk.driver import MuseTalkDriver
from engine.musetalk.face.overlay import Overlay
from engine.musetalk.filming import NeuralPainter
from engine.musetalk.network.decode import Decoder
from engine.musetalk.network.device import PRECISIONS
from engine.musetalk.network.model import load_models
from engine.musetalk.network.pipeline import Pipeline, forget_pipelines, share
from engine.musetalk.store.prepared import open_store
from engine.opencv import opencv

from .bench import BATCHES, DECODERS, HEIGHT, WIDTH, Bench, off_by
from .found import Found

_RATE = 25
_FILM_S = 10
_FIRST_LIVE = 100
"""Number of the first live frame: there is sound before it."""

_ALLOWED = {"fp32": 0.5, "fp16": 1.0}
"""Grey levels on average that each precision may be off; bf16 is a way out, and only reported."""


def machine(bench: Bench) -> Iterator[Found]:
    """What there is, and that it computes."""
    name = bench.machine.name
    if not bench.on_card:
        versions = (
            f"no card here: {os.cpu_count()} processors, {torch.get_num_threads()} threads, torch {torch.__version__}"
        )
        yield Found("machine", "CUDA", versions)
    else:
        card = torch.cuda.get_device_properties(bench.machine.device)
        total = card.total_memory / 2**30
        words = (
            f"{card.name}, capability {card.major}.{card.minor}, {card.multi_processor_count} multiprocessors, "
            f"{total:.0f} GB; torch {torch.__version__}, CUDA {torch.version.cuda}, "
            f"cuDNN {torch.backends.cudnn.version()}"
        )
        yield Found("machine", "CUDA", words, {"total_gb": total, "capability": card.major + card.minor / 10})
    gauge = bench.machine.gauge()
    words = "none" if gauge is None else f"{gauge.used_mib / 1024:.1f} of {gauge.total_mib / 1024:.1f} GB"
    celsius = "" if gauge is None or gauge.celsius is None else f", {gauge.celsius} °C"
    yield Found("machine", "memory taken before anything is loaded", words + celsius)
    side = 8192 if bench.on_card else 256
    for precision, dtype in PRECISIONS.items():
        a, b = (torch.randn(side, side, device=bench.machine.device).to(dtype) for _ in range(2))
        rate = 2 * side**3 / bench.seconds(lambda a=a, b=b: a @ b) / 1e12
        yield Found("machine", f"{name}: matrix product, {precision}", f"{rate:.2f} TFLOP/s", {"tflops": rate})


def loading(bench: Bench) -> Iterator[Found]:
    """From the files to networks that are ready."""
    begun = time.perf_counter()
    weights = bench.weights
    size = sum(file.stat().st_size for file in weights.rglob("*") if file.is_file()) / 2**20
    made_s = time.perf_counter() - begun
    yield Found("loading", "random weights made and written", f"{size:.0f} MB in {made_s:.1f} s", {"made_s": made_s})
    with bench.memory() as held:
        begun = time.perf_counter()
        models = load_models(weights, bench.machine.device, bench.machine.dtype)
        bench.machine.finish()
        load_s = time.perf_counter() - begun
        what = f"{bench.machine.words}: weights loaded, their files in memory already"
        yield Found("loading", what, f"{load_s:.1f} s", {"load_s": load_s})
        for decoder in DECODERS:
            begun = time.perf_counter()
            pipeline = Pipeline(models, bench.machine, decoder=bench.decoder(decoder, bench.machine))
            pipeline.warm_up()
            taken = time.perf_counter() - begun
            way = "recorded" if bench.machine.graphs else "warm"
            yield Found(
                "loading", f"{decoder} decoder: {way}, batches of 1, 2, 4", f"{taken:.1f} s", {"ready_s": taken}
            )
    yield _memory("loading", "networks and what was recorded", held)


def _memory(measure: str, what: str, held: dict[str, float]) -> Found:
    words = f"{held['memory_gb']:.2f} GB" if held else "none on the card"
    return Found(measure, f"memory of the card: {what}", words, dict(held))


def equality(bench: Bench) -> Iterator[Found]:
    """Faces against the processor's, by precision; twice the same; a recorded pass against the plain one."""
    for precision in ("fp32", "fp16", "bf16"):
        at = bench.at(precision)
        pipeline = bench.pipeline(at, batches=(2,))
        pipeline.warm_up()
        ours = bench.drawn(pipeline)
        words, values = off_by(ours, bench.judge)
        bound = _ALLOWED.get(precision)
        kept = None if bound is None else bool(values["off_mean"] <= bound)  # type: ignore[operator]
        promised = "" if bound is None else f"≤ {bound:g} on average"
        yield Found("equality", f"{at.words}: a face", words, values, promised, kept)
        other = int((bench.drawn(pipeline) != ours).any((1, 2, 3)).sum())
        what = f"{at.words}: faces that differ when drawn again"
        yield Found("equality", what, f"{other} of {len(ours)}", {"differing": other}, "none", other == 0)
        with torch.inference_mode():
            plain, _ = pipeline._plain(*bench.inputs(len(ours), at))
        words, values = off_by(ours, plain.cpu().numpy().astype(np.int16))
        yield Found("equality", f"{at.words}: the pass as the engine runs it, against kernel by kernel", words, values)
        latents, chunks = bench.inputs(2, at)
        latents[-1] = float("nan")
        known = pipeline.draw(latents, chunks).sound.tolist() == [True, False]
        yield Found("equality", f"{at.words}: a spoilt face is known", str(known).lower(), {}, "true", known)


def stages(bench: Bench) -> Iterator[Found]:
    """Each stage by itself, kernel by kernel, by batch."""
    at = bench.machine
    models = bench.models(at)
    whole, small = Decoder(models.vae), bench.decoder("small", at)
    assert small is not None
    if at.channels_last:
        for net in (models.face, models.vae, small):
            net.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    live = LiveFeatures(models.whisper)
    live.push(np.resize(bench.speech[::3], 4 * SAMPLE_RATE // 3))
    after = next(frame for frame in itertools.count() if live.sound_needed(frame) > live.heard)
    store = open_store(bench.host.avatar, bench.host.cache)
    overlay, frame = Overlay(store, at), store.frame(0)
    try:
        for batch in BATCHES:
            latents, tokens = bench.inputs(batch, at)
            drawn = latents[:, :4].contiguous()
            faces = torch.zeros((batch, 256, 256, 3), dtype=torch.uint8, device=at.device)
            good = torch.ones((), dtype=torch.bool, device=at.device)
            parts: dict[str, Callable[[], object]] = {
                "features": lambda batch=batch: live.chunks_of(after - batch, batch),
                "face network": lambda a=latents, b=tokens: models.face(a, b),
                "decoder": lambda a=drawn: whole(a),
                "small decoder": lambda a=drawn: small(a),
                "blending at 1080p": lambda a=faces, b=good: _blended(overlay, frame, a, b),
            }
            for name, work in parts.items():
                taken = bench.seconds(work)
                words = f"{taken * 1e3:.2f} ms, {batch / taken:.1f} frames a second"
                values = {"batch_ms": taken * 1e3, "fps": batch / taken}
                yield Found("stages", f"kernel by kernel, batch {batch}: {name}", words, values)
    finally:
        store.close()


def _blended(overlay: Overlay, frame: np.ndarray, faces: torch.Tensor, good: torch.Tensor) -> None:
    patches = [overlay.patch(0, frame, face, good) for face in faces]
    for each in patches:
        if each is not None:
            each.pixels()


def batches(bench: Bench) -> Iterator[Found]:
    """Face network, decoder and judgement as the engine runs them, by batch."""
    for decoder in DECODERS:
        with bench.memory() as held:
            pipeline = bench.pipeline(bench.machine, decoder, batches=BATCHES)
            for batch in BATCHES:
                latents, chunks = bench.inputs(batch, bench.machine)
                taken = bench.seconds(lambda p=pipeline, a=latents, b=chunks: p.draw(a, b))
                words = f"{batch / taken:.1f} frames a second, {taken * 1e3:.2f} ms a batch"
                values = {"fps": batch / taken, "batch_ms": taken * 1e3}
                yield Found("batches", f"{bench.machine.words}, {decoder} decoder, batch {batch}", words, values)
            del pipeline
        yield _memory("batches", f"{decoder} decoder, all batches recorded", held)


def live(bench: Bench) -> Iterator[Found]:
    """From a frame's last sample to its picture in memory: the live driver at 1080p."""
    count = max(20, 10 * bench.times)
    for decoder in DECODERS:
        pipeline = bench.pipeline(bench.machine, decoder)
        pipeline.warm_up()
        share(bench.host.models, pipeline)
        driver = MuseTalkDriver(models=bench.host.models, cache=bench.host.cache)
        driver.show(open_store(bench.host.avatar, bench.host.cache), bench.machine, WIDTH, HEIGHT)
        canvas, taken = np.zeros((HEIGHT, WIDTH, 4), np.uint8), []
        for number in range(_FIRST_LIVE, _FIRST_LIVE + count):
            begun = time.perf_counter()
            for _ in driver.frames(bench, number, 1, _RATE, lambda canvas=canvas: canvas):
                pass
            taken.append((time.perf_counter() - begun) * 1e3)
        driver.close()
        forget_pipelines()
        p50, p95, p99 = (float(each) for each in np.percentile(taken[10:], (50, 95, 99)))
        values = {"p50_ms": p50, "p95_ms": p95, "p99_ms": p99, "spoilt": driver.spoilt}
        words = f"p50 / p95 / p99 {p50:.1f} / {p95:.1f} / {p99:.1f} ms; {driver.spoilt} spoilt"
        yield Found("live", f"{decoder} decoder: live at 1080p, sound there → picture in memory", words, values)


def film(bench: Bench) -> Iterator[Found]:
    """Ten seconds of film at 1080p, drawn and blended; the encoder is another program's, and not in it."""
    sound = _Sound(np.resize(bench.speech, _FILM_S * SAMPLE_RATE)[:, None])
    on_card = bench.on_card
    few = 0 if on_card else 4
    for decoder in DECODERS:
        order = Order(
            avatar=bench.host.folder,
            sound=bench.folder / "none",
            out=bench.folder / "film.mp4",
            exact=False,
            cards=(str(bench.machine.device.index or 0) if on_card else "cpu",),
            models=bench.host.models,
            prepared=bench.host.cache,
            decoder=decoder,
        )
        models = bench.models(bench.machine)
        with (
            patch("engine.musetalk.filming.load_models", lambda *_, models=models: models),
            patch("engine.musetalk.filming.small_decoder", lambda *_: bench.decoder("small", bench.machine)),
        ):
            painter = NeuralPainter(bench.host.avatar, sound, order)
        total = pictures_in(sound.length, Fraction(order.frames_a_second))
        begun = time.perf_counter()
        with patch("engine.musetalk.filming.Scaler", _Scaler):
            made = sum(1 for _ in painter.paint(0, few or total))
        taken = time.perf_counter() - begun
        painter.close()
        words = f"{taken:.2f} s for {made} of {total} pictures, {made / taken:.1f} a second"
        values = {"film_s": taken / made * total, "fps": made / taken}
        yield Found("film", f"{decoder} decoder: film of {_FILM_S} s at 1080p, without the encoder", words, values)


class _Sound(Soundtrack):
    """Sound at 16 kHz without the resampler, which is not installed here: nobody listens to it."""

    def for_networks(self) -> np.ndarray:
        sound = self.read(0, self.length // 3 * 3)
        return np.asarray(sound.reshape(-1, 3).mean(axis=1), np.float32)


class _Scaler:
    """Stands for the encoder's own, which is not installed here: the same work by OpenCV."""

    def picture(self, pixels: np.ndarray) -> np.ndarray:
        return np.asarray(opencv().cvtColor(pixels, opencv().COLOR_BGR2YUV_I420), np.uint8)


def kernels(bench: Bench) -> Iterator[Found]:
    """The ten dearest kernels of a batch of four."""
    at = bench.machine
    pipelines = {decoder: bench.pipeline(at, decoder, batches=(4,)) for decoder in DECODERS}
    for decoder, pipeline in pipelines.items():
        inputs = bench.inputs(4, at)
        with torch.inference_mode():
            pipeline._plain(*inputs)
            at.finish()
            activities = [ProfilerActivity.CPU, *([ProfilerActivity.CUDA] if bench.on_card else [])]
            with profile(activities=activities) as seen:
                pipeline._plain(*inputs)
                at.finish()
        yield from _dearest(bench, decoder, seen.key_averages())


def _dearest(bench: Bench, decoder: str, events: Sequence[object]) -> Iterator[Found]:
    on_card = bench.on_card
    if on_card:  # kernels alone: what called them bears their time too
        events = [event for event in events if getattr(event, "device_type", None) == torch.autograd.DeviceType.CUDA]
    field = "self_device_time_total" if on_card else "self_cpu_time_total"
    times = [(float(getattr(event, field)), str(event.key), int(event.count)) for event in events]  # type: ignore[attr-defined]
    whole = sum(taken for taken, _, _ in times) or 1.0
    for place, (taken, name, count) in enumerate(sorted(times, reverse=True)[:10], 1):
        words = f"{taken / whole:.0%}, {taken / 1e3:.2f} ms in {count} calls: `{name[:90].replace('|', '/')}`"
        values = {"fraction": taken / whole, "taken_ms": taken / 1e3, "calls": count}
        yield Found("kernels", f"{decoder} decoder, batch 4: dearest kernel {place}", words, values)
