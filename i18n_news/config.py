"""One frozen Config from i18n-news.toml; whatever the file leaves out has a default."""

import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal

from i18n_news.errors import ConfigError
from i18n_news.model import FrozenMap, Locale, Severity

FILE_NAME = "i18n-news.toml"
# The database of a workspace whose settings file names no other.
DATABASE = "i18n-news.db"
GLOSSARIES = ("people.tsv", "organizations.tsv", "places.tsv", "titles.tsv", "political.tsv", "industrial.tsv")
EDITIONS = (Locale.ZH_HANS, Locale.EN, Locale.ZH_HANT_TW)
FORMATS = ("html", "md", "txt", "docx", "pdf")
ALL_FORMATS = "all"
ENGINES = ("ctranslate", "chat")
# The adaptation in the package; any other value is a file of the workspace.
SHIPPED = "news"
# The first of each is the default; they are written as the examples that they stand for.
STYLES = {
    "money": ("RMB 1.2 billion", "1.2 billion yuan"),
    "percent": ("8.6 percent", "8.6%"),
    "date": ("September 17", "17 September"),
    "mu": ("mu with hectares", "mu", "hectares"),
    "person": ("full name", "surname"),
    "name_u": ("Lü", "Lyu"),
}

# The same for the Taiwan edition.
TAIWAN = {
    "project": ("項目", "專案"),
    "quality": ("高質量發展", "高品質發展"),
    "tai": ("台灣", "臺灣"),
    "ruby": ("none", "zhuyin", "pinyin"),
}

# What every [[silence]] must say.
SILENCE_NEEDS = {
    "check": 'which check it silences, such as check = "changed-number"',
    "release": 'the name of the release, or release = "*" for every one',
    "reason": "why this is no fault; it stands on the review sheet",
}


@dataclass(frozen=True, slots=True)
class GlossaryConfig:
    """`files` in the order of precedence, relative to the workspace; `drafts` lets draft entries bind.

    `domains` are the audiences that releases are for: their entries beat those for everybody, the first one most.
    """

    files: tuple[str, ...] = tuple(f"glossaries/{name}" for name in GLOSSARIES)
    taiwan: str = "glossaries/taiwan.tsv"
    hong_kong: str = "glossaries/hong_kong.tsv"
    drafts: bool = False
    domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BuildConfig:
    editions: tuple[str, ...] = tuple(EDITIONS)
    formats: tuple[str, ...] = ("html", "md")
    out: str = "out"
    fail_on: str = Severity.ERROR.value

    @property
    def chosen_formats(self) -> tuple[str, ...]:
        """The formats in the order of FORMATS, each once; `all` stands for every one of them."""
        return tuple(name for name in FORMATS if name in self.formats or ALL_FORMATS in self.formats)


@dataclass(frozen=True, slots=True)
class StyleConfig:
    """The house style of figures and names, each value one of the examples in STYLES.

    `person` is how a person is called after the first mention, `name_u` how 吕 is spelled: by ISO 7098 or as in
    passports.
    """

    money: str = STYLES["money"][0]
    percent: str = STYLES["percent"][0]
    date: str = STYLES["date"][0]
    mu: str = STYLES["mu"][0]
    person: str = STYLES["person"][0]
    name_u: str = STYLES["name_u"][0]

    @property
    def romanization(self) -> Literal["pinyin", "passport"]:
        """The style of romanization for `romanize_person`."""
        return "passport" if self.name_u == "Lyu" else "pinyin"


@dataclass(frozen=True, slots=True)
class HouseText:
    """What the office puts around every release in one language; what is empty is left out.

    The lines of `letterhead` and `contact` stay lines, a blank line parts the paragraphs of `about`. `embargo` is shown
    for a release with an embargo, whose time takes the place of `{time}`.
    """

    organization: str = ""
    letterhead: str = ""
    embargo: str = ""
    about_title: str = ""
    about: str = ""
    contact_title: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class HouseConfig:
    """The office: `logo` is a PNG or JPEG file of the workspace, `texts` what it says of itself in each language."""

    logo: str = ""
    texts: Mapping[Locale, HouseText] = field(default_factory=FrozenMap)


@dataclass(frozen=True, slots=True)
class TaiwanConfig:
    """What the editor of the Taiwan edition decides, each value one of the examples in TAIWAN.

    `project` and `quality` are the words for 项目 and 高质量发展, `tai` the character for 台, `ruby` what stands over
    names.
    """

    project: str = TAIWAN["project"][0]
    quality: str = TAIWAN["quality"][0]
    tai: str = TAIWAN["tai"][0]
    ruby: str = TAIWAN["ruby"][0]


