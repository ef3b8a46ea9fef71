"""A language model behind a server: a real one on 127.0.0.1 that answers well and badly."""

import json
import re
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from i18n_news.config import Config, EngineConfig, GlossaryConfig
from i18n_news.errors import EngineError
from i18n_news.pipeline import open_engine
from i18n_news.translate import chat_server
from i18n_news.translate.chat import ChatEngine, cleaned, faults
from i18n_news.translate.chat_server import Server, is_own
from i18n_news.translate.engine import Scored


class Office:
    """A server with its next answers: texts, functions of the question, or (status, bytes, headers)."""

    def __init__(self):
        self.answers = []
        self.asked = []
        self.headers = []
        self.busy = self.most_busy = 0
        office = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                office.busy += 1
                office.most_busy = max(office.most_busy, office.busy)
                office.asked.append((self.path, question))
                office.headers.append(dict(self.headers))
                status, data, headers = office.answer(question)
                office.busy -= 1
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(data))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *arguments):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def answer(self, question):
        said = self.answers.pop(0) if self.answers else "English of {}"
        if callable(said):
            said = said(question)
        if isinstance(said, tuple):
            return said
        text = said.replace("{}", question["messages"][1]["content"])
        message = {"role": "assistant", "content": text}
        return 200, json.dumps({"choices": [{"index": 0, "message": message}]}).encode(), {}

    def systems(self):
        return [question["messages"][0]["content"] for _, question in self.asked]


@pytest.fixture
def office(monkeypatch):
    monkeypatch.setattr(chat_server, "PAUSE", 0.01)
    office = Office()
    yield office
    office.server.shutdown()
    office.server.server_close()


def engine(office, *, glossary=None, parallel=2, **options):
    return ChatEngine(Server(office.url, **options), "small", glossary=glossary, parallel=parallel)


def texts(hypotheses):
    return [hypothesis.text for hypothesis in hypotheses]


def test_each_source_has_its_answer_in_order_and_an_empty_one_is_not_asked(office):
    assert texts(engine(office).translate(["甲", "", " 乙 ", "甲"])) == [
        "English of 甲",
        "",
        "English of 乙",
        "English of 甲",
    ]
    assert len(office.asked) == 2


def test_the_question_is_one_that_gives_the_same_answer_twice(office):
    engine(office).translate(["甲"])
    ((path, question),) = office.asked
    assert path == "/v1/chat/completions"
    assert (question["model"], question["temperature"], question["stream"]) == ("small", 0, False)
    assert isinstance(question["seed"], int)


def test_an_address_without_a_path_is_asked_below_v1(office):
    office.url = office.url.removesuffix("/v1")
    engine(office).translate(["甲"])
    assert office.asked[0][0] == "/v1/chat/completions"


def test_renderings_of_what_occurs_are_in_the_prompt_the_longer_of_two_at_one_place(office):
    glossary = {
        "开发区": "the Zone",
        "开发": "development",
        "党工委": "Party Working Committee",
        "云溪湖": "Yunxi Lake",
    }
    engine(office, glossary=glossary).translate(["开发区党工委开会。"])
    (system,) = office.systems()
    assert ("开发区 = the Zone" in system, "党工委 = Party" in system) == (True, True)
    assert ("开发 = development" in system, "云溪湖" in system) == (False, False)


def test_a_start_is_asked_for(office):
    office.answers = ["We must carry it out."]
    assert texts(engine(office).translate(["落实责任"], ["We must"])) == ["We must carry it out."]
    assert "begins with these words: We must" in office.systems()[0]


def test_a_lost_placeholder_is_asked_for_once_more_by_its_name(office):
    office.answers = ["He met X1.", "X1 met X2."]
    assert texts(engine(office).translate(["X1会见X2。"])) == ["X1 met X2."]
    assert "X2 is missing" in office.asked[1][1]["messages"][-1]["content"]


def test_after_one_further_try_the_better_answer_is_handed_back_with_its_fault(office):
    office.answers = ["X1 met.", "Nobody met."]
    assert texts(engine(office).translate(["X1会见X2。"])) == ["X1 met."]
    assert len(office.asked) == 2


@pytest.mark.parametrize(
    ("source", "english", "wrong"),
    [
        ("X1会见X2", "X1 met X2.", []),
        ("“X1”好", "“X1” is good.", []),
        ("X1会见X2", "X1 met X12.", ["X2 is missing", "X12 stands 1 times, not at all"]),
        ("X1好", "X1, X1.", ["X1 stands 2 times, not 1"]),
        ("P1好", "It is good.", ["P1 is missing"]),
        ("型号MAX9", "The model MAX9.", []),
        ("好", "", ["the answer was empty"]),
    ],
)
def test_faults_of_an_answer_are_named(source, english, wrong):
    assert faults(source, english) == wrong


