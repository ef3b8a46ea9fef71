"""Releases of several sentences for the checks of wording, and what one check says about them."""

from i18n_news.model import Block, BlockKind, Document, Edition, Locale, Run, Segment, State, Target


def text(*pairs, locale=Locale.EN, state=State.TRANSLATED, spans=None):
    """Each pair is (source, text) or (source, text, kind of block); `spans` maps a source to its spans.

    A text is a string or a row of strings and (text, number of the span) pairs.
    """
    blocks, targets = [], {}
    for number, (source, written, *kind) in enumerate(pairs, start=1):
        segment = Segment(f"p{number}.s1", source).with_spans((spans or {}).get(source, ()))
        row = (written,) if isinstance(written, str) else written
        runs = [Run(run) if isinstance(run, str) else Run(run[0], f"{segment.id}.n{run[1]}") for run in row]
        blocks.append(Block(BlockKind(kind[0] if kind else "paragraph"), (segment,)))
        targets[segment.id] = Target(segment.id, locale, tuple(runs), state)
    edition = Edition(locale, targets)
    return Document("release", Locale.ZH_HANS, tuple(blocks), editions={locale: edition})


def places(check, document):
    """The segments at which a check finds something."""
    return [issue.segment_id for edition in document.editions.values() for issue in check(document, edition)]


def issues(check, document):
    return [issue for edition in document.editions.values() for issue in check(document, edition)]
