from __future__ import annotations

import errno
import os
import random
import select
import socket
import stat
import struct
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.ipc.messages import core as m
from engine.ipc.messages.base import Message
from engine.ipc.transport import Link, LinkError, Listener, call, read_card
from tests.fakes.children import line_of, program

Pair = tuple[Link, socket.socket]


@pytest.fixture
def pair() -> Iterator[Pair]:
    """A link, and the bare socket of its peer."""
    ours, theirs = socket.socketpair()
    yield Link(ours), theirs
    ours.close()
    theirs.close()


@pytest.fixture
def listener(home: Path) -> Iterator[Listener]:
    made = Listener(home / "run", "engine")
    yield made
    made.close()


def framed(message: Message) -> bytes:
    body = m.pack(message)
    return struct.pack("<I", len(body)) + body


def wait_readable(link: Link) -> None:
    assert select.select([link], [], [], 5)[0], "nothing came"


def until_closed(link: Link) -> list[Message]:
    got: list[Message] = []
    while not link.closed:
        wait_readable(link)
        got += link.receive()
    return got


@given(numbers=st.lists(st.integers(0, 2**40), max_size=12), seed=st.randoms(use_true_random=False))
def test_messages_arrive_whole_and_in_order_however_the_bytes_are_split(
    numbers: list[int], seed: random.Random
) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        link = Link(ours)
        data = b"".join(framed(m.Ping(number=number)) for number in numbers)
        got: list[Message] = []
        while data:
            size = seed.randint(1, 40)
            theirs.sendall(data[:size])
            data = data[size:]
            if seed.random() < 0.7:
                got += link.receive()
        got += link.receive()
        assert got == [m.Ping(number=number) for number in numbers]
        assert not link.closed


@given(rubbish=st.binary(min_size=1, max_size=200))
def test_rubbish_is_dropped_and_never_raises(rubbish: bytes) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        link = Link(ours)
        theirs.sendall(struct.pack("<I", len(rubbish)) + rubbish)
        got = link.receive()
        assert link.closed != bool(got)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xc1",
        m.pack(m.Fault(kind="say", sentence="q")).replace(b"\xa1q", b"\xa1\xff"),
        b"\x82\xa4type\xa8Measured\xa6report\x81\xa1a" + b"\x91" * 5000 + b"\x01",
        b"\x81\xa4type\xa5Nobody",
        b"\x81\xa4type\xa4Ping",
    ],
    ids=["empty", "no msgpack", "no UTF-8", "too deep", "unknown type", "field missing"],
)
def test_a_peer_that_speaks_no_language_of_ours_is_dropped_after_what_was_good(pair: Pair, body: bytes) -> None:
    link, theirs = pair
    theirs.sendall(framed(m.Ping(number=1)) + struct.pack("<I", len(body)) + body + framed(m.Ping(number=2)))
    assert link.receive() == [m.Ping(number=1)]
    assert link.closed


def test_an_oversize_message_is_dropped_before_it_has_arrived(pair: Pair) -> None:
    link, theirs = pair
    theirs.sendall(struct.pack("<I", (1 << 24) + 1))
    assert link.receive() == [] and link.closed


def test_half_a_message_is_waited_for(pair: Pair) -> None:
    link, theirs = pair
    data = framed(m.Fault(kind="say", sentence="s" * 1000))
    theirs.sendall(data[:500])
    assert link.receive() == [] and not link.closed
    theirs.sendall(data[500:])
    assert link.receive() == [m.Fault(kind="say", sentence="s" * 1000)]


def test_the_last_words_of_a_peer_that_hangs_up_are_heard(pair: Pair) -> None:
    link, theirs = pair
    theirs.sendall(framed(m.Stop()))
    theirs.close()
    assert link.receive() == [m.Stop()]
    assert link.closed


def test_a_peer_that_never_reads_is_dropped_and_never_blocks(pair: Pair) -> None:
    link, _ = pair
    big = m.Fault(kind="say", sentence="s" * 100_000)
    sent = 0
    while not link.closed:
        link.send(big)
        sent += 1
        assert sent < 100
    assert sent * 100_000 > 4 << 20, "it was given no time at all"
    link.send(big)  # and afterwards nothing happens


def test_what_the_socket_did_not_take_is_sent_later_in_order(pair: Pair) -> None:
    link, theirs = pair
    sentences = [f"{number} " + "s" * 50_000 for number in range(20)]
    for sentence in sentences:
        link.send(m.Fault(kind="say", sentence=sentence))
    assert link.waiting
    other = Link(theirs)
    got: list[Message] = []
    while len(got) < len(sentences):
        wait_readable(other)
        got += other.receive()
        link.flush()
    assert [message.sentence for message in got if isinstance(message, m.Fault)] == sentences
    assert not link.waiting and not link.closed


def test_sending_to_a_peer_that_is_gone_does_not_raise_and_the_end_is_seen_at_once(pair: Pair) -> None:
    link, theirs = pair
    theirs.close()
    for number in range(3):
        link.send(m.Ping(number=number))
    assert not link.waiting
    assert link.receive() == [] and link.closed


