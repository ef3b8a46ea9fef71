"""Imports go one way, each library has one door, and nothing happens at import."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "i18n_news"

# A room may import rooms of an earlier row, never of its own or a later one.
ROWS = (
    {"errors"},
    {"model", "text", "files", "config"},
    {"glossary", "models"},
    {"names"},
    {"analyze", "translate", "editions", "checks", "formats", "render", "memory"},
    {"pipeline"},
    {"conversion", "impact", "review", "batch", "workspace"},
    {"cli"},
)
# The config speaks of locales, so it stands above the model in its row.
ALLOWED = {("config", "model")}
DOORS = {
    "ahocorasick_rs": {"glossary/match.py"},
    "argostranslate": {"models/argos_packages.py", "models/store.py"},
    "ctranslate2": {"translate/ctranslate.py"},
    "sentencepiece": {"translate/ctranslate.py"},
    "opencc": {"editions/opencc.py"},
    "docxtpl": {"render/docx.py"},
    "jinja2": {"render/environment.py"},
    "lxml": {"formats/guard.py", "formats/html.py", "glossary/exchange/tbx.py"},
    "openpyxl": {"glossary/exchange/xlsx.py", "glossary/exchange/xlsx_write.py"},
    "pypdfium2": {"formats/pdf.py"},
    "pypinyin": {"text/heteronyms.py", "text/pinyin.py"},
    "pypi_simple": {"models/mirror.py"},
    "requests": {"models/download.py", "models/mirror.py"},
    "rich": {"cli/console.py"},
    "sqlalchemy": {"memory/database.py"},
    "typst": {"render/typesetter.py"},
    "typer": {f"cli/{path.name}" for path in (PACKAGE / "cli").glob("*.py")},
}
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))


def imports(path):
    """(module, at the top level?) of every import in a file, those for type checking left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        node
        for test in ast.walk(tree)
        if isinstance(test, ast.If) and "TYPE_CHECKING" in ast.unparse(test.test)
        for node in ast.walk(test)
    }
    for node in ast.walk(tree):
        if node in typing_only:
            continue
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
            if node.module == "i18n_news":
                names = [f"i18n_news.{alias.name}" for alias in node.names if not alias.name.startswith("__")]
        for name in names:
            yield name, node in tree.body


def room(path):
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def row(name):
    return next(number for number, rooms in enumerate(ROWS) if name in rooms)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_imports_only_rooms_below_it(path):
    own = room(path)
    if own == "__init__":
        return
    wrong = []
    for name, _ in imports(path):
        parts = name.split(".")
        if parts[0] != "i18n_news" or len(parts) == 1 or parts[1] == own:
            continue
        if row(parts[1]) >= row(own) and (own, parts[1]) not in ALLOWED:
            wrong.append(name)
    assert wrong == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_library_is_imported_only_through_its_door(path):
    place = path.relative_to(PACKAGE).as_posix()
    wrong = [name for name, _ in imports(path) if place not in DOORS.get(name.split(".")[0], {place})]
    assert wrong == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_heavy_library_is_imported_inside_functions(path):
    heavy = set(DOORS) - {"typer"}
    assert [name for name, at_top in imports(path) if at_top and name.split(".")[0] in heavy] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_stays_one_room(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 350


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["check", "--help"], ["models", "--help"]])
def test_help_imports_nothing_heavy(arguments):
    heavy = (
        "ctranslate2",
        "sentencepiece",
        "opencc",
        "jinja2",
        "rich",
        "numpy",
        "requests",
        "argostranslate",
        "pypinyin",
        "sqlalchemy",
    )
    code = (
        "import sys\nfrom i18n_news.cli.app import app\n"
        f"try:\n    app({arguments!r})\nexcept SystemExit:\n    pass\n"
        f"print('HEAVY', [name for name in {heavy!r} if name in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert "HEAVY []" in shown.stdout


def test_importing_every_module_makes_no_folder_and_needs_no_model(tmp_path):
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in MODULES]
    code = "import importlib\n" + "\n".join(f"importlib.import_module({name!r})" for name in names)
    environment = {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "PATH": "", "SYSTEMROOT": "C:\\Windows"}
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, check=True)
    assert list(tmp_path.iterdir()) == []
