"""The only door to the binding `opencc`: one converter an edition, with the overrides as its inline dictionaries."""

import json
import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from i18n_news.editions.trace import Swap, Trace, undoubled
from i18n_news.errors import EngineError, GlossaryError
from i18n_news.model import Locale

# s2tw, not s2twp: the phrases of s2twp are a computing dictionary that turns 優化營商環境 into 最佳化營商環境.
CONFIGS: Mapping[tuple[Locale, Locale], str] = {
    (Locale.ZH_HANS, Locale.ZH_HANT_TW): "s2tw",
    (Locale.ZH_HANS, Locale.ZH_HANT_HK): "s2hk",
    (Locale.ZH_HANT_TW, Locale.ZH_HANS): "tw2s",
    (Locale.ZH_HANT_HK, Locale.ZH_HANS): "hk2s",
}
_REGIONAL = {Locale.ZH_HANT_TW: "t2tw", Locale.ZH_HANT_HK: "t2hk"}
# The conversion of characters alone, which the sheet of differences compares with.
PLAIN = "s2t"
# The binding cuts its answer at a NUL and cannot encode a lone surrogate; no dictionary has either.
_UNSPEAKABLE = re.compile("([\0\ud800-\udfff]+)")
# Marks stand in for the overrides while OpenCC runs. Plane 16 is private use, and no dictionary writes into it.
_FIRST_MARK = 0x100000
_MARKS = 0xFFFE


class Converter:
    """One direction of conversion; `name` is what a target's origin says.

    OpenCC itself chooses where an override applies, in its own segmentation. What it writes there is a mark repeated
    to the length of the source word, which tells exactly which stretch was replaced and keeps the later steps of
    its chain (臺 for 台) away from the words that were decided here.
    """

    def __init__(self, name: str, overrides: Mapping[str, str], spellings: Mapping[str, str]) -> None:
        self.name = name
        self._spellings = dict(spellings)
        self._words = list({**spellings, **overrides}.items())
        self._plain_words = list(spellings.items())
        self._marked = _opened(name, [word for word, _ in self._words])
        self._plain = _opened(name, [word for word, _ in self._plain_words]) if overrides else self._marked

    def convert(self, text: str) -> str:
        return self.trace(text).text

    def trace(self, text: str) -> Trace:
        """The conversion with its offset map; same-length spellings of an override count as spelled, not swapped."""
        spelled, swaps, guards = self._unmarked(text, self._marked(text), self._words)
        if swaps:
            plain, _, _ = self._unmarked(text, self._plain(text), self._plain_words)
            for swap in swaps:
                spelled[swap.start : swap.end] = plain[swap.start : swap.end]
        whole = "".join(spelled)
        return Trace(text, whole, tuple(undoubled(whole, swap) for swap in swaps), tuple(guards))

    def spell(self, text: str) -> str:
        """The text without exchange of words: for names, whose words are their owner's."""
        return "".join(self._unmarked(text, self._plain(text), self._plain_words)[0])

    def _unmarked(
        self, text: str, marked: str, words: list[tuple[str, str]]
    ) -> tuple[list[str], list[Swap], list[Swap]]:
        """The text with the spellings written in, the swaps that are left to do, and where the spellings stand."""
        if len(marked) != len(text):
            raise EngineError(
                f"OpenCC's {self.name} changed the length of a text; install the opencc that pyproject names"
            )
        spelled = list(marked)
        swaps: list[Swap] = []
        guards: list[Swap] = []
        position = 0
        while position < len(text):
            number = ord(marked[position]) - _FIRST_MARK
            # A character of the source that looks like a mark comes out as it went in.
            if number < 0 or marked[position] == text[position]:
                position += 1
                continue
            word, form = words[number]
            end = position + len(word)
            if word in self._spellings:
                spelled[position:end] = form
                guards.append(Swap(position, end, form))
            else:
                swaps.append(Swap(position, end, form))
            position = end
        return spelled, swaps, guards


