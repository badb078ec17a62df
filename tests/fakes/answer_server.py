"""An HTTP server that speaks as Groq and as any OpenAI-compatible server do, and misbehaves as it is told.

In a test:

    with AnswerServer() as server:
        server.chat.text = "Hello, everybody."          # what every chat says
        server.chat.next(Behaviour.reset())             # the next request meets a reset, the ones after it do not
        client = AsyncOpenAI(base_url=server.base_url, api_key="k")      # for Groq: base_url=server.root
        ...
        assert server.requests[0].json["model"] == "some-model"

By hand, for the running application: `python -m tests.fakes.answer_server [PORT]` serves until stdin closes.

Paths: each is there below `/v1` and, as the Groq SDK wants it, below `/openai/v1`:

    POST chat/completions      streamed as server-sent events when `stream` is true, else one JSON object
    POST audio/transcriptions  multipart; json, verbose_json or text, as `response_format` asks
    POST audio/speech          the bytes of `speech.sound`, in small chunks
    GET  models

It is a real server on a real socket in a thread of its own: whatever a client does with time-outs, resets and half
lines is done for true.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import socket
import ssl
import struct
import sys
import threading
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

TOKENS = re.compile(r"\s*[A-Za-z0-9']+|\s*.", re.DOTALL)
"""How a text falls into tokens here: a word, or one other character."""


@dataclass(frozen=True)
class Request:
    """What a client asked.

    Attributes:
        method, path: as `POST`, `/v1/chat/completions`.
        headers: names in lower case.
        body: as it came.
    """

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)

    @property
    def form(self) -> dict[str, bytes]:
        """The body as a multipart form: name → content."""
        found = re.search(r'boundary="?([^";]+)', self.headers.get("content-type", ""))
        assert found, "not a multipart form"
        fields: dict[str, bytes] = {}
        for part in self.body.split(b"--" + found[1].encode()):
            head, _, content = part.partition(b"\r\n\r\n")
            name = re.search(rb'name="([^"]+)"', head)
            if name:
                fields[name[1].decode()] = content.removesuffix(b"\r\n")
        return fields


@dataclass(frozen=True)
class Behaviour:
    """What becomes of one request; the plain one is answered as it should be.

    Attributes:
        kind: `answer`, `hang` (accepts and stays silent), `reset` (a TCP reset before any answer), `status`, `garbage`
            (a body that is no answer), `endless` (text without end); or one that begins well and ends after `after`
            tokens or bytes: `die` (a reset), `close` (the stream ends before the answer does), `half_line` (ends inside
            a line), `stall` (silence), `error_event` (an error inside the stream), `noise` (garbage inside it).
        status, retry_after_s, words: of `status`; the words are the server's own.
        after: tokens of a chat, or bytes of a sound, before the trouble.
        between_s: waited before each token.
    """

    kind: str = "answer"
    status: int = 200
    retry_after_s: float | None = None
    words: str = "scripted"
    after: int = 0
    between_s: float = 0.0

    @classmethod
    def hang(cls) -> Behaviour:
        """Accepts the request and stays silent."""
        return cls("hang")

    @classmethod
    def reset(cls) -> Behaviour:
        """Resets the connection before it answers."""
        return cls("reset")

    @classmethod
    def fails(cls, status: int, retry_after_s: float | None = None, words: str = "scripted") -> Behaviour:
        """Answers with an HTTP status and an error object."""
        return cls("status", status=status, retry_after_s=retry_after_s, words=words)


@dataclass
class Station:
    """One of the services: what it says, and how the next requests are met.

    Attributes:
        text: what a chat or a transcription says.
        sound: what `audio/speech` gives, and `sound_type` its content type.
        usually: how requests are met for which nothing else was planned.
        obeys: a chat writes its answer between the marks that it is asked for, as models do.
        finish: why a chat ends, as its last event says.
        thoughts: what a chat thinks, sent apart from its answer.
        ignores_stream: a chat comes as one JSON object, whatever was asked for.
        in_parts: a chat's words come as lists of parts, its thoughts among them.
        refuses: fields that a chat does not take: name → the server's own words.
    """

    text: str = "Hello, everybody. The show begins at half past seven."
    sound: bytes = b""
    sound_type: str = "audio/wav"
    usually: Behaviour = Behaviour()
    obeys: bool = True
    finish: str = "stop"
    thoughts: str = ""
    ignores_stream: bool = False
    in_parts: bool = False
    refuses: dict[str, str] = field(default_factory=dict)
    _planned: deque[Behaviour] = field(default_factory=deque)

    def next(self, *behaviours: Behaviour) -> None:
        """How the next requests are met, one after the other."""
        self._planned.extend(behaviours)

    def take(self) -> Behaviour:
        """The behaviour for a request that has come."""
        return self._planned.popleft() if self._planned else self.usually


class AnswerServer:
    """The server; a context manager that listens on a free port of the loopback.

    Attributes:
        chat, transcriptions, speech, models: the services.
        requests: all that were asked, in their order.
        open: connections that are open now.
        cut_by_client: requests whose client went away before the answer was whole.
        key: when set, another key than this is answered with 401.
        loads_s: when set, it is an Ollama: its model is loaded by the first request that waits for so long, and loading
            begins again when that one goes away.
        loaded: that has been done.
        secured: a context for TLS; None speaks plainly.
        proxied: absolute addresses that it was asked for, as a proxy is; they are answered as if they were its own.
    """

    def __init__(self, port: int = 0, *, secured: ssl.SSLContext | None = None) -> None:
        self.chat, self.transcriptions, self.speech, self.models = Station(), Station(), Station(), Station()
        self.requests: list[Request] = []
        self.open = 0
        self.cut_by_client = 0
        self.key = ""
        self.loads_s: float | None = None
        self.loaded = False
        self.secured = secured
        self.proxied: list[str] = []
        self._port = port
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="answer server")
        self._ended: asyncio.Event
        self._tasks: set[asyncio.Task[None]] = set()
        self._stations: dict[str, tuple[Station, Callable[[Request, _Reply, Behaviour], Awaitable[None]]]] = {
            "chat/completions": (self.chat, self._chat),
            "audio/transcriptions": (self.transcriptions, self._transcribe),
            "audio/speech": (self.speech, self._speak),
            "models": (self.models, self._list_models),
        }

    @property
    def root(self) -> str:
        """For the Groq SDK, which adds `/openai/v1` itself."""
        return f"{'http' if self.secured is None else 'https'}://127.0.0.1:{self._port}"

    @property
    def base_url(self) -> str:
        """For OpenAI's client."""
        return f"{self.root}/v1"

    def __enter__(self) -> AnswerServer:
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(self, *fault: object) -> None:
        self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join(10)

    def _run(self) -> None:
        try:
            self._loop.run_until_complete(self._serve())
        finally:
            self._loop.close()

    async def _serve(self) -> None:
        self._ended = asyncio.Event()
        server = await asyncio.start_server(self._meet, "127.0.0.1", self._port, backlog=200, ssl=self.secured)
        self._port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._ended.wait()
        server.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.open += 1
        reply = _Reply(writer)
        try:
            request = await _read(reader)
            if request.path.startswith("http://"):
                self.proxied.append(request.path)
                path = "/" + request.path.split("/", 3)[3]
                request = Request(request.method, path, request.headers, request.body)
            if self.loads_s is not None or not request.path.startswith("/api/"):
                self.requests.append(request)
            work = asyncio.ensure_future(self._answer(request, reply))
            gone = asyncio.ensure_future(reader.read())  # ends when the client closes
            try:
                await asyncio.wait({work, gone}, return_when=asyncio.FIRST_COMPLETED)
                if not work.done():
                    self.cut_by_client += 1
            finally:
                for each in (work, gone):
                    each.cancel()
                await asyncio.gather(work, gone, return_exceptions=True)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            self.open -= 1
            self._tasks.discard(task)
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()

    async def _answer(self, request: Request, reply: _Reply) -> None:
        if self.loads_s is not None and await self._ollama(request, reply, self.loads_s):
            return
        found = re.fullmatch(r"(?:/openai)?/v1/(.+?)/?", request.path)
        if found is None or found[1] not in self._stations:
            await reply.error(404, f"Unknown request URL: {request.method} {request.path}.")
            return
        if self.key and request.headers.get("authorization") != f"Bearer {self.key}":
            await reply.error(401, "Invalid API Key")
            return
        station, answer = self._stations[found[1]]
        behaviour = station.take()
        if behaviour.kind == "hang":
            await asyncio.Event().wait()
        elif behaviour.kind == "reset":
            reply.reset()
        elif behaviour.kind == "status":
            await reply.error(behaviour.status, behaviour.words, behaviour.retry_after_s)
        elif behaviour.kind == "garbage":
            await reply.whole(200, "text/html", "<html>☃ captive portal: please log in</html>".encode())
        else:
            await answer(request, reply, behaviour)

    async def _ollama(self, request: Request, reply: _Reply, loads_s: float) -> bool:
        """What is Ollama's own; True when that was an answer."""
        if request.path == "/api/version":
            await reply.whole(200, "application/json", b'{"version": "0.9.0"}')
            return True
        if not self.loaded:
            await asyncio.sleep(loads_s)  # cancelled when the client goes
            self.loaded = True
        if request.path == "/api/generate":
            await reply.whole(200, "application/json", b'{"done": true, "done_reason": "load"}')
            return True
        return False

    async def _chat(self, request: Request, reply: _Reply, behaviour: Behaviour) -> None:
        asked = str(request.json.get("messages", ""))
        mark = re.search(r"<answer-\w+>", asked) if self.chat.obeys else None
        for name, words in self.chat.refuses.items():
            roles = [each["role"] for each in request.json["messages"]]
            if request.json.get(name) or name in roles:
                await reply.error(400, words)
                return
        tokens = TOKENS.findall(self.chat.text)
        model = request.json.get("model", "")
        if not request.json.get("stream") or self.chat.ignores_stream:
            message: dict[str, Any] = {"role": "assistant", "content": self.chat.text}
            if self.chat.in_parts:
                message["content"] = [{"type": "text", "text": self.chat.text}]
            choice = {"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}
            whole = {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": model, "choices": [choice]}
            await reply.whole(200, "application/json", json.dumps(whole).encode())
            return
        await reply.begin("text/event-stream")

        def event(delta: dict[str, Any], finish: str | None = None) -> bytes:
            if self.chat.in_parts and delta.get("content"):
                delta = {"content": [{"type": "text", "text": delta["content"]}]}
            if self.chat.in_parts and "reasoning_content" in delta:
                thought = {"type": "text", "text": delta["reasoning_content"]}
                delta = {"content": [{"type": "thinking", "thinking": [thought]}]}
            choice = {"index": 0, "delta": delta, "finish_reason": finish, "logprobs": None}
            chunk = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": model}
            return b"data: " + json.dumps(chunk | {"choices": [choice]}).encode() + b"\n\n"

        await reply.chunk(event({"role": "assistant", "content": ""}))
        for token in TOKENS.findall(self.chat.thoughts):
            await reply.chunk(event({"reasoning_content": token}))
        if mark is not None:
            await reply.chunk(event({"content": mark[0]}))
        if behaviour.kind == "endless":
            while True:
                for token in tokens:
                    await reply.chunk(event({"content": token}))
        ends = behaviour.kind != "answer"
        for token in tokens[: behaviour.after] if ends else tokens:
            if behaviour.between_s:
                await asyncio.sleep(behaviour.between_s)
            await reply.chunk(event({"content": token}))
        if not ends:
            await reply.chunk(event({}, self.chat.finish) + b"data: [DONE]\n\n")
            await reply.end()
            return
        await self._trouble(reply, behaviour, event({"content": tokens[behaviour.after]}))

    async def _trouble(self, reply: _Reply, behaviour: Behaviour, following: bytes) -> None:
        if behaviour.kind == "die":
            await asyncio.sleep(0.05)  # a reset also destroys what the client has not read yet
            reply.reset()
        elif behaviour.kind == "close":
            await reply.end()
        elif behaviour.kind == "half_line":
            await reply.chunk(following[: len(following) // 2])
            await reply.end()
        elif behaviour.kind == "stall":
            await asyncio.Event().wait()
        elif behaviour.kind == "error_event":
            await reply.chunk(b'data: {"error": {"message": "over capacity", "type": "server_error"}}\n\n')
            await reply.end()
        elif behaviour.kind == "noise":
            await reply.chunk(b"data: {]\x00\xff\xfe not json\n\n")
            await reply.end()
        else:
            raise AssertionError(behaviour.kind)

    async def _transcribe(self, request: Request, reply: _Reply, behaviour: Behaviour) -> None:
        form = request.form
        assert "file" in form, "no sound was sent"
        wanted = form.get("response_format", b"json").decode()
        text = self.transcriptions.text
        if wanted == "text":
            await reply.whole(200, "text/plain", text.encode())
            return
        found: dict[str, Any] = {"text": text}
        if wanted == "verbose_json":
            found |= {"task": "transcribe", "language": "English", "duration": 1.0, "segments": []}
        await reply.whole(200, "application/json", json.dumps(found).encode())

    async def _speak(self, request: Request, reply: _Reply, behaviour: Behaviour) -> None:
        assert request.json["input"], "no text was sent"
        sound = self.speech.sound
        await reply.begin(self.speech.sound_type)
        ends = behaviour.kind != "answer"
        for at in range(0, behaviour.after if ends else len(sound), 4096):
            if behaviour.between_s:
                await asyncio.sleep(behaviour.between_s)
            await reply.chunk(sound[at : min(at + 4096, behaviour.after if ends else len(sound))])
        if ends:
            await self._trouble(reply, behaviour, sound[behaviour.after : behaviour.after + 64])
        else:
            await reply.end()

    async def _list_models(self, request: Request, reply: _Reply, behaviour: Behaviour) -> None:
        names = ("some-model", "whisper-large-v3-turbo")
        listed = [{"id": name, "object": "model", "created": 1, "owned_by": "tests"} for name in names]
        await reply.whole(200, "application/json", json.dumps({"object": "list", "data": listed}).encode())


class _Reply:
    """One answer on its way; each closes its connection."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self._writer = writer

    async def whole(self, status: int, kind: str, body: bytes, more: str = "") -> None:
        head = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n{more}"
        self._writer.write(head.encode() + b"Connection: close\r\n\r\n" + body)
        await self._writer.drain()

    async def error(self, status: int, message: str, retry_after_s: float | None = None) -> None:
        body = json.dumps({"error": {"message": message, "type": "scripted", "code": str(status)}}).encode()
        more = f"Retry-After: {retry_after_s:g}\r\n" if retry_after_s is not None else ""
        await self.whole(status, "application/json", body, more)

    async def begin(self, kind: str) -> None:
        head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
        self._writer.write(head.encode())
        await self._writer.drain()

    async def chunk(self, data: bytes) -> None:
        if data:
            self._writer.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
            await self._writer.drain()

    async def end(self) -> None:
        self._writer.write(b"0\r\n\r\n")
        await self._writer.drain()

    def reset(self) -> None:
        """Not a close: a reset, as of a server that was killed."""
        linger = struct.pack("HH", 1, 0) if sys.platform == "win32" else struct.pack("ii", 1, 0)
        self._writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self._writer.transport.abort()


async def _read(reader: asyncio.StreamReader) -> Request:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.split("\r\n")
    method, path, _ = first.split(" ")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)}
    if headers.get("transfer-encoding") == "chunked":
        body = b""
        while size := int(await reader.readline(), 16):
            body += (await reader.readexactly(size + 2))[:-2]
        await reader.readline()
    else:
        body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Request(method, path.partition("?")[0], headers, body)


if __name__ == "__main__":
    with AnswerServer(int(sys.argv[1]) if len(sys.argv) > 1 else 0) as serving:
        print(serving.root, flush=True)
        sys.stdin.read()
