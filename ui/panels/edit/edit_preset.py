"""EDIT, the preset: its fields, and its place in the rundown. What it answers with is on a page of its own."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QHBoxLayout

from console.show.core.enums import (
    AfterLines,
    CaptionLanguage,
    CaptionPlace,
    Mode,
    PresetOutputs,
    PresetPa,
    PresetSlate,
)
from console.show.rundown.preset import voices
from console.show.rundown.rundown import Add, Change, Delete, Duplicate, Move
from console.show.state.console_state import Choice, ConsoleState
from ui.panels.edit.item_form import ItemForm
from ui.theme import Role
from ui.widgets.fields.choices import ChoiceButton
from ui.widgets.hold_button import HoldButton

COLOURS = (
    ("#c94f4f", QT_TRANSLATE_NOOP("PresetForm", "red")),
    ("#c9824f", QT_TRANSLATE_NOOP("PresetForm", "orange")),
    ("#c9b24f", QT_TRANSLATE_NOOP("PresetForm", "yellow")),
    ("#5fae6a", QT_TRANSLATE_NOOP("PresetForm", "green")),
    ("#4fb0b8", QT_TRANSLATE_NOOP("PresetForm", "teal")),
    ("#4f8fc9", QT_TRANSLATE_NOOP("PresetForm", "blue")),
    ("#8a6fd1", QT_TRANSLATE_NOOP("PresetForm", "violet")),
    ("#c76aa6", QT_TRANSLATE_NOOP("PresetForm", "pink")),
)


class PresetForm(ItemForm):
    """One preset, field by field. It changes nothing itself: each field is a request."""

    def __init__(self) -> None:
        super().__init__()
        self._avatar_id = ""
        self.column.insertLayout(0, self._place_row())
        self._make_stage()
        self._make_sound()
        self._make_pictures()
        self._make_captions()
        self._make_outputs()
        self.end()

    def show_item(self, item_id: str, console_state: ConsoleState) -> None:
        """Shows the fields of an item; "" shows none."""
        self._avatar_id = console_state.avatar_id or next((tile.id for tile in console_state.avatars), "lin")
        super().show_item(item_id, console_state)

    def choices(self, console_state: ConsoleState) -> Mapping[str, tuple[Choice, ...]]:
        """Avatars and devices that are there now."""
        as_it_is = Choice("", self.tr("as it is"))
        avatars = tuple(Choice(tile.id, tile.name) for tile in console_state.avatars)
        return {
            "avatar": avatars,
            "stand_in": (Choice("", self.tr("nobody")), *avatars),
            "voice": self._voices(console_state),
            "mic": (as_it_is, *console_state.microphone.choices),
            "speaker": (as_it_is, *console_state.speaker.choices),
        }

    def _voices(self, console_state: ConsoleState) -> tuple[Choice, ...]:
        """The voices that are there, and the order of several that the preset names already."""
        there = {each.name: f"{each.words}  ({each.name})" for each in console_state.voices.voices}
        listed = [Choice("", self.tr("the avatar's own")), *(Choice(name, words) for name, words in there.items())]
        order = voices(self.preset) if self.preset is not None else ()
        if self.preset is not None and len(order) > 1 and set(order) <= set(there):
            listed.append(Choice(self.preset.voice, "  →  ".join(order)))
        return tuple(listed)

    def _place_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        requests: tuple[tuple[str, str, object], ...] = (
            (self.tr("NEW"), self.tr("A new preset behind this one"), lambda: Add(self._avatar_id, self._id)),
            (self.tr("COPY"), self.tr("The same once more"), lambda: Duplicate(self._id)),
            ("◀", self.tr("Move it towards the beginning"), lambda: Move(self._id, -1)),
            ("▶", self.tr("Move it towards the end"), lambda: Move(self._id, 1)),
            (self.tr("DELETE"), self.tr("Take it away; UNDO brings it back"), lambda: Delete(self._id)),
        )
        for words, tip, request in requests:
            button = HoldButton(words, role=Role.SMALL, heights=(32, 27))
            button.setAccessibleName(tip)
            button.setToolTip(tip)
            button.performed.connect(lambda request=request: self._request(request()))
            row.addWidget(button, 1 if len(words) == 1 else 2)
        return row

    def _request(self, change: Change) -> None:
        if self._id or isinstance(change, Add):
            self.change_requested.emit(change)

    def _make_stage(self) -> None:
        self.section(self.tr("On stage"))
        self.limited("name", self.tr("Name"), self.tr("on the preset's key"))
        self.limited("note", self.tr("Note"), self.tr("a cue for you, as “after the choir sits”"))
        self.colour("colour", self.tr("Colour"), [(c, self.tr(str(name))) for c, name in COLOURS])
        self._list("avatar", self.tr("Avatar"), self.tr("Who is on screen"), self.tr("nobody"))
        hint = self.tr("Who may be put on with B while the avatar's engine is out")
        self._list("stand_in", self.tr("Stand-in"), hint, self.tr("nobody"))
        modes = (
            ChoiceButton(Mode.MIRROR, self.tr("MIRROR"), self.tr("The MC's live voice drives the avatar")),
            ChoiceButton(Mode.ANSWER, self.tr("ANSWER"), self.tr("The avatar answers questions")),
            ChoiceButton(Mode.SAY, self.tr("SAY"), self.tr("The avatar says prepared lines")),
        )
        self.segments("mode", self.tr("Mode"), modes)
        hint = self.tr("what may be said at Shift+1 to 9, one a row; “text | other language”, “sound: file”")
        self.text("lines", self.tr("Lines"), hint)
        after = (
            ChoiceButton(
                AfterLines.BACK, self.tr("COME BACK"), self.tr("The MC is heard again, or questions are answered")
            ),
            ChoiceButton(
                AfterLines.STAY, self.tr("STAY"), self.tr("SAY stays, for the next line; the hall does not hear the MC")
            ),
        )
        self.segments("after_lines", self.tr("After lines"), after)
        self.file("say", self.tr("Sound file"))
        hint = self.tr("Who speaks; VOICES lets you hear them, and puts several in an order")
        self._list("voice", self.tr("Voice"), hint, self.tr("the avatar's own"))

    def _make_sound(self) -> None:
        self.section(self.tr("Microphone and loudspeaker"))
        as_it_is = self.tr("as it is")
        tip = self.tr("Whose voice; “as it is” leaves the one that is chosen")
        self._list("mic", self.tr("Microphone"), tip, as_it_is)
        self.bounded("mic_gain_db", self.tr("Gain"), self.tr("Added to the microphone's own gain"))
        pa = (
            ChoiceButton(PresetPa.EVENT, self.tr("EVENT'S"), self.tr("The PA stays as it is chosen for the event")),
            ChoiceButton(
                PresetPa.THROUGH, self.tr("THROUGH"), self.tr("The hall hears the MC from Compere, with the lips")
            ),
            ChoiceButton(
                PresetPa.DIRECT, self.tr("DIRECT"), self.tr("The hall hears the MC from its own desk; the lips trail")
            ),
        )
        self.segments("pa", self.tr("PA"), pa)
        tip = self.tr("Where the sound goes; “as it is” leaves the one that is chosen")
        self._list("speaker", self.tr("Loudspeaker"), tip, as_it_is)

    def _make_pictures(self) -> None:
        self.section(self.tr("Slate"))
        slates = (
            ChoiceButton(
                PresetSlate.EVENT, self.tr("EVENT'S"), self.tr("The slate stays as it is chosen for the event")
            ),
            ChoiceButton(PresetSlate.TITLE, self.tr("TITLE"), self.tr("The show's name on a plain ground")),
            ChoiceButton(PresetSlate.PICTURE, self.tr("PICTURE"), self.tr("A picture of your own")),
            ChoiceButton(PresetSlate.BLACK, self.tr("BLACK"), self.tr("Nothing at all")),
        )
        self.segments("slate", self.tr("Slate"), slates)
        self.file("slate_picture", self.tr("Slate picture"))

    def _make_captions(self) -> None:
        self.section(self.tr("Captions"))
        self.switch("captions", self.tr("Captions"), self.tr("The hall reads what is heard"), self.tr("No captions"))
        told = self.tr("In MIRROR the hall reads the MC's words, a moment later")
        self.switch("captions_live", self.tr("MC's words"), told, self.tr("Only what the host says by itself is read"))
        languages = (
            Choice("", self.tr("none")),
            Choice(CaptionLanguage.ENGLISH, self.tr("English")),
            Choice(CaptionLanguage.MANDARIN_TW, self.tr("Mandarin, Taiwan")),
            Choice(CaptionLanguage.MANDARIN_CN, self.tr("Mandarin, mainland")),
            Choice(CaptionLanguage.CANTONESE, self.tr("Cantonese")),
        )
        tip = self.tr("Those who answer translate it, for a second line; the facts cannot")
        self.listed("captions_second", self.tr("Second line"), tip, languages[0].words, languages)
        places = (
            ChoiceButton(CaptionPlace.BOTTOM, self.tr("BELOW"), self.tr("At the picture's lower edge")),
            ChoiceButton(CaptionPlace.TOP, self.tr("ABOVE"), self.tr("At the picture's upper edge")),
        )
        self.segments("captions_place", self.tr("Their place"), places)
        high, safe, dark = (
            self.tr("How high a line of captions is"),
            self.tr("The safe area around captions"),
            self.tr("How dark it is behind the letters"),
        )
        self.bounded("captions_size", self.tr("Their size"), high)
        self.bounded("captions_margin", self.tr("Their margin"), safe)
        self.bounded("captions_plate", self.tr("Their ground"), dark)

    def _make_outputs(self) -> None:
        self.section(self.tr("Beside the hall"))
        needs = (
            ChoiceButton(PresetOutputs.NONE, self.tr("NOTHING"), self.tr("Streams and the recording may be off")),
            ChoiceButton(PresetOutputs.STREAM, self.tr("STREAM"), self.tr("A stream must be on air")),
            ChoiceButton(PresetOutputs.RECORDING, self.tr("RECORDING"), self.tr("The recording must be running")),
            ChoiceButton(PresetOutputs.BOTH, self.tr("BOTH"), self.tr("A stream and the recording")),
        )
        self.segments("outputs", self.tr("Needs"), needs)

    def _list(self, name: str, words: str, tip: str, none: str) -> None:
        self.listed(name, words, tip, none, called=self.tr("Preset: {words}").format(words=words))
