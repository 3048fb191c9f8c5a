"""What every output says of itself: which bytes it was made from, by which version, with which settings."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from headwater import __version__
from headwater.export.contract import to_json
from headwater.records import Case


@dataclass(frozen=True, slots=True)
class Input:
    """One document that was read."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """Inputs by path, version and settings; ``findings`` is the SHA-256 of the findings themselves."""

    headwater: str
    settings: Mapping[str, str]
    inputs: tuple[Input, ...]
    findings: str

    def shape(self) -> dict[str, object]:
        """Return it for JSON."""
        return {
            "headwater": self.headwater,
            "settings": dict(sorted(self.settings.items())),
            "findings_sha256": self.findings,
            "inputs": [{"path": i.path, "sha256": i.sha256} for i in self.inputs],
        }

    def lines(self) -> list[str]:
        """Return it in words, a line each."""
        settings = [f"{name}: {value}" for name, value in sorted(self.settings.items())]
        inputs = [f"sha256 {i.sha256}  {i.path}" for i in self.inputs]
        return [f"Headwater {self.headwater}", *settings, f"findings sha256 {self.findings}", *inputs]


def make_stamp(case: Case, settings: Mapping[str, str]) -> Stamp:
    """Return the stamp of findings. The corrections that they rest on are a setting: their number and their hash."""
    inputs = tuple(
        sorted(
            (Input(plain(a.document.path), a.document.sha256) for a in case.analyses), key=lambda i: (i.path, i.sha256)
        )
    )
    digest = hashlib.sha256(to_json(case, {})).hexdigest()
    told = dict(settings)
    if case.corrections:
        ids = "".join(sorted(s.correction.id for s in case.corrections if s.state == "applied"))
        told["corrections"] = f"{len(case.corrections)} (sha256 {hashlib.sha256(ids.encode()).hexdigest()[:16]})"
    return Stamp(__version__, told, inputs, digest)


def plain(text: str) -> str:
    """Return text that can be encoded: what is half of a pair of surrogates becomes U+FFFD."""
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
