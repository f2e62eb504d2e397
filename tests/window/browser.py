"""A real browser (Chromium) without a window, told what to do over a pipe (Chrome DevTools Protocol, version 1.3).

`chromium --remote-debugging-pipe` reads messages on file descriptor 3 and writes on 4, each JSON with a zero byte after
it (chromium: content/browser/devtools/devtools_pipe_handler.cc).
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from select import select
from typing import Any

from tests.flow.house import wait, with_us
from tests.peers import lack

#: What keeps it at home: it speaks to the address it is given, and to nobody else.
FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pings",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--window-size=1024,768",
    "--remote-debugging-pipe",
]

#: Where the mouse goes for the button or link that begins with those words.
_MIDDLE = """(words => {
    const all = [...document.querySelectorAll("button, a, summary")];
    const it = all.find(one => one.innerText.startsWith(words) && one.checkVisibility());
    it?.scrollIntoView();
    const box = it?.getBoundingClientRect();
    return box && [box.x + box.width / 2, box.y + box.height / 2];
})(%s)"""

#: Seconds that it has to answer.
PATIENCE = 30.0


class Browser:
    """One page. `said`: what it wrote in the console, and which rules (CSP) a page broke."""

    def __init__(self, to: int, back: int) -> None:
        self._to, self._back, self._rest, self._asked, self._page = to, back, b"", 0, ""
        self.said: list[str] = []
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]

        self._page = self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for part in ("Page", "Runtime", "Log", "Audits"):
            self._ask(f"{part}.enable")

    def open(self, url: str) -> None:
        self._ask("Page.navigate", url=url)
        wait(lambda: self.run("location.href !== 'about:blank' && document.readyState") == "complete", url)

    def run(self, script: str) -> Any:
        """What that JavaScript gives."""
        return self._ask("Runtime.evaluate", expression=script, returnByValue=True)["result"].get("value")

    def text(self) -> str:
        """The words on the page."""
        return str(self.run("document.body ? document.body.innerText : ''"))

    def shows(self, words: str, seconds: float = 20) -> None:
        """Wait for those words."""
        wait(lambda: words in self.text(), f"“{words}” on the page", seconds)

    def type(self, selector: str, text: str) -> None:
        """On the keyboard, into that field."""
        self.run(f"document.querySelector({json.dumps(selector)}).focus()")
        self._ask("Input.insertText", text=text)

    def click(self, words: str) -> None:
        """With the mouse, on the button or link that begins with those words."""
        wait(lambda: self.run(_MIDDLE % json.dumps(words)), f"something to press that says “{words}”")
        self.press(*self.run(_MIDDLE % json.dumps(words)))

    def press(self, x: float, y: float) -> None:
        """With the mouse, there in the window."""
        for kind in ("mousePressed", "mouseReleased"):
            self._ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def resize(self, width: int, height: int) -> None:
        """As on a screen of that size."""
        self._ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def _ask(self, method: str, **given: Any) -> dict[str, Any]:
        self._asked += 1
        page = {"sessionId": self._page} if self._page else {}
        os.write(self._to, json.dumps({"id": self._asked, "method": method, "params": given, **page}).encode() + b"\0")
        while True:
            told = self._hear()
            if told.get("id") == self._asked:
                assert "error" not in told, f"{method}: {told['error']}"
                return dict(told["result"])

    def _hear(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            assert select([self._back], [], [], PATIENCE)[0], "the browser is silent"
            more = os.read(self._back, 1 << 16)
            assert more, "the browser has ended"
            self._rest += more
        one, self._rest = self._rest.split(b"\0", 1)
        told = dict(json.loads(one))
        self._note(told.get("method", ""), told.get("params", {}))
        return told

    def _note(self, event: str, told: dict[str, Any]) -> None:
        if event == "Log.entryAdded":
            self.said.append(f"{told['entry']['level']}: {told['entry']['text']}")
        elif event == "Runtime.consoleAPICalled":
            self.said.append(f"console: {told['args']}")
        elif event == "Runtime.exceptionThrown":
            self.said.append(f"exception: {told['exceptionDetails']['text']}")
        elif event == "Audits.issueAdded" and told["issue"]["code"] == "ContentSecurityPolicyIssue":
            self.said.append(f"broke its rules: {told['issue']['details']}")


@contextmanager
def browsing(folder: Path) -> Iterator[Browser]:
    """A browser that knows nothing and keeps what it makes in `folder`."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        lack("chromium is not installed")
    (theirs_in, to), (back, theirs_out) = os.pipe(), os.pipe()
    env = {**os.environ, "HOME": str(folder), "LANG": "nl_NL.UTF-8", "LANGUAGE": "nl"}
    words = [*FLAGS, "--accept-lang=nl", f"--user-data-dir={folder}", "about:blank"]
    # It wants them as 3 and 4, whatever numbers they have here
    shell = f'exec "$0" "$@" 3<&{theirs_in} 4>&{theirs_out}'
    process = subprocess.Popen(
        ["/bin/bash", "-c", shell, program, *words],
        env=env,
        pass_fds=(theirs_in, theirs_out),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=with_us,
    )
    os.close(theirs_in)
    os.close(theirs_out)
    try:
        yield Browser(to, back)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        os.close(to)
        os.close(back)
