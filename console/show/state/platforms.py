"""Platforms that take streams: their addresses, and what they take at the most.

Bit rates: OBS Studio, plugins/rtmp-services/data/services.json (2026). Addresses: the same, and each platform's own
page for encoders. All of them ask for a keyframe each two seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from engine.text import Text


@dataclass(frozen=True)
class Platform:
    """One of them.

    Attributes:
        name: its own, the same in every language.
        address: where it takes streams; "" where it gives another one each time.
        domains: of its servers: an address that ends so is one of its own.
        video_kbps, audio_kbps: the most that it takes, in thousands of bits a second; None where it says nothing.
    """

    name: str
    address: str
    domains: tuple[str, ...]
    video_kbps: int | None = None
    audio_kbps: int | None = None


PLATFORMS = (
    Platform("YouTube", "rtmps://a.rtmps.youtube.com/live2", ("youtube.com",), 51_000, 160),
    Platform(
        "Twitch", "rtmps://ingest.global-contribute.live-video.net/app", ("live-video.net", "twitch.tv"), 6_000, 320
    ),
    Platform("Facebook", "rtmps://live-api-s.facebook.com/rtmp", ("facebook.com",), 9_000, 128),
    Platform("Bilibili", "rtmp://live-push.bilivideo.com/live-bvc", ("bilivideo.com",)),
    Platform("Douyin", "", ("douyincdn.com",)),
)


def platform_of(address: str) -> Platform | None:
    """Whose server an address is, or None where nobody knows."""
    try:
        host = urlsplit(address.strip()).hostname or ""
    except ValueError:
        return None
    return next((each for each in PLATFORMS if any(host == d or host.endswith(f".{d}") for d in each.domains)), None)


def too_much(address: str, video_kbps: int) -> str:
    """A sentence where the streams' picture has more bits than the platform takes, or "".

    Args:
        address: of the stream.
        video_kbps: of the streams' picture, in thousands of bits a second.
    """
    platform = platform_of(address)
    if platform is None or platform.video_kbps is None or video_kbps <= platform.video_kbps:
        return ""
    return Text(
        "{platform} takes at most {most} kb/s of picture, and {set} are set: lower the streams' bit rate.",
        platform=platform.name,
        most=f"{platform.video_kbps:,}",
        set=f"{video_kbps:,}",
    )


def audio_kbps(address: str, usual: int) -> int:
    """Bits of a stream's sound, in thousands a second: as usual, or as many as its platform takes."""
    platform = platform_of(address)
    return min(usual, platform.audio_kbps or usual) if platform is not None else usual
