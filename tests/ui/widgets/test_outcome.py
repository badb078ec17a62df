"""What became of an export stands in EDIT, whole, until somebody has read it."""

from __future__ import annotations

from dataclasses import replace

from console.show.state.console_state import ConsoleState
from tests.ui.console_states import console_state
from ui.window import OperatorWindow

WHY = "The show cannot be saved as /media/stick/with a long name/gala.compere (No space left on device)."


def editing(number: int, words: str, *, failed: bool, saved: str = "saved 20:14:02") -> ConsoleState:
    shown = console_state()
    shown.show = replace(shown.show, editing=True, saved=saved, moved=words, move_failed=failed, move_number=number)
    return shown


def test_a_failed_export_is_told_on_every_page_until_it_is_read(window: OperatorWindow) -> None:
    outcome = window._edit.outcome
    window.show_state(editing(0, "", failed=False))
    assert not outcome.isVisible()
    window.show_state(editing(1, WHY, failed=True))
    for page in ("show", "avatars", "keys", "preset"):
        window._edit.show_page(page)
        assert outcome.isVisible() and outcome.words == WHY
    window.show_state(editing(1, WHY, failed=True, saved="saved 20:15:00"))
    assert outcome.isVisible()
    outcome.close_button.performed.emit()
    window.show_state(editing(1, WHY, failed=True))
    assert not outcome.isVisible()


def test_the_same_failure_once_more_is_told_once_more(window: OperatorWindow) -> None:
    outcome = window._edit.outcome
    window.show_state(editing(1, WHY, failed=True))
    outcome.close_button.performed.emit()
    window.show_state(editing(2, WHY, failed=True))
    assert outcome.isVisible()


def test_the_reason_why_the_show_or_the_settings_are_not_saved_is_whole(window: OperatorWindow) -> None:
    shown = editing(0, "", failed=False, saved=WHY)
    shown.show = replace(shown.show, save_failed=True)
    shown.settings = replace(shown.settings, save_failed=True)
    shown.settings = replace(shown.settings, saved=WHY)
    window.resize(1280, 720)
    window.show_state(shown)
    assert window._edit._saved.text == WHY
    window._edit.show_page("settings")
    assert window._edit.settings._told.text == WHY


def test_a_name_stays_in_its_fields_until_the_book_has_it(window: OperatorWindow) -> None:
    from console.show.state.voice_view import BookLine, BookView

    shown = editing(0, "", failed=False)
    window.show_state(shown)
    window._edit.show_page("voices")
    page = window._edit.voices
    page.name.setText("Xu")
    page.say.setText("shoo")
    page._keep()
    window.show_state(shown)
    assert page.name.text() == "Xu" and page.say.text() == "shoo", "it was refused: nothing is lost"
    shown.voices = replace(shown.voices, book=BookView((BookLine("Xu", "shoo"),), ()))
    window.show_state(shown)
    assert page.name.text() == page.say.text() == ""
