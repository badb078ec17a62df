"""What Compere needs of the operating system, as one table, and a look at what is missing of it.

Read by the set-up (`packaging/bootstrap.py`, before anything is installed) and by `compere doctor`. Hence the
standard library only. A library is judged by loading it, a program by finding it on the path, and a font by its
file: the same questions that Qt, PortAudio and the tests will ask later.

The Debian names were found by adding packages one by one to a bare system until Qt's `xcb` and `offscreen`
platforms, PortAudio and its PulseAudio bridge worked.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from engine.text import Text


class LibraryKind(Enum):
    """How the presence of a need is judged."""

    LIBRARY = "library"
    PROGRAM = "program"
    PLUGIN = "plugin"
    FONT = "font"


@dataclass(frozen=True)
class Need:
    """One thing that the operating system must have.

    Attributes:
        kind: how to look for it.
        looked_for: a library's soname, a program's name, a plugin's folder and file, or what the font is called.
        purpose: what Compere does with it, for the operator.
        debian: package names, the newest first: Ubuntu 24.04 renamed some (`…t64`).
        fedora: package name there.
        arch: package name there.
    """

    kind: LibraryKind
    looked_for: str
    purpose: str
    debian: tuple[str, ...]
    fedora: str
    arch: str


def _library(soname: str, purpose: str, debian: Sequence[str], fedora: str, arch: str) -> Need:
    return Need(LibraryKind.LIBRARY, soname, purpose, tuple(debian), fedora, arch)


def _program(name: str, purpose: str, debian: str, fedora: str, arch: str) -> Need:
    return Need(LibraryKind.PROGRAM, name, purpose, (debian,), fedora, arch)


RUN_NEEDS: tuple[Need, ...] = (
    _library("libglib-2.0.so.0", "Qt", ["libglib2.0-0t64", "libglib2.0-0"], "glib2", "glib2"),
    _library("libGL.so.1", "Qt's drawing", ["libgl1"], "libglvnd-glx", "libglvnd"),
    _library("libEGL.so.1", "Qt's drawing", ["libegl1"], "libglvnd-egl", "libglvnd"),
    _library("libxkbcommon.so.0", "the keyboard", ["libxkbcommon0"], "libxkbcommon", "libxkbcommon"),
    _library("libdbus-1.so.3", "Qt", ["libdbus-1-3"], "dbus-libs", "dbus"),
    _library("libfontconfig.so.1", "finding fonts", ["libfontconfig1"], "fontconfig", "fontconfig"),
    _library("libxcb-cursor.so.0", "X windows", ["libxcb-cursor0"], "xcb-util-cursor", "xcb-util-cursor"),
    _library(
        "libxkbcommon-x11.so.0",
        "the keyboard under X",
        ["libxkbcommon-x11-0"],
        "libxkbcommon-x11",
        "libxkbcommon-x11",
    ),
    _library("libxcb-icccm.so.4", "X windows", ["libxcb-icccm4"], "xcb-util-wm", "xcb-util-wm"),
    _library(
        "libxcb-keysyms.so.1", "the keyboard under X", ["libxcb-keysyms1"], "xcb-util-keysyms", "xcb-util-keysyms"
    ),
    _library("libxcb-shape.so.0", "X windows", ["libxcb-shape0"], "libxcb", "libxcb"),
    _library("libportaudio.so.2", "microphone and loudspeaker", ["libportaudio2"], "portaudio", "portaudio"),
    _library("libpulse.so.0", "watching the sound server", ["libpulse0"], "pulseaudio-libs", "libpulse"),
    Need(
        LibraryKind.PLUGIN,
        "alsa-lib/libasound_module_pcm_pulse.so",
        "sound through PulseAudio or PipeWire",
        ("libasound2-plugins",),
        "alsa-plugins-pulseaudio",
        "alsa-plugins",
    ),
    Need(
        LibraryKind.FONT,
        "a Chinese, Japanese and Korean font",
        "captions in these scripts",
        ("fonts-noto-cjk", "fonts-wqy-zenhei"),
        "google-noto-sans-cjk-fonts",
        "noto-fonts-cjk",
    ),
)
"""What the application itself needs."""

TEST_NEEDS: tuple[Need, ...] = (
    _program("Xvfb", "two screens in the tests", "xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb"),
    _program("xauth", "two screens in the tests", "xauth", "xorg-x11-xauth", "xorg-xauth"),
    _program("openbox", "a window manager in the tests", "openbox", "openbox", "openbox"),
    _program("xdotool", "key presses in the tests", "xdotool", "xdotool", "xdotool"),
    _program("xrandr", "unplugging screens in the tests", "x11-xserver-utils", "xrandr", "xorg-xrandr"),
    _program("xdpyinfo", "waiting for the X server in the tests", "x11-utils", "xdpyinfo", "xorg-xdpyinfo"),
    _program("import", "pictures of the screen in the tests", "imagemagick", "ImageMagick", "imagemagick"),
    _program("ffmpeg", "filming the hall in the tests", "ffmpeg", "ffmpeg-free", "ffmpeg"),
    _program("pulseaudio", "a sound server in the tests", "pulseaudio", "pulseaudio", "pulseaudio"),
    _program("pactl", "a sound server in the tests", "pulseaudio-utils", "pulseaudio-utils", "libpulse"),
    _program("espeak-ng", "speech in the tests", "espeak-ng", "espeak-ng", "espeak-ng"),
    _program("flite", "speech in the tests", "flite", "flite", "flite"),
    Need(
        LibraryKind.PLUGIN,
        "nginx/modules/ngx_rtmp_module.so",
        "an RTMP server in the tests",
        ("libnginx-mod-rtmp",),
        "nginx-mod-rtmp",
        "nginx-mod-rtmp",
    ),
    _program("ps", "looking after processes in the tests", "procps", "procps-ng", "procps-ng"),
)
"""What the tests need on top: a hall of their own, with screens, a microphone and a loudspeaker."""

PLUGIN_FOLDERS = ("/usr/lib", "/usr/lib64", "/usr/local/lib")
"""Where distributions keep a program's folder of plugins, directly or below one folder named after the machine."""

