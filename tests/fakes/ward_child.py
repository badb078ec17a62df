"""A child process as the console supervises them: `--runtime R --log L [behaviour]`.

Behaviours: `good` answers all; `hang` stops answering at an Interrupt; `deaf` does not mind a Stop; `die` ends at
once with code 3; `late` never opens its door.
"""

from __future__ import annotations

import os
import select
import sys
import time
from pathlib import Path

from engine.ipc.logging_setup import catch_crashes
from engine.ipc.messages.core import Fault, Interrupt, Ping, Pong, Stop
from engine.ipc.transport import Link, Listener

NAME = "fake"


def think_forever() -> None:
    """Hang, so that a stack dump shows this name."""
    while True:
        time.sleep(60)


def serve(listener: Listener, behaviour: str) -> None:
    """Answer the newest caller until told to stop."""
    links: list[Link] = []
    while True:
        readable, _, _ = select.select([listener, *links], [], [])
        if listener in readable and (link := listener.accept()):
            links.append(link)
        for link in [link for link in links if link in readable]:
            for message in link.receive():
                if isinstance(message, Ping):
                    link.send(Pong(number=message.number))
                elif isinstance(message, Interrupt) and behaviour == "hang":
                    think_forever()
                elif isinstance(message, Interrupt):
                    link.send(Fault(kind="command", sentence=str(os.getpid())))
                elif isinstance(message, Stop) and behaviour != "deaf":
                    return
            if link.closed:
                links.remove(link)


def main() -> int:
    """Behave as the command line says."""
    _, _, runtime, _, _, *rest = sys.argv
    behaviour = rest[0] if rest else "good"
    catch_crashes()
    if behaviour == "die":
        print("my last words", file=sys.stderr)
        return 3
    if behaviour == "late":
        think_forever()
    listener = Listener(Path(runtime), NAME)
    serve(listener, behaviour)
    listener.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
