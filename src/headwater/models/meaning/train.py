"""Train the meaning model: ``python -m headwater.models.meaning.train --matching DATA --news FILE --export FOLDER``.

The untouched encoder is all-MiniLM-L6-v2 (Wang et al. 2020; Apache-2.0). It is tuned so that what somebody posts lies
near the claim it makes and far from the other posts' claims and from the nearest wrong ones (softmax over a batch with
hard negatives: Henderson et al. 2017, Xiong et al. 2021). Pairs of news sentences that say the same, and of headlines
with what they head, are mixed in, so that it stays a general encoder. The vectors of word pieces are the attribution
model's and stay as they are. Needs the ``train`` extra; nothing else does.
"""

import argparse
import csv
import gzip
import hashlib
import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from headwater.models.attribution.train import HEADS, HIDDEN, LAYERS, WIDTH, Layer, mask_bias, minilm
from headwater.models.meaning.model import FILE, LONGEST, MANIFEST, Vectors
from headwater.models.meaning.posts import plain
from headwater.models.meaning.table import read_table

ATTRIBUTION = Path(__file__).parent.parent / "attribution"
SHARPNESS = 20.0  # cosines are multiplied by this before the softmax
NEAREST = 24  # wrong claims nearest to a post from which its hard negatives are drawn
GENERAL = 2500  # pairs of each general kind
LEAD = 400  # characters of a text's first paragraph that are set beside its headline


class Encoder(nn.Module):  # type: ignore[misc]
    """MiniLM over given vectors of word pieces, mean of its last states, of length one."""

    def __init__(self) -> None:
        super().__init__()
        self.positions = nn.Embedding(512, WIDTH)
        self.kinds = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, HIDDEN) for _ in range(LAYERS))

    def forward(self, words: Tensor, mask: Tensor | None = None) -> Tensor:
        x = self.norm(words + self.positions.weight[: words.shape[1]] + self.kinds)
        bias = mask_bias(mask)
        for layer in self.layers:
            x = layer(x, bias)
        if mask is None:
            return F.normalize(x.mean(1), dim=-1)
        seen = mask[:, :, None].float()
        return F.normalize((x * seen).sum(1) / seen.sum(1), dim=-1)


@dataclass(frozen=True)
class Claims:
    """Claims that were checked, as two forms each, and posts with the numbers of the claims that they make."""

    forms: list[tuple[str, str]]
    posts: list[str]
    right: list[set[int]]


def claims(folder: Path) -> Claims:
    """Return the training part of CheckThat! 2020, task 2 (Barrón-Cedeño et al. 2020)."""

    def rows(name: str) -> list[list[str]]:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file, delimiter="\t"))[1:]

    checked = rows("verified_claims.docs.tsv")
    at = {row[0]: i for i, row in enumerate(checked)}
    right: dict[str, set[int]] = {}
    for line in (folder / "train.qrels").read_text().splitlines():
        post, _, claim, _ = line.split()
        right.setdefault(post, set()).add(at[claim])
    posts = rows("train.queries.tsv")
    return Claims([(row[1], row[2]) for row in checked], [plain(p[1]) for p in posts], [right[p[0]] for p in posts])


def general(matching: Path, news: Path, found: Claims, rng: random.Random) -> list[tuple[str, str]]:
    """Return pairs of texts that belong together: paraphrases, headlines with first paragraphs, claims with titles."""
    rows = [line.split("\t") for line in (matching / "msr-para-train.tsv").read_text("utf-8-sig").splitlines()[1:]]
    pairs = [(row[3], row[4]) for row in rows if row[0] == "1"]
    pairs += rng.sample(found.forms, GENERAL)
    with gzip.open(news, "rt", encoding="utf-8") as file:
        texts = [(row["title"], row["text"].split("\n")[0][:LEAD]) for row in map(json.loads, file) if row["title"]]
    pairs += rng.sample(texts, min(GENERAL, len(texts)))
    rng.shuffle(pairs)
    return pairs


