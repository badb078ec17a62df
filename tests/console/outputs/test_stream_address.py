from __future__ import annotations

import pytest

from console.outputs.stream_address import StreamAddressError, stream_address


@pytest.mark.parametrize(
    ("address", "key", "url", "shown", "port", "has_key"),
    [
        ("rtmp://a.rtmp.youtube.com/live2", "abcd", "rtmp://a.rtmp.youtube.com/live2/abcd", "a.rtmp.youtube.com/live2",
         1935, True),
        ("rtmps://live-api-s.facebook.com:443/rtmp/", "FB-1?s=2", "rtmps://live-api-s.facebook.com:443/rtmp/FB-1?s=2",
         "live-api-s.facebook.com/rtmp", 443, True),
        ("rtmp://192.168.1.5:19350/live/with-key", "", "rtmp://192.168.1.5:19350/live/with-key", "192.168.1.5/live",
         19350, True),
        ("rtmp://host/app", "", "rtmp://host/app", "host/app", 1935, False),
        ("rtmp://[::1]/app", "k", "rtmp://[::1]/app/k", "[::1]/app", 1935, True),
        ("  rtmp://host/app  ", "/k", "rtmp://host/app/k", "host/app", 1935, True),
    ],
)  # fmt: skip
def test_an_address_is_taken_apart_and_gets_its_key(
    address: str, key: str, url: str, shown: str, port: int, has_key: bool
) -> None:
    found = stream_address(address, key)
    assert (found.url, found.shown, found.port, found.has_key) == (url, shown, port, has_key)
    assert found.secure is address.strip().startswith("rtmps")


@pytest.mark.parametrize(
    "address", ["", "http://host/app", "rtmp://", "rtmp://host", "rtmp:///app", "rtmp://host:port/app", "rtmp://[/a"]
)
def test_what_is_no_address_is_refused_in_one_sentence(address: str) -> None:
    with pytest.raises(StreamAddressError, match="rtmp://"):
        stream_address(address)


def test_an_address_never_shows_its_key() -> None:
    found = stream_address("rtmp://host/app", "very-secret")
    assert "very-secret" not in repr(found)
    assert "very-secret" not in f"{found} {found.shown}"
