# /// script
# requires-python = ">=3.11"
# dependencies = ["i18n-news", "torch>=2.5"]
# [tool.uv.sources]
# i18n-news = { path = "../..", editable = true }
# ///
"""Teach the installed model our kind of text: uv run tools/adaptation/train.py [--minutes 60] [--out FILE.npz].

What it learns from is in corpus/; how that is written, and what was measured, is in README.md beside this file.
"""

import argparse
import hashlib
import random
import re
import time
import zlib
from pathlib import Path

import numpy
import pairs
import sentencepiece
import torch
from network import Linear, Network
from odds import odds
from torch.nn import functional

from i18n_news.models.store import find
from i18n_news.translate.adaptation import BASE, ELSEWHERE, load_adaptation
from i18n_news.translate.model_folder import Tokens, read_folder
from i18n_news.translate.pieces import FewestPieces
from i18n_news.translate.weights import read_weights

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"
SHIPPED = HERE.parents[1] / "i18n_news" / "translate" / "data" / "news.npz"
RANK, DROPOUT, SMOOTHING = 16, 0.1, 0.1
RATE, SLOWER = 7e-4, 4  # the learning rate of the thin matrices, and by how much that of biases and norms is less
WARM_UP = 60  # steps
BATCH = 900  # pieces, the mean of both sides
LONGEST = 200  # pieces
PLAIN, GENERAL_PLAIN = 0.42, 0.85  # of the pairs are learned as they stand
# What counts on general pairs: the pair itself, and to answer as the published model does.
ITSELF, AS_PUBLISHED = 0.4, 1.2
HELD_BACK = 50  # one of so many pairs is not learned from, but tells how far the learning is
SHARE = 0.35  # of what was learned, for text that is no zone news: see README.md
FREQUENT = 24_000  # of the vocabulary; what is rarer counts only if the corpus has it


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60, help="how long to learn")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="the folder of .tsv files, general ones in general")
    parser.add_argument("--start", type=Path, metavar="NPZ", help="go on from this adaptation")
    parser.add_argument("--share", type=float, default=SHARE, help="how much of it other text gets, 0 to 1")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="the adaptation to write")
    given = parser.parse_args()
    folder = read_folder(find("zh-en") or parser.error("run first: i18n-news models install zh-en"), "", "", Tokens())
    content = folder.weights.read_bytes()
    variables = read_weights(content)
    torch.manual_seed(1)
    network, published = Network(variables, RANK, DROPOUT), Network(variables, RANK, 0.0).eval()
    if given.start:
        network.take(load_adaptation(given.start).changes)
    corpus = pairs.read(given.corpus)
    if not any(pair.is_general for pair in corpus):
        corpus += pairs.read(CORPUS / pairs.GENERAL)
    learn(network, published, Numbers(folder), corpus, 60 * given.minutes)
    about = {BASE: numpy.array(hashlib.sha256(content).hexdigest()), ELSEWHERE: numpy.array(given.share)}
    numpy.savez_compressed(given.out, **about, **odds(corpus), **network.changes(variables))
    print("written:", given.out)


class Numbers:
    """Sentences as the numbers of their pieces in the model's vocabulary, the end included."""

    def __init__(self, folder):
        self.vocabulary = folder.vocabulary
        self._numbers = {piece: number for number, piece in enumerate(folder.vocabulary)}
        self._source = sentencepiece.SentencePieceProcessor(model_proto=folder.source_pieces.read_bytes())
        self._target = FewestPieces(folder.vocabulary)

    def source(self, text):
        return self._of(self._source.encode(text, out_type=str))

    def target(self, text):
        return self._of(self._target(text))

    def _of(self, pieces):
        unknown = self._numbers["<unk>"]
        return [*(self._numbers.get(piece, unknown) for piece in pieces), self._numbers["</s>"]]