@dataclass(frozen=True, slots=True)
class EngineConfig:
    """What translates, one of ENGINES.

    `ctranslate` runs the model in `folder`, or else the installed one; `source_pieces` and `target_pieces` are the
    SentencePiece models in it, the prefixes and the suffix tokens around the pieces: what is empty is found there.
    `adaptation` is SHIPPED, which is for the installed model only, the .npz file of another one, or empty for none.
    `threads` 0 is half of the processors. `chat` asks the model `model` of the OpenAI-compatible server at `url`,
    `parallel` sentences at once, `timeout` seconds for each; its key is in the environment variable `api_key_env`.
    """

    kind: str = ENGINES[0]
    folder: str = ""
    source_pieces: str = ""
    target_pieces: str = ""
    source_prefix: tuple[str, ...] = ()
    source_suffix: tuple[str, ...] = ()
    target_prefix: tuple[str, ...] = ()
    adaptation: str = SHIPPED
    beam: int = 2
    length_penalty: float = 1.0
    threads: int = 0
    url: str = ""
    model: str = ""
    api_key_env: str = ""
    allow_remote: bool = False
    timeout: float = 120.0
    parallel: int = 2


@dataclass(frozen=True, slots=True)
class MemoryConfig:
    """`database` is a file of the workspace or a SQLAlchemy URL; without one nothing is remembered.

    So it is where there is no settings file: nothing of a release is left in a folder that is no workspace.
    """

    database: str = ""


