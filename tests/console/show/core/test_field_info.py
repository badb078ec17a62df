"""Declarations of fields: the bounds stand once, and what is told of them is made from there."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
import pytest

from console.show.core.field_info import Control, Declared, FieldInfo, declared
from console.show.rundown.preset import Preset
from console.show.state.settings import Options
from console.show.state.settings_rules import OptionError, changed

NUMBERS = [field for field in declared(Options).values() if field.control is Control.NUMBER]
CHOICES = [field for field in declared(Options).values() if field.control is Control.SEGMENTS]
NAMELESS = {"echo"}
"""Choices whose refusal names their values by other words."""


class Sample(msgspec.Struct):
    level_db: Annotated[float, msgspec.Meta(ge=-12.0, le=3.5), FieldInfo("Level", unit="dB", step=0.5)] = 0.0
    note: Annotated[str, msgspec.Meta(max_length=12), FieldInfo("Note")] = ""
    mode: Annotated[Literal["b", "a"], FieldInfo("Mode", choices={"b": ("B", ""), "a": ("A", "")})] = "b"
    ready: Annotated[bool, FieldInfo("Ready")] = False
    hidden: int = 0


def test_a_declaration_is_read_with_the_bounds_of_its_type() -> None:
    fields = declared(Sample)
    assert list(fields) == ["level_db", "note", "mode", "ready"]
    level, note, mode, ready = fields.values()
    assert (level.control, level.least, level.most) == (Control.NUMBER, -12.0, 3.5)
    assert level.refusal == "This must be between -12 and 3.5 dB."
    assert (note.control, note.longest, note.refusal) == (Control.LINE, 12, "This may have at most 12 characters.")
    assert (mode.control, mode.values) == (Control.SEGMENTS, ("b", "a"))
    assert ready.control is Control.SWITCH


@pytest.mark.parametrize("struct", [Options, Preset])
def test_every_number_and_every_text_is_declared_with_its_bounds(struct: type[msgspec.Struct]) -> None:
    shape = msgspec.inspect.type_info(struct)
    assert isinstance(shape, msgspec.inspect.StructType)
    bounded = (msgspec.inspect.IntType, msgspec.inspect.FloatType, msgspec.inspect.StrType)
    names = {each.name for each in shape.fields if isinstance(each.type, bounded)} - {"format", "colour"}
    assert names <= set(declared(struct))
    for name in names:
        field = declared(struct)[name]
        assert field.control is not Control.NUMBER or (field.least is not None and field.most is not None), name
        assert field.control is Control.NUMBER or field.longest or name == "engine_card", name


def test_every_setting_is_declared_with_a_title_and_a_place() -> None:
    assert list(declared(Options)) == list(Options.__struct_fields__)
    for name, field in declared(Options).items():
        assert field.info.title, name
        assert field.info.section or name == "models_source", name


@pytest.mark.parametrize("field", NUMBERS, ids=lambda field: field.name)
def test_a_number_is_taken_up_to_its_bounds_and_refused_beyond_them_with_both(field: Declared) -> None:
    assert field.least is not None and field.most is not None and field.info.unit
    others = {"delay_ms": 2000} if field.name == "express_delay_ms" else {"express_delay_ms": 20}
    for bound in (field.least, field.most):
        assert getattr(changed(Options(), {**others, field.name: bound}), field.name) == bound
    for beyond in (field.least - 1, field.most + 1):
        with pytest.raises(OptionError) as told:
            changed(Options(), {field.name: beyond})
        assert f"{field.least:g} and {field.most:g} " in str(told.value)


@pytest.mark.parametrize("field", CHOICES, ids=lambda field: field.name)
def test_a_choice_names_all_its_values_in_order_and_in_its_refusal(field: Declared) -> None:
    shape = msgspec.inspect.type_info(Options)
    assert isinstance(shape, msgspec.inspect.StructType)
    kind = next(each.type for each in shape.fields if each.name == field.name)
    assert isinstance(kind, (msgspec.inspect.LiteralType, msgspec.inspect.EnumType))
    values = kind.values if isinstance(kind, msgspec.inspect.LiteralType) else tuple(kind.cls)
    assert sorted(map(str, field.values)) == sorted(map(str, values))
    assert all(str(each) in field.refusal for each in field.values)
