"""One browser for all tests: Debian's Chromium, driven by Selenium."""

from __future__ import annotations

import atexit
import json
import os
import shutil
from functools import lru_cache
from pathlib import Path
from typing import Any

import axe_playwright_python
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
QUESTIONS = Path(__file__).with_name("page.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {
    "colours": ["color-contrast"],
    "layout": ["target-size", "link-in-text-block", "scrollable-region-focusable"],
}
RUN_AXE = """
const [options, looks, done] = arguments;
axe.run(looks ? {include: asked.looks()} : document, options).then(
  found => done(found.violations.map(rule => [rule.id, rule.nodes.map(node => node.html.slice(0, 160) + ' ' + node.failureSummary)])),
  error => done([['axe', [String(error)]]]));
"""


class Chrome:
    """A headless browser with a window of any size, in light or dark, with or without JavaScript."""

    def __init__(self) -> None:
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium") or shutil.which("chromium-browser") or "/usr/bin/chromium"
        arguments = ["--headless=new", "--disable-dev-shm-usage", "--hide-scrollbars", "--disable-extensions"]
        # A root user, as in a container, has no sandbox to be in; the pages are our own.
        arguments += ["--no-sandbox"] if os.geteuid() == 0 else []
        arguments += ["--disable-background-networking", "--disable-component-update", "--no-first-run"]
        for argument in arguments:
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        options.add_experimental_option("perfLoggingPrefs", {"enableNetwork": True, "enablePage": False})
        self.driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        self.driver.set_script_timeout(120)

    def window(self, width: int, *, dark: bool = False, height: int = 900, media: str = "") -> None:
        """Sets the window, in CSS pixels, and what the reader prefers; the page stays loaded."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.command("Emulation.setDeviceMetricsOverride", size)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.command("Emulation.setEmulatedMedia", {"media": media, "features": [scheme]})

    def script(self, on: bool) -> None:
        """Whether pages may run scripts of their own; what tests ask is run all the same."""
        self.command("Emulation.setScriptExecutionDisabled", {"value": not on})

    def open(self, address: str) -> None:
        """Loads a page to the end and forgets what the logs said before."""
        self.messages(), self.requests()
        self.driver.get(address)
        self.driver.execute_script(QUESTIONS)

    def ask(self, question: str) -> Any:
        """The value of an expression in the page: `asked.overflow()`."""
        return self.driver.execute_script(f"return {question}")

    def violations(self, which: str = "all") -> list[tuple[str, list[str]]]:
        """What axe finds: rules, each with the elements that break it.

        `all` rules of TAGS on the whole page but contrast; those that the `layout` bears on; or contrast (`colours`), on
        one element of each look, as it would be most of axe's time, and elements that look alike have the same colours.
        """
        if not self.ask("'axe' in window"):
            self.driver.execute_script(AXE)
        options: dict[str, Any] = {"resultTypes": ["violations"], "preload": False}
        if which == "all":
            options |= {"runOnly": {"type": "tag", "values": TAGS}, "rules": {"color-contrast": {"enabled": False}}}
        else:
            options |= {"runOnly": {"type": "rule", "values": RULES[which]}}
        return [(rule, nodes) for rule, nodes in self.driver.execute_async_script(RUN_AXE, options, which == "colours")]

    def messages(self) -> list[str]:
        """What the console said since the last question."""
        return [f"{entry['level']}: {entry['message']}" for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """Addresses that the browser asked for since the last question, also those that were refused."""
        events = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        return [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]

    def press(self, key: str, times: int = 1) -> None:
        """Presses a key, as a reader does."""
        actions = ActionChains(self.driver, duration=0)
        for _ in range(times):
            actions.send_keys(key)
        actions.perform()

    def tab(self, times: int = 1) -> None:
        """Goes on to the next control."""
        self.press(Keys.TAB, times)

    def command(self, name: str, values: dict[str, Any]) -> Any:
        """A command of the DevTools protocol."""
        return self.driver.execute_cdp_cmd(name, values)


@lru_cache(maxsize=1)
def chrome() -> Chrome:
    """The browser, started when it is first needed and closed at the end."""
    browser = Chrome()
    atexit.register(browser.driver.quit)
    return browser
