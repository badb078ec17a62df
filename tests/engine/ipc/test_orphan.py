from __future__ import annotations

from engine.ipc.orphan import OrphanWatch


def test_who_is_needed_never_ends_and_who_is_not_ends_after_its_time() -> None:
    now = [0.0]
    alone = OrphanWatch(120.0, lambda: now[0])
    for now[0] in range(0, 5000, 10):
        assert not alone.over(needed=True)
    begun = now[0]
    for now[0] in range(int(begun), int(begun) + 120, 10):
        assert not alone.over(needed=False)
    now[0] = begun + 60
    assert not alone.over(needed=True), "somebody came back"
    now[0] += 119.0
    assert not alone.over(needed=False)
    now[0] += 1.0
    assert alone.over(needed=False)
