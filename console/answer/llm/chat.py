"""One streamed chat with a server that speaks OpenAI's protocol, and its faults in plain words.

OpenAI's and Groq's clients are made by one generator and have the same faces and the same names of faults; they are
told apart here by nothing.
"""

from __future__ import annotations

import asyncio
import inspect
import json
import ssl
from collections.abc import AsyncIterator
from typing import Any

from console.answer.connecting import CONNECT_S, ConnectingError, http_client
from console.answer.llm.dialect import MOST_LESSONS, Dialect
from console.answer.llm.protocol import AnswerError, Apart, CutShortError
from console.answer.llm.refusals import plain_words, words_of
from console.answer.safety.normal_form import mended
from console.show.answers.addresses import host_of, is_here
from engine.text import Text

READ_S = 10.0
"""The longest silence between two pieces; the chain's own limits are shorter or equal."""

MOST_CHARACTERS = 4000
"""More is no answer for a hall: the stream is cut."""

MOST_THOUGHTS = 40_000
"""Characters of thoughts that are sent apart; more is a model that goes round in circles."""

MOST_BYTES = 1_000_000
"""Of an answer that comes as a whole."""

CUT = "{name}'s answer was cut at the most words it may have: its end is missing."

_FINAL = '。！？.!?…」』”")）'

_A_HAN_TOKEN, _A_LETTER_TOKEN = 1.0, 0.35
"""How many tokens a character makes, rather more than less."""

_THOUGHTS = ("reasoning_content", "reasoning")
"""Where servers put a model's thoughts when they send them apart from its answer."""


def client_of(make: Any, key: str, address: str, name: str) -> Any:
    """OpenAI's or Groq's client for a live answer. It takes half a second: use a thread.

    Args:
        make: `AsyncOpenAI` or `AsyncGroq`.
        key: for the server.
        address: of the server, as the client wants it.
        name: as the operator reads it.

    Raises:
        AnswerError: nobody can be asked at this address from here, or with this key.
    """
    if not key.isascii() or not key.isprintable():
        raise AnswerError(Text("The key for {name} has signs that no key has: copy it again.", name=name))
    if not host_of(address):
        raise AnswerError(Text("The address of {name} cannot be used: look at it in SETTINGS.", name=name))
    try:
        http = http_client(address, name, read_s=READ_S, connect_s=CONNECT_S)
    except ConnectingError as fault:
        raise AnswerError(str(fault)) from fault
    return make(api_key=key, base_url=address, http_client=http, timeout=http.timeout, max_retries=0)


async def streamed(
    client: Any, name: str, model: str, told: list[dict[str, str]], most: int, dialect: Dialect | None = None
) -> AsyncIterator[str]:
    """Asks, and gives the words as they come. While the model thinks for itself, "" is given as a sign of life.

    Args:
        client: `AsyncOpenAI` or `AsyncGroq`.
        name: as the operator reads it.
        model: its name on the server.
        told: the conversation.
        most: tokens of the answer at most.
        dialect: how the server wants to be asked, as far as it is known; it learns.

    Raises:
        CutShortError: the answer was stopped in the middle by its bound, after all of it was given.
        AnswerError: with one sentence.
    """
    dialect = dialect or Dialect(model)
    key = str(getattr(client, "api_key", "") or "")
    answer = _Answer(name, most)
    try:
        response = await _begun(client, dialect, told, most, key)
        events = _events(response)
        try:
            async for event in events:
                for text in answer.feed(event):
                    yield text
                if answer.full:
                    break
        finally:
            await events.aclose()  # type: ignore[attr-defined]
            await response.http_response.aclose()
    except (AnswerError, asyncio.CancelledError, GeneratorExit):
        raise
    except Exception as fault:
        raise fault_of(fault, name, begun=answer.length > 0, key=key) from fault
    finally:
        dialect.thinks = dialect.thinks or answer.thought
    answer.end()


async def _begun(client: Any, dialect: Dialect, told: list[dict[str, str]], most: int, key: str) -> Any:
    """The server's response, before its body; asked again where it refuses the way in which it was asked."""
    for _ in range(MOST_LESSONS):
        try:
            return await client.chat.completions.with_raw_response.create(**dialect.request(told, most))
        except Exception as fault:
            refused = getattr(fault, "status_code", None) in (400, 422)
            if not (refused and dialect.learn(words_of(fault, key))):
                raise
    return await client.chat.completions.with_raw_response.create(**dialect.request(told, most))


async def _events(response: Any) -> AsyncIterator[Any]:
    """What a response brings: its events, or its one object where the server sends no stream."""
    if "json" not in response.headers.get("content-type", ""):
        stream = response.parse()
        if inspect.isawaitable(stream):
            stream = await stream
        if hasattr(stream, "__aiter__"):
            async for event in stream:
                yield event
        return
    data = b""
    async for piece in response.http_response.aiter_bytes():
        data += piece
        if len(data) > MOST_BYTES:
            raise ValueError("an answer without end")
    yield json.loads(data)


