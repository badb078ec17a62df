"""The sink of a recording: MP4 files that a power cut costs one second at the most.

Written in fragments of a second, each flushed to the disk; at the end FFmpeg turns the file into an ordinary MP4
(`hybrid_fragmented`), so that every editor can seek in it. A full disk is seen before: the file is closed in order,
and the recording goes on in the second folder with the next picture.
"""

from __future__ import annotations

import errno
import shutil
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import av

from console.outputs.chapters import Chapters
from console.outputs.encoder import Encoder, Muxer, Packet
from console.outputs.output_sink import BitRate
from console.outputs.packet_queue import PacketQueue, Queued
from engine.ipc.logger import Logger
from engine.ipc.messages.outputs import OutputState, OutputStatus
from engine.text import Text

FRAGMENT_S = 1.0
"""What a power cut costs, and how often a keyframe comes."""

FULL_BYTES = 200 * 10**6
"""A disk with less free is full: what remains is for the end of the file, the log and the report."""

LOOK_EVERY_S = 1.0
SOON_S = 600.0
"""The operator is warned when the disk will be full within this."""

LAST_S = 20.0
"""So much may wait for a slow disk; then pictures are lost."""

_OPTIONS = {
    "movflags": "hybrid_fragmented",
    "frag_duration": str(round(FRAGMENT_S * 1e6)),
    "flush_packets": "1",
}

_CANNOT = "The folder {folder} cannot be written ({fault}): choose another in EDIT, SETTINGS, Recording."
_GOES_ON = "The folder {folder} cannot be written ({fault}): the recording goes on in {following}."
_FULL = Text(
    "The disk of the recording is full: free some space, or choose a second folder in EDIT, SETTINGS, Recording."
)


