"""A child process of Qt's that is given no keys and no passwords."""

from __future__ import annotations

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

from engine.ipc.environment import child_environment


def child_process(parent: QObject) -> QProcess:
    """A process to be set up and started, with the environment of this one but for its secrets."""
    process = QProcess(parent)
    environment = QProcessEnvironment()
    for name, value in child_environment().items():
        environment.insert(name, value)
    process.setProcessEnvironment(environment)
    return process
