"""What stops the work: each error is one line that says where and what to do."""

from pathlib import Path


class NewsError(Exception):
    """The base of every error that a person should read; the command line catches it once."""


class ConfigError(NewsError):
    """The configuration file or a command-line value cannot be used."""


class InputError(NewsError):
    """The release to build cannot be read."""


class EncodingError(InputError):
    """A file that is no text, or in no encoding in which it is Chinese; line counts from 1, 0 stands for the file."""

    def __init__(self, name: str, line: int, message: str) -> None:
        super().__init__(f"{name}:{line}: {message}" if line else f"{name}: {message}")
        self.line = line


class FormatError(NewsError):
    """A file that this program writes and reads again (a snapshot, a template) is not what it should be."""


class EngineError(NewsError):
    """A model is missing, damaged or cannot be fetched, or the translation engine failed."""


class InvariantError(NewsError):
    """A value that must not exist was about to be built: a defect of this program, not of the input."""


class GlossaryError(NewsError):
    """A glossary row that cannot be used; line counts from 1, and 0 stands for the file as a whole."""

    def __init__(self, path: Path | str, line: int, message: str) -> None:
        place = f"{path}:{line}" if line else f"{path}"
        super().__init__(f"{place}: {message}")
