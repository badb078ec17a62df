"""What the actions of the question desk are called and what they do; a part of `ui.i18n.sentences.action_words`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

ANSWER_WORDS = (
    QT_TRANSLATE_NOOP("words", "ASK"),
    QT_TRANSLATE_NOOP("words", "Put a typed question on the desk"),
    QT_TRANSLATE_NOOP("words", "PUSH TO ASK"),
    QT_TRANSLATE_NOOP("words", "Hold the key while the question is asked"),
    QT_TRANSLATE_NOOP("words", "TYPE A QUESTION"),
    QT_TRANSLATE_NOOP("words", "Write a question: Enter asks it, Esc leaves"),
    QT_TRANSLATE_NOOP("words", "Other words for the drafted answer"),
    QT_TRANSLATE_NOOP("words", "Drop the answer"),
    QT_TRANSLATE_NOOP("words", "STAND BY"),
    QT_TRANSLATE_NOOP("words", "Speak the preset's stand-by line while the answer is being made"),
    QT_TRANSLATE_NOOP("words", "SAFE LINE"),
    QT_TRANSLATE_NOOP("words", "Speak the preset's safe line in place of the answer"),
    QT_TRANSLATE_NOOP("words", "EDIT SENTENCE"),
    QT_TRANSLATE_NOOP("words", "Other words for one sentence"),
    QT_TRANSLATE_NOOP("words", "LEAVE OUT"),
    QT_TRANSLATE_NOOP("words", "Do not speak one sentence"),
    QT_TRANSLATE_NOOP("words", "RELEASE"),
    QT_TRANSLATE_NOOP("words", "Speak a held sentence all the same"),
    QT_TRANSLATE_NOOP("words", "ANSWER QUESTION"),
    QT_TRANSLATE_NOOP("words", "Take a waiting question on the desk"),
    QT_TRANSLATE_NOOP("words", "DROP QUESTION"),
    QT_TRANSLATE_NOOP("words", "Do not answer a question"),
    QT_TRANSLATE_NOOP("words", "MOVE QUESTION"),
    QT_TRANSLATE_NOOP("words", "Answer a question earlier or later"),
    QT_TRANSLATE_NOOP("words", "MERGE QUESTIONS"),
    QT_TRANSLATE_NOOP("words", "Make one question of several"),
    QT_TRANSLATE_NOOP("words", "REWORD QUESTION"),
    QT_TRANSLATE_NOOP("words", "Other words for a question"),
    QT_TRANSLATE_NOOP("words", "LET QUESTION"),
    QT_TRANSLATE_NOOP("words", "Answer a held question all the same"),
)