CJK_FONT_FILES = (
    "NotoSansCJK*",
    "NotoSerifCJK*",
    "NotoSansTC*",
    "NotoSansHK*",
    "NotoSansSC*",
    "NotoSansJP*",
    "NotoSansKR*",
    "SourceHanSans*",
    "wqy-*",
    "DroidSansFallback*",
    "uming*",
    "ukai*",
)
"""File names of the usual Chinese, Japanese and Korean fonts of Linux distributions."""


def font_folders(home: Path) -> list[Path]:
    """The folders in which fontconfig looks by default, for the user whose home is `home`."""
    return [
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".local" / "share" / "fonts",
        home / ".fonts",
    ]


def library_loads(soname: str) -> bool:
    """Whether the dynamic loader can load the library `soname` with all that it depends on."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def plugin_is_there(file: str, folders: Iterable[str] = PLUGIN_FOLDERS) -> bool:
    """Whether a plugin, as `alsa-lib/NAME.so`, is in one of the library folders."""
    return any((folder / file).exists() or any(folder.glob(f"*/{file}")) for folder in map(Path, folders))


def font_is_there(patterns: Sequence[str] = CJK_FONT_FILES, folders: Iterable[Path] | None = None) -> bool:
    """Whether one of the font files `patterns` lies in or below one of `folders` (default: the system's)."""
    wanted = [pattern.rstrip("*").lower() for pattern in patterns]
    for folder in font_folders(Path.home()) if folders is None else folders:
        for _, _, names in os.walk(folder):
            if any(name.lower().startswith(start) for name in names for start in wanted):
                return True
    return False


def is_there(need: Need) -> bool:
    """Whether this machine has what `need` asks for."""
    if need.kind is LibraryKind.LIBRARY:
        return library_loads(need.looked_for)
    if need.kind is LibraryKind.PROGRAM:
        return shutil.which(need.looked_for) is not None
    if need.kind is LibraryKind.PLUGIN:
        return plugin_is_there(need.looked_for)
    return font_is_there()


def missing(needs: Iterable[Need], present: Callable[[Need], bool] = is_there) -> list[Need]:
    """Those of `needs` that this machine lacks, in their order. Meaningful on Linux only."""
    return [need for need in needs if not present(need)]


def distribution(os_release: str) -> str:
    """The family of a Linux distribution: 'debian', 'fedora', 'arch' or 'other'.

    Arguments:
        os_release: the text of /etc/os-release, whose ID and ID_LIKE name the family.
    """
    names: list[str] = []
    for line in os_release.splitlines():
        key, _, value = line.partition("=")
        if key.strip() in ("ID", "ID_LIKE"):
            names += value.strip().strip("\"'").lower().split()
    for family, members in (
        ("debian", {"debian", "ubuntu", "raspbian", "linuxmint", "pop"}),
        ("fedora", {"fedora", "rhel", "centos"}),
        ("arch", {"arch", "manjaro", "endeavouros"}),
    ):
        if members & set(names):
            return family
    return "other"


def this_distribution() -> str:
    """The family of the distribution that this is (see `distribution`); 'other' when it does not say."""
    try:
        return distribution(Path("/etc/os-release").read_text(encoding="utf-8"))
    except OSError:
        return "other"


def packages(needs: Iterable[Need], family: str) -> list[str]:
    """The package names of `needs` in the distribution `family`, each once. For Debian the oldest name of each,
    which newer releases still understand.
    """
    names: list[str] = []
    for need in needs:
        name = {"fedora": need.fedora, "arch": need.arch}.get(family, need.debian[-1] if family != "other" else "")
        if need.kind is LibraryKind.FONT and family == "debian":
            name = need.debian[0]
        names.append(name or need.looked_for)
    return list(dict.fromkeys(names))


def install_command(needs: Iterable[Need], family: str) -> str:
    """The one command that installs `needs`, for the operator to copy; empty where we know no package names."""
    names = " ".join(packages(needs, family))
    return {
        "debian": f"sudo apt-get install -y --no-install-recommends {names}",
        "fedora": f"sudo dnf install -y {names}",
        "arch": f"sudo pacman -S --needed {names}",
    }.get(family, "")


def trouble_elsewhere(
    platform: str = sys.platform, mac_version: str = "", loads: Callable[[str], bool] = library_loads
) -> str:
    """What is missing on Windows or macOS, as one sentence with what to do; empty when nothing is.

    The wheels of Qt and PortAudio bring all they need there, apart from what this looks at.

    Arguments:
        platform: as `sys.platform` has it.
        mac_version: such as '13.6', empty off macOS.
        loads: whether a library of that name loads.
    """
    if platform == "win32" and not loads("vcruntime140_1.dll"):
        return Text(
            "The Microsoft Visual C++ runtime is missing: install 'vc_redist.x64.exe' from "
            "{path} and run the same command again.",
            path="https://aka.ms/vs/17/release/vc_redist.x64.exe",
        )
    if platform == "darwin" and mac_version and int(mac_version.split(".")[0]) < 13:
        return Text("Compere needs macOS 13 or newer; this is {version}.", version=mac_version)
    return ""
