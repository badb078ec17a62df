"""Whether settings can become what somebody wants, and the one sentence when they cannot."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from console.show.answers.addresses import host_of, server_address
from console.show.core.field_info import NOT_POSSIBLE, Declared, declared
from console.show.state.settings import Options
from engine.text import Text


class OptionError(Exception):
    """A setting that will not do; the message is one sentence for the operator."""


def changed(options: Options, changes: Mapping[str, object]) -> Options:
    """The options with some of them changed.

    Args:
        changes: field → value. Whole numbers may come as floats.

    Raises:
        OptionError: a value will not do, or two contradict each other.
    """
    fields = {name: getattr(options, name) for name in Options.__struct_fields__}
    for name, value in changes.items():
        if name not in fields:
            raise OptionError(Text("There is no setting {name}.", name=name))
        if isinstance(value, str):
            value = _written(name, value.strip())
        elif isinstance(value, float) and value.is_integer() and isinstance(fields[name], int):
            value = int(value)
        fields[name] = value
    try:
        wanted = msgspec.convert(fields, Options)
    except msgspec.ValidationError as fault:
        raise OptionError(_sentence(str(fault))) from fault
    for name in {"server_url", "groq_url", "models_source"} & set(changes):
        if (address := getattr(wanted, name)) and not host_of(address):
            raise OptionError(declared(Options)[name].refusal)
    if wanted.express_delay_ms > wanted.delay_ms:
        raise OptionError("The express lip delay must not be longer than the default one.")
    if wanted.width % 2 or wanted.height % 2:
        raise OptionError("The program's width and height must be even, for the recording's sake.")
    if wanted.whisper_device == "cpu" and "float16" in wanted.whisper_compute:
        raise OptionError("A processor cannot hear in half precision: choose int8 or float32, or the graphics card.")
    return wanted


def _written(name: str, value: str) -> str:
    """An address or a colour put right; everything else as it is."""
    if name == "ground_colour":
        return f"#{value.removeprefix('#').lower()}"
    versions = {"server_url": "/v1", "groq_url": ""}
    if name not in versions or not value:
        return value
    address = server_address(value, versions[name])
    named = "://" in value or any(each in host_of(address) for each in (".", ":", "localhost"))
    return address if named and host_of(address) else value


def refusal_to_change(options: Options, changes: Mapping[str, object]) -> str:
    """Why the options cannot be changed like this, in one sentence, or ""."""
    try:
        changed(options, changes)
    except OptionError as fault:
        return str(fault)
    return ""


def fault_in_file(fault: Exception) -> str:
    """What a decoder found wrong with a file of settings: the field, and what it may hold; "" where it names none."""
    field = _field(str(fault))
    return f"{field.name}: {field.refusal.rstrip('.')}" if field is not None else ""


def _sentence(fault: str) -> str:
    field = _field(fault)
    return field.refusal if field is not None else NOT_POSSIBLE


def _field(fault: str) -> Declared | None:
    """The decoder's message names the field at its end, as `$.rate`."""
    return declared(Options).get(fault.rpartition("$.")[2].rstrip("`."))
