"""Platforms that take streams."""

from __future__ import annotations

import pytest

from console.outputs.streams.stream_address import stream_address
from console.show.state.platforms import PLATFORMS, audio_kbps, platform_of, too_much

GIVEN = [platform for platform in PLATFORMS if platform.address]


@pytest.mark.parametrize("platform", GIVEN, ids=lambda platform: platform.name)
def test_its_address_is_one_that_a_stream_can_go_to_and_is_known_again(platform: object) -> None:
    assert isinstance(platform, type(PLATFORMS[0]))
    there = stream_address(platform.address, "key")
    assert there.has_key
    assert platform_of(there.url) is platform


@pytest.mark.parametrize(
    "address",
    ["", "rtmp://10.0.0.5/live", "rtmp://notyoutube.com/live2", "rtmp://youtube.com.example/x", "rtmp://[::1/x"],
)
def test_another_server_is_nobody_s(address: str) -> None:
    assert platform_of(address) is None
    assert too_much(address, 50_000) == ""
    assert audio_kbps(address, 160) == 160


def test_more_than_it_takes_is_said() -> None:
    assert too_much("rtmp://live.twitch.tv/app", 6_000) == ""
    assert "Twitch takes at most 6,000 kb/s of picture, and 8,000 are set" in too_much(
        "rtmp://live.twitch.tv/app", 8_000
    )


def test_its_sound_is_no_more_than_it_takes() -> None:
    assert audio_kbps("rtmps://live-api-s.facebook.com:443/rtmp", 160) == 128
    assert audio_kbps("rtmp://live.twitch.tv/app", 160) == 160
    assert audio_kbps("rtmp://live-push.bilivideo.com/live-bvc", 160) == 160