class RecordingSink:
    """Writes packets into files.

    Args:
        folders: where files go, the second when the first is full or cannot be written.
        name: of the files, without its end; a number is added where one is there already.
        file_s: seconds after which a new file begins; 0 is never.
        kbps: what is expected of sound and picture together.
        log: where to write events.
        free: bytes free in a folder; raises OSError.
        clock: monotonic seconds.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        name: str,
        file_s: float,
        kbps: int,
        log: Logger,
        free: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._folders, self._name, self._file_s, self._kbps = list(folders), name, file_s, kbps
        self._log, self._free_in, self._clock = log, free, clock
        self._queue: PacketQueue[Packet] = PacketQueue(drops=False)
        self._changed = threading.Condition()
        self._state, self._sentence = OutputState.CONNECTING, Text("")
        self._encoder: Encoder | None = None
        self._muxer: Muxer | None = None
        self._file = Path()
        self._chapters = Chapters(self._file)
        self._marks: list[str] = []
        self._title = ""
        self._begun_s = self._ended_s = self._recorded_s = self._before_s = 0.0
        self._since_s = clock()
        self._free, self._looked_s = -1, float("-inf")
        self._turn_over = self._closed = False
        self._rate = BitRate()
        # By hand: a disk may wait, and the process must go on answering.
        self._thread = threading.Thread(target=self._run, name="recording", daemon=True)

    # -- what the process asks ----------------------------------------------------------------------------------

    @property
    def wants(self) -> bool:
        return self._state is not OutputState.FAILED and not self._closed

    @property
    def wants_key(self) -> bool:
        return self._queue.wants_key or self._turn_over

    @property
    def stuck(self) -> bool:
        return False  # a disk comes back; what waits for it is worth more than a new start

    def begin(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._thread.start()

    def put(self, packet: Packet) -> None:
        with self._changed:
            if self._queue.age_s > LAST_S:
                self._queue.clear()
                self._log.warning("the disk is too slow", lost_s=LAST_S)
            self._queue.put(Queued(packet.at_s, packet.picture, packet.key, len(packet.data), packet))
            self._changed.notify_all()

    def mark(self, title: str) -> None:
        """A chapter begins with the next picture; a new file goes on with the same."""
        with self._changed:
            self._marks.append(title)

    def retry(self) -> None:
        """There is nothing to wait for."""

    def status(self) -> OutputStatus:
        now = self._clock()
        kbps = self._rate.kbps(now)
        room = max(0, self._free - FULL_BYTES)
        left_s = room * 8 / 1000 / max(kbps, self._kbps) if self._free >= 0 else -1.0
        with self._changed:
            sentence, dropped, queue_s = self._sentence, self._queue.dropped, self._queue.age_s
            state = self._state
        if state is not OutputState.FAILED and 0 <= left_s < SOON_S and len(self._folders) == 1:
            sentence = Text("The disk of the recording is full in {minutes} minutes.", minutes=int(left_s // 60))
        return OutputStatus(
            state=state,
            place=str(self._file) if self._file.name else "",
            sentence=sentence,
            on_air_s=now - self._since_s if state is OutputState.ON_AIR else 0.0,
            sent_s=self._recorded_s,
            kbps=kbps,
            queue_ms=queue_s * 1e3,
            dropped=dropped,
            free_bytes=self._free,
            left_s=left_s,
        )

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        if self._thread.ident is not None:
            self._thread.join(10.0)

    # -- the thread ---------------------------------------------------------------------------------------------

    def _run(self) -> None:
        while (packet := self._next()) is not None:
            if self._state is OutputState.FAILED:
                continue
            try:
                self._look(packet)
            except OSError as fault:  # of the folder that is asked, which may be the next one already
                if self._file.parent == self._folders[0]:
                    self._finish()
                self._leave_folder(_why(fault))
                continue
            try:
                self._write(packet)
            except (av.error.FFmpegError, OSError) as fault:
                self._broke(fault, packet.at_s)
        self._finish()
        with self._changed:
            if self._state is not OutputState.FAILED:
                self._state = OutputState.OFF

    def _broke(self, fault: Exception, at_s: float) -> None:
        """Nothing more goes into this file: the next keyframe opens another one, here or in the next folder."""
        self._finish()
        if getattr(fault, "errno", None) == errno.EFBIG and at_s - self._begun_s > FRAGMENT_S:
            self._log.info("the disk takes no larger files", file=str(self._file))
            with self._changed:
                self._turn_over = True
        elif self._folders and self._file.parent == self._folders[0]:
            self._leave_folder(_why(fault))
        # else its folder was left before, when its disk was seen to be full

    def _next(self) -> Packet | None:
        """The next packet; None when the recording is closed and nothing waits. Waits for one."""
        with self._changed:
            while True:
                if (queued := self._queue.get()) is not None:
                    return queued.packet
                if self._closed:
                    return None
                self._changed.wait(0.5)

    def _write(self, packet: Packet) -> None:
        if self._state is OutputState.FAILED:
            return
        if self._muxer is None or (self._turn_over and packet.picture and packet.key):
            if not (packet.picture and packet.key):
                return
            self._finish()
            if not self._open(packet.at_s):
                return
        assert self._muxer is not None
        self._mark_chapters(packet)
        self._muxer.write(packet)
        self._rate.record(len(packet.data), self._clock())
        if packet.picture:
            self._ended_s = packet.at_s
            self._recorded_s = self._before_s + packet.at_s - self._begun_s + float(packet.duration * packet.base)

    def _mark_chapters(self, packet: Packet) -> None:
        """What was asked for since begins with this picture."""
        if not packet.picture:
            return
        with self._changed:
            marks, self._marks = self._marks, []
        for title in marks:
            if title == self._title:
                continue  # a console that has joined again says once more what is on
            self._title = title
            self._begin_chapter(packet.at_s - self._begun_s)

    def _begin_chapter(self, at_s: float) -> None:
        """No chapter is worth a recording."""
        try:
            self._chapters.begin(at_s, self._title)
        except OSError as fault:
            self._log.warning("chapters not written", file=str(self._file), fault=_why(fault))

    def _look(self, packet: Packet) -> None:
        """Once a second: is there room on the disk, and is it time for a new file?"""
        now = self._clock()
        if now - self._looked_s < LOOK_EVERY_S or not self._folders:
            return
        self._looked_s = now
        if self._muxer is None:  # never in the place of a disk that was pulled out
            self._folders[0].mkdir(parents=True, exist_ok=True)
        self._free = self._free_in(self._folders[0])
        if self._file_s and self._muxer is not None and packet.at_s - self._begun_s >= self._file_s:
            self._turn_over = True
        if self._free < FULL_BYTES:
            self._leave_folder("")

    def _leave_folder(self, why: str) -> None:
        """This folder takes nothing any more: `why`, or "" when its disk is full."""
        folder = self._folders.pop(0)
        self._log.warning("recording leaves a folder", folder=str(folder), why=why or "full")
        following = str(self._folders[0]) if self._folders else ""
        if why and following:
            sentence = Text(_GOES_ON, folder=str(folder), fault=why, following=following)
        elif why:
            sentence = Text(_CANNOT, folder=str(folder), fault=why)
        elif following:
            sentence = Text("The disk of the recording is full: it goes on in {folder}.", folder=following)
        else:
            sentence = _FULL
        if following:
            self._looked_s = float("-inf")
        else:
            self._finish()
        with self._changed:
            self._sentence = sentence
            if self._folders:
                self._turn_over = True  # with the next keyframe; a full disk's reserve takes what comes until then
            else:
                self._state = OutputState.FAILED
                self._queue.clear()

    def _open(self, at_s: float) -> bool:
        assert self._encoder is not None
        while self._folders:
            folder = self._folders[0]
            try:
                folder.mkdir(parents=True, exist_ok=True)  # it may be another one than was looked at
                file = free_name(folder, self._name)
                container: Any = av.open(str(file), "w", format="mp4", options=_OPTIONS)
                self._muxer = Muxer(container, self._encoder, at_s)
            except (av.error.FFmpegError, OSError) as fault:
                self._leave_folder(_why(fault))
                continue
            self._file, self._begun_s, self._turn_over = file, at_s, False
            self._ended_s, self._before_s = at_s, self._recorded_s
            self._chapters = Chapters(file)
            if self._title:
                self._begin_chapter(0.0)
            self._log.info("recording", file=str(file))
            with self._changed:
                self._state = OutputState.ON_AIR
            return True
        return False

    def _finish(self) -> None:
        """Close the file in order, as far as its disk allows: what is in it can be played in any case."""
        muxer, self._muxer = self._muxer, None
        if muxer is None:
            return
        try:
            self._chapters.into(muxer.container, self._ended_s - self._begun_s)
            muxer.close()
        except (av.error.FFmpegError, OSError) as fault:
            self._log.warning("recording not closed in order", file=str(self._file), fault=_why(fault))
        else:
            self._log.info("recording closed", file=str(self._file))


def free_name(folder: Path, name: str) -> Path:
    """A file in `folder` that is not there yet: `name.mp4`, `name 2.mp4` …"""
    file = folder / f"{name}.mp4"
    number = 2
    while file.exists():
        file = folder / f"{name} {number}.mp4"
        number += 1
    return file


def _why(fault: Exception) -> str:
    return getattr(fault, "strerror", None) or type(fault).__name__