def learn(network, published, numbers, corpus, seconds):
    """Passes over the corpus, each with masks of its own, until the time is over."""
    chance, started = random.Random(7), time.monotonic()
    held = [pair for pair in corpus if _is_held(pair)]
    corpus = [pair for pair in corpus if not _is_held(pair)]
    used = pieces_used(numbers, corpus + held)
    columns = torch.full((len(numbers.vocabulary),), -100)
    columns[used] = torch.arange(len(used))
    thin = [part for each in network.modules() if isinstance(each, Linear) for part in (each.inner, each.outer)]
    rest = [part for part in network.parameters() if not any(part is each for each in thin)]
    rates = (RATE, RATE / SLOWER)
    groups = [{"params": part, "lr": rate} for part, rate in zip((thin, rest), rates, strict=True)]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.0)
    step = 0
    while True:
        print(f"{len(corpus)} pairs, held back {held_loss(network, numbers, held, used, columns):.3f}", flush=True)
        for batch, is_general in batches(numbers, corpus, chance):
            part = (time.monotonic() - started) / seconds
            if part >= 1:
                print(f"{step} steps, held back {held_loss(network, numbers, held, used, columns):.3f}")
                return
            step += 1
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * min(1, step / WARM_UP) * max(0.02, 1 - max(0, part - 0.1) / 0.9)
            network.train()
            rows, wanted = rows_of(network, batch, used, columns)
            loss = functional.cross_entropy(rows, wanted, label_smoothing=SMOOTHING)
            if is_general:
                with torch.no_grad():
                    answers, _ = rows_of(published, batch, used, columns)
                loss = ITSELF * loss + AS_PUBLISHED * distance(answers, rows)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)


def pieces_used(numbers, corpus):
    """The pieces among which the learning chooses: all of them would take twice the time and teach nothing more."""
    used = {
        number for number, piece in enumerate(numbers.vocabulary[:FREQUENT]) if not re.search("[\u3000-\uffef]", piece)
    }
    chance = random.Random(0)
    for pair in corpus:
        for plain_share in (1, 0):
            used.update(numbers.target(pairs.drawn(pair, chance, plain_share)[1]))
    return torch.tensor(sorted(used))


def batches(numbers, corpus, chance):
    """Pairs of one kind and of like length together, in random order; with each batch, whether it is general."""
    found = []
    for is_general, plain_share in ((False, PLAIN), (True, GENERAL_PLAIN)):
        drawn = [pairs.drawn(pair, chance, plain_share) for pair in corpus if pair.is_general == is_general]
        rows = [(numbers.source(source), numbers.target(target)) for source, target in drawn]
        rows = [row for row in rows if max(map(len, row)) < LONGEST]
        rows.sort(key=lambda row: len(row[0]) + len(row[1]) + 8 * chance.random())
        found += [(batch, is_general) for batch in _filled(rows)]
    chance.shuffle(found)
    return found


def _filled(rows):
    batch = []
    for row in rows:
        longest = [max(len(each[side]) for each in (*batch, row)) for side in (0, 1)]
        if batch and sum(longest) / 2 * (len(batch) + 1) > BATCH:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


def rows_of(network, batch, used, columns):
    """The scores of the used pieces at every place of the batch's targets, and which piece stands there (a column)."""
    source, target = (_even([row[side] for row in batch]) for side in (0, 1))
    wanted = columns[target.clamp(min=0)].where(target >= 0, -100)
    is_counted = wanted >= 0
    return network.scores(network(source, target)[is_counted], used), wanted[is_counted]


def distance(answers, rows):
    """How far what is said is from the answers: Kullback-Leibler, the mean of all places."""
    return functional.kl_div(rows.log_softmax(-1), answers.log_softmax(-1), reduction="batchmean", log_target=True)


@torch.no_grad()
def held_loss(network, numbers, held, used, columns):
    network.eval()
    loss = count = 0
    for batch, _ in batches(numbers, held, random.Random(3)):
        rows, wanted = rows_of(network, batch, used, columns)
        loss += functional.cross_entropy(rows, wanted, reduction="sum").item()
        count += len(wanted)
    return loss / count


def _is_held(pair):
    return zlib.crc32(pair.source.encode()) % HELD_BACK == 0


def _even(rows):
    longest = max(map(len, rows))
    return torch.tensor([row + [-1] * (longest - len(row)) for row in rows])


if __name__ == "__main__":
    main()
