"""What film is wanted, as plain data, and the one judge of whether it can be made. No heavy import here."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from fractions import Fraction
from pathlib import Path
from typing import Any

from engine.ipc.rings.samples import SAMPLE_RATE
from engine.text import Text


class FilmError(Exception):
    """A film cannot be made. The message is one sentence for the operator."""


@dataclass(frozen=True)
class VideoFormat:
    """A kind of video file: the container, and the encoders of picture and sound, in FFmpeg's names."""

    container: str
    video: str
    audio: str


FORMS: Mapping[str, VideoFormat] = {
    ".mp4": VideoFormat("mp4", "libx264", "aac"),
    ".mov": VideoFormat("mov", "libx264", "aac"),
    ".mkv": VideoFormat("matroska", "libx264", "aac"),
    ".webm": VideoFormat("webm", "libvpx-vp9", "libopus"),
}
"""By the suffix of the file's name."""

QUALITIES: Mapping[str, int] = {"small": 28, "good": 20, "best": 14}
"""Names for the constant rate factor: lower is better and larger."""

CRF = range(1, 41)
SIDES = range(64, 4321)
SLOWEST, FASTEST = 10, 60
"""Frames a second."""

PROCESSOR = "cpu"
"""A card that is none."""

_BROADCAST = {"23.976": "24000/1001", "23.98": "24000/1001", "29.97": "30000/1001", "59.94": "60000/1001"}
_BITS_A_PIXEL = {range(1, 18): 0.30, range(18, 24): 0.12, range(24, 41): 0.06}  # far above what a host on a stage takes
_SOUND_BITS = 200_000
_SPARE = 64 * 1024 * 1024


def parse_rate(text: str) -> Fraction:
    """Frames a second from "25", "29.97", "12.5" or "30000/1001". Raises FilmError."""
    try:
        rate = Fraction(_BROADCAST.get(text.strip(), text.strip()))
    except (ValueError, ZeroDivisionError):
        rate = Fraction(0)
    if not SLOWEST <= rate <= FASTEST or rate.denominator > 1001:
        raise FilmError(
            Text(
                "A film has {low} to {high} frames a second, like 25 or 29.97; {text} is not possible.",
                low=SLOWEST,
                high=FASTEST,
                text=text,
            )
        )
    return rate


def parse_quality(text: str) -> int:
    """The constant rate factor from one of `QUALITIES` or a number of `CRF`. Raises FilmError."""
    if text in QUALITIES:
        return QUALITIES[text]
    if text.isdecimal() and int(text) in CRF:
        return int(text)
    names = ", ".join(QUALITIES)
    raise FilmError(
        Text(
            "The quality is {names}, or a number from {low} (best) to {high}; {text} is not possible.",
            names=names,
            low=CRF[0],
            high=CRF[-1],
            text=text,
        )
    )


def parse_cards(text: str) -> tuple[str, ...]:
    """Graphics cards from "0", "0,1" or "cpu,cpu"; "" is whatever there is. Raises FilmError."""
    cards = tuple(part.strip() for part in text.split(",")) if text.strip() else ()
    if all(card.isdecimal() or card == PROCESSOR for card in cards) and len(cards) <= 16:
        return cards
    raise FilmError(
        Text("Cards are numbers like 0 or 0,1, or {name}; {text} is not possible.", name=PROCESSOR, text=text)
    )


