"""Every way a single character is read, in names too: the dictionary of characters and our own tables."""

from functools import lru_cache

from i18n_news.text.pinyin import without_tones
from i18n_news.text.romanize_tables import given_readings, places, surnames, taiwan_readings


@lru_cache(maxsize=16384)
def possible_readings(char: str) -> frozenset[str]:
    """Tone-marked syllables, and those without a tone; empty where no dictionary has the character."""
    from pypinyin import Style, pinyin

    found = pinyin(char, style=Style.TONE, heteronym=True, errors="ignore")
    syllables = set(found[0]) if found else set()
    if entry := surnames().get(char):
        syllables |= {entry.reading.lower(), *(other.lower() for other in entry.others)}
    if given := given_readings().get(char):
        syllables |= {given.syllables[0], *(other[0] for other in given.others)}
    if place := places().get(char):
        syllables |= {place.syllables[0]}
    if taiwan := taiwan_readings().get(char):
        syllables |= {taiwan[0]}
    return frozenset(syllables | {without_tones(each) for each in syllables} if syllables else ())
