"""A server on loopback with the hub's protocol, and faults on demand.

``/api/models/NAME[/revision/R]``, ``/api/models/NAME/auth-check`` and ``/NAME/resolve/REVISION/PATH``, with ranges, ETags,
redirects to another address for large files, gating and the hub's own error headers.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import sleep
from typing import Any
from urllib.parse import unquote

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@dataclass
class Repo:
    """What the server has under one name."""

    files: dict[str, bytes]
    large: frozenset[str] = frozenset()
    """Paths whose content is named by its SHA-256 and served by a redirect."""
    gated: bool = False
    licence: str = "mit"
    agreed: set[str] = field(default_factory=set)
    """Tokens that were let in."""

    def etag(self, path: str) -> str:
        body = self.files[path]
        if path in self.large:
            return hashlib.sha256(body).hexdigest()
        return hashlib.sha1(b"blob %d\0" % len(body) + body).hexdigest()


@dataclass
class Request:
    path: str
    offset: int
    token: str | None


Fault = Callable[["Handler", Request], bool]
"""Called for each request of a file's bytes; true where it has answered the request itself, wrongly."""


class HubServer:
    """Runs while entered. ``faults`` are called before each answer with a file's bytes."""

    def __init__(self) -> None:
        self.repos: dict[str, Repo] = {}
        self.tokens: set[str] = set()
        self.faults: list[Fault] = []
        self.requests: list[Request] = []
        self.api_status = 200
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.hub = self  # type: ignore[attr-defined]
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    def __enter__(self) -> HubServer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def requests_for(self, path: str) -> list[Request]:
        """Requests of a file's bytes so far."""
        return [request for request in self.requests if request.path == path]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    @property
    def hub(self) -> HubServer:
        return self.server.hub  # type: ignore[attr-defined]

    def log_message(self, *_: Any) -> None:
        pass

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        path = unquote(self.path.partition("?")[0]).strip("/")
        try:
            if path.startswith("api/models/"):
                self._api(path.removeprefix("api/models/"))
            elif path.startswith("content/"):
                self._bytes(*path.removeprefix("content/").split("/resolve/"))
            elif "/resolve/" in path:
                self._resolve(*path.split("/resolve/"))
            else:
                self.answer(404)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    @property
    def token(self) -> str | None:
        given = self.headers.get("authorization", "")
        return given.removeprefix("Bearer ") or None

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _refused(self, name: str) -> bool:
        """Answer a request of somebody without access to a repository; returns whether that was so."""
        if self.token is not None and self.token not in self.hub.tokens:
            self.answer(401, X_Error_Message="Invalid credentials in Authorization header")
            return True
        repo = self.hub.repos.get(name)
        if repo is None:
            self.answer(401 if self.token is None else 404, X_Error_Code="RepoNotFound")
            return True
        if repo.gated and self.token not in repo.agreed:
            self.answer(
                401 if self.token is None else 403, X_Error_Code="GatedRepo", X_Error_Message="Access is restricted"
            )
            return True
        return False

    def _api(self, path: str) -> None:
        if self.hub.api_status != 200:
            return self.answer(self.hub.api_status)
        if path.endswith("/auth-check"):
            if not self._refused(path.removesuffix("/auth-check")):
                self.answer(200, b"{}")
            return None
        if "/tree/" in path:
            return self._tree(path.partition("/tree/")[0])
        name, _, revision = path.partition("/revision/")
        repo = self.hub.repos.get(name)
        if repo is None:
            return self.answer(401 if self.token is None else 404, X_Error_Code="RepoNotFound")
        if revision not in ("", "main", COMMIT):
            return self.answer(404, X_Error_Code="RevisionNotFound")
        siblings = []
        for each, body in repo.files.items():
            about: dict[str, Any] = {"rfilename": each, "size": len(body), "blobId": "0" * 40}
            if each in repo.large:
                about["lfs"] = {"sha256": repo.etag(each), "size": len(body), "pointerSize": 130}
            else:
                about["blobId"] = repo.etag(each)
            siblings.append(about)
        body = {
            "_id": name, "id": name, "sha": COMMIT, "siblings": siblings, "tags": [], "downloads": 0, "likes": 0,
            "private": False, "gated": "auto" if repo.gated else False, "cardData": {"license": repo.licence},
        }  # fmt: skip
        return self.answer(200, json.dumps(body).encode(), Content_Type="application/json")

    def _tree(self, name: str) -> None:
        repo = self.hub.repos[name]
        entries = []
        for path, body in repo.files.items():
            about: dict[str, Any] = {"type": "file", "path": path, "size": len(body), "oid": repo.etag(path)}
            if path in repo.large:
                about["lfs"] = {"oid": repo.etag(path), "size": len(body), "pointerSize": 130}
            entries.append(about)
        self.answer(200, json.dumps(entries).encode(), Content_Type="application/json")

    def _resolve(self, name: str, rest: str) -> None:
        revision, _, path = rest.partition("/")
        if self._refused(name):
            return None
        repo = self.hub.repos[name]
        if revision not in ("main", COMMIT):
            return self.answer(404, X_Error_Code="RevisionNotFound")
        if path not in repo.files:
            return self.answer(404, X_Error_Code="EntryNotFound")
        if path in repo.large:
            headers = {"X_Linked_Size": str(len(repo.files[path])), "X_Linked_ETag": f'"{repo.etag(path)}"'}
            address = f"{self.hub.url}/content/{name}/resolve/{path}"
            return self.answer(302, Location=address, X_Repo_Commit=COMMIT, **headers)
        return self._bytes(name, path)

    def _bytes(self, name: str, path: str) -> None:
        repo = self.hub.repos[name]
        body = repo.files[path]
        given = self.headers.get("range", "")
        offset = int(given.removeprefix("bytes=").rstrip("-")) if given else 0
        request = Request(path, offset, self.token)
        self.hub.requests.append(request)
        if any(fault(self, request) for fault in self.hub.faults):
            return None
        if offset >= len(body) and offset:
            return self.answer(416, Content_Range=f"bytes */{len(body)}")
        if given:
            return self.answer(206, body[offset:], Content_Range=f"bytes {offset}-{len(body) - 1}/{len(body)}")
        return self.answer(200, body, ETag=f'"{repo.etag(path)}"', X_Repo_Commit=COMMIT)

    def send_part(self, request: Request, length: int) -> bytes:
        """Answer with the right headers and the first ``length`` bytes; returns the bytes that are missing."""
        body = next(repo.files[request.path] for repo in self.hub.repos.values() if request.path in repo.files)
        rest = body[request.offset :]
        self.send_response(206 if request.offset else 200)
        if request.offset:
            self.send_header("Content-Range", f"bytes {request.offset}-{len(body) - 1}/{len(body)}")
        self.send_header("Content-Length", str(len(rest)))
        self.end_headers()
        self.wfile.write(rest[:length])
        self.wfile.flush()
        return rest[length:]