@pytest.mark.parametrize(
    ("answer", "english"),
    [
        ("The zone grows.", "The zone grows."),
        ("<think>Zone or park?\n\nZone.</think>\n\nThe zone grows.", "The zone grows."),
        ("Zone or park?</think>The zone grows.", "The zone grows."),
        ("<think>and on and on", ""),
        ("```text\nThe zone grows.\n```", "The zone grows."),
        ("`The zone grows.`", "The zone grows."),
        ("Translation: The zone grows.", "The zone grows."),
        ("**English translation:** The zone grows.", "The zone grows."),
        ("Sure! Here is the translated sentence:\n\nThe zone grows.", "The zone grows."),
        ("The zone grows.\n\nNote: 区 may also be “park”.", "The zone grows."),
        ("The zone\ngrows.", "The zone grows."),
        ('"The zone grows."', "The zone grows."),
        ("“Green” and “clean”", "“Green” and “clean”"),
        ("**The zone grows**", "The zone grows"),
        ("The English corner: a place to talk", "The English corner: a place to talk"),
        ("Output: 3 tons", "Output: 3 tons"),
        ("  \n", ""),
    ],
)
def test_an_answer_is_cleaned_to_its_one_line(answer, english):
    assert cleaned(answer, "园区发展。") == english


@pytest.mark.parametrize(
    ("answer", "source"), [("“Green growth”", "“绿色发展”"), ("English: a short course", "英语：短期课程")]
)
def test_what_the_source_has_itself_stays(answer, source):
    assert cleaned(answer, source) == answer


def test_as_many_are_asked_at_once_as_the_config_says(office):
    # Nobody is answered before three have asked.
    three = threading.Barrier(3)
    office.answers = [lambda question: "English" if three.wait(10) >= 0 else ""] * 6
    engine(office, parallel=3).translate([f"第{number}" for number in range(6)])
    assert office.most_busy == 3


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (
            (404, b'{"error": {"message": "model small not found"}}', {}),
            r"HTTP 404 \(model small not found\); check that",
        ),
        ((401, b"", {}), r"HTTP 401; name the variable with the right key in engine\.api_key_env"),
        ((200, b"<html>hello", {}), r"its answer is not JSON .* is engine\.url the OpenAI-compatible one\?"),
        ((200, b'{"choices": []}', {}), "its answer holds no message"),
        ((200, b'{"choices": [{"message": {"content": null}}]}', {}), "its answer holds no message"),
        ((200, b"[]", {}), "its answer holds no message"),
        ((307, b"", {"Location": "http://203.0.113.9/v1"}), r"redirects to http://203\.0\.113\.9/v1; write that"),
    ],
)
def test_a_bad_answer_is_one_line_that_says_what_to_do(office, answer, message):
    office.answers = [answer]
    with pytest.raises(EngineError, match=message) as error:
        engine(office).translate(["甲"])
    assert str(error.value).startswith(office.url)
    assert "\n" not in str(error.value)


def test_a_redirect_is_not_followed(office):
    office.answers = [(307, b"", {"Location": f"{office.url}/elsewhere"})]
    with pytest.raises(EngineError, match="redirects"):
        engine(office).translate(["甲"])
    assert len(office.asked) == 1


def test_a_busy_server_is_asked_once_more(office):
    office.answers = [(503, b'{"error": "Loading model"}', {}), "Done"]
    assert texts(engine(office).translate(["甲"])) == ["Done"]


def test_a_server_that_stays_broken_is_an_error_after_two_tries(office):
    office.answers = [(500, b'{"error": "out of memory"}', {})] * 9
    with pytest.raises(EngineError, match=r"HTTP 500 \(out of memory\)"):
        engine(office).translate(["甲"])
    assert len(office.asked) == 2


def test_a_slow_server_is_named_with_the_seconds(office):
    is_over = threading.Event()
    office.answers = [lambda question: "late" if is_over.wait(10) else ""]
    with pytest.raises(EngineError, match=r"no answer within 0\.2 s; .* raise engine\.timeout"):
        engine(office, timeout=0.2).translate(["甲"])
    is_over.set()


def test_no_server_is_named_with_what_to_do():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    with pytest.raises(EngineError, match=r"nothing listens there; start the server or correct engine\.url"):
        ChatEngine(Server(url), "small").translate(["甲"])


# --- where the text may go


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("127.0.0.1", True),
        ("10.1.2.3", True),
        ("172.16.0.1", True),
        ("172.32.0.1", False),
        ("192.168.1.9", True),
        ("192.169.1.9", False),
        ("169.254.7.7", True),
        ("100.64.0.1", False),
        ("203.0.113.5", False),
        ("0.0.0.0", False),
        ("::1", True),
        ("fd12::1", True),
        ("fe80::1%eth0", True),
        ("2001:db8::1", False),
        ("::ffff:192.168.1.9", True),
        ("::ffff:8.8.8.8", False),
    ],
)
def test_own_addresses_are_told_from_public_ones(address, own):
    assert is_own(address) == own


@pytest.mark.parametrize("url", ["http://203.0.113.5/v1", "https://[2001:db8::1]:8000/v1", "http://3405803781/v1"])
def test_a_public_address_is_refused_unless_the_config_allows_it(url):
    with pytest.raises(EngineError, match=r"the release would leave the office; set engine\.allow_remote = true"):
        Server(url)
    assert Server(url, allow_remote=True).address == url


