"""The engine that the config chooses, known by its id before its model is loaded."""

from collections.abc import Callable, Mapping
from functools import partial

from i18n_news.config import SHIPPED, Config
from i18n_news.translate.adaptation import Adaptation, load_adaptation, shipped
from i18n_news.translate.by_kind import ByKindEngine
from i18n_news.translate.cached import Unopened


def chosen_engine(
    config: Config,
    renderings: Callable[[], Mapping[str, str]],
    *,
    offline: bool = False,
    progress: Callable[[str, int, int], None] | None = None,
) -> Unopened:
    """A model that is missing is installed at once, where the network may be used; EngineError where that fails.

    `renderings` are what a chat engine is told, the English of each source.
    """
    from i18n_news.models import install, store
    from i18n_news.models.sources import TRANSLATION
    from i18n_news.translate.chat import ChatEngine
    from i18n_news.translate.chat_server import Server
    from i18n_news.translate.ctranslate import CTranslateEngine, engine_id
    from i18n_news.translate.model_folder import Tokens, read_folder

    settings = config.engine
    if settings.kind == "chat":
        server = Server(
            settings.url,
            key_variable=settings.api_key_env,
            allow_remote=settings.allow_remote,
            timeout=settings.timeout,
        )
        chat = ChatEngine(server, settings.model, glossary=renderings(), parallel=settings.parallel)
        return Unopened(chat.id, lambda: chat)
    if settings.folder:
        folder = config.path(settings.folder)
    else:
        folder = store.find(TRANSLATION) or install.install(TRANSLATION, offline=offline, progress=progress)
    adaptation = _adaptation(config)
    tokens = Tokens(settings.source_prefix, settings.source_suffix, settings.target_prefix)
    model = read_folder(folder, settings.source_pieces, settings.target_pieces, tokens)
    opened = partial(
        CTranslateEngine,
        folder,
        source_pieces=settings.source_pieces,
        target_pieces=settings.target_pieces,
        tokens=tokens,
        beam=settings.beam,
        length_penalty=settings.length_penalty,
        threads=settings.threads,
    )
    name = engine_id(model, adaptation, settings.beam, settings.length_penalty)
    if adaptation is None or adaptation.kind is None:
        return Unopened(name, partial(opened, adaptation=adaptation))
    kind, other = adaptation.kind, partial(opened, adaptation=adaptation.elsewhere())
    return Unopened(name, lambda: ByKindEngine(kind, opened(adaptation=adaptation), other))


def _adaptation(config: Config) -> Adaptation | None:
    """The shipped one serves only the model that it was made for, which is the one that is installed."""
    settings = config.engine
    if settings.adaptation == SHIPPED:
        return None if settings.folder else shipped()
    return load_adaptation(config.path(settings.adaptation)) if settings.adaptation else None