def converter(locale: Locale, overrides: Mapping[str, str], source: Locale = Locale.ZH_HANS) -> Converter:
    """The converter from `source` to `locale`; an override whose form is only another spelling also holds in names.

    Opening costs about 0.3 s, so the last few are kept. GlossaryError when an override cannot be used.
    """
    if (source, locale) not in CONFIGS:
        raise EngineError(f"there is no conversion from {source} to {locale}")
    return _converter(CONFIGS[source, locale], f"overrides for {locale}", tuple(overrides.items()))


def plain_spelling(text: str) -> str:
    """Plain character conversion to Traditional, one code point for each: what an edition is compared with."""
    return _stock(PLAIN)(text)


def simplified_spelling(text: str) -> str:
    """The text in Simplified characters, one code point for each, no word exchanged."""
    return _stock("t2s")(text)


def regional_spelling(text: str, locale: Locale) -> str:
    """Traditional text with the character variants of Taiwan or Hong Kong."""
    return _stock(_REGIONAL[locale])(text)


@cache
def _stock(name: str) -> Callable[[str], str]:
    return _opened(name, [])


@lru_cache(maxsize=8)
def _converter(name: str, place: str, overrides: tuple[tuple[str, str], ...]) -> Converter:
    for word, form in overrides:
        _refuse_bad(place, word, form)
    if len(overrides) > _MARKS:
        raise GlossaryError(place, 0, f"{len(overrides)} overrides are more than {_MARKS}; drop some")
    spellings = {
        word: form
        for word, form in overrides
        if len(word) == len(form) and simplified_spelling(form) == simplified_spelling(word)
    }
    vocabulary = {word: form for word, form in overrides if word not in spellings}
    return Converter(name, vocabulary, spellings)


def _refuse_bad(place: str, word: str, form: str) -> None:
    if not word.strip() or not form.strip():
        raise GlossaryError(place, 0, f"{word!r} -> {form!r} has an empty side; fill it or drop the row")
    for side in (word, form):
        if side != side.strip() or any(ord(char) < 0x20 or 0xD800 <= ord(char) <= 0xDFFF for char in side):
            raise GlossaryError(place, 0, f"{side!r} has spaces at an end or control characters; remove them")
        if any(ord(char) >= _FIRST_MARK for char in side):
            raise GlossaryError(place, 0, f"{side!r} has private-use characters; write it without them")


def _opened(name: str, words: list[str]) -> Callable[[str], str]:
    """The binding's convert for a stock configuration in which each of the words becomes its mark."""
    import opencc

    share = Path(opencc.__file__).parent / "clib" / "share" / "opencc"
    try:
        config = json.loads((share / f"{name}.json").read_text(encoding="utf-8"))
        if words:
            entries = {word: chr(_FIRST_MARK + number) * len(word) for number, word in enumerate(words)}
            first = config["conversion_chain"][0]
            for holder in (config["segmentation"], first):
                dicts = [{"type": "inline", "entries": entries}, holder["dict"]]
                holder["dict"] = {"type": "group", "match_policy": "short_circuit", "dicts": dicts}
        with TemporaryDirectory(prefix="i18n-news-") as folder:
            path = Path(folder) / f"{name}.json"
            path.write_text(json.dumps(_with_paths(config, share), ensure_ascii=False), encoding="utf-8", newline="\n")
            # Characters that few fonts have are left alone: a release must be readable everywhere.
            binding = opencc.OpenCC(str(path), include_tofu_risk_dictionaries=False)
    except (OSError, KeyError, ValueError, RuntimeError) as error:
        raise EngineError(
            f"OpenCC's {name} cannot be opened ({error}); install the opencc that pyproject.toml names"
        ) from error

    def convert(text: str) -> str:
        parts = _UNSPEAKABLE.split(text)
        return "".join(part if number % 2 else str(binding.convert(part)) for number, part in enumerate(parts))

    return convert


def _with_paths(config: Any, share: Path) -> Any:
    """The configuration with its dictionary files as absolute paths: it is read from another folder."""
    if isinstance(config, list):
        return [_with_paths(item, share) for item in config]
    if isinstance(config, dict):
        return {
            key: str(share / value) if key == "file" else _with_paths(value, share) for key, value in config.items()
        }
    return config