@dataclass(frozen=True, kw_only=True)
class Order:
    """One film that is wanted.

    Attributes:
        avatar: the avatar's folder. sound: any sound or video file. out: the film, its kind by the suffix.
        rate: frames a second, as `parse_rate` reads it.
        width, height: pixels, even.
        crf: constant rate factor.
        exact: the neural driver computes in float32 and with deterministic kernels.
        decoder: `full`, or `small`: the approximate one, which an exact film never uses.
        cards: who draws: one process for each; () draws here, on whatever there is.
        models: the neural driver's files. prepared: the neural avatar's store. Neither is needed by the light driver.
        force: a file that is there may be replaced.
    """

    avatar: Path
    sound: Path
    out: Path
    rate: str = "25"
    width: int = 1920
    height: int = 1080
    crf: int = QUALITIES["good"]
    exact: bool = True
    decoder: str = "full"
    cards: tuple[str, ...] = ()
    models: Path | None = None
    prepared: Path | None = None
    force: bool = False

    @property
    def frames_a_second(self) -> Fraction:
        """The rate as a number."""
        return parse_rate(self.rate)

    @property
    def approximate(self) -> bool:
        """The small decoder draws it."""
        return self.decoder == "small" and not self.exact

    @property
    def form(self) -> VideoFormat:
        """The kind of file. Raises FilmError."""
        form = FORMS.get(self.out.suffix.lower())
        if form is None:
            known = ", ".join(FORMS)
            raise FilmError(
                Text("{file}: the film's name must end with one of {names}.", file=self.out.name, names=known)
            )
        return form

    @property
    def part(self) -> Path:
        """Where the film lies while it is made."""
        return self.out.with_name(self.out.name + ".part")

    def check(self) -> None:
        """Raises FilmError for what can be seen before anything is read."""
        parse_rate(self.rate)
        parse_quality(str(self.crf))
        _ = self.form
        if any(side not in SIDES or side % 2 for side in (self.width, self.height)):
            raise FilmError(
                Text(
                    "A film's sides are even numbers of pixels from {low} to {high}; {size} is not possible.",
                    low=SIDES[0],
                    high=SIDES[-1],
                    size=f"{self.width}x{self.height}",
                )
            )
        if not self.out.parent.is_dir():
            raise FilmError(
                Text("There is no folder {path} for the film: make it first, or choose another.", path=self.out.parent)
            )
        if self.out.is_dir():
            raise FilmError(Text("{path} is a folder: give the film another name.", path=self.out))
        if self.out.exists() and not self.force:
            raise FilmError(Text("{path} is there already: choose another name, or let it be replaced.", path=self.out))
        if self.out.exists() and self.sound.exists() and self.out.samefile(self.sound):
            raise FilmError(Text("{path} is the sound itself: give the film another name.", path=self.out))
        if not os.access(self.out.parent, os.W_OK):
            raise FilmError(Text("Nothing can be written to {path}: choose another folder.", path=self.out.parent))

    def check_room(self, samples: int) -> None:
        """Raises FilmError when the disk is likely too full for a film of `samples` at 48 kHz."""
        seconds = samples / SAMPLE_RATE
        bits = next(bits for crfs, bits in _BITS_A_PIXEL.items() if self.crf in crfs)
        picture = self.width * self.height * float(self.frames_a_second) * bits
        needed = round(seconds * (picture + _SOUND_BITS) / 8) + _SPARE
        free = shutil.disk_usage(self.out.parent).free
        if free < needed:
            raise FilmError(
                Text(
                    "{path} has {size} MB left, and the film may need {whole} MB: make room, or choose another folder.",
                    path=self.out.parent,
                    size=f"{free / 1000000.0:.0f}",
                    whole=f"{needed / 1000000.0:.0f}",
                )
            )

    def to_json(self) -> str:
        """One line."""
        return json.dumps(asdict(self), default=str)

    @classmethod
    def from_json(cls, text: str) -> Order:
        """What `to_json` wrote."""
        told: dict[str, Any] = json.loads(text)
        for name in ("avatar", "sound", "out", "models", "prepared"):
            told[name] = Path(told[name]) if told[name] is not None else None
        told["cards"] = tuple(told["cards"])
        return cls(**{each.name: told[each.name] for each in fields(cls)})


def pictures_in(samples: int, rate: Fraction) -> int:
    """Pictures of a film that shows all of `samples` at 48 kHz."""
    return -(-samples * rate.numerator // (SAMPLE_RATE * rate.denominator))


def index_of(picture: int, rate: Fraction) -> int:
    """The sample index that picture number `picture` belongs to; from the count, so that it cannot drift."""
    return picture * SAMPLE_RATE * rate.denominator // rate.numerator
