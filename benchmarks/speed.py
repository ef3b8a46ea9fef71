"""What a whole build costs against argostranslate's own API and against one bare batch of the same sentences.

Usage: python benchmarks/speed.py [FILE] [--json]   (CPU seconds; each measured in a process of its own, model loaded)
"""

import argparse
import json
import multiprocessing
import sys
import tempfile
import time
import types
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

SAMPLE = Path(__file__).resolve().parents[1] / "samples" / "taiwan-park-visit.md"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?", default=SAMPLE)
    parser.add_argument("--json", action="store_true", help="print one JSON object as the last line")
    arguments = parser.parse_args()
    ours, peak = _alone(_ours, arguments.file)
    floor, _ = _alone(_floor, arguments.file)
    argos, _ = _alone(_argos, arguments.file)
    result = {
        "ours_cpu": ours,
        "argos_cpu": argos,
        "floor_cpu": floor,
        "ratio_to_argos": ours / argos,
        "ratio_to_floor": ours / floor,
        "peak_mb": peak,
    }
    for name, value in result.items():
        print(f"{name:16} {value:8.2f}")
    if arguments.json:
        print(json.dumps(result))


def _alone(work: Callable[[Path], float], file: Path) -> tuple[float, float]:
    """The CPU seconds that a measurement gives and the peak memory in MB of the process that made it."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_with_peak, (work, file))


def _with_peak(work: Callable[[Path], float], file: Path) -> tuple[float, float]:
    return work(file), _peak_mb()


def _peak_mb() -> float:
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    peak = float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return peak / 1024**2 if sys.platform == "darwin" else peak / 1024


def _ours(file: Path) -> float:
    """The whole build with its model load, in every edition and format of the default config."""
    from i18n_news import config, pipeline

    with tempfile.TemporaryDirectory() as folder:
        settings = config.changed(config.load(start=SAMPLE.parent), {"out": folder})
        # What an earlier run translated would hide the cost.
        settings = replace(settings, memory=config.MemoryConfig())
        started = time.process_time()
        pipeline.build_file(file, settings)
        return time.process_time() - started


def _sources(file: Path) -> list[list[str]]:
    """The sentences of each paragraph that the engine has to translate."""
    from i18n_news import pipeline
    from i18n_news.text.han import has_han

    document = pipeline.read_file(file)
    blocks = ([s.source for s in block.segments if has_han(s.source)] for block in document.blocks)
    return [block for block in blocks if block]


def _floor(file: Path) -> float:
    """One bare batch of the same sentences at the same beam, the model loaded."""
    from i18n_news import config, pipeline

    sources = [source for block in _sources(file) for source in block]
    engine = pipeline.open_engine(config.load(start=SAMPLE.parent))
    started = time.process_time()
    engine.translate(sources)
    return time.process_time() - started


def _argos(file: Path) -> float:
    """argostranslate's own API, one call a paragraph; its splitter, which would download one, gives our sentences."""
    _without_minisbd()
    import argostranslate.translate as api

    paragraphs = ["".join(block) for block in _sources(file)]
    splits = dict(zip(paragraphs, _sources(file), strict=True))

    class Splitter:
        def split_sentences(self, text: str) -> list[str]:
            return splits.get(text, [text])

    api.MiniSBDSentencizer = lambda package: Splitter()
    translation: Any = api.get_translation_from_codes("zh", "en")
    # The first call loads the model; the wrapper's cache of paragraphs would hide repeated ones.
    translation = getattr(translation, "underlying", translation)
    translation.translate("开始")
    started = time.process_time()
    for paragraph in paragraphs:
        translation.translate(paragraph)
    return time.process_time() - started


def _without_minisbd() -> None:
    """argostranslate.translate imports minisbd (AGPL-3, not installed here) for the splitter that we replace."""
    module: Any = types.ModuleType("minisbd")
    module.SBDetect = None
    module.models = types.ModuleType("minisbd.models")
    sys.modules.update({"minisbd": module, "minisbd.models": module.models})


if __name__ == "__main__":
    main()
