"""Wade-Giles spelling from pinyin syllables, as libraries wrote it: apostrophes and ü kept, ê without its hat."""

from i18n_news.text.pinyin import without_tones

_INITIALS = {
    "zh": "ch",
    "ch": "ch'",
    "sh": "sh",
    "b": "p",
    "p": "p'",
    "d": "t",
    "t": "t'",
    "g": "k",
    "k": "k'",
    "j": "ch",
    "q": "ch'",
    "x": "hs",
    "z": "ts",
    "c": "ts'",
    "r": "j",
}
_WHOLE = {
    "zhi": "chih",
    "chi": "ch'ih",
    "shi": "shih",
    "ri": "jih",
    "zi": "tzu",
    "ci": "tz'u",
    "si": "ssu",
    "e": "o",
    "er": "erh",
    "yi": "i",
    "ye": "yeh",
    "yan": "yen",
    "you": "yu",
    "yong": "yung",
    "yu": "yü",
    "yue": "yüeh",
    "yuan": "yüan",
    "yun": "yün",
    "ge": "ko",
    "ke": "k'o",
    "he": "ho",
    "gui": "kuei",
    "kui": "k'uei",
    "guo": "kuo",
    "kuo": "k'uo",
    "huo": "huo",
    "shuo": "shuo",
}
_FINALS = {
    "ian": "ien",
    "ie": "ieh",
    "üe": "üeh",
    "ue": "üeh",
    "iong": "iung",
    "ong": "ung",
    "uo": "o",
}
# After j, q and x pinyin writes ü without its dots.
_AFTER_PALATAL = {"u": "ü", "ue": "üeh", "uan": "üan", "un": "ün"}


def wade_giles(syllable: str) -> str:
    """One pinyin syllable, tone marks ignored, in lower-case Wade-Giles."""
    plain = without_tones(syllable).lower()
    if plain in _WHOLE:
        return _WHOLE[plain]
    if plain[:1] in ("y", "w"):
        return plain
    initial = next(
        (part for part in (plain[:2], plain[:1]) if part in _INITIALS), plain[:1] if plain[:1] in "mfnlhs" else ""
    )
    final = plain[len(initial) :]
    if initial in ("j", "q", "x"):
        final = _AFTER_PALATAL.get(final, final)
    return _INITIALS.get(initial, initial) + _FINALS.get(final, final)
