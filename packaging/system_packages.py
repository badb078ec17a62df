"""Gets the system's libraries: installs them where that is ours to do, and otherwise names the one command.

As root on Debian and Ubuntu (a container, a build machine) they are installed with apt-get, and nothing is ever
removed for them. Everywhere else the person decides. Standard library only.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Callable, Sequence

from environment import SetupError

from console.doctor.libraries import (
    LibraryKind,
    Need,
    install_command,
    missing,
    this_distribution,
    trouble_elsewhere,
)

Run = Callable[[Sequence[str]], "subprocess.CompletedProcess[str]"]

APT_INSTALL = (
    "apt-get",
    "-o",
    "DPkg::Lock::Timeout=120",
    "install",
    "-y",
    "--no-install-recommends",
    "--no-remove",
)


def run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run `command`, quietly and without questions."""
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive", LC_ALL="C")
    return subprocess.run(list(command), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment)


def apt_knows(name: str, call: Run = run) -> bool:
    """Whether apt has a version of the package `name` to install."""
    answer = call(["apt-cache", "policy", name]).stdout
    return "Candidate:" in answer and "Candidate: (none)" not in answer


def apt_names(needs: Sequence[Need], call: Run = run) -> tuple[list[str], list[Need]]:
    """The packages for `needs` by the names that this release knows, and the needs that it has no package for."""
    names: list[str] = []
    unknown: list[Need] = []
    for need in needs:
        name = next((name for name in need.debian if apt_knows(name, call)), None)
        if name is None:
            unknown.append(need)
        else:
            names.append(name)
    return list(dict.fromkeys(names)), unknown


def apt_install(needs: Sequence[Need], say: Callable[[str], None], call: Run = run) -> None:
    """Install the packages for `needs`, refreshing apt's lists when they are empty or stale.

    Raises SetupError.
    """
    names, unknown = apt_names(needs, call)
    if unknown:
        call(["apt-get", "update"])
        names, unknown = apt_names(needs, call)
    if unknown:
        lacking = ", ".join(need.debian[-1] for need in unknown)
        raise SetupError(f"apt has no package for: {lacking}. Check the network and /etc/apt, then run this again.")
    say(f"Installing system packages: {' '.join(names)}")
    done = call([*APT_INSTALL, *names])
    if done.returncode != 0:  # lists may name versions that the mirror has replaced since
        call(["apt-get", "update"])
        done = call([*APT_INSTALL, *names])
    if done.returncode != 0:
        last = [line for line in done.stdout.splitlines() if line.startswith("E:")][-1:] or ["no reason given"]
        raise SetupError(f"apt-get could not install them: {last[0]}\nTry: apt-get install {' '.join(names)}")


def advice(lacking: Sequence[Need], family: str) -> str:
    """What to tell somebody who must install `lacking` on their own."""
    lines = [f"  {need.looked_for}: for {need.purpose}" for need in lacking]
    command = install_command(lacking, family)
    closing = f"Install with:\n  {command}" if command else "Install them with your system's package manager."
    return "\n".join(["This machine lacks:", *lines, closing, "Then run the same command again."])


def ensure(needs: Sequence[Need], say: Callable[[str], None], call: Run = run) -> None:
    """See to it that this machine has `needs`. Raises SetupError with the one thing to do."""
    if not sys.platform.startswith("linux"):
        trouble = trouble_elsewhere(sys.platform, platform.mac_ver()[0])
        if trouble:
            raise SetupError(trouble)
        return
    lacking = missing(needs)
    if not lacking:
        return
    family = this_distribution()
    if family == "debian" and os.geteuid() == 0:
        apt_install(lacking, say, call)
        lacking = missing(needs)
    # A font is no reason not to start: captions in Latin script work without it.
    if any(need.kind is not LibraryKind.FONT for need in lacking):
        raise SetupError(advice(lacking, family))
    if lacking:
        say(advice(lacking, family))


def ensure_venv_module(say: Callable[[str], None], call: Run = run) -> None:
    """See to it that this Python can make virtual environments: Debian ships that part apart.

    Raises SetupError.
    """
    try:
        import ensurepip  # noqa: F401  (a question, not a use)
        import venv  # noqa: F401
    except ImportError:
        pass
    else:
        return
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if this_distribution() != "debian":
        raise SetupError("This Python has no 'venv' and 'ensurepip' modules: install a complete Python 3.11 or newer.")
    if os.geteuid() != 0:
        raise SetupError(f"Install with:\n  sudo apt-get install -y {package}\nThen run the same command again.")
    if not apt_knows(package, call):
        call(["apt-get", "update"])
    say(f"Installing system packages: {package}")
    if call([*APT_INSTALL, package]).returncode != 0:
        raise SetupError(f"apt-get could not install {package}: check the network and run this again.")
