"""The filmed host in the running application: faults of the first engine, passages between idle and speech, lips."""

from __future__ import annotations

import os

import numpy as np

from tests.hall.rig.stage import Stage
from tests.hall.scenarios import neural, takeover

from .rows import Row, at_most, figure, none_of

TIMES = 3
"""Each fault so often."""

TAKEN_OVER_MS = 300.0
LEVELS = "grey levels"


def run() -> list[Row]:
    """Every row."""
    with Stage() as stage:
        stage.env["PYTHONPATH"] = os.pathsep.join(filter(None, [str(takeover.PATH), os.environ.get("PYTHONPATH")]))
        show = neural.start(stage, neural.SETTINGS + 'standby = "on"\n')
        try:
            show.wait_for("avatar ready", times=2, within_s=60.0)
            seen, _ = neural.watch_face(stage, 6)
            found = takeover.break_often(stage, show, [*takeover.FAULTS] * TIMES)
        finally:
            show.stop()
    return [*face_rows(seen), *fault_rows(found)]


def face_rows(seen: neural.Spoken) -> list[Row]:
    """Passages and lips."""
    own, whole, speech = seen.idle[0], seen.passages[0], seen.speech[0]
    added = seen.added_by_passages
    what = "idle ⇄ speech: largest change from picture to picture, on average over the face"
    rows = [
        at_most(
            f"{what}: what the passage adds to the clip, against the idle clip's own", added, round(own, 1), LEVELS
        ),
        figure(
            f"{what}: all of it, a blink of the clip's included; while she speaks",
            f"{whole:.1f}; {speech:.1f} {LEVELS}",
        ),
        at_most(
            "the same at the 99th percentile of its pixels, all of it, against the idle clip's own",
            seen.passages[1],
            round(seen.idle[1], 1),
            LEVELS,
        ),
    ]
    idle, passage, speech = seen.below
    words = f"idle {idle:.1f}, passages {passage:.1f}, speech {speech:.1f} grey levels"
    rows.append(figure("the same below the eyes, on average over the lower half of the face", words))
    words = f"{seen.late_s * 1e3:+.0f} ms, correlation {seen.likeness:.2f}"
    rows.append(figure("lips against the loudness at the loudspeaker: later by", words))
    return rows


def fault_rows(found: list[takeover.TakeOver]) -> list[Row]:
    """What the hall saw of each kind of fault, and of all."""
    rows = []
    for fault in takeover.FAULTS:
        some = [one for one in found if one.fault == fault]
        gone = " / ".join("never back" if one.missing_s is None else f"{one.missing_s * 1e3:.0f}" for one in some)
        taken = " / ".join(f"{one.taken_s * 1e3:.0f}" for one in some)
        rows.append(
            figure(f"first engine {fault}: drawn mouth missing in the film; part taken after", f"{gone} ms; {taken} ms")
        )
    missing = [one.missing_s * 1e3 if one.missing_s is not None else 9_999.0 for one in found]
    rows.append(at_most("drawn mouth missing, p95", float(np.percentile(missing, 95)), TAKEN_OVER_MS, "ms"))
    rows.append(
        at_most("the voice is silent meanwhile, longest", max(one.sound_gap_s for one in found) * 1e3, 20, "ms")
    )
    wrong = sum(one.seen["black"] + one.seen["foreign"] for one in found)
    rows.append(none_of("black or foreign pictures", wrong, f"{len(found)} faults"))
    still = max(one.seen["longest_still_ms"] for one in found)
    rows.append(figure("longest still picture", f"{still:.1f} ms"))
    return rows
