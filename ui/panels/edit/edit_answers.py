"""EDIT, the answers of a preset: who hears and who answers, from what, and what lets an answer out into the hall."""

from __future__ import annotations

from console.show.core.enums import AnswerLanguage, Approval, Unattended
from console.show.rundown.preset import THINKERS
from console.show.state.console_state import Choice
from ui.panels.edit.item_form import ItemForm
from ui.widgets.fields.choices import ChoiceButton


class AnswersPage(ItemForm):
    """What ANSWER needs of a preset, field by field."""

    def __init__(self) -> None:
        super().__init__()
        self._make_those()
        self._make_what()
        self._make_gate()
        self._make_lines()
        self.end()

    def _make_those(self) -> None:
        self.section(self.tr("Who is asked, in this order"))
        hearers = (
            ChoiceButton("groq", self.tr("GROQ"), self.tr("Groq's Whisper hears: needs its key")),
            ChoiceButton("server", self.tr("SERVER"), self.tr("Your own server hears: SETTINGS, ANSWERS")),
            ChoiceButton("local", self.tr("LOCAL"), self.tr("Whisper on this machine hears: SETTINGS, HEARING")),
        )
        self.order("hear", self.tr("Heard by"), hearers)
        known = {
            "facts": (self.tr("FACTS"), self.tr("The sheet below answers: at once, and with no network")),
            "groq": (self.tr("GROQ"), self.tr("Groq's language model answers: needs its key")),
            "server": (self.tr("SERVER"), self.tr("Your own server answers: SETTINGS, ANSWERS")),
        }
        thinkers = [(name, *known.get(name, (name.upper(), self.tr("Answers when it is set up")))) for name in THINKERS]
        self.order("think", self.tr("Answered by"), tuple(ChoiceButton(*each) for each in thinkers))

    def _make_what(self) -> None:
        self.section(self.tr("What it answers"))
        self.file("facts", self.tr("Facts"))
        self.text("facts_text", self.tr("More facts"), self.tr("Markdown: “## a question”, and its answer below"))
        self.text("persona", self.tr("Persona"), self.tr("who the avatar is when it answers"))
        languages = (
            Choice("", self.tr("that of the question")),
            Choice(AnswerLanguage.ENGLISH, self.tr("English")),
            Choice(AnswerLanguage.MANDARIN_TW, self.tr("Mandarin, Taiwan")),
            Choice(AnswerLanguage.MANDARIN_CN, self.tr("Mandarin, mainland")),
            Choice(AnswerLanguage.CANTONESE, self.tr("Cantonese")),
        )
        tip = self.tr("What it answers in, and what questions by voice are expected in")
        self.listed("language", self.tr("Language"), tip, languages[0].words, languages)
        self.bounded("answer_s", self.tr("At most"), self.tr("The longest answer, as it is spoken"))

    def _make_gate(self) -> None:
        self.section(self.tr("Before the hall hears it"))
        gates = (
            ChoiceButton(Approval.AUTO, self.tr("AUTO"), self.tr("What the word lists let through is spoken at once")),
            ChoiceButton(Approval.FIRST, self.tr("FIRST"), self.tr("Nothing is spoken before you approve it")),
            ChoiceButton(Approval.EACH, self.tr("EACH"), self.tr("Each sentence waits for a press of its own")),
        )
        self.segments("approval", self.tr("Approval"), gates)
        ends = (
            ChoiceButton(Unattended.STAY, self.tr("IT WAITS"), self.tr("It waits until you come")),
            ChoiceButton(Unattended.SAFE, self.tr("SAFE LINE"), self.tr("The safe line is spoken in its place")),
            ChoiceButton(Unattended.DROP, self.tr("DROP"), self.tr("It is rejected")),
        )
        self.segments("unattended", self.tr("If no hand comes"), ends)
        tip = self.tr("How long an answer waits for your hand; while you write it waits on")
        self.bounded("unattended_s", self.tr("… after"), tip).setAccessibleName(tip)
        self.file("word_list", self.tr("Word list"))
        self.text("never_say", self.tr("Never said"), self.tr("names that must not be said, one on a line"))

    def _make_lines(self) -> None:
        self.section(self.tr("Always at hand"))
        self.limited("safe_line", self.tr("Safe line"), self.tr("what may always be said in place of an answer"))
        self.limited("standby_line", self.tr("Stand-by line"), self.tr("said while the answer is being made"))
