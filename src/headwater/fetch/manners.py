"""Politeness: robots.txt (RFC 9309), a pause between requests to one host, and what a server asks for (Retry-After)."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from headwater.errors import ReadError
from headwater.fetch.addresses import NotAllowedError
from headwater.fetch.http import AGENT, Limits, Response

PAUSE = 2.0  # seconds between two requests to one host, where it asks for no longer one
LONGEST_PAUSE = 60.0  # a host that asks for more is left alone for this run
ROBOTS = 500_000  # bytes; RFC 9309 asks for at least 500 KiB


@dataclass
class Manners:
    """What is known of the hosts of one run."""

    get: Callable[[str, Limits], Response]
    limits: Limits
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    robots: dict[str, RobotFileParser | None] = field(default_factory=dict)
    next_at: dict[str, float] = field(default_factory=dict)

    def may_fetch(self, url: str) -> bool:
        """Say whether the host's robots.txt lets us; a host without one does, one that fails to answer does not."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self.robots:
            self.robots[site] = self._rules(f"{site}/robots.txt")
        rules = self.robots[site]
        return rules is None or rules.can_fetch(AGENT, url)

    def wait(self, url: str) -> None:
        """Pause until this host may be asked again."""
        host = urlsplit(url).netloc
        left = self.next_at.get(host, 0.0) - self.clock()
        if left > 0:
            self.sleep(left)
        rules = self.robots.get(f"{urlsplit(url).scheme}://{host}")
        delay = rules.crawl_delay(AGENT) if rules is not None else None
        self.next_at[host] = self.clock() + min(LONGEST_PAUSE, max(PAUSE, float(delay or 0)))

    def asked_to_wait(self, response: Response) -> float | None:
        """Return the seconds for which a busy server (429, 503) asks to be left alone; None where it does not."""
        if response.status not in (429, 503):
            return None
        value = response.header("retry-after").strip()
        if value.isdecimal():
            return float(value)
        try:
            return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
        except (ValueError, TypeError):
            return PAUSE

    def _rules(self, url: str) -> RobotFileParser | None:
        rules = RobotFileParser()
        try:
            answer = self.get(url, self.limits)
        except NotAllowedError:
            return None  # nor is the page asked for, which is refused in its own name
        except ReadError:
            rules.disallow_all = True  # type: ignore[attr-defined]  # RFC 9309, 2.3.1.4: unreachable means no
            return rules
        if 400 <= answer.status < 500:
            return None
        if answer.status >= 500:
            rules.disallow_all = True  # type: ignore[attr-defined]
            return rules
        rules.parse(answer.text_body(ROBOTS).decode("utf-8", "replace").splitlines())
        return rules
