"""One frozen Config from i18n-news.toml; whatever the file leaves out has a default."""

import difflib
import tomllib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal

from i18n_news.errors import ConfigError
from i18n_news.model import Locale, Severity

FILE_NAME = "i18n-news.toml"
GLOSSARIES = ("people.tsv", "organizations.tsv", "places.tsv", "titles.tsv", "political.tsv", "industrial.tsv")
EDITIONS = (Locale.ZH_HANS, Locale.EN, Locale.ZH_HANT_TW)
FORMATS = ("html", "md")
# The first of each is the default; they are written as the examples that they stand for.
STYLES = {
    "money": ("RMB 1.2 billion", "1.2 billion yuan"),
    "percent": ("8.6 percent", "8.6%"),
    "date": ("September 17", "17 September"),
    "mu": ("mu with hectares", "mu", "hectares"),
    "person": ("full name", "surname"),
    "name_u": ("Lü", "Lyu"),
}


@dataclass(frozen=True, slots=True)
class GlossaryConfig:
    """`files` in the order of precedence, relative to the workspace; `drafts` lets draft entries bind."""

    files: tuple[str, ...] = tuple(f"glossaries/{name}" for name in GLOSSARIES)
    taiwan: str = "glossaries/taiwan.tsv"
    drafts: bool = False


@dataclass(frozen=True, slots=True)
class BuildConfig:
    editions: tuple[str, ...] = tuple(EDITIONS)
    formats: tuple[str, ...] = FORMATS
    out: str = "out"
    fail_on: str = Severity.ERROR.value


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
class EngineConfig:
    """`folder` is a translation package to use instead of the installed one; `threads` 0 is half of the processors."""

    folder: str = ""
    beam: int = 2
    length_penalty: float = 1.0
    threads: int = 0


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a workspace; `folder` is where its relative paths start."""

    folder: Path = Path()
    glossary: GlossaryConfig = field(default_factory=GlossaryConfig)
    build: BuildConfig = field(default_factory=BuildConfig)
    style: StyleConfig = field(default_factory=StyleConfig)
    engine: EngineConfig = field(default_factory=EngineConfig)

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
    config = Config(folder=path.resolve().parent)
    sections = {f.name: getattr(config, f.name) for f in fields(config) if f.name != "folder"}
    for name, values in content.items():
        _known(name, sections, path, "section")
        if not isinstance(values, dict):
            raise ConfigError(f"{path}: {name} must be a section; write [{name}] on a line of its own")
        sections[name] = _section(sections[name], name, values, path)
    config = replace(config, **sections)
    _validate(config, path)
    return config


def _validate(config: Config, path: Path | str) -> None:
    _choose(config.build.editions, tuple(Locale), "build.editions", path)
    _choose(config.build.formats, FORMATS, "build.formats", path)
    _choose((config.build.fail_on,), (*Severity, "never"), "build.fail_on", path)
    for key, choices in STYLES.items():
        _choose((getattr(config.style, key),), choices, f"style.{key}", path)
    if config.engine.beam < 1 or config.engine.threads < 0:
        raise ConfigError(f"{path}: engine.beam must be at least 1 and engine.threads at least 0")


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
            raise ConfigError(f"{path}: {key} cannot be {value!r}; choose from {', '.join(map(str, choices))}")


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