class Reader:
    """Turns texts into batches of word vectors."""

    def __init__(self) -> None:
        self.tokenizer = Tokenizer.from_file(str(ATTRIBUTION / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(LONGEST)
        self.table = read_table(ATTRIBUTION / FILE)

    def __call__(self, texts: Sequence[str]) -> tuple[Tensor, Tensor]:
        rows = [encoded.ids for encoded in self.tokenizer.encode_batch(list(texts))]
        length = max(map(len, rows))
        ids = np.array([row + [0] * (length - len(row)) for row in rows])
        mask = np.array([[1] * len(row) + [0] * (length - len(row)) for row in rows])
        return torch.from_numpy(self.table.rows(ids)), torch.from_numpy(mask)


@torch.no_grad()  # type: ignore[untyped-decorator]
def embed(model: Encoder, read: Reader, texts: Sequence[str], size: int = 64) -> Vectors:
    """Return the vectors of many texts."""
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    found = np.zeros((len(texts), WIDTH), dtype=np.float32)
    for first in range(0, len(order), size):
        batch = order[first : first + size]
        found[batch] = model(*read([texts[i] for i in batch])).numpy()
    return found


def untouched() -> Encoder:
    """Return the encoder with the weights of all-MiniLM-L6-v2."""
    model = Encoder()
    raw, _ = minilm()
    del raw["words.weight"]
    model.load_state_dict(raw)
    model.positions.weight.requires_grad = False
    return model


def step_loss(
    model: Encoder, read: Reader, asked: Sequence[str], given: Sequence[str], target: Tensor, wrong: Tensor
) -> Tensor:
    """Return the loss of a batch: ``target`` says which of ``given`` belongs to each asked, ``wrong`` is -inf where
    another one does too."""
    scores = SHARPNESS * model(*read(asked)) @ model(*read(given)).T + wrong
    back = F.cross_entropy(scores[:, target].T, torch.arange(len(target)))
    return F.cross_entropy(scores, target) + 0.5 * back


def fit(model: Encoder, read: Reader, found: Claims, pairs: list[tuple[str, str]], o: argparse.Namespace) -> None:
    """Train; the weights kept are a running mean over the last steps (Polyak and Juditsky 1992)."""
    rng = random.Random(o.seed)
    whole = [f"{claim} {title}" for claim, title in found.forms]
    near = embed(model, read, found.posts) @ embed(model, read, whole).T
    hard = [[int(d) for d in np.argsort(-row)[:NEAREST] if d not in found.right[i]] for i, row in enumerate(near)]
    train = list(range(len(found.posts)))
    random.Random(0).shuffle(train)
    train = train[o.held :]
    learned = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(learned, lr=o.rate, weight_decay=0.01)
    steps, done, began = o.epochs * (len(train) // o.posts), 0, time.time()
    mean = {name: value.clone() for name, value in model.state_dict().items()}
    for epoch in range(o.epochs):
        rng.shuffle(train)
        total = 0.0
        for first in range(0, len(train) - o.posts + 1, o.posts):
            batch = train[first : first + o.posts]
            right = [rng.choice(sorted(found.right[i])) for i in batch]
            numbers = right + [n for i in batch for n in rng.sample(hard[i], o.negatives)]
            beside = [pairs[(done * o.pairs + j) % len(pairs)] for j in range(o.pairs)]
            given = [rng.choice((whole[n], *found.forms[n], found.forms[n][0])) for n in numbers]
            target = torch.tensor([*range(len(batch)), *(len(numbers) + j for j in range(len(beside)))])
            wrong = torch.zeros(len(target), len(numbers) + len(beside))
            for row, i in enumerate(batch):
                also = [c for c, n in enumerate(numbers) if c != row and n in found.right[i]]
                wrong[row, also] = -1e4
            asked = [found.posts[i] for i in batch] + [a for a, _ in beside]
            loss = step_loss(model, read, asked, given + [b for _, b in beside], target, wrong)
            warm = max(1.0, steps * 0.1)
            for group in optimizer.param_groups:
                group["lr"] = o.rate * min((done + 1) / warm, (steps - done) / (steps - warm))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learned, 1.0)
            optimizer.step()
            done, total = done + 1, total + loss.item()
            with torch.no_grad():
                for name, value in model.state_dict().items():
                    mean[name].lerp_(value, 1 - min(0.95, done / (done + 10)))
        print(f"epoch {epoch}: {total / (len(train) // o.posts):.4f} {time.time() - began:.0f}s", flush=True)
        torch.save(mean, o.out)
    model.load_state_dict(mean)


def export(model: Encoder, folder: Path) -> None:
    """Write the encoder as ONNX with 8-bit weights, one scale per output channel, and its manifest."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    folder.mkdir(parents=True, exist_ok=True)
    model.eval()
    positions = nn.Embedding(LONGEST, WIDTH)
    positions.weight = nn.Parameter(model.positions.weight[:LONGEST].clone())
    model.positions = positions
    whole = folder / "encoder.fp32.onnx"
    torch.onnx.export(
        model, (torch.zeros(2, 9, WIDTH),), str(whole), input_names=["words"], output_names=["vectors"],
        opset_version=17, dynamo=False, dynamic_axes={"words": {0: "rows", 1: "pieces"}, "vectors": {0: "rows"}},
    )  # fmt: skip
    quantize_dynamic(
        str(whole), str(folder / FILE), per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul"]
    )
    whole.unlink()
    digest = hashlib.sha256((folder / FILE).read_bytes()).hexdigest()
    manifest = {"version": f"1.0{digest[:7]}", "width": WIDTH, "sha256": {FILE: digest}}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--matching", type=Path, required=True, help="folder with checkthat2020 and msr-para-train.tsv")
    parser.add_argument("--news", type=Path, required=True, help="JSON Lines of articles with title and text, gzipped")
    parser.add_argument("--export", type=Path, help="folder for the 8-bit model and its manifest")
    parser.add_argument("--out", type=Path, default=Path("meaning.pt"), help="where the 32-bit weights are kept")
    parser.add_argument("--start", type=Path, help="32-bit weights to export without training")
    parser.add_argument("--held", type=int, default=0, help="posts that are not learned from, to try settings on")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--posts", type=int, default=24, help="posts per step")
    parser.add_argument("--negatives", type=int, default=2, help="hard negatives per post and step")
    parser.add_argument("--pairs", type=int, default=12, help="general pairs per step")
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    model, read = untouched(), Reader()
    if options.start:
        model.load_state_dict(torch.load(options.start, weights_only=True))
    else:
        found = claims(options.matching / "checkthat2020")
        pairs = general(options.matching, options.news, found, random.Random(options.seed))
        fit(model, read, found, pairs, options)
    if options.export:
        export(model, options.export)


if __name__ == "__main__":
    main()
