"""A real RTMP server on loopback: nginx with its RTMP module, from the system's packages."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

MODULE = "/usr/lib/nginx/modules/ngx_rtmp_module.so"

_CONFIGURATION = """
load_module {module};
daemon off;
master_process off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log info;
events {{ worker_connections 64; }}
rtmp {{ server {{
  listen 127.0.0.1:{port};
  access_log {folder}/access.log;
  application live {{ live on; {record} }}
  application closed {{ live on; deny publish all; }}
}} }}
"""


class RtmpServer:
    """Takes streams at `rtmp://127.0.0.1:PORT/live`; nobody may push to `/closed`.

    Args:
        folder: for its files.
        environment: of the server; by it the hall's tests know what belongs to a stage.
        record: keep what was pushed, as FLV in that folder.
    """

    def __init__(self, folder: Path, environment: Mapping[str, str] | None = None, *, record: bool = True) -> None:
        self._environment = dict(environment) if environment is not None else None
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o777)  # started by root, it writes as another user
        self.folder, self.port = folder, _free_port()
        words = f"record all; record_path {folder}; record_unique on;" if record else ""
        (folder / "nginx.conf").write_text(
            "user root;\n" * (os.geteuid() == 0)
            + _CONFIGURATION.format(module=MODULE, folder=folder, port=self.port, record=words)
        )
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"rtmp://127.0.0.1:{self.port}/live"

    @property
    def closed_url(self) -> str:
        return f"rtmp://127.0.0.1:{self.port}/closed"

    def start(self) -> RtmpServer:
        nginx = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
        assert nginx is not None, "nginx is not installed"
        with (self.folder / "nginx.log").open("ab") as log:
            self._process = subprocess.Popen(
                [nginx, "-p", str(self.folder), "-c", str(self.folder / "nginx.conf")],
                stdout=log,
                stderr=log,
                env=self._environment,
            )
        until = time.monotonic() + 10.0
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1.0).close()
                return self
            except OSError:
                assert self._process.poll() is None, (self.folder / "nginx.log").read_text()
                assert time.monotonic() < until, "nginx does not listen"
                time.sleep(0.02)

    def kill(self) -> None:
        assert self._process is not None
        self._process.kill()
        self._process.wait()
        self._process = None

    def freeze(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def recordings(self) -> list[Path]:
        return sorted(self.folder.glob("*.flv"), key=lambda file: file.stat().st_mtime)

    def close(self) -> None:
        if self._process is not None:
            self._process.send_signal(signal.SIGCONT)
            self._process.terminate()
            try:
                self._process.wait(3.0)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None


def _free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])