class _Answer:
    """One answer as it comes.

    Args:
        name: of who answers.
        most: tokens it may have.

    Attributes:
        length: characters so far.
        thought: there were thoughts before it.
    """

    def __init__(self, name: str, most: int) -> None:
        self._name, self._most = name, most
        self.length = 0
        self.thought = False
        self._apart = False
        self._thoughts = 0
        self._events = 0
        self._last, self._finish = "", ""
        self._half = ""
        self._inline = False
        self._tokens = 0.0

    def feed(self, event: Any) -> list[str]:
        """The words of one event; [""] for a sign of life."""
        self._events += 1
        if told := _field(event, "error"):
            raise _InsideError(told)
        choices = _field(event, "choices") or ()
        if not choices:
            return []
        choice = choices[0]
        delta = _field(choice, "delta") or _field(choice, "message") or choice
        self._finish = _field(choice, "finish_reason") or self._finish
        thoughts, text = _parts(_field(delta, "content") or _field(delta, "text"))
        text = self._whole(text)
        thoughts += "".join(each for each in (_field(delta, name) for name in _THOUGHTS) if isinstance(each, str))
        found: list[str] = []
        if thoughts:
            self._apart = self.thought = True
            self._thoughts += len(thoughts)
            if self._thoughts > MOST_THOUGHTS:
                raise AnswerError(Text("{name} sent its thoughts, and no answer.", name=self._name))
            found.append(Apart())
        if text:
            self._count(text)
            found.append(Apart(text) if self._apart else text)
        return found

    def end(self) -> None:
        """It is over. Raises AnswerError where it is no whole answer."""
        if not self._events:
            raise AnswerError(Text("{name} sent something that is no answer: look at its address.", name=self._name))
        if not self.length:
            if self._finish == "length" and self.thought:
                raise AnswerError(Text("{name} sent its thoughts, and no answer.", name=self._name), again=True)
            raise AnswerError(Text("{name} sent an empty answer.", name=self._name), again=True)
        if self._finish == "length":
            raise CutShortError(Text(CUT, name=self._name))
        if not self._finish and self._last not in _FINAL:
            raise AnswerError(Text("{name} broke off in the middle of its answer.", name=self._name), again=True)

    def _whole(self, text: str) -> str:
        """Words without half characters: the first half of one may come now, and the second with the next event."""
        text, self._half = self._half + text, ""
        if text and "\ud800" <= text[-1] <= "\udbff":
            text, self._half = text[:-1], text[-1]
        return mended(text)

    def _count(self, text: str) -> None:
        if not self.length and text.lstrip().startswith("<think"):
            self._inline = self.thought = True
        self.length += len(text)
        self._last = text.rstrip()[-1:] or self._last
        if self.length > (MOST_THOUGHTS if self._inline else MOST_CHARACTERS):
            raise AnswerError(Text("{name} went on without end: its answer was cut.", name=self._name))
        if self._apart:  # the server's own bound holds its thoughts as well
            self._tokens += sum(_A_HAN_TOKEN if each > "\u2e80" else _A_LETTER_TOKEN for each in text)
            if self._tokens > self._most:
                self._finish = "length"

    @property
    def full(self) -> bool:
        """It has all the words it may have."""
        return self._apart and self._finish == "length"


class _InsideError(Exception):
    """A fault that the server tells of where words should be."""

    def __init__(self, body: Any) -> None:
        super().__init__()
        self.body = body


def _field(row: Any, name: str) -> Any:
    return row.get(name) if isinstance(row, dict) else getattr(row, name, None)


def _parts(content: Any) -> tuple[str, str]:
    """Thoughts and words of what a message holds: a text, or a list of parts."""
    if isinstance(content, str):
        return "", content
    thoughts, words = "", ""
    for part in content if isinstance(content, list) else ():
        if isinstance(part, str):
            words += part
            continue
        kind = str(_field(part, "type") or "text")
        inner = _field(part, "thinking") or _field(part, "reasoning") or _field(part, "text")
        text = inner if isinstance(inner, str) else "".join(_parts(inner)) if isinstance(inner, list) else ""
        if kind in ("text", "output_text"):
            words += text
        elif kind.startswith(("think", "reason")):
            thoughts += text
    return thoughts, words


