"""The channels of the microphone: one press chooses one, and no press changes what is shown."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from console.show.state.channels_view import ChannelsView
from ui import theme
from ui.widgets.fields.channel_picker import ChannelButton, ChannelPicker, PickerWords
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.text_line import TextLine


@pytest.fixture
def picker(qtbot: QtBot) -> ChannelPicker:
    made = ChannelPicker(PickerWords("All {n}", "MC on channel {n}", "MC on channels {list}", "MIX OF ALL", ""))
    qtbot.addWidget(made)
    return made


@pytest.fixture
def asked(picker: ChannelPicker) -> list[str]:
    found: list[str] = []
    picker.channels_requested.connect(found.append)
    return found


def buttons(picker: ChannelPicker) -> list[ChannelButton]:
    return [each for each in picker.findChildren(ChannelButton) if not each.isHidden()]


def press(picker: ChannelPicker, words: str) -> None:
    next(each for each in picker.findChildren(HoldButton) if each.words == words).performed.emit()


def lit(picker: ChannelPicker) -> list[str]:
    shown = [each for each in picker.findChildren(HoldButton) if not each.isHidden()]
    return [each.words for each in shown if each.look == theme.CHOSEN]


def words(picker: ChannelPicker) -> str:
    return picker.findChildren(TextLine)[0].text


def test_it_offers_what_the_device_has_and_a_headset_has_nothing_to_choose(picker: ChannelPicker) -> None:
    picker.show_channels(ChannelsView(there=8, chosen=(3,)))
    assert [each.words for each in buttons(picker)] == ["1", "2", "3", "4", "5", "6", "7", "8"]
    assert lit(picker) == ["3"] and words(picker) == "MC on channel 3"
    picker.show_channels(ChannelsView(there=2))
    assert len(buttons(picker)) == 2 and lit(picker) == ["MIX OF ALL"]
    picker.show_channels(ChannelsView(there=1))
    assert picker.isHidden() and buttons(picker) == []


def test_a_press_asks_for_one_channel_in_place_of_another_and_changes_nothing_itself(
    picker: ChannelPicker, asked: list[str]
) -> None:
    picker.show_channels(ChannelsView(there=8, chosen=(3,)))
    press(picker, "4")
    assert asked == ["4"] and lit(picker) == ["3"]
    press(picker, "MIX OF ALL")
    assert asked == ["4", ""]


def test_with_add_lit_a_press_adds_a_channel_or_takes_it_away(picker: ChannelPicker, asked: list[str]) -> None:
    picker.show_channels(ChannelsView(there=8, chosen=(3,)))
    press(picker, "ADD")
    assert asked == [] and set(lit(picker)) == {"3", "ADD"}
    press(picker, "1")
    picker.show_channels(ChannelsView(there=8, chosen=(1, 3)))
    assert words(picker) == "MC on channels 1 + 3"
    press(picker, "3")
    assert asked == ["1 + 3", "1"]


def test_each_channel_shows_its_level(picker: ChannelPicker) -> None:
    picker.show_channels(ChannelsView(there=3, bars=(-120.0, -30.0, -6.0)))
    assert [each.bar_dbfs for each in buttons(picker)] == [-120.0, -30.0, -6.0]
    picker.show_channels(ChannelsView(there=3))
    assert {each.bar_dbfs for each in buttons(picker)} == {-60.0}, "nothing is known of them"


def test_a_channel_that_is_not_there_is_said_in_red(picker: ChannelPicker) -> None:
    picker.show_channels(ChannelsView(there=2, chosen=(3,)))
    assert words(picker) == "Channel 3 is chosen, and this device has 2" and not picker.isHidden()
    picker.show_channels(ChannelsView(there=0, chosen=(3,)))
    assert words(picker) == "MC on channel 3", "while it is pulled out"
