"""A stand-in for Edge's read-aloud service: the same websocket protocol, on the loopback.

    async with EdgeServer() as server:
        monkeypatch.setattr("edge_tts.communicate.WSS_URL", server.address)
        server.sound = mp3(samples)
        server.words = [("Hello", 0.1, 0.4)]

The client sends `speech.config` and `ssml` as texts with headers; the service answers with `turn.start`, `response`,
`audio.metadata` (one for each word, ahead of its sound), binary `audio` with a length of the headers in front, and
`turn.end`.
"""

from __future__ import annotations

import asyncio
import io
import json
import re
from dataclasses import dataclass, field
from html import unescape
from types import TracebackType
from typing import Any

import av
import numpy as np
from aiohttp import web
from numpy.typing import NDArray

RATE = 24_000
CHUNK = 720
"""Bytes of sound in one message, as the service sends them: 0.12 s."""


def mp3(samples: NDArray[np.float32]) -> bytes:
    """(n,) float32 at 24 kHz as the service's format: MP3, mono, 48 kbit/s, constant."""
    out = io.BytesIO()
    with av.open(out, "w", format="mp3", options={"write_xing": "0", "id3v2_version": "0"}) as container:
        stream = container.add_stream("libmp3lame", rate=RATE, layout="mono", bit_rate=48_000)
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples[None, :]), format="fltp", layout="mono")
        frame.sample_rate = RATE
        for packet in [*stream.encode(frame), *stream.encode(None)]:
            container.mux(packet)
    return out.getvalue()


@dataclass
class EdgeServer:
    """The service. `kind` is how it answers: `answer`, `hang`, `silent` (no sound), `garbage` (sound that is none);
    or after `after` messages of sound `die` (a broken connection), `close` (a clean one, too early), `stall`.

    Attributes:
        status: instead of the websocket, when it is not 101.
        asked: voice, rate and text of each request.
    """

    sound: bytes = b""
    words: list[tuple[str, float, float]] = field(default_factory=list)
    kind: str = "answer"
    after: int = 0
    status: int = 101
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    address: str = ""

    async def __aenter__(self) -> EdgeServer:
        application = web.Application()
        application.router.add_get("/edge/v1", self._serve)
        self._runner = web.AppRunner(application, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        port = self._runner.addresses[0][1]
        self.address = f"ws://127.0.0.1:{port}/edge/v1?TrustedClientToken=test"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._runner.cleanup()

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        if self.status != 101:
            return web.Response(status=self.status)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        config = await socket.receive_str()
        assert "Path:speech.config" in config and '"wordBoundaryEnabled":"true"' in config
        ssml = await socket.receive_str()
        assert "Path:ssml" in ssml
        voice = re.search(r"<voice name='([^']*)'", ssml)
        prosody = re.search(r"rate='([^']*)'[^>]*>(.*?)</prosody>", ssml, re.DOTALL)
        assert voice and prosody
        self.asked.append((voice[1], prosody[1], unescape(prosody[2])))
        if self.kind == "hang":
            await socket.receive()
            return socket
        await self._text(socket, "turn.start", {"context": {}})
        await self._text(socket, "response", {"context": {}})
        if self.kind != "silent":
            await self._speak(socket, request)
        if self.kind in ("answer", "silent", "garbage"):
            await self._text(socket, "turn.end", {})
        await socket.close()
        return socket

    async def _speak(self, socket: web.WebSocketResponse, request: web.Request) -> None:
        sound = b"\x00no sound at all " * 300 if self.kind == "garbage" else self.sound
        words = list(self.words)
        for number, at in enumerate(range(0, len(sound), CHUNK)):
            begins_s = at * 8 / 48_000
            while words and words[0][1] < begins_s + CHUNK * 8 / 48_000:
                await self._word(socket, *words.pop(0))
            if self.kind in ("die", "close", "stall") and number == self.after:
                if self.kind == "stall":
                    await socket.receive()
                elif self.kind == "die":
                    assert request.transport is not None
                    request.transport.abort()
                return
            head = b"X-RequestId:1\r\nContent-Type:audio/mpeg\r\nPath:audio\r\n"
            await socket.send_bytes(len(head).to_bytes(2, "big") + head + sound[at : at + CHUNK])
            await asyncio.sleep(0)
        head = b"X-RequestId:1\r\nPath:audio\r\n"
        await socket.send_bytes(len(head).to_bytes(2, "big") + head)

    async def _word(self, socket: web.WebSocketResponse, word: str, at_s: float, lasts_s: float) -> None:
        data = {
            "Offset": round(at_s * 1e7),
            "Duration": round(lasts_s * 1e7),
            "text": {"Text": word, "Length": len(word), "BoundaryType": "WordBoundary"},
        }
        await self._text(socket, "audio.metadata", {"Metadata": [{"Type": "WordBoundary", "Data": data}]})

    async def _text(self, socket: web.WebSocketResponse, path: str, body: dict[str, Any]) -> None:
        kind = "Content-Type:application/json; charset=utf-8"
        await socket.send_str(f"X-RequestId:1\r\n{kind}\r\nPath:{path}\r\n\r\n{json.dumps(body)}")
