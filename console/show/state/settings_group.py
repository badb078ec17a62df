"""What settings stand together on their page."""

from __future__ import annotations

from enum import StrEnum


class SettingsGroup(StrEnum):
    """What settings stand together, by its title."""

    WINDOW = "Window"
    PROGRAM = "Program"
    DEVICES = "Devices"
    LIMITS = "Lip delay and limits"
    MODELS = ""  # on the page of the models
    GROQ = "Groq"
    SERVER = "A server of yours"
    EDGE = "Edge voices"
    QUESTIONS = "The microphone for questions"
    WHISPER = "Whisper on this machine"
    DRAWING = "What draws filmed hosts"
    STANDBY = "The second engine"
    STREAM = "Streams"
    RECORDING = "Recording"
