"""Streams in the settings: their platforms."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.panels.settings.test_settings_parts import editing
from ui.panels.settings.settings_outputs import OutputSettings

TWITCH = "rtmps://ingest.global-contribute.live-video.net/app"


@pytest.fixture
def form(qtbot: QtBot) -> OutputSettings:
    made = OutputSettings()
    qtbot.addWidget(made)
    made.show_state(editing(), fixed=False)
    return made


def test_choosing_a_platform_asks_for_its_address_and_touches_no_other_stream(form: OutputSettings) -> None:
    asked: list[tuple[str, object]] = []
    form.requested.connect(lambda name, value: asked.append((name, value)))
    form.platform("stream_2_url").device_requested.emit("Twitch")
    assert asked == [("stream_2_url", TWITCH)]


def test_an_address_says_whose_it_is(form: OutputSettings) -> None:
    form.show_state(editing(stream_1_url=TWITCH, stream_2_url="rtmp://10.0.0.5/live"), fixed=False)
    assert form.platform("stream_1_url").currentText() == "Twitch"
    assert form.platform("stream_2_url").currentText() == "another server"
    assert form.platform("stream_3_url").currentIndex() == -1


def test_more_bits_than_the_platform_takes_are_said_below_it(form: OutputSettings) -> None:
    form.show_state(editing(stream_1_url=TWITCH, stream_kbps=8000), fixed=False)
    assert "Twitch takes at most 6,000 kb/s" in form.advice("stream_1_url").text
    assert form.advice("stream_1_url").isVisibleTo(form)
    form.show_state(editing(stream_1_url=TWITCH, stream_kbps=6000), fixed=False)
    assert not form.advice("stream_1_url").isVisibleTo(form)
