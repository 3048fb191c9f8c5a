"""Measure a trained model on the development sets and fit how sure it may say it is. Not needed to run the model."""

import hashlib
import importlib.util
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from headwater.models.attribution.certainty import Calibration, signs
from headwater.models.attribution.corpora import Text, gum, polnear, sentences
from headwater.models.attribution.extract import Found, Network, Settings, extract
from headwater.models.attribution.model import FILES, MANIFEST, digest, open_folder, spans


class Remembered:
    """A network that keeps its answers, for trying many settings on the same texts."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._kept: dict[tuple[bytes, ...], Any] = {}

    def encode(self, ids: Any, features: Any) -> tuple[Any, Any]:
        key = (ids.tobytes(), features.tobytes())
        if key not in self._kept:
            self._kept[key] = self._network.encode(ids, features)
        found: tuple[Any, Any] = self._kept[key]
        return found

    def roles(self, states: Any, cue: Any) -> tuple[Any, Any]:
        key = (hashlib.sha256(states.tobytes()).digest(), cue.tobytes())
        if key not in self._kept:
            self._kept[key] = self._network.roles(states, cue)
        found: tuple[Any, Any] = self._kept[key]
        return found


def as_output(text: Text, found: Sequence[Found]) -> list[dict[str, Any]]:
    """Return attributions in the form that the scorer reads."""
    return [
        {
            role: [(s.start, s.end) for s in spans(text.pieces, ranges)]
            for role, ranges in (("source", f.source), ("cue", [f.cue]), ("content", f.content))
        }
        for f in found
    ]


def evaluate(
    network: Network, texts: Sequence[Text], scorer: Any, settings: Settings, calibration: Calibration
) -> dict[str, Any]:
    """Score on texts with gold source, cue and content."""
    score = scorer.Score()
    for t in texts:
        found = extract(network, t.pieces, settings, calibration)
        score.add(t.text, [{k: a[k] for k in ("source", "cue", "content")} for a in t.raw], as_output(t, found))
    figures: dict[str, Any] = score.figures()
    return figures


def _content_f1(a: Sequence[Sequence[int]], b: Sequence[Sequence[int]]) -> float:
    """Overlap of two sets of fragments in characters."""
    left, right = ({i for s, e in x for i in range(s, e)} for x in (a, b))
    return 2 * len(left & right) / max(len(left) + len(right), 1)


def measure_gum(
    network: Network, texts: Sequence[Text], scorer: Any, settings: Settings, calibration: Calibration
) -> dict[str, float]:
    """Score contents on GUM: F1 in all and on news, and the share of nested contents that were found."""
    whole, news = scorer.Score(), scorer.Score()
    nested = hit = 0
    for t in texts:
        output = as_output(t, extract(network, t.pieces, settings, calibration))
        whole.add(t.text, t.raw, output)
        if "_news_" in t.id:
            news.add(t.text, t.raw, output)
        for a in t.raw:
            inner = list(a["content"])
            if any(
                o is not a and all(any(s >= os and e <= oe for os, oe in o["content"]) for s, e in inner) for o in t.raw
            ):
                nested += 1
                hit += any(_content_f1(inner, o["content"]) >= 0.5 for o in output)
    both = [s.figures()["linked content"] for s in (whole, news)]
    return {"content": both[0]["f"], "p": both[0]["p"], "r": both[0]["r"], "news": both[1]["f"],
            "nested": round(100 * hit / max(nested, 1), 1), "of": nested}  # fmt: skip


def load_scorer(data: Path) -> Any:
    folder = data.resolve().parents[1] / "score"
    sys.path.insert(0, str(folder))
    spec = importlib.util.spec_from_file_location("attribution_scorer", folder / "attribution.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / "attribution.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def summary(f: dict[str, Any]) -> str:
    both = f["linked source+content"]
    return (
        f"s+c {both['f']} (p {both['p']} r {both['r']})"
        f" content {f['linked content']['f']} exact s {f['source']['exact']['f']} c {f['cue']['exact']['f']}"
        f" frag {f['content']['fragment']['f']} tok {f['content']['token']['f']}"
        f" given {f['source given content']['exact']}/{f['source given content']['overlap']}"
    )


def _right(text: Text, output: Sequence[dict[str, Any]], scorer: Any) -> list[bool]:
    """Whether each output has a gold attribution with the same content and source (token F1 of a half or more)."""
    words = [(m.start(), m.end()) for m in scorer.WORD.finditer(text.text)]
    gold = [[scorer.tokens_of(a[r], words) for r in ("source", "content")] for a in text.raw]
    answers = []
    for o in output:
        source, content = (scorer.tokens_of(o[r], words) for r in ("source", "content"))
        answers.append(any(scorer.f1(c, content) >= 0.5 and scorer.f1(s, source) >= 0.5 for s, c in gold))
    return answers


def fit_logistic(signs: NDArray[np.float64], right: NDArray[np.float64], ridge: float = 1.0) -> NDArray[np.float64]:
    """Return weights and bias of a logistic regression (Newton's method, ridge on the weights)."""
    x = np.hstack([signs, np.ones((len(signs), 1))])
    w = np.zeros(x.shape[1])
    penalty = np.diag([ridge] * signs.shape[1] + [0.0])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        w += np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + penalty, x.T @ (right - p) - penalty @ w)
    return w


