"""A second process on the wire: `FOLDER` listens as `fake` and answers pings; `FOLDER call` calls it and stays.

`FOLDER few` listens with hardly any descriptors to spare.
"""

from __future__ import annotations

import resource
import select
import sys
from pathlib import Path

from engine.ipc.messages.core import Ping, Pong
from engine.ipc.transport import Link, Listener, call

FEW = 12
"""Open files that a process may have at most under `few`: some four callers."""


def listen(folder: Path) -> None:
    """Answer one caller after the other, and say who joined and left, until stdin closes."""
    listener = Listener(folder, "fake")
    links: list[Link] = []
    print("ready", flush=True)
    while True:
        readable, _, _ = select.select([sys.stdin, listener, *links], [], [])
        if sys.stdin in readable:
            break
        if listener in readable and (link := listener.accept()):
            links.append(link)
        for link in [link for link in links if link in readable]:
            for message in link.receive():
                if listener.knows(message):
                    print("joined", flush=True)
                elif isinstance(message, Ping):
                    link.send(Pong(number=message.number))
            if link.closed:
                links.remove(link)
                print("left", flush=True)
    listener.close()


def main() -> None:
    """Listen or call, as the command line says."""
    folder = Path(sys.argv[1])
    if sys.argv[2:] == ["call"]:
        link = call(folder, "fake", "caller")
        print("ready", flush=True)
        sys.stdin.read()
        link.close()
    else:
        if sys.argv[2:] == ["few"]:
            resource.setrlimit(resource.RLIMIT_NOFILE, (FEW, FEW))
        listen(folder)


if __name__ == "__main__":
    main()