def resolving(monkeypatch, *addresses):
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in addresses]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *arguments, **options: found)


def test_a_name_that_leads_to_private_addresses_only_is_allowed(monkeypatch):
    resolving(monkeypatch, "192.168.1.9", "10.0.0.9")
    assert Server("http://model.office/v1").address == "http://model.office/v1"


def test_a_name_that_leads_to_a_public_address_too_is_refused(monkeypatch):
    resolving(monkeypatch, "192.168.1.9", "203.0.113.5")
    with pytest.raises(EngineError, match=r"203\.0\.113\.5 is not an address of this machine"):
        Server("http://model.office/v1")


def test_a_connection_that_leads_elsewhere_than_the_name_did_sends_nothing(office, monkeypatch):
    server = Server(office.url)
    monkeypatch.setattr(chat_server, "is_own", lambda address: False)
    with pytest.raises(EngineError, match="is not an address of this machine"):
        ChatEngine(server, "small").translate(["甲"])
    assert office.asked == []


def test_a_proxy_of_the_environment_is_not_used(office, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert texts(engine(office).translate(["甲"])) == ["English of 甲"]


@pytest.mark.parametrize("url", ["", "127.0.0.1:8000", "ftp://127.0.0.1/v1", "http:///v1", "http://127.0.0.1:99999/v1"])
def test_what_is_no_address_is_named(url):
    with pytest.raises(EngineError, match=r"is not an address; write one such as http://127\.0\.0\.1:11434/v1"):
        Server(url)


@pytest.mark.parametrize("url", ["http://user:geheim@127.0.0.1/v1", "http://127.0.0.1/v1?key=geheim"])
def test_a_password_in_the_address_is_refused_and_not_repeated(url):
    with pytest.raises(EngineError, match=r"must hold no user, password or query") as error:
        Server(url)
    assert "geheim" not in str(error.value)


# --- the key


def test_the_key_comes_from_the_environment_and_goes_into_the_header_alone(office, monkeypatch):
    monkeypatch.setenv("OFFICE_KEY", "geheim-7")
    made = engine(office, key_variable="OFFICE_KEY")
    made.translate(["甲"])
    assert office.headers[0]["Authorization"] == "Bearer geheim-7"
    assert "geheim" not in made.id + repr(office.asked) + repr(vars(made))


def test_a_key_that_the_server_repeats_is_not_shown(office, monkeypatch):
    monkeypatch.setenv("OFFICE_KEY", "geheim-7")
    office.answers = [(401, b'{"error": {"message": "wrong key geheim-7"}}', {})]
    with pytest.raises(EngineError, match=r"wrong key \*\*\*"):
        engine(office, key_variable="OFFICE_KEY").translate(["甲"])


@pytest.mark.parametrize(
    ("key", "message"), [("", r"OFFICE_KEY .* is not set"), ("密钥", "OFFICE_KEY holds no key that can be sent")]
)
def test_a_key_that_is_missing_or_cannot_be_sent_is_named_by_its_variable(office, monkeypatch, key, message):
    monkeypatch.setenv("OFFICE_KEY", key)
    with pytest.raises(EngineError, match=message) as error:
        engine(office, key_variable="OFFICE_KEY")
    assert "密钥" not in str(error.value)


# --- what it is for the rest of the house


def test_there_is_no_telling_a_score_or_where_it_looked(office):
    (hypothesis,) = engine(office).translate(["甲"])
    assert (hypothesis.score, hypothesis.attention.weights) == (0.0, ())
    assert engine(office).score([("甲", "A")]) == [Scored()]


def test_the_id_tells_models_addresses_and_glossaries_apart(office):
    server = Server(office.url)
    made = [
        ChatEngine(server, "small"),
        ChatEngine(server, "large"),
        ChatEngine(Server(office.url + "/other"), "small"),
        ChatEngine(server, "small", glossary={"区": "zone"}),
    ]
    assert len({each.id for each in made}) == 4
    assert re.fullmatch(r"chat:small:http://127\.0\.0\.1:\d+/v1:[0-9a-f]{12}", made[0].id)


def test_the_config_chooses_it_with_the_glossaries_that_bind_on_every_day(office, tmp_path):
    rows = (
        "source\ten\tstatus\tvalid_from",
        "云溪湖\tYunxi Lake\tapproved\t",
        "东港\tEast Port\tdraft\t",
        "西港\tWest Port\tapproved\t2030-01-01",
    )
    (tmp_path / "places.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    settings = EngineConfig(kind="chat", url=office.url, model="small")
    config = Config(folder=tmp_path, glossary=GlossaryConfig(files=("places.tsv",)), engine=settings)
    open_engine(config, offline=True).translate(["云溪湖、东港、西港"])
    (system,) = office.systems()
    assert [name for name in ("Yunxi Lake", "East Port", "West Port") if name in system] == ["Yunxi Lake"]
