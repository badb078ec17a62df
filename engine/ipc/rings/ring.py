"""What every ring is: a named piece of shared memory, with a header of counters before what it keeps.

The counters are aligned 64-bit words. Python's own locks order them on every processor we ship for; on x86-64 plain
stores would do. The first word says which kind of ring it is, in which version, and is written last.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from engine.ipc.rings.shared_memory import (
    RingError,
    attach_segment,
    bytes_of,
    create_segment,
    release_segment,
    require_size,
)

W_MAGIC = 0
"""The word that says which kind of ring it is."""

TRIES = 100
TRY_AGAIN_S = 0.001
"""A writer that lost the processor in the middle of a change is waited for, 0.1 s at the most."""


class Ring:
    """A segment with its header, made by one process and opened by others.

    A subclass says what lies behind the header: `_lay` is given the bytes, and `_leave` lets them go.

    Args:
        name: the segment's; kept.
        facts: words of the header that describe what lies behind it, to make the ring; None to open one.
        body: bytes behind the header, to make it.

    Attributes:
        name: the segment's name, to be handed to others.

    Raises:
        RingError: there is no memory; or it is gone, of another version, or damaged.
    """

    KIND: ClassVar[str]
    """In a sentence: `sound ring`."""
    MAGIC: ClassVar[int]
    """Of this kind and version."""
    HEADER_BYTES: ClassVar[int]

    def __init__(self, name: str, facts: Mapping[int, int] | None, body: int = 0) -> None:
        self.name = name
        self._owner = facts is not None
        if facts is not None:
            self._memory = create_segment(name, self.HEADER_BYTES + body)
        else:
            self._memory = attach_segment(name, self.HEADER_BYTES)
        memory = bytes_of(self._memory)
        self._words = memory[: self.HEADER_BYTES].cast("q")
        try:
            if facts is not None:
                for word, value in facts.items():
                    self._words[word] = value
                self._words[W_MAGIC] = self.MAGIC
            elif self._words[W_MAGIC] != self.MAGIC:
                raise RingError(f"The shared memory {name} is not a {self.KIND} of this version of Compere.")
            self._lay(memory)
        except BaseException:  # whatever it is, the segment is let go
            self._words.release()
            release_segment(self._memory, unlink=self._owner)
            raise

    def close(self) -> None:
        """Let go of the memory; its creator removes it."""
        self._leave()
        self._words.release()
        release_segment(self._memory, unlink=self._owner)

    def _lay(self, memory: memoryview) -> None:
        """Read the header's facts and lay arrays over the body. Raises RingError when the body is too short."""
        raise NotImplementedError

    def _leave(self) -> None:
        """Let the arrays over the body go."""
        raise NotImplementedError

    def _require_body(self, body: int) -> None:
        """So many bytes must lie behind the header. Raises RingError."""
        require_size(self._memory, self.HEADER_BYTES, body)

    def _endless(self) -> RingError:
        """A writer that rewrites without end: its memory is broken."""
        return RingError(f"The {self.KIND} is being rewritten without end: restart playout.")
