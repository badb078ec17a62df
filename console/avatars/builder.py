"""A host in the making: the clip is looked at and prepared by a process of low priority, and the page told how far."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from console import paths
from console.avatars.avatar_command import approximation, where
from console.dispatch import Dispatch
from console.jobs import ChildEnded, ChildJob
from console.show.core.state import UNARMED
from console.show.effects.builds import ChangePlan, CloseBuild, LookAtClip, StartBuild, StopBuild
from console.show.state.build_view import MEASURES, BuildPlan, BuildView
from console.show.state.console_state import ConsoleState
from engine.ipc.json_lines import Said
from engine.ipc.logger import Logger
from engine.musetalk.store.config import MaskConfig
from engine.text import Text, sentence_of

STOPPED = "Stopped: what is done is kept, and MAKE goes on from there."
ON_AIR = "The show goes on air, so the making was stopped: MAKE goes on from there afterwards."
LOOKING, FINDING, MAKING = "looking at the clip", "looking for the face", "preparing the pictures"

_WORDS = {"looking": FINDING, "making": MAKING}


class Builder(QObject):
    """Makes one host at a time.

    Signals:
        built(str): the sentence that says which avatar is there now; emitted here.
        noted(str): a line for the log; emitted here.
    """

    built = Signal(object)
    noted = Signal(object)

    def __init__(self, console_state: ConsoleState, log: Logger, program: str = sys.executable) -> None:
        """`console_state.build` is published here; `program` is the Python that runs the child."""
        super().__init__()
        self._console_state, self._log, self._program = console_state, log, program
        self._build = console_state.claim(BuildView)
        self._job = ChildJob(self)
        self._job.heard.connect(self._show_progress)
        self._job.ended.connect(self._finished)
        self._why = ""
        self._scratch: tempfile.TemporaryDirectory[str] | None = None

    @property
    def _view(self) -> BuildView:
        return self._build.view

    def register(self, dispatch: Dispatch) -> None:
        """Take over the effects of making a host from a clip."""
        dispatch.register(
            LookAtClip, lambda effect: self._inspect(Path(effect.path).expanduser()), validate=self._refusal_while_busy
        )
        dispatch.register(ChangePlan, self._change_plan, validate=self._refusal_without_clip)
        dispatch.register(StartBuild, lambda effect: self._start(), validate=self._refusal_to_start)
        dispatch.register(StopBuild, lambda effect: self._halt(STOPPED))
        dispatch.register(CloseBuild, lambda effect: self._put_away())

    def _refusal_while_busy(self, effect: LookAtClip | ChangePlan | StartBuild) -> str:
        return "A host is being made: wait until it is done, or stop it." if self._job.busy else ""

    def _refusal_without_clip(self, effect: ChangePlan | StartBuild) -> str:
        if sentence := self._refusal_while_busy(effect):
            return sentence
        return "" if self._view.plan.clip else "Choose a video or a photo first."

    def _refusal_to_start(self, effect: StartBuild) -> str:
        plan = self._view.plan
        if sentence := self._refusal_without_clip(effect):
            return sentence
        if not plan.name.strip():
            return "The host needs a name."
        return "" if plan.licence.strip() else "Say under which licence the clip may be shown."

    def _change_plan(self, effect: ChangePlan) -> None:
        plan = replace(self._view.plan, **dict(effect.fields))  # type: ignore[arg-type]
        self._build.publish(replace(self._view, plan=plan, finished=False, told="", advice=()))
        self._show_box()

    def _put_away(self) -> None:
        self._halt(STOPPED)
        self._build.publish(BuildView())

    def close(self) -> None:
        """Stops; what is done is kept."""
        self._job.close()
        if self._scratch is not None:
            self._scratch.cleanup()
            self._scratch = None

    # -- the child ---------------------------------------------------------------------------------------------

    def _inspect(self, clip: Path) -> None:
        if self._scratch is None:
            self._scratch = tempfile.TemporaryDirectory(prefix="compere-")
        plan = BuildPlan(clip=str(clip), name=clip.stem.replace("_", " ").strip(), licence=self._view.plan.licence)
        self._build.publish(BuildView(plan=plan))
        number = len(list(Path(self._scratch.name).iterdir()))
        picture = Path(self._scratch.name) / f"{number}.png"  # a new name: thumbnails are kept by it
        self._run(["look", str(clip), "--picture", str(picture)], LOOKING)

    def _start(self) -> None:
        plan = self._view.plan
        self._build.publish(replace(self._view, told="", advice=(), failed=False, finished=False))
        words = ["new", plan.clip, "--name", plan.name, "--licence", plan.licence]
        words += ["--avatars", str(paths.data_folder() / "avatars"), *where()]
        words += ["--face", str(plan.face), "--from", str(plan.start), "--to", str(plan.end)]
        if plan.box:
            words.append("--box=" + ",".join(map(str, plan.box)))
        for measure in MEASURES:
            words += [f"--mask-{measure}", str(getattr(plan, measure) / 100)]
        self._run(words, FINDING)
        self.noted.emit(Text("making a host of {file}", file=Path(plan.clip).name))

    def _run(self, words: list[str], busy: str) -> None:
        self._why = ""
        self._build.publish(replace(self._view, busy=busy, done=0, total=0))
        self._job.start([self._program, "-m", "engine.musetalk.studio", "--listen", *words])

    def _show_progress(self, said: Said) -> None:
        view = self._view
        if said.get("event") == "progress":
            busy = _WORDS.get(said.get("stage", ""), view.busy)
            self._build.publish(replace(view, busy=busy, done=said["frame"], total=said["of"]))
        if self._console_state.state not in UNARMED:
            self._halt(ON_AIR)

    def _halt(self, why: str) -> None:
        if self._job.busy and not self._why:
            self._why = why
            self._job.stop()

    def _finished(self, ended: ChildEnded) -> None:
        view, said = replace(self._view, busy="", done=0, total=0), ended.last
        self._build.publish(view)
        if not view.plan.clip:
            return  # it was put away meanwhile
        match ended.event:
            case "looked":
                size, faces = (said["width"], said["height"]), tuple(tuple(box) for box in said["faces"])
                seconds = 0.0 if said["still"] else float(said["seconds"])
                self._build.publish(replace(view, picture=said["picture"], size=size, seconds=seconds, faces=faces))
                self._show_box()
                return
            case "done":
                told: str = Text("The host {name} is there.", name=view.plan.name)
                advice = (*map(sentence_of, said["report"]["advice"]), *approximation(said["report"]))
                self._build.publish(replace(view, told=told, failed=False, finished=True, advice=advice))
                self.built.emit(told)
                return
            case "stopped":
                told = self._why or STOPPED
            case "failed":
                told = sentence_of(said["sentence"])
            case _:
                self._log.error("build failed", code=ended.code, words=ended.complaints[-2000:])
                told = Text("The making ended without a word (code {code}): the log has more.", code=ended.code)
        self._build.publish(replace(view, told=told, failed=True))
        self.noted.emit(told)

    def _show_box(self) -> None:
        """The box that counts, and the mask in it."""
        plan, faces = self._view.plan, self._view.faces
        box = plan.box
        if not box and faces:
            by_size = sorted(faces, key=lambda box: (box[2] - box[0]) * (box[3] - box[1]))
            box = faces[plan.face - 1] if 0 < plan.face <= len(faces) else by_size[-1]
        drawn: tuple[tuple[float, float], ...] = ()
        if box:
            from engine.musetalk.studio.jaw import outline

            left, top, right, bottom = box
            mask = MaskConfig("drawn", *(getattr(plan, measure) / 100 for measure in MEASURES))
            drawn = tuple((float(x), float(y)) for x, y in outline((left, top, right, bottom), mask))
        self._build.publish(replace(self._view, box=box, outline=drawn))