def fault_of(fault: Exception, name: str, *, begun: bool = False, key: str = "") -> AnswerError:
    """A client's fault as one sentence; `begun` when some of the answer was there, `key` what must not be seen."""
    status = getattr(fault, "status_code", None)
    kinds = {kind.__name__ for kind in type(fault).__mro__}
    if isinstance(fault, (AnswerError, ConnectingError)):
        return fault if isinstance(fault, AnswerError) else AnswerError(str(fault))
    if isinstance(status, int):
        return _status(status, fault, name, words_of(fault, key))
    if kinds & {"APITimeoutError", "TimeoutException", "TimeoutError"}:
        if any(type(each).__name__ == "ConnectTimeout" for each in _causes(fault)):
            return AnswerError(Text("{name} cannot be reached: look at the network.", name=name))
        return AnswerError(Text("{name} does not answer in time.", name=name))
    if kinds & {"RemoteProtocolError", "ReadError"}:
        return AnswerError(Text("{name} broke off in the middle of its answer.", name=name), again=True)
    if kinds & {"APIConnectionError", "TransportError", "OSError"}:
        if begun:
            return AnswerError(Text("{name} broke off in the middle of its answer.", name=name), again=True)
        return _unreachable(fault, name)
    if "_InsideError" in kinds or ("APIError" in kinds and getattr(fault, "body", None)):
        words = words_of(fault, key)
        plain = Text("{name} reported a fault in the middle of its answer.", name=name)
        told = Text("{name} reported a fault in the middle of its answer ({reason}).", name=name, reason=words)
        return AnswerError(told if words else plain, again=True)
    return AnswerError(Text("{name} sent something that is no answer: look at its address.", name=name))


def _unreachable(fault: Exception, name: str) -> AnswerError:
    causes = _causes(fault)
    for each in causes:
        if isinstance(each, ssl.SSLCertVerificationError) or "CERTIFICATE_VERIFY_FAILED" in str(each):
            found = (getattr(cause, "verify_message", "") for cause in causes)
            why = plain_words(next(filter(None, found), "")) or "it cannot be verified"
            return AnswerError(
                Text(
                    "{name} shows a certificate that this machine does not believe ({reason}): look at "
                    "its address, or name the certificate's file in SSL_CERT_FILE.",
                    name=name,
                    reason=why,
                )
            )
        if isinstance(each, ssl.SSLError) and "WRONG_VERSION_NUMBER" in str(each):
            return AnswerError(Text("{name} does not speak https at this address: write http:// instead.", name=name))
        if type(each).__name__ == "ProxyError":
            return AnswerError(
                Text(
                    "{name} is refused by the proxy ({reason}).",
                    name=name,
                    reason=plain_words(str(each)) or "no reason",
                ),
                again=True,
            )
    names = {type(each).__name__ for each in causes}
    if names & {"ReadError", "RemoteProtocolError", "WriteError", "ConnectionResetError"} - {"ConnectError"}:
        return AnswerError(Text("{name} closed the connection before it answered.", name=name), again=True)
    request = getattr(fault, "request", None)  # of OpenAI's and Groq's own fault, which stands for all others
    if request is not None and is_here(str(request.url)):
        return AnswerError(Text("{name} cannot be reached: start it, or look at its address.", name=name), again=True)
    return AnswerError(Text("{name} cannot be reached: look at the network.", name=name), again=True)


def _status(status: int, fault: Exception, name: str, words: str) -> AnswerError:
    if status == 401:
        return AnswerError(Text("{name} refused the key: set another one.", name=name))
    if status == 403:
        place = Text(
            "{name} refused the key, or this place ({reason}): set another key, or use another.",
            name=name,
            reason=words,
        )
        return AnswerError(place if words else Text("{name} refused the key: set another one.", name=name))
    if status == 404:
        plain = Text("{name} does not know the model or the address: look at both.", name=name)
        told = Text("{name} does not know the model or the address ({reason}): look at both.", name=name, reason=words)
        return AnswerError(told if words else plain)
    if status == 407:
        return AnswerError(Text("{name} is refused by the proxy ({reason}).", name=name, reason=words or "407"))
    if status == 429:
        plain = Text("{name} has had too many requests: wait, or use another.", name=name)
        told = Text("{name} has had too many requests ({reason}): wait, or use another.", name=name, reason=words)
        return AnswerError(told if words else plain, again=True, after_s=_after(fault))
    if status >= 500:
        plain = Text("{name} has a fault of its own ({code}).", name=name, code=status)
        told = Text("{name} has a fault of its own ({code}: {reason}).", name=name, code=status, reason=words)
        return AnswerError(told if words else plain, again=True, after_s=_after(fault))
    plain, told = (
        Text("{name} refused the question ({code}).", name=name, code=status),
        Text("{name} refused the question ({code}: {reason}).", name=name, code=status, reason=words),
    )
    return AnswerError(told if words else plain)


def _after(fault: Exception) -> float | None:
    """Seconds that the server asks to be left alone; None when it does not say."""
    headers = getattr(getattr(fault, "response", None), "headers", {})
    try:
        return max(0.0, float(headers.get("retry-after", "")))
    except ValueError:
        return None


def _causes(fault: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    each: BaseException | None = fault
    while each is not None and len(found) < 10:
        found.append(each)
        each = each.__cause__ or each.__context__
    return found
