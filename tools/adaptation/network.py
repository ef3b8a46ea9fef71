"""The installed model in PyTorch, with two thin matrices beside each of its own for what it learns."""

import math

import numpy
import torch
from torch import nn
from torch.nn import functional

from i18n_news.translate.adaptation import IN, OUT

HEADS, EPSILON = 8, 1e-5


class Linear(nn.Module):
    """W x + B A x + b: W stays, B begins with zeros."""

    def __init__(self, variables, layer, rank):
        super().__init__()
        self.layer = layer
        self.register_buffer("weight", matrix(variables, layer))
        self.bias = nn.Parameter(tensor(variables[f"{layer}/bias"]))
        rows, columns = self.weight.shape
        self.inner = nn.Parameter(torch.randn(rank, columns) / math.sqrt(columns))
        self.outer = nn.Parameter(torch.zeros(rows, rank))

    def forward(self, x):
        return functional.linear(x, self.weight, self.bias) + (x @ self.inner.T) @ self.outer.T


class Norm(nn.Module):
    def __init__(self, variables, layer):
        super().__init__()
        self.layer = layer
        self.gamma = nn.Parameter(tensor(variables[f"{layer}/gamma"]))
        self.beta = nn.Parameter(tensor(variables[f"{layer}/beta"]))

    def forward(self, x):
        return functional.layer_norm(x, self.gamma.shape, self.gamma, self.beta, EPSILON)


# What is learned besides the thin matrices.
LEARNED = {Linear: ("bias",), Norm: ("gamma", "beta")}


class Attention(nn.Module):
    """Over itself or over the encoder's rows; the sum with its input is normalized behind it, as Marian does."""

    def __init__(self, variables, name, rank, dropout, *, crosses):
        super().__init__()
        self.linears = nn.ModuleList(Linear(variables, f"{name}/linear_{n}", rank) for n in range(3 if crosses else 2))
        self.norm = Norm(variables, f"{name}/layer_norm")
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask=None, memory=None, *, is_causal=False):
        first, *_, last = self.linears
        if memory is None:
            query, key, value = first(x).chunk(3, -1)
        else:
            query, (key, value) = first(x), self.linears[1](memory).chunk(2, -1)
        heads = (each.unflatten(-1, (HEADS, -1)).transpose(1, 2) for each in (query, key, value))
        looked = functional.scaled_dot_product_attention(*heads, attn_mask=mask, is_causal=is_causal)
        return self.norm(x + self.dropout(last(looked.transpose(1, 2).flatten(-2))))


class FeedForward(nn.Module):
    def __init__(self, variables, name, rank, dropout):
        super().__init__()
        self.wide, self.narrow = (Linear(variables, f"{name}/linear_{n}", rank) for n in range(2))
        self.norm = Norm(variables, f"{name}/layer_norm")
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        return self.norm(x + self.dropout(self.narrow(functional.silu(self.wide(x)))))


class Network(nn.Module):
    """A Marian transformer with one table of pieces for both sides, as CTranslate2 keeps it."""

    def __init__(self, variables, rank, dropout):
        super().__init__()
        self.register_buffer("table", matrix(variables, "decoder/embeddings"))
        self.register_buffer("places", tensor(variables["decoder/position_encodings/encodings"]))
        self.register_buffer("projection", tensor(variables["decoder/projection/bias"]))
        self.dropout = nn.Dropout(dropout)
        parts = {"rank": rank, "dropout": dropout}
        self.encoder, self.decoder = nn.ModuleList(), nn.ModuleList()
        for name, layers in (("encoder", self.encoder), ("decoder", self.decoder)):
            number = 0
            while f"{name}/layer_{number}/ffn/linear_0/weight" in variables:
                layer = f"{name}/layer_{number}"
                row = nn.ModuleList([Attention(variables, f"{layer}/self_attention", crosses=False, **parts)])
                if name == "decoder":
                    row.append(Attention(variables, f"{layer}/attention", crosses=True, **parts))
                row.append(FeedForward(variables, f"{layer}/ffn", **parts))
                layers.append(row)
                number += 1

    def forward(self, source, target):
        """The decoder's rows for each place of the target; the sides are numbers of pieces, -1 where a row is over."""
        mask = (source >= 0)[:, None, None, :]
        x = self._embedded(source)
        for attention, forward in self.encoder:
            x = forward(attention(x, mask))
        # Each place sees what stands before it, the first one zeros.
        y = self._embedded(target, shifted=True)
        for attention, crossing, forward in self.decoder:
            y = forward(crossing(attention(y, is_causal=True), mask, x))
        return y

    def scores(self, rows, pieces):
        """The scores of these pieces, as many columns as there are pieces."""
        return functional.linear(rows, self.table[pieces], self.projection[pieces])

    @torch.no_grad()
    def take(self, changes):
        """Begin with what an adaptation file holds; the matrices have the published weights beside them anyway."""
        for module in self.modules():
            if isinstance(module, Linear):
                module.inner.copy_(tensor(changes[f"{module.layer}{IN}"]))
                module.outer.copy_(tensor(changes[f"{module.layer}{OUT}"]))
            for name in LEARNED.get(type(module), ()):
                part = getattr(module, name)
                part += tensor(changes[f"{module.layer}/{name}"])

    def changes(self, variables):
        """What an adaptation file holds: see i18n_news/translate/adaptation.py."""
        found = {}
        for module in self.modules():
            if isinstance(module, Linear):
                found |= {f"{module.layer}{IN}": module.inner, f"{module.layer}{OUT}": module.outer}
            for name in LEARNED.get(type(module), ()):
                key = f"{module.layer}/{name}"
                found[key] = getattr(module, name) - tensor(variables[key])
        return {name: change.detach().numpy().astype(numpy.float16) for name, change in found.items()}

    def _embedded(self, numbers, *, shifted=False):
        rows = self.table[numbers.clamp(min=0)] * math.sqrt(self.table.shape[1])
        if shifted:
            rows = functional.pad(rows, (0, 0, 1, 0))[:, :-1]
        return self.dropout(rows + self.places[: numbers.shape[1]])


def matrix(variables, layer):
    scale = variables.get(f"{layer}/weight_scale")
    weight = variables[f"{layer}/weight"].astype(numpy.float32)
    return tensor(weight if scale is None else weight / scale[:, None])


def tensor(values):
    return torch.from_numpy(numpy.array(values, numpy.float32))
