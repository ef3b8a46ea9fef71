"""A language model behind an OpenAI-compatible server (Ollama, llama.cpp, vLLM), here or in the office network."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Any

from i18n_news.errors import EngineError
from i18n_news.translate.chat_server import Server
from i18n_news.translate.engine import Hypothesis, Scored
from i18n_news.translate.mask import FAMILIES

# The likeliest word each time, as far as the server can: an answer that is kept must be like one that is asked again.
TEMPERATURE, SEED = 0, 1
# Renderings that one sentence's prompt may hold; small models lose the task behind long lists.
MOST_TERMS = 40
LETTERS = "".join(sorted({family.letter for family in FAMILIES}))
PLACEHOLDER = re.compile(rf"(?<![A-Za-z])[{LETTERS}]\d+")
THOUGHT = re.compile(r"<(think|thinking|thought)>.*?</\1>", re.DOTALL | re.IGNORECASE)
# "Here is the English translation:", "**Translation:**", "English:"; no words with which a headline might begin.
LABEL = re.compile(
    r"[*_#\s]*(?:(?:sure|certainly|of course|okay|ok)[,.!]?\s*)?"
    r"(?:here(?:[’']s| is)[^\n:]{0,60}translat[^\n:]{0,40}|english"
    r"|(?:the )?(?:english |translated )?(?:translation|version))"
    r"(?: \(english\))?\s*[*_]*\s*[:：][*_\s]*",
    re.IGNORECASE,
)
QUOTES = {'"': '"', "“": "”", "'": "'"}


class ChatEngine:
    """Asks one question a sentence, `parallel` at once, each with the renderings of `glossary` that occur in it.

    EngineError when the address is not allowed (see `Server`) or the server does not answer as it should.
    """

    def __init__(
        self, server: Server, model: str, *, glossary: Mapping[str, str] | None = None, parallel: int = 2
    ) -> None:
        self._server = server
        self._model = model
        self._parallel = parallel
        self._prompt = (Path(__file__).parent / "data" / "chat_prompt.txt").read_text(encoding="utf-8").strip()
        self._terms: dict[str, list[tuple[str, str]]] = {}
        for source, english in (glossary or {}).items():
            if source and english:
                self._terms.setdefault(source[0], []).append((source, english))

    @cached_property
    def id(self) -> str:
        """The address tells two models of one name apart; what the server changes behind it nobody can see."""
        said = [self._prompt, sorted(self._terms.items()), MOST_TERMS, TEMPERATURE, SEED]
        asked = json.dumps(said, ensure_ascii=False)
        digest = hashlib.sha256(asked.encode()).hexdigest()[:12]
        return f"chat:{self._model}:{self._server.address}:{digest}"

    def translate(self, sources: Sequence[str], starts: Sequence[str] = ()) -> list[Hypothesis]:
        """One hypothesis for each source, without a score or attention; each different question is asked once."""
        begins = list(starts) or [""] * len(sources)
        asked = [(source.strip(), begin) for source, begin in zip(sources, begins, strict=True)]
        different = [question for question in dict.fromkeys(asked) if question[0]]
        with ThreadPoolExecutor(max_workers=self._parallel) as pool:
            answers = [pool.submit(self._answer, *question) for question in different]
            try:
                found = dict(zip(different, [answer.result() for answer in answers], strict=True))
            finally:
                # After the first error the others would only fail in the same way, one timeout each.
                pool.shutdown(wait=True, cancel_futures=True)
        return [Hypothesis(found.get(question, "")) for question in asked]

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[Scored]:
        """No telling: these servers do not score a given text."""
        return [Scored() for _ in pairs]

    def _answer(self, source: str, begin: str) -> str:
        """The model's English; asked once more where a placeholder is missing or doubled, the better of both."""
        messages = [{"role": "system", "content": self._system(source, begin)}, {"role": "user", "content": source}]
        first = cleaned(self._ask(messages), source)
        if not (wrong := faults(source, first, begin)):
            return first
        correction = f"That is not right: {'; '.join(wrong)}. Give the whole English again, in one line."
        # An empty answer as the model's own makes some servers refuse the question.
        messages += [{"role": "assistant", "content": first or "…"}, {"role": "user", "content": correction}]
        second = cleaned(self._ask(messages), source)
        return second if len(faults(source, second, begin)) <= len(wrong) else first

    def _system(self, source: str, begin: str) -> str:
        prompt = self._prompt
        if terms := self._occurring(source):
            prompt += "\n\nRenderings:\n" + "\n".join(f"{chinese} = {english}" for chinese, english in terms)
        if begin:
            prompt += f"\n\nThe English begins with these words: {begin}"
        return prompt

    def _occurring(self, source: str) -> list[tuple[str, str]]:
        """The renderings for what occurs in the source, in its order; of two at one place the longer."""
        found: list[tuple[str, str]] = []
        position = 0
        while position < len(source) and len(found) < MOST_TERMS:
            here = [term for term in self._terms.get(source[position], ()) if source.startswith(term[0], position)]
            longest = max(here, key=lambda term: len(term[0]), default=None)
            if longest and longest not in found:
                found.append(longest)
            position += len(longest[0]) if longest else 1
        return found

    def _ask(self, messages: list[dict[str, str]]) -> str:
        question = {
            "model": self._model,
            "messages": messages,
            "temperature": TEMPERATURE,
            "seed": SEED,
            "stream": False,
        }
        answer: Any = self._server.post("/chat/completions", question)
        try:
            content = answer["choices"][0]["message"]["content"]
        except (KeyError, IndexError, TypeError):
            content = None
        if not isinstance(content, str):
            raise EngineError(
                f"{self._server.address}: its answer holds no message; is engine.url the OpenAI-compatible one?"
            )
        return content


def faults(source: str, english: str, begin: str = "") -> list[str]:
    """What is wrong with an answer in words that the model is told; every placeholder must stand exactly once."""
    if not english:
        return ["the answer was empty"]
    wanted, found = Counter(PLACEHOLDER.findall(source)), Counter(PLACEHOLDER.findall(english))
    wrong = [f"{name} is missing" for name in wanted if not found[name]]
    wrong += [
        f"{name} stands {found[name]} times, not {wanted[name] or 'at all'}"
        for name in found
        if found[name] > wanted[name]
    ]
    if begin and not english.startswith(begin):
        wrong.append(f"it does not begin with “{begin}”")
    return wrong


def cleaned(answer: str, source: str) -> str:
    """The one line of English in an answer: without thoughts, fences, labels, notes and quotes around it."""
    text = THOUGHT.sub("", answer)
    # Some templates open the thought in the prompt: only its end is in the answer. One without an end is no answer.
    text = re.split(r"</(?:think|thinking|thought)>", text, flags=re.IGNORECASE)[-1]
    text = re.split(r"<(?:think|thinking|thought)>", text, flags=re.IGNORECASE)[0]
    text = re.sub(r"^\s*```[^\n]*$", "", text, flags=re.MULTILINE).strip().strip("`").strip()
    label = LABEL.match(text)
    # “English: ...” may be what the source says itself.
    if label and not ("：" in source[:20] or ":" in source[:20]):
        text = text[label.end() :].strip()
    # What follows a blank line is the model talking about its answer.
    text = " ".join(re.split(r"\n\s*\n", text)[0].split())
    text = re.sub(r"^\*\*(.+)\*\*$", r"\1", text)
    closing = QUOTES.get(text[:1])
    inner = text[1:-1]
    if (
        closing
        and text.endswith(closing)
        and closing not in inner
        and text[0] not in inner
        and source[:1] not in "“\"'「『"
    ):
        return inner.strip()
    return text