def expected_error(p: NDArray[np.float64], right: NDArray[np.float64], bins: int = 10) -> float:
    """Expected calibration error: the mean gap between what was said and what was, over bins of equal width."""
    where = np.minimum((p * bins).astype(int), bins - 1)
    return float(sum(abs(p[where == b].mean() - right[where == b].mean()) * (where == b).mean() for b in set(where)))


def calibrate(network: Network, texts: Sequence[Text], scorer: Any, settings: Settings) -> tuple[Calibration, float]:
    """Fit on everything outside other attributions that the network proposes; the error is measured on what would be
    kept, in the half of the texts that the fit has not seen."""
    everything = replace(settings, keep=0.0, keep_nested=2.0)
    rows: list[tuple[float, ...]] = []
    right: list[float] = []
    fold: list[int] = []
    for n, t in enumerate(texts):
        found = extract(network, t.pieces, everything, Calibration())
        rows += [signs(f) for f in found]
        right += [float(r) for r in _right(t, as_output(t, found), scorer)]
        fold += [n % 2] * len(found)
    x, y, half = np.array(rows), np.array(right), np.array(fold)
    said = np.zeros(len(y))
    for k in (0, 1):
        w = fit_logistic(x[half != k], y[half != k])
        said[half == k] = 1 / (1 + np.exp(-(x[half == k] @ w[:-1] + w[-1])))
    kept = said >= settings.keep
    w = fit_logistic(x, y)
    fitted = Calibration(tuple(round(float(v), 4) for v in w[:-1]), round(float(w[-1]), 4))
    return fitted, expected_error(said[kept], y[kept])


def choose(
    network: Network, texts: Sequence[Text], scorer: Any, settings: Settings, calibration: Calibration
) -> Settings:
    """Choose the least score to keep by linked source and content on the development set."""
    tried = [replace(settings, keep=keep) for keep in (0.25, 0.3, 0.35)]
    return max(tried, key=lambda s: evaluate(network, texts, scorer, s, calibration)["linked source+content"]["f"])


def write_metrics(folder: Path, data: Path, settings: Settings | None = None) -> dict[str, Any]:
    """Write the manifest (digests, settings, calibration) and ``metrics.json`` of the model in ``folder``."""
    settings = settings or Settings()
    sums = {name: digest(folder / name) for name in FILES}
    version = "1." + sums["encoder.onnx"][:8]

    def write_manifest(chosen: Settings, calibration: Calibration) -> None:
        manifest = {
            "version": version,
            "sha256": sums,
            "settings": asdict(chosen),
            "calibration": {"weights": list(calibration.weights), "bias": calibration.bias},
        }
        (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")

    write_manifest(settings, Calibration())
    model = open_folder(folder)
    scorer = load_scorer(data)
    dev = polnear(model.tokenizer, data / "polnear_dev.jsonl.gz")
    gum_dev = gum(model.tokenizer, data / "gum_dev.jsonl.gz")
    network = Remembered(model.network)
    calibration, _ = calibrate(network, dev, scorer, settings)
    settings = choose(network, dev, scorer, settings, calibration)
    calibration, error = calibrate(network, dev, scorer, settings)
    write_manifest(settings, calibration)
    model = open_folder(folder)
    parts = [(t.text, sentences(t.text)) for t in dev]
    model.predict(*parts[0])
    began = time.process_time()
    for text, cuts in parts:
        model.predict(text, cuts)
    speed = len(dev) / (time.process_time() - began)
    metrics = {
        "version": version,
        "polnear_dev": evaluate(network, dev, scorer, settings, calibration),
        "gum_dev": measure_gum(model.network, gum_dev, scorer, settings, calibration),
        "expected_calibration_error": round(error, 4),
        "texts_per_core_second": round(speed, 1),
        "bytes": sum((folder / name).stat().st_size for name in FILES),
    }
    (folder / "metrics.json").write_text(json.dumps(metrics, indent=1) + "\n", encoding="utf-8")
    return metrics
