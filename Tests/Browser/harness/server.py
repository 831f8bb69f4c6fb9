"""A plain static host on this machine: a site below a path, index.html for folders, 404.html for what is missing."""

from __future__ import annotations

import threading
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit


class _Handler(SimpleHTTPRequestHandler):
    """Hands out the sites by the path that each stands below; tells nothing on the terminal."""

    def __init__(self, *args: Any, host: StaticHost, **more: Any) -> None:
        self.host = host
        super().__init__(*args, **more)

    def translate_path(self, path: str) -> str:
        for prefix, folder in self.host.sites.items():
            if path.startswith(prefix):
                self.directory = str(folder)
                return super().translate_path("/" + path.removeprefix(prefix))
        return str(self.host.nowhere)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            return super().send_error(code, message, explain)
        self.host.missing.append(urlsplit(self.path).path)
        folder = next((folder for prefix, folder in self.host.sites.items() if self.path.startswith(prefix)), None)
        body = (folder / "404.html").read_bytes() if folder else b""
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Silence."""


class StaticHost:
    """Serves on a free port of the loopback until it is closed."""

    def __init__(self, sites: dict[str, Path]) -> None:
        """`sites`: folders by the path that they stand below, "/a/b/"; longer paths are tried first."""
        self.sites = dict(sorted(sites.items(), key=lambda site: -len(site[0])))
        self.missing: list[str] = []
        """Paths that were asked for and are not there."""
        self.nowhere = Path("/nonexistent")
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, host=self))
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    @property
    def origin(self) -> str:
        """ "http://127.0.0.1:40123"."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def close(self) -> None:
        """Stops serving."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
