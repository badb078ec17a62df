from __future__ import annotations

import pytest

from console.outputs.streams.stream_address import StreamAddressError, stream_address


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
    ("address", "key", "url", "shown", "options"),
    [
        ("srt://studio.example:9000", "", "srt://studio.example:9000", "studio.example:9000", {}),
        ("srt://[::1]:9000?mode=caller", "", "srt://[::1]:9000", "[::1]:9000", {}),
        ("srt://h:1?streamid=a%20b&latency=120000", "ten-letters",
         "srt://h:1?streamid=a%20b&latency=120000&passphrase=ten-letters",
         "h:1", {"streamid": "a b", "latency": "120000", "passphrase": "ten-letters"}),
        ("srt://h:1?streamid=#!::r=live/a,m=publish&latency=200&mode=caller", "",
         "srt://h:1?streamid=%23%21%3A%3Ar%3Dlive%2Fa%2Cm%3Dpublish&latency=200", "h:1",
         {"streamid": "#!::r=live/a,m=publish", "latency": "200"}),
        ("SRT://h:1?streamid=&passphrase=a+b+c+d+e+f", "", "srt://h:1?passphrase=a%2Bb%2Bc%2Bd%2Be%2Bf", "h:1",
         {"passphrase": "a+b+c+d+e+f"}),
    ],
)  # fmt: skip
def test_an_address_of_srt_is_taken_apart_and_is_the_same_when_it_is_taken_apart_again(
    address: str, key: str, url: str, shown: str, options: dict[str, str]
) -> None:
    found = stream_address(address, key)
    assert (found.url, found.shown, found.srt_options, found.has_key) == (url, shown, options, True)
    assert stream_address(found.url) == found


@pytest.mark.parametrize(
    "address",
    [
        "srt://host",
        "srt://host:9000/path",
        "srt://:9000",
        "srt://host:9000?mode=listener",
        "srt://h:1?streamid=a%0Ab",
        "srt://user:word@h:1",
        "srt://h:99999",
        "srt://h:0",
    ],
)
def test_what_srt_cannot_call_is_refused(address: str) -> None:
    with pytest.raises(StreamAddressError, match="srt://host:port"):
        stream_address(address)


@pytest.mark.parametrize("passphrase", ["short", "x" * 80])
def test_a_passphrase_that_srt_does_not_take_is_refused_before_anybody_is_called(passphrase: str) -> None:
    with pytest.raises(StreamAddressError, match="10 to 79 characters"):
        stream_address("srt://host:9000", passphrase)


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


def test_an_option_that_srt_has_not_is_named() -> None:
    with pytest.raises(StreamAddressError, match="SRT knows no foo here: behind the"):
        stream_address("srt://host:9000?foo=bar")
