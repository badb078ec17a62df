"""What the window shows of speaking: the lines of a preset, the voices there are, the book of names, the providers."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class LineView:
    """One prepared line.

    Attributes:
        number: goes into the `say_line` action.
        words: the text, or the sound file's name.
        language: a tag as `en`; "" for a sound file.
        ready: it starts at once and needs no network.
        sound: it is a sound file.
        fault: why it cannot be made ready, or "".
    """

    number: int
    words: str
    language: str = ""
    ready: bool = False
    sound: bool = False
    fault: str = ""


@dataclass(frozen=True)
class SayView:
    """SAY as it stands.

    Attributes:
        preset: name of the preset whose lines are shown; "" when there is none.
        on: that preset is on, so that its lines may be said.
        voice: who speaks, as a preset names it.
        lines: of that preset.
        waiting: lines that are said after the one that is spoken now.
        whole, ready: text lines of the whole show, and how many of them start at once.
        making: one is being made ready now.
        fault: why the first of the others is not ready, or "".
        listening: what the operator hears now, or "".
    """

    preset: str = ""
    on: bool = False
    voice: str = ""
    lines: tuple[LineView, ...] = ()
    waiting: int = 0
    whole: int = 0
    ready: int = 0
    making: bool = False
    fault: str = ""
    listening: str = ""


@dataclass(frozen=True)
class VoiceView:
    """One voice to choose from.

    Attributes:
        name: as a preset names it.
        words: for a person.
        language: as `cmn`; "" speaks any.
        leaves: what leaves this machine when it speaks, in one line.
    """

    name: str
    words: str
    language: str = ""
    leaves: str = ""


@dataclass(frozen=True)
class BookLine:
    """How one name is said; `table` is the language, or `say` for every one."""

    name: str
    say: str
    table: str = "say"


@dataclass(frozen=True)
class BookView:
    """The pronunciation book.

    Attributes:
        lines: in the order of the file.
        faults: a sentence for each line of the file that cannot be used.
    """

    lines: tuple[BookLine, ...] = ()
    faults: tuple[str, ...] = ()


@dataclass(frozen=True)
class ProviderView:
    """One provider of answers or voices.

    Attributes:
        id: goes into the `test_provider` action.
        key: where its key comes from: `environment`, `keyring`, `none`; "" needs no key.
        leaves: what leaves this machine, in one line.
        told: what the last test found, or what stands in the way, in one sentence; "".
        well: what the last test found; None before the first.
        testing: it is being asked now.
    """

    id: str
    key: str = ""
    leaves: str = ""
    told: str = ""
    well: bool | None = None
    testing: bool = False


@dataclass(frozen=True)
class VoicesView:
    """What EDIT shows of voices and providers.

    Attributes:
        voices: to choose from.
        book: how names are said.
        providers: in their order.
    """

    voices: tuple[VoiceView, ...] = ()
    book: BookView = field(default_factory=BookView)
    providers: tuple[ProviderView, ...] = ()