@dataclass(frozen=True, slots=True)
class Silence:
    """One [[silence]]: what a check finds in a release, or in every one (`*`), that a person has judged, and why.

    It counts in the segment with that id or in those whose source holds `text`, or else in the whole release.
    """

    check: str = ""
    release: str = ""
    reason: str = ""
    segment: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a workspace; `folder` is where its relative paths start."""

    folder: Path = Path()
    glossary: GlossaryConfig = field(default_factory=GlossaryConfig)
    build: BuildConfig = field(default_factory=BuildConfig)
    style: StyleConfig = field(default_factory=StyleConfig)
    taiwan: TaiwanConfig = field(default_factory=TaiwanConfig)
    house: HouseConfig = field(default_factory=HouseConfig)
    engine: EngineConfig = field(default_factory=EngineConfig)
    memory: MemoryConfig = field(default_factory=MemoryConfig)
    silence: tuple[Silence, ...] = ()

    def path(self, relative: str) -> Path:
        return self.folder / relative


def load(path: Path | None = None, *, start: Path | None = None) -> Config:
    """The config in `path`, or else in the nearest i18n-news.toml from `start` upwards, or else the defaults.

    ConfigError: the file cannot be read, is not TOML, has an unknown key or a value of the wrong kind.
    """
    folder = (start or Path.cwd()).resolve()
    if path is None:
        found = next((p / FILE_NAME for p in (folder, *folder.parents) if (p / FILE_NAME).is_file()), None)
        if found is None:
            return Config(folder=folder)
        path = found
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: is not a TOML file in UTF-8 ({error})") from error
    return parse(content, path)


def parse(content: dict[str, Any], path: Path) -> Config:
    """The config in parsed TOML; `path` is for messages and for the folder of the workspace."""
    config = Config(folder=path.resolve().parent, memory=MemoryConfig(DATABASE))
    sections = {f.name: getattr(config, f.name) for f in fields(config) if f.name != "folder"}
    for name, values in content.items():
        _known(name, sections, path, "section")
        if name == "silence":
            sections[name] = _silences(values, path)
            continue
        if not isinstance(values, dict):
            raise ConfigError(f"{path}: {name} must be a section; write [{name}] on a line of its own")
        read = _house if name == "house" else _section
        sections[name] = read(sections[name], name, values, path)
    config = replace(config, **sections)
    _validate(config, path)
    return config


def _validate(config: Config, path: Path | str) -> None:
    _choose(config.build.editions, tuple(Locale), "build.editions", path)
    _choose(config.build.formats, (*FORMATS, ALL_FORMATS), "build.formats", path)
    _choose((config.build.fail_on,), (*Severity, "never"), "build.fail_on", path)
    for key, choices in STYLES.items():
        _choose((getattr(config.style, key),), choices, f"style.{key}", path)
    for key, choices in TAIWAN.items():
        _choose((getattr(config.taiwan, key),), choices, f"taiwan.{key}", path)
    _validate_engine(config.engine, path)


def _validate_engine(engine: EngineConfig, path: Path | str) -> None:
    _choose((engine.kind,), ENGINES, "engine.kind", path)
    if engine.beam < 1 or engine.threads < 0:
        raise ConfigError(f"{path}: engine.beam must be at least 1 and engine.threads at least 0")
    if engine.parallel < 1 or engine.timeout <= 0:
        raise ConfigError(f"{path}: engine.parallel must be at least 1 and engine.timeout more than 0")
    if engine.kind == "chat" and not (engine.url and engine.model):
        raise ConfigError(f'{path}: engine.kind = "chat" needs engine.url and engine.model; write both into [engine]')
    if engine.api_key_env and not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", engine.api_key_env):
        # Not repeated: it is likely the key itself.
        raise ConfigError(f"{path}: engine.api_key_env must name an environment variable; a key is never in this file")


def _house(house: Any, name: str, values: dict[str, Any], path: Path) -> Any:
    """The [house] with its sections by language, such as [house.en]."""
    known = {f.name: None for f in fields(HouseConfig) if f.name != "texts"} | {str(locale): None for locale in Locale}
    texts: dict[Locale, HouseText] = {}
    for key, value in values.items():
        _known(key, known, path, f"key in [{name}]")
        if key in list(Locale):
            if not isinstance(value, dict):
                raise ConfigError(f"{path}: {name}.{key} must be a section; write [{name}.{key}] on a line of its own")
            texts[Locale(key)] = _section(HouseText(), f"{name}.{key}", value, path)
    plain = {key: value for key, value in values.items() if key not in list(Locale)}
    return replace(_section(house, name, plain, path), texts=FrozenMap(texts))


def _silences(tables: Any, path: Path) -> tuple[Silence, ...]:
    """The [[silence]] tables in the order of the file."""
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ConfigError(f"{path}: silence must be a list of tables; write [[silence]] on a line of its own")
    silences = []
    for number, table in enumerate(tables, start=1):
        silence = _section(Silence(), "silence", table, path)
        for key, wanted in SILENCE_NEEDS.items():
            if not getattr(silence, key).strip():
                raise ConfigError(f"{path}: [[silence]] {number} has no {key}; write {wanted}")
        silences.append(silence)
    return tuple(silences)


def _section(section: Any, name: str, values: dict[str, Any], path: Path) -> Any:
    defaults = {f.name: getattr(section, f.name) for f in fields(section)}
    changes: dict[str, Any] = {}
    for key, value in values.items():
        _known(key, defaults, path, f"key in [{name}]")
        default = defaults[key]
        wanted = float if isinstance(default, float) else type(default)
        if wanted is tuple and isinstance(value, list) and all(isinstance(item, str) for item in value):
            changes[key] = tuple(value)
        elif wanted is float and type(value) in (int, float):
            changes[key] = float(value)
        elif type(value) is wanted:
            changes[key] = value
        else:
            kind = {tuple: "a list of texts", str: "a text", bool: "true or false", int: "a whole number"}
            raise ConfigError(f"{path}: {name}.{key} must be {kind.get(wanted, 'a number')}, not {value!r}")
    return replace(section, **changes)


def _known(key: str, known: dict[str, Any], path: Path, what: str) -> None:
    if key not in known:
        near = difflib.get_close_matches(key, known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(sorted(known))}"
        raise ConfigError(f"{path}: unknown {what} {key!r}; {hint}")


def _choose(values: tuple[str, ...], choices: tuple[str, ...], key: str, path: Path | str) -> None:
    for value in values:
        if value not in choices:
            near = difflib.get_close_matches(value, choices, n=1)
            hint = f"did you mean {near[0]!r}? " if near else ""
            raise ConfigError(f"{path}: {key} cannot be {value!r}; {hint}choose from {', '.join(map(str, choices))}")


def changed(config: Config, options: dict[str, Any]) -> Config:
    """The config with the options of a command line that were given; ConfigError names a value that cannot be."""
    given = {key: value for key, value in options.items() if value not in (None, "")}
    drafts = given.pop("drafts", config.glossary.drafts)
    given = {key: tuple(value) if isinstance(value, list) else value for key, value in given.items()}
    if "out" in given:
        # An option is relative to where the command is typed, the file's own value to the workspace.
        given["out"] = str(Path(given["out"]).resolve())
    config = replace(config, glossary=replace(config.glossary, drafts=drafts), build=replace(config.build, **given))
    _validate(config, "the command line")
    return config
