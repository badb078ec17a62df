from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.ipc.logging_setup import open_log
from engine.ipc.masking import mask_stream_keys


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("to rtmp://a.example/live2/abcd-1234 now", "to rtmp://a.example/live2/… now"),
        ('{"url": "RTMPS://h:443/rtmp/FB-1?s=2&x=3"}', '{"url": "RTMPS://h:443/rtmp/…"}'),
        ("rtmp://host/app", "rtmp://host/app"),
        ("rtmp://me:word@host/app/key", "rtmp://…@host/app/…"),
        ("srt://h:9000?passphrase=x&streamid=y", "srt://h:9000?…"),
        ("SRT://h:9000 and rtmp://h/a/k", "SRT://h:9000 and rtmp://h/a/…"),
        ("rtmp://h/app?tok=SECRET now", "rtmp://h/app/… now"),
        ("rtmp://u:p@ss@h/app", "rtmp://…@h/app"),
        ("srt://u:p@h:9000", "srt://…@h:9000"),
        ('{"url": "rtmp://h/a/k\\"ey"}', '{"url": "rtmp://h/a/…"}'),
        ('{"url": "srt://h:1?passphrase=it\'s-\\"me\\""}', '{"url": "srt://h:1?…"}'),
        ("nothing of it", "nothing of it"),
        ("('stream_1_url', 'rtmp://h/a/k')", "('stream_1_url', 'rtmp://h/a/…')"),
    ],
)
def test_what_follows_the_application_is_not_written(text: str, expected: str) -> None:
    assert mask_stream_keys(text) == expected


def test_the_log_keeps_no_stream_key_whoever_writes_it(tmp_path: Path) -> None:
    log = open_log(tmp_path, "console")
    log.info("action", argument={"stream_1_url": "rtmp://host/live/very-secret"})
    written = (tmp_path / "compere.log").read_text() if (tmp_path / "compere.log").exists() else ""
    written = written or "".join(file.read_text() for file in tmp_path.iterdir())
    assert json.loads(written.splitlines()[-1])["argument"] == {"stream_1_url": "rtmp://host/live/…"}