def test_the_last_words_of_a_peer_are_heard_even_by_one_who_went_on_speaking(pair: Pair) -> None:
    link, theirs = pair
    other = Link(theirs)
    link.send(m.Ping(number=1))
    other.send(m.Stop())
    other.close()
    link.send(m.Ping(number=2))
    assert link.receive() == [m.Stop()] and link.closed


def test_a_caller_finds_the_listener_and_proves_himself(listener: Listener, home: Path) -> None:
    link = call(home / "run", "engine", "console")
    server = listener.accept()
    assert server is not None
    wait_readable(server)
    (hello,) = server.receive()
    assert isinstance(hello, m.Hello) and hello.who == "console" and listener.knows(hello)
    server.send(m.Pong(number=3))
    wait_readable(link)
    assert link.receive() == [m.Pong(number=3)]
    link.close()
    assert until_closed(server) == []
    assert listener.accept() is None


@given(token=st.text(max_size=40))
def test_without_the_token_nobody_is_known(token: str) -> None:
    listener = Listener.__new__(Listener)
    listener.token = "0123456789abcdef"
    assert not listener.knows(m.Hello(token=token, who="stranger"))


def test_another_version_and_another_first_word_are_refused(listener: Listener) -> None:
    assert listener.knows(m.Hello(token=listener.token, who="console"))
    assert not listener.knows(m.Hello(token=listener.token, who="console", protocol=m.PROTOCOL + 1))
    assert not listener.knows(m.Stop())


def test_only_the_user_can_read_the_token_and_enter_the_folder(listener: Listener, home: Path) -> None:
    assert stat.S_IMODE((home / "run" / "engine.card").stat().st_mode) == 0o600
    assert stat.S_IMODE((home / "run").stat().st_mode) == 0o700
    assert read_card(home / "run", "engine") == (os.getpid(), listener.token, str(home / "run" / "engine.sock"))


def test_a_new_listener_takes_the_name_of_one_that_was_killed(home: Path) -> None:
    folder = home / "run"
    old = Listener(folder, "engine")
    new = Listener(folder, "engine")  # the old one's socket file and card are still there
    old.close()
    assert read_card(folder, "engine") == (os.getpid(), new.token, str(folder / "engine.sock"))
    link = call(folder, "engine", "console")
    server = new.accept()
    assert server is not None
    link.close()
    server.close()
    new.close()
    assert read_card(folder, "engine") is None
    assert list(folder.iterdir()) == []


def test_nobody_there_is_said_in_one_sentence(home: Path) -> None:
    folder = home / "run"
    with pytest.raises(LinkError, match=r"^engine is not running\.$"):
        call(folder, "engine", "console")
    folder.mkdir()
    (folder / "engine.card").write_text(f"1 token {folder / 'engine.sock'}\n")
    with pytest.raises(LinkError, match="does not answer"):
        call(folder, "engine", "console")


@pytest.mark.parametrize(
    "card",
    ["", "\n", "x y z", "12", "12 token", "\xff\xfe", "-1 a b", "0 a b", f"{2**31} a b", f"{10**20} a b", "9" * 5000],
)
def test_a_broken_card_is_no_card_and_does_not_disturb_the_end(home: Path, card: str) -> None:
    listener = Listener(home / "run", "engine")
    (home / "run" / "engine.card").write_bytes(card.encode("latin-1"))
    assert read_card(home / "run", "engine") is None
    listener.close()


def test_a_folder_that_cannot_be_used_is_said_in_one_sentence(home: Path) -> None:
    (home / "file").touch()
    for folder in (home / "file", home / ("long" * 30)):
        with pytest.raises(LinkError, match="set XDG_RUNTIME_DIR"):
            Listener(folder, "engine")


def test_both_ends_see_a_kill_at_once(home: Path) -> None:
    folder = home / "run"
    with program("tests.fakes.wire_program", str(folder)) as child:
        assert line_of(child) == "ready"
        link = call(folder, "fake", "console")
        link.send(m.Ping(number=1))
        wait_readable(link)
        assert link.receive() == [m.Pong(number=1)]
        child.kill()
        assert until_closed(link) == []
    with program("tests.fakes.wire_program", str(folder)) as child:
        assert line_of(child) == "ready"
        with program("tests.fakes.wire_program", str(folder), "call") as caller:
            assert line_of(caller) == "ready"
            assert line_of(child) == "joined"
            caller.kill()
            assert line_of(child) == "left"


def test_a_stranger_is_read_no_further_than_a_hello_is_long(listener: Listener, home: Path) -> None:
    for body in (struct.pack("<I", 1 << 20), framed(m.Fault(kind="say", sentence="s" * 2000)), framed(m.Stop()) * 2):
        caller = socket.socket(socket.AF_UNIX)
        caller.connect(str(home / "run" / "engine.sock"))
        caller.sendall(body + b"s" * 50_000)
        link = listener.accept()
        assert link is not None and not link.proven
        wait_readable(link)
        assert link.receive() == [] and link.closed, "nothing was heard of it, and no megabyte was waited for"
        caller.close()