def breaks_after(length: int, *, path: str, times: int = 10**9) -> Fault:
    """The connection breaks after ``length`` bytes of each of the first answers."""
    left = [times]

    def fault(handler: Handler, request: Request) -> bool:
        if request.path != path or left[0] <= 0:
            return False
        left[0] -= 1
        if handler.send_part(request, length):
            handler.close_connection = True
            handler.connection.close()
        return True

    return fault


def stalls_after(length: int, stall_s: float, *, path: str, times: int = 10**9) -> Fault:
    """After ``length`` bytes no more come, and the connection stays open for ``stall_s``."""
    left = [times]

    def fault(handler: Handler, request: Request) -> bool:
        if request.path != path or left[0] <= 0:
            return False
        left[0] -= 1
        if handler.send_part(request, length):
            sleep(stall_s)
            handler.close_connection = True
        return True

    return fault


def answers_with(status: int, *, path: str, times: int = 10**9, **headers: str) -> Fault:
    """The first requests are answered with a status and nothing else."""
    left = [times]

    def fault(handler: Handler, request: Request) -> bool:
        if request.path != path or left[0] <= 0:
            return False
        left[0] -= 1
        handler.answer(status, **headers)
        return True

    return fault


def sends_wrong_bytes(*, path: str, times: int = 10**9) -> Fault:
    """Bytes of the right number that are not the right ones."""
    left = [times]

    def fault(handler: Handler, request: Request) -> bool:
        if request.path != path or left[0] <= 0:
            return False
        left[0] -= 1
        body = next(repo.files[path] for repo in handler.hub.repos.values() if path in repo.files)
        handler.answer(200, bytes(byte ^ 1 for byte in body))
        return True

    return fault


def ignores_ranges(*, path: str) -> Fault:
    """Every request is answered with the whole file."""

    def fault(handler: Handler, request: Request) -> bool:
        if request.path != path:
            return False
        body = next(repo.files[path] for repo in handler.hub.repos.values() if path in repo.files)
        handler.answer(200, body)
        return True

    return fault
