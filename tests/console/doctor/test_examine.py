"""The doctor: every fault is a sentence with a cure, and an examination always ends."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.doctor import examine as doctor
from console.doctor.devices import (
    audio_findings,
    examine_screens,
    examine_sound,
    no_display,
    screen_findings,
    server_findings,
)
from console.doctor.finding import WIDTH, Finding, Severity, closing, examined, fail, json_of, ok, text_of, warn, worst
from console.doctor.libraries import (
    RUN_NEEDS,
    LibraryKind,
    distribution,
    font_is_there,
    library_loads,
    plugin_is_there,
    trouble_elsewhere,
)
from console.doctor.machine import (
    disk_findings,
    examine_disk,
    library_findings,
    nearest,
    python_findings,
)
from console.doctor.probes import ProbeError, read_answer, run_probe
from console.doctor.show import avatar_findings, examine_avatars, examine_presets, settings_findings

FINDINGS = st.lists(
    st.builds(
        Finding,
        area=st.text("abcdefgh", min_size=1, max_size=12),
        level=st.sampled_from(Severity),
        sentence=st.text(st.characters(categories=["L", "P", "Zs"]), min_size=1, max_size=300),
        cure=st.text("abc ", max_size=200),
    ),
    max_size=8,
)


def levels(found: Iterable[Finding]) -> list[Severity]:
    return [finding.level for finding in found]


def test_a_finding_is_shown_with_what_to_do_below_it() -> None:
    text = text_of([ok("Disk", "120 GB free."), warn("Screens", "Only one.", "Connect the projector.")])
    assert text.splitlines() == [
        "  ok    Disk     120 GB free.",
        "  WARN  Screens  Only one.",
        "                 → Connect the projector.",
        "",
        "A show can run; have a look at what is marked WARN above (1).",
    ]


@given(FINDINGS)
def test_every_finding_is_in_the_text_and_in_the_json(findings: list[Finding]) -> None:
    text = " ".join(text_of(findings).split())
    assert all(" ".join(finding.sentence.split()) in text for finding in findings)
    report = json.loads(json_of(findings))
    assert [Finding(**{**entry, "level": Severity(entry["level"])}) for entry in report["findings"]] == findings
    assert report["worst"] == worst(findings)


def test_long_sentences_are_wrapped_for_a_terminal() -> None:
    text = text_of([warn("Screens", "word " * 60, "cure " * 60)])
    assert max(map(len, text.splitlines())) <= WIDTH


@pytest.mark.parametrize(
    ("findings", "sentence"),
    [
        ([], "Ready for a show."),
        ([ok("a", "b")], "Ready for a show."),
        ([ok("a", "b"), warn("a", "b", "c"), fail("a", "b", "c")], "A show cannot run yet"),
    ],
)
def test_the_last_sentence_says_whether_a_show_can_run(findings: list[Finding], sentence: str) -> None:
    assert closing(findings).startswith(sentence)


def test_an_area_that_breaks_is_a_finding_and_not_a_traceback() -> None:
    def broken() -> Iterable[Finding]:
        yield ok("Disk", "fine so far.")
        raise RuntimeError("oh")

    [finding] = examined("Disk", broken)
    assert (finding.area, finding.level) == ("Disk", Severity.WARN)
    assert "RuntimeError: oh" in finding.sentence


# -- devices


SERVER = {
    "name": "PulseAudio (on PipeWire 1.0.5)",
    "sources": {"alsa_input.usb": "Stage mixer", "alsa_input.pci": "Built-in"},
    "sinks": {"alsa_output.pci": "Line out"},
    "source": "alsa_input.pci",
    "sink": "alsa_output.pci",
}
PORTAUDIO = {
    "devices": [
        {"name": "Mixer", "host": "Core Audio", "inputs": 2, "outputs": 0, "rate": 48000.0},
        {"name": "Speakers", "host": "Core Audio", "inputs": 0, "outputs": 2, "rate": 48000.0},
    ],
    "input": "Mixer",
    "output": "Speakers",
}


def test_the_kind_of_sound_server_is_told() -> None:
    assert next(server_findings(SERVER)).sentence.startswith("PipeWire")
    assert next(server_findings({"name": "pulseaudio"})).sentence.startswith("PulseAudio")
    assert levels(server_findings({"name": "", "error": "refused"})) == [Severity.WARN]


def test_devices_are_named_as_the_operator_knows_them() -> None:
    microphone, loudspeaker = audio_findings({"devices": []}, SERVER)
    assert microphone.sentence == "“Stage mixer”, “Built-in”; the system's own choice is “Built-in”."
    assert loudspeaker.sentence == "“Line out”."
    assert [finding.sentence for finding in audio_findings(PORTAUDIO, {})] == ["“Mixer”.", "“Speakers”."]


def test_a_chosen_device_that_is_missing_is_named_and_not_replaced() -> None:
    microphone, loudspeaker = audio_findings(PORTAUDIO, SERVER, "alsa_input.gone", "alsa_output.pci")
    assert microphone.level is Severity.WARN
    assert "“alsa_input.gone”" in microphone.sentence
    assert "takes no other by itself" in microphone.cure
    assert loudspeaker.sentence == "“Line out”; “Line out” is chosen."


def test_a_mixer_says_how_many_channels_it_has_and_a_channel_it_does_not_have_is_named() -> None:
    server = SERVER | {"channels": {"alsa_input.usb": 8, "alsa_input.pci": 2, "alsa_output.pci": 6}}
    microphone, loudspeaker = audio_findings({"devices": []}, server, "alsa_input.usb", channels=(3,))
    assert microphone.sentence == "“Stage mixer · 8 ch”, “Built-in”; “Stage mixer · 8 ch” is chosen."
    assert loudspeaker.sentence == "“Line out · 6 ch”."
    found = list(audio_findings({"devices": []}, server, "alsa_input.pci", channels=(3,)))
    assert levels(found) == [Severity.OK, Severity.WARN, Severity.OK]
    assert "has 2 channels, and channel 3 is chosen" in found[1].sentence
    claims = {"devices": [{"name": "default", "inputs": 128, "outputs": 128}]}
    assert [finding.sentence for finding in audio_findings(claims, {})] == ["“default”.", "“default”."]


def test_no_device_at_all_says_what_to_plug_in() -> None:
    found = list(audio_findings({"devices": []}, {}))
    assert levels(found) == [Severity.WARN, Severity.WARN]
    assert all(finding.cure.startswith("Plug in") for finding in found)


def screen(name: str, primary: bool = False, width: int = 1920, height: int = 1080, **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "maker": "",
        "model": "",
        "serial": "",
        "x": 0,
        "y": 0,
        "width": width,
        "height": height,
        "hertz": 60.0,
        "primary": primary,
        **more,
    }


def test_two_screens_are_described_and_one_is_not_enough() -> None:
    two = [screen("eDP-1", primary=True), screen("HDMI-1", maker="Epson", model="EB-L200")]
    assert [finding.sentence for finding in screen_findings({"screens": two})] == [
        "eDP-1 1920×1080 at 60 Hz, the main one.",
        "Epson EB-L200 (HDMI-1) 1920×1080 at 60 Hz.",
    ]
    assert levels(screen_findings({"screens": two[:1]})) == [Severity.OK, Severity.WARN]
    assert levels(screen_findings({"screens": []})) == [Severity.FAIL]
    small = [two[0], screen("VGA-1", width=1024, height=768)]
    assert levels(screen_findings({"screens": small})) == [Severity.OK, Severity.OK, Severity.WARN]


@pytest.mark.parametrize(
    ("environment", "platform", "none"),
    [
        ({}, "linux", True),
        ({"DISPLAY": ":0"}, "linux", False),
        ({"WAYLAND_DISPLAY": "w"}, "linux", False),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({}, "win32", False),
    ],
)
def test_a_session_without_a_desktop_is_recognised(environment: dict[str, str], platform: str, none: bool) -> None:
    assert no_display(environment, platform) is none


def test_a_probe_that_dies_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def dead(probe: str) -> dict[str, Any]:
        raise ProbeError("it crashed with signal 6")

    [screens] = examine_screens(dead)
    assert screens.level is Severity.FAIL
    assert "crashed with signal 6" in screens.sentence
    assert levels(examine_sound(question=dead))[-1] is Severity.FAIL


@pytest.mark.parametrize(
    ("code", "output", "complaints", "answer"),
    [
        (0, 'ALSA chatter\n{"screens": []}\n', "", {"screens": []}),
        (0, '{"name": "", "error": "refused"}', "", {"name": "", "error": "refused"}),
        (0, '{"error": "PortAudio cannot be loaded"}', "", "PortAudio cannot be loaded"),
        (0, "", "", "it ended with code 0"),
        (0, "[1]", "", "it ended with code 0"),
        (1, "", "Traceback\nImportError: libGL.so.1: cannot open", "code 1: ImportError: libGL.so.1"),
        (-11, "", "", "it crashed with signal 11"),
        (
            -6,
            "",
            "qt.qpa.xcb: could not connect to display :7\nmore words",
            "^could not connect to display :7$",
        ),
    ],
)
def test_the_end_of_a_probe_is_read(code: int, output: str, complaints: str, answer: dict[str, Any] | str) -> None:
    if isinstance(answer, str):
        with pytest.raises(ProbeError, match=answer):
            read_answer(code, output, complaints)
    else:
        assert read_answer(code, output, complaints) == answer


def test_the_screens_are_asked_for_in_a_process_of_its_own() -> None:
    answer = run_probe("screens")
    assert answer["screens"][0]["width"] > 0
    assert [entry["primary"] for entry in answer["screens"]].count(True) == 1


def test_a_probe_that_hangs_is_given_up() -> None:
    with pytest.raises(ProbeError, match="no answer within 0 s"):
        run_probe("screens", timeout_s=0.001)


# -- machine


def test_python_and_qt_that_do_not_fit_are_named() -> None:
    def versions(qt: str | None) -> Any:
        return lambda name: qt if name == "PySide6_Essentials" else "1.0"

    assert levels(python_findings((3, 11, 7), versions("6.11.3"))) == [Severity.OK]
    assert levels(python_findings((3, 12, 1), versions("6.12.0"))) == [Severity.OK]
    for python, qt in (((3, 11, 7), "6.12.0"), ((3, 10, 0), "6.11.3"), ((3, 11, 7), None)):
        [finding] = python_findings(python, versions(qt))
        assert finding.level is Severity.FAIL
        assert finding.cure


def test_missing_libraries_come_with_the_one_command() -> None:
    portaudio = next(need for need in RUN_NEEDS if "portaudio" in need.looked_for)
    font = next(need for need in RUN_NEEDS if need.kind is LibraryKind.FONT)
    libraries, fonts = library_findings([portaudio, font], "debian", "linux")
    assert (libraries.level, fonts.level) == (Severity.FAIL, Severity.WARN)
    assert "libportaudio.so.2 (microphone and loudspeaker)" in libraries.sentence
    assert libraries.cure == "Run: sudo apt-get install -y --no-install-recommends libportaudio2"
    assert levels(library_findings([], "debian", "linux")) == [Severity.OK, Severity.OK]
    assert "package" in next(library_findings([portaudio], "other", "linux")).cure


def test_off_linux_the_wheels_bring_what_is_needed() -> None:
    assert trouble_elsewhere("darwin", "14.1") == ""
    assert "macOS 13" in trouble_elsewhere("darwin", "12.6")
    assert trouble_elsewhere("win32", loads=lambda name: True) == ""
    assert "Visual C++" in trouble_elsewhere("win32", loads=lambda name: False)


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ('ID=debian\nVERSION_ID="12"', "debian"),
        ("ID=linuxmint\nID_LIKE='ubuntu debian'", "debian"),
        ('ID="fedora"', "fedora"),
        ("ID=manjaro\nID_LIKE=arch", "arch"),
        ("ID=void", "other"),
        ("", "other"),
    ],
)
def test_the_distribution_is_known_by_its_family(text: str, family: str) -> None:
    assert distribution(text) == family


@given(st.text())
def test_any_os_release_is_read(text: str) -> None:
    assert distribution(text) in {"debian", "fedora", "arch", "other"}


def test_fonts_and_plugins_are_found_by_their_files(tmp_path: Path) -> None:
    assert not font_is_there(folders=[tmp_path, tmp_path / "none"])
    (tmp_path / "opentype" / "noto").mkdir(parents=True)
    (tmp_path / "opentype" / "noto" / "NotoSansCJK-Regular.ttc").touch()
    assert font_is_there(folders=[tmp_path])
    assert not plugin_is_there("alsa-lib/p.so", [str(tmp_path)])
    (tmp_path / "x86_64-linux-gnu" / "alsa-lib").mkdir(parents=True)
    (tmp_path / "x86_64-linux-gnu" / "alsa-lib" / "p.so").touch()
    assert plugin_is_there("alsa-lib/p.so", [str(tmp_path)])
    assert not library_loads("libcompere-is-not-there.so.9")


@pytest.mark.parametrize(
    ("free_gb", "level"),
    [(120, Severity.OK), (3, Severity.OK), (2, Severity.OK), (1.9, Severity.WARN), (0.4, Severity.FAIL)],
)
def test_a_disk_is_judged_by_what_compere_itself_writes(free_gb: float, level: Severity) -> None:
    found = list(disk_findings(Path("/show"), int(free_gb * 1e9)))
    assert levels(found) == [level]
    assert "record" not in " ".join(each.sentence + each.cure for each in found), "nothing records"


def test_each_disk_that_compere_writes_to_is_looked_at_once(tmp_path: Path) -> None:
    assert len(list(examine_disk(tmp_path / "reports", tmp_path / "log", tmp_path / "cache" / "deep"))) == 1


def test_a_folder_that_is_not_there_yet_is_on_the_disk_of_the_one_above(tmp_path: Path) -> None:
    assert nearest(tmp_path / "a" / "b") == tmp_path


# -- the show


def test_broken_settings_are_told_and_missing_ones_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    assert levels(settings_findings(path, there=False, trouble=None)) == [Severity.OK]
    assert levels(settings_findings(path, there=True, trouble=None)) == [Severity.OK]
    [finding] = settings_findings(path, there=True, trouble="The settings cannot be used.")
    assert (finding.level, finding.sentence) == (Severity.WARN, "The settings cannot be used.")


def test_avatars_are_listed_and_the_broken_ones_named(tmp_path: Path) -> None:
    good = [("lin", "Lin", "light")]
    broken = [(tmp_path / "x", "x: there is no art.")]
    found = list(avatar_findings(good, broken, "gone", [tmp_path]))
    assert levels(found) == [Severity.OK, Severity.WARN, Severity.WARN]
    assert found[0].sentence == "1: Lin (light)."
    assert found[1].sentence == "x: there is no art."
    assert "“gone”" in found[2].sentence
    assert levels(avatar_findings([], [], "", [tmp_path])) == [Severity.FAIL]


def test_a_broken_avatar_folder_is_found_on_disk(tmp_path: Path) -> None:
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "avatar.toml").write_text("not toml at all", encoding="utf-8")
    found = list(examine_avatars([tmp_path, tmp_path / "none"], ""))
    assert levels(found) == [Severity.FAIL, Severity.WARN]
    assert "odd" in found[1].sentence


def test_presets_are_read_and_what_they_name_is_looked_for(tmp_path: Path) -> None:
    def write(name: str, text: str) -> None:
        (tmp_path / name).write_text(text, encoding="utf-8")

    write("a.toml", 'name = "Opening"\navatar = "lin"\n')
    write("b.toml", 'name = "Broken"\n')
    write("c.toml", 'name = "Line"\navatar = "lin"\nmode = "say"\nsay = "gone.wav"\n')
    write("d.toml", 'name = "Other"\navatar = "nobody"\n')
    found = list(examine_presets([tmp_path], ["lin"]))
    assert levels(found) == [Severity.WARN, Severity.WARN, Severity.WARN, Severity.OK]
    assert "b.toml" in found[0].sentence
    assert "gone.wav" in found[1].sentence
    assert "“nobody”" in found[2].sentence
    assert found[3].sentence == f"1 in {tmp_path}: Opening."
    assert levels(examine_presets([tmp_path / "none"])) == [Severity.OK]


def test_a_preset_that_a_show_has_of_its_own_is_listed_once_and_each_folder_is_named(tmp_path: Path) -> None:
    own, bundled = tmp_path / "own", tmp_path / "bundled"
    for folder, names in ((own, ("welcome", "mine")), (bundled, ("welcome", "answers"))):
        folder.mkdir()
        for name in names:
            (folder / f"{name}.toml").write_text(f'name = "{name} {folder.name}"\navatar = "lin"\n', encoding="utf-8")
    said = [finding.sentence for finding in examine_presets([own, bundled], ["lin"])]
    assert said == [f"2 in {own}: mine own, welcome own.", f"1 in {bundled}: answers bundled."]


# -- the whole examination


def test_the_whole_examination_covers_each_area_and_gives_a_cure_for_each_fault(home: Path) -> None:
    shown: list[str] = []
    code = doctor.main(as_json=True, show=shown.append)
    report = json.loads(shown[0])
    areas = {finding["area"] for finding in report["findings"]}
    assert {"Python and Qt", "System", "Screens", "Graphics", "Avatars", "Presets", "Settings", "Disk"} <= areas
    assert all(finding["cure"] for finding in report["findings"] if finding["level"] != "ok")
    assert all(finding["sentence"].endswith(".") for finding in report["findings"])
    assert code == (1 if report["worst"] == "fail" else 0)
    assert not any(home.iterdir()), "the doctor changes nothing"


def test_the_doctor_itself_loads_no_qt_and_no_sound() -> None:
    program = "import sys, console.doctor.examine; print('PySide6' in sys.modules, 'sounddevice' in sys.modules)"
    asked = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert asked.stdout.split() == ["False", "False"]