def test_what_comes_with_a_hello_is_heard_however_long_it_is(listener: Listener, home: Path) -> None:
    link = call(home / "run", "engine", "console")
    sentences = [f"{number} " + "s" * 9000 for number in range(10)]
    for sentence in sentences:
        link.send(m.Fault(kind="say", sentence=sentence))
    server = listener.accept()
    assert server is not None
    got: list[Message] = []
    while len(got) < 11:
        wait_readable(server)
        got += server.receive()
    assert server.proven and [message.sentence for message in got[1:] if isinstance(message, m.Fault)] == sentences
    link.close()
    server.close()


def test_of_a_stream_without_end_a_part_is_read_and_the_rest_is_there_later(pair: Pair) -> None:
    link, theirs = pair
    theirs.setblocking(False)
    data = framed(m.Ping(number=7)) * 4000
    sent = got = 0

    def pour() -> None:
        nonlocal sent
        try:
            while sent < 50 * len(data):
                sent += theirs.send(data[sent % len(data) :])
        except BlockingIOError:
            pass

    class Endless:
        """The peer's bytes, and more of them as soon as some are read."""

        def recv(self, size: int) -> bytes:
            pour()
            return ours.recv(size)

    ours = link._sock
    link._sock = Endless()  # type: ignore[assignment]
    messages = link.receive()
    link._sock = ours
    got = sum(len(framed(message)) for message in messages)
    assert 0 < got <= 1 << 18 and not link.closed
    pour()
    assert link.receive(), "and it goes on"


def test_silent_callers_are_few_and_who_has_proven_himself_stays(listener: Listener, home: Path) -> None:
    console = call(home / "run", "engine", "console")
    server = listener.accept()
    assert server is not None
    wait_readable(server)
    server.receive()
    held: list[Link] = []
    callers: list[socket.socket] = []
    for _ in range(100):
        caller = socket.socket(socket.AF_UNIX)
        caller.connect(str(home / "run" / "engine.sock"))
        callers.append(caller)
        link = listener.accept()
        assert link is not None
        held.append(link)
        for other in list(held):
            assert other.receive() == []
            if other.closed:
                held.remove(other)
    assert len(held) == 16 and held == listener._strangers and not server.closed
    console.send(m.Ping(number=1))
    wait_readable(server)
    assert server.receive() == [m.Ping(number=1)]
    for end in (*held, *callers, console, server):
        end.close()


def test_a_thousand_silent_connections_and_hardly_any_descriptor_leave_the_process_and_its_console_alone(
    home: Path,
) -> None:
    folder = home / "run"
    with program("tests.fakes.wire_program", str(folder), "few") as child:
        assert line_of(child) == "ready"
        console = call(folder, "fake", "console")
        assert line_of(child) == "joined"
        callers: list[socket.socket] = []
        for number in range(1007):
            caller = socket.socket(socket.AF_UNIX)
            caller.settimeout(5)
            try:
                caller.connect(str(folder / "fake.sock"))
            except BlockingIOError:
                pass
            callers.append(caller)
            if number % 100 == 0:
                console.send(m.Ping(number=number))
                wait_readable(console)
                assert console.receive() == [m.Pong(number=number)]
        for caller in callers:
            caller.close()
        console.send(m.Ping(number=9))
        wait_readable(console)
        assert console.receive() == [m.Pong(number=9)]
        before = psutil.Process(child.pid).cpu_times().user
        later = call(folder, "fake", "console")
        for line in iter(lambda: line_of(child), "joined"):
            assert line == "left"
        assert psutil.Process(child.pid).cpu_times().user - before < 1.0, "it does not turn in circles"
        later.close()
        console.close()


def test_on_a_full_disk_a_new_listener_writes_its_card_in_the_old_ones_place(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = home / "run"
    Listener(folder, "engine")  # killed: its card stays
    whole = Path.replace

    def full(path: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    new = Listener(folder, "engine")
    monkeypatch.setattr(Path, "replace", whole)
    assert read_card(folder, "engine") == (os.getpid(), new.token, str(folder / "engine.sock"))
    assert sorted(path.name for path in folder.iterdir()) == ["engine.card", "engine.sock"]
    assert stat.S_IMODE((folder / "engine.card").stat().st_mode) == 0o600
    new.close()


def test_a_pipe_in_a_cards_place_is_no_card_and_stops_nobody(home: Path) -> None:
    os.mkfifo(home / "engine.card")
    assert read_card(home, "engine") is None


def test_a_name_that_is_no_text_is_sent_as_well_as_can_be(pair: Pair) -> None:
    link, theirs = pair
    other = Link(theirs)
    link.send(m.Say(turn=3, path="/home/\udcff.wav"))
    link.send(m.World(microphones=[m.Device("a", "caf\udce9")], loudspeakers=[], screens=[]))
    say, world = other.receive()
    assert say == m.Say(turn=3, path="/home/?.wav")
    assert isinstance(world, m.World) and world.microphones == [m.Device("a", "caf?")]
    assert not link.closed
