from __future__ import annotations

from console.outputs.packet_queue import P_MOST_S, PacketQueue, Queued


def picture(number: int, *, key: bool = False) -> Queued[str]:
    return Queued(number / 25, True, key, 1000, f"p{number}")


def sound(number: int) -> Queued[str]:
    return Queued(number / 25, False, True, 100, f"s{number}")


def taken(queue: PacketQueue[str]) -> list[str]:
    found = []
    while (queued := queue.get()) is not None:
        found.append(queued.packet)
    return found


def test_nothing_goes_out_before_the_first_keyframe() -> None:
    queue: PacketQueue[str] = PacketQueue(drops=True)
    assert queue.wants_key
    queue.put(picture(1))
    queue.put(picture(2, key=True))
    assert not queue.wants_key
    queue.put(picture(3))
    assert taken(queue) == ["p2", "p3"]
    assert queue.dropped == 1


def test_when_more_than_900_ms_wait_the_pictures_go_and_the_sound_stays() -> None:
    queue: PacketQueue[str] = PacketQueue(drops=True)
    number = 0
    while not queue.dropped:
        queue.put(picture(number, key=number == 0))
        queue.put(sound(number))
        number += 1
        assert number < 100
    assert (number - 1) / 25 > P_MOST_S >= (number - 2) / 25
    assert queue.wants_key
    queue.put(picture(number))
    queue.put(picture(number + 1, key=True))
    assert [each for each in taken(queue) if each.startswith("p")] == [f"p{number + 1}"]
    assert queue.dropped == number + 1


def test_a_recording_keeps_every_picture() -> None:
    queue: PacketQueue[str] = PacketQueue(drops=False)
    for number in range(200):
        queue.put(picture(number, key=number == 0))
    assert queue.dropped == 0
    assert queue.age_s == 199 / 25
    assert len(taken(queue)) == 200


def test_after_a_lost_connection_what_waited_is_gone_and_a_keyframe_begins() -> None:
    queue: PacketQueue[str] = PacketQueue(drops=True)
    queue.put(picture(1, key=True))
    queue.put(sound(1))
    queue.clear()
    assert queue.dropped == 1
    assert queue.wants_key
    assert taken(queue) == []
    assert queue.age_s == 0.0
