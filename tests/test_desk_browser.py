"""The desk in a real browser: nothing from a document runs, everybody can read it, everything works by keyboard."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from desk_browser import browser, focus, needs_browser, opened, served
from desk_cases import keep
from findings_by_hand import build
from headwater import pipeline
from headwater.ids import identify
from headwater.records import Analysis, Attribution, Case, Document, Evidence, Responsibility, Segment, Span, Time
from headwater.store import CaseFolder
from headwater.web.guarding import Door
from headwater.web.working import Desk

pytestmark = [needs_browser, pytest.mark.filterwarnings("ignore::ResourceWarning")]
ARABIC = "أعلنت خدمة الإنقاذ أن 41 شخصا لقوا حتفهم. «ما زلنا نعد»، قالت إينيس أوكورو.\n" * 3
HEADS = ("<script>{}</script>", "<img src=x onerror={}>", "<svg onload={}>", '"><script>{}</script>',
         "'\"><img src=x onerror={}>",
         "</title><script>{}</script>", "</textarea><script>{}</script>", "</style><script>{}</script>",
         "<iframe srcdoc='<script>parent.{}</script>'>", "<a href='javascript:{}'>x</a>", "javascript:{}",
         "data:text/html,<script>{}</script>", "<details open ontoggle={}>", "<input autofocus onfocus={}>",
         "<body onload={}>", "{{{{ {} }}}}", "{{% print({}) %}}", "${{{}}}", "<math><mtext><script>{}</script>",
         "<!--><script>{}</script>-->", "<a hx-on:load='{}'>", "<div hx-get='/' hx-trigger='load' hx-on::load='{}'>",
         "<object data='javascript:{}'>", "<form action='javascript:{}'><button>x",
         "<base href='javascript:{}//'>")  # fmt: skip
CALLS = ("alert(1)", "alert`1`", "top.alert(1)", "window['alert'](1)", "eval('alert(1)')")
TAILS = ("", "\u202e", "\x0b", "&lt;")
PAYLOADS = [head.format(call) + tail for head, call, tail in product(HEADS, CALLS, TAILS)]


def hostile(number: int, payload: str) -> Analysis:
    """Return a document in which everything that a page shows is a payload."""
    text = f"{payload}\n\n“{payload}”, {payload} said. At least 41 people died, {payload} said.\n"
    path = payload.replace("/", "∕")[:80] + f"{number}.txt"
    document = Document(
        identify("document", number), path, identify("sha", number), text, publisher=payload, title=payload,
        author=payload, published="2031-03-03", url=f"https://x.example/?{payload}", language="en",
    )  # fmt: skip
    quoted = Span(len(payload) + 3, 2 * len(payload) + 3)
    source = Span(quoted.end + 3, quoted.end + 3 + len(payload))
    said = Attribution(
        identify("attribution", number), document.id, (source,), (Span(source.end + 1, source.end + 5),), (quoted,),
        "direct", "said", "stated", None, 0.9, Evidence(payload, payload),
    )  # fmt: skip
    why = Evidence(payload, payload)
    whole = Span(source.start, len(text))
    told = Time(
        identify("time", number), document.id, source.start, source.end, "date", "2031-03-04", "XXXX-03-04", None,
        payload, why,
    )  # fmt: skip
    deed = Responsibility(
        identify("responsibility", number), document.id, source, whole, source, "accused", (quoted,), True, None, why
    )
    return Analysis(document, (Segment("sentence", whole.start, whole.end),), (said,), (told,), (), (deed,))


def arabic() -> Analysis:
    """Return a document that is written from right to left."""
    document = Document(
        "document-arabic", "arabic.txt", "f" * 64, ARABIC, publisher="الشاطئ", title="غرق عبارة", language="ar"
    )
    return Analysis(document, (), (), (), ())


def calm() -> Case:
    """Return a case with every kind of finding, a text from right to left among it."""
    analyses = [a for a in build().analyses if "script" not in (a.document.title or "") + a.document.text]
    return pipeline.relate([*analyses, arabic()])


@pytest.fixture(scope="module")
def started() -> Iterator[Any]:
    with browser() as running:
        yield running


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, Door]]:
    folder = tmp_path_factory.mktemp("browser") / "case"
    keep(folder, calm())
    with served(folder) as running:
        yield running


def pages_of(case: Case) -> dict[str, str]:
    """Return an address of every kind of page."""
    document = next(a.document.id for a in case.analyses if a.attributions)
    attribution = next(t for a in case.analyses for t in a.attributions)
    claim = max(case.claims, key=lambda c: c.documents)
    reuse = case.reuse[0]
    return {
        "overview": "/",
        "documents": "/documents",
        "document": f"/document/{document}",
        "right to left": "/document/document-arabic",
        "claims": "/claims?all=1",
        "claim": f"/claim/{claim.id}",
        "quotations": "/quotations",
        "pairs": "/pairs",
        "compare": f"/compare/{reuse.left.document}/{reuse.right.document}",
        "speakers": "/speakers?all=1",
        "speaker": f"/speaker/{case.speakers[0].id}",
        "figures": "/figures",
        "timeline": "/timeline",
        "day": "/day/2031-03-03",
        "following": "/following",
        "responsibility": "/responsibility",
        "publishers": "/publishers",
        "search": "/search?q=people",
        "empty search": "/search?q=zzzzz",
        "positions": "/positions",
        "revisions": "/revisions",
        "wordings": "/wordings",
        "stories": "/stories",
        "review": "/review?topic=people",
        "reading": "/reading",
        "export": f"/export?claim={claim.id}",
        "claims by documents": "/claims?by=documents",
        "corrections": "/corrections",
        "open": "/open",
        "correct attribution": f"/correct/attribution/{attribution.id}?document={attribution.document}",
        "correct claim": f"/correct/claim/{claim.id}",
        "correct speaker": f"/correct/speaker/{case.speakers[0].id}",
        "correct document": f"/correct/document/{document}",
        "original": f"/original/{document}",
        "problem": "/claim/none",
    }


def latest(desk: Desk) -> Case:
    with CaseFolder(desk.folder) as folder:
        found = folder.latest()
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 640), ("dark", 1280), ("light", 320)]
)  # 1280 twice as large, and WCAG 1.4.10
def test_axe_finds_nothing_on_any_page(started: Any, desk: tuple[Desk, Door], scheme: str, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    axe, said, wrong = Axe(), list[str](), list[str]()
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    size = {"width": width, "height": 900}
    with opened(started, desk[1], said, color_scheme=scheme, viewport=size, bypass_csp=True) as page:
        for name, path in pages_of(latest(desk[0])).items():
            page.goto(f"http://127.0.0.1:{desk[1].port}{path}")
            for violation in axe.run(page, options=options).response["violations"]:
                wrong += [f"{name}: {violation['id']} {node['html'][:160]}" for node in violation["nodes"]]
            if width < 1000:
                over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                wrong += [f"{name}: {over} pixels too wide"] if over > 0 else []
    assert wrong == []


def test_a_note_opens_below_its_words_on_a_small_screen(started: Any, desk: tuple[Desk, Door]) -> None:
    said: list[str] = []
    with opened(started, desk[1], said, viewport={"width": 390, "height": 800}) as page:
        page.goto(f"http://127.0.0.1:{desk[1].port}/document/{latest(desk[0]).analyses[0].document.id}")
        page.locator("a.n").first.click()
        badge = page.locator("a.n").first.bounding_box()
        note = page.locator(".note:target").bounding_box()
        assert badge["y"] + badge["height"] <= note["y"]
        assert round(note["y"] + note["height"]) == 800
        page.locator(".note:target .badge").click()
        assert page.locator(".note:target").count() == 0


def test_no_page_breaks_the_policy_or_says_anything(started: Any, desk: tuple[Desk, Door]) -> None:
    said: list[str] = []
    with opened(started, desk[1], said) as page:
        for path in pages_of(latest(desk[0])).values():
            page.goto(f"http://127.0.0.1:{desk[1].port}{path}")
            page.wait_for_load_state("networkidle")
        page.goto(f"http://127.0.0.1:{desk[1].port}/document/document-arabic")
        assert page.evaluate("getComputedStyle(document.getElementById('text')).direction") == "rtl"
    assert [line for line in said if "404" not in line] == []


@pytest.fixture
def own(tmp_path: Path) -> Iterator[tuple[Desk, Door]]:
    keep(tmp_path / "case", calm())
    with served(tmp_path / "case") as running:
        yield running


def test_six_tasks_are_done_by_keyboard(started: Any, own: tuple[Desk, Door]) -> None:
    desk, door = own
    said: list[str] = []
    home = f"http://127.0.0.1:{door.port}"
    with opened(started, door, said) as page:
        keys = page.keyboard
        # find a claim that several documents make, and its origins
        focus(page, ".line a[href^='/claim/']")
        keys.press("Enter")
        page.wait_for_url("**/claim/**")
        assert "independent origin" in page.inner_text(".standing")
        focus(page, "svg.chain a")

        # look for words, and jump to them
        keys.press("/")
        keys.type("counting")
        keys.press("Enter")
        page.wait_for_url("**/search**")
        focus(page, ".hits a")
        keys.press("Enter")
        page.wait_for_url("**/document/**")
        assert page.is_visible("#asked")

        # go through findings, show another layer
        keys.press("j")
        first = page.evaluate("document.activeElement.dataset.n")
        keys.press("j")
        assert page.evaluate("document.activeElement.dataset.n") != first
        keys.press("k")
        assert page.evaluate("document.activeElement.dataset.n") == first
        page.goto(page.url.partition("#")[0])
        focus(page, "#layer-d")
        keys.press("Space")
        assert page.is_checked("#layer-d")

        # compare two documents
        page.goto(f"{home}/pairs")
        focus(page, "a[href^='/compare/']")
        keys.press("Enter")
        page.wait_for_url("**/compare/**")
        assert page.locator(".sides .side").count() > 2

        # correct a wrong speaker, from the text
        attribution = next(t for a in latest(desk).analyses for t in a.attributions if t.source)
        page.goto(f"{home}/document/{attribution.document}")
        for _ in range(60):
            keys.press("j")
            if page.evaluate("document.activeElement.dataset.n || ''").startswith("a"):
                break
        keys.press("c")
        page.wait_for_selector(".slot input[name=speaker]")
        focus(page, ".slot input[name=speaker]")
        keys.type("Marta Feld")
        focus(page, ".slot input[name=why]")
        keys.type("Heard on the tape.")
        keys.press("Enter")
        page.wait_for_url("**/document/**/s**")
        desk.wait()
        assert "Marta Feld" in {speaker.name for speaker in latest(desk).speakers}

        # undo it
        page.goto(f"{home}/corrections")
        focus(page, "summary")
        keys.press("Enter")
        focus(page, "input[name=why]")
        keys.type("It was the other tape.")
        with page.expect_navigation():
            keys.press("Enter")
        desk.wait()
        assert "Marta Feld" not in {speaker.name for speaker in latest(desk).speakers}
    assert [line for line in said if "404" not in line] == []


def test_reading_and_deciding_need_no_script(started: Any, own: tuple[Desk, Door]) -> None:
    desk, door = own
    with opened(started, door, [], java_script_enabled=False) as page:
        page.click(".line a[href^='/claim/']")
        page.click("ol.reports a[href^='/document/']")
        page.click("a.decide >> nth=0")
        form = "form[data-action=note]"
        page.fill(f"{form} textarea", "A note without a script.")
        page.fill(f"{form} input[name=why]", "To see whether it works.")
        page.click(f"{form} button")
        desk.wait()
        page.goto(f"http://127.0.0.1:{door.port}/corrections")
        assert "A note without a script." in page.inner_text("main")


def test_words_that_are_selected_become_places(started: Any, desk: tuple[Desk, Door]) -> None:
    case = latest(desk[0])
    document = next(a.document for a in case.analyses if a.attributions)
    with opened(started, desk[1], []) as page:
        page.goto(f"http://127.0.0.1:{desk[1].port}/document/{document.id}")
        chosen = page.evaluate(
            """() => {
              const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
              let node, nodes = []; while ((node = walker.nextNode())) nodes.push(node);
              const range = document.createRange();
              range.setStart(nodes[1], 1); range.setEnd(nodes[4], 2);
              const selection = getSelection(); selection.removeAllRanges(); selection.addRange(range);
              return selection.toString();
            }"""
        )
        page.wait_for_selector("#selected:not([hidden])")
        places = str(page.get_attribute("#selected", "href")).partition("/s")[2].partition("#")[0]
        start, end = (int(place) for place in places.split("-"))
        assert " ".join(document.text[start:end].split()) == " ".join(str(chosen).split())
        page.goto(f"http://127.0.0.1:{desk[1].port}/document/{document.id}#s{start}-{end}")
        page.wait_for_url(f"**/s{start}-{end}#asked")


def test_the_one_time_address_is_in_no_history_and_in_no_referrer(started: Any, own: tuple[Desk, Door]) -> None:
    _, door = own
    sent: list[str] = []
    with opened(started, door, []) as page:
        assert page.url == f"http://127.0.0.1:{door.port}/"
        page.on("request", lambda request: sent.append(request.url + str(request.headers.get("referer", ""))))
        page.click("header nav a[href='/claims']")
        assert page.evaluate("document.referrer") == ""
        seen = [page.url]
        for _ in range(3):
            page.go_back()
            seen.append(page.url)
        assert door.token not in " ".join([*seen, *sent])
        assert door.session not in " ".join([*seen, *sent])


def run_hostile(started: Any, folder: Path, payloads: list[str]) -> None:
    """Visit pages of a case made of payloads, each text and all lists; nothing may run, and no policy be broken."""
    case = pipeline.relate([hostile(n, payload) for n, payload in enumerate(payloads)])
    keep(folder, case)
    said: list[str] = []
    with served(folder) as (_, door), opened(started, door, said) as page:
        home = f"http://127.0.0.1:{door.port}"
        paths = ["/", "/documents", "/claims?all=1", "/quotations", "/pairs", "/speakers", "/timeline", "/publishers",
                 "/search?q=people", "/search?q=script&kind=said", "/open", "/responsibility", "/following", "/stories",
                 "/day/2031-03-04", "/wordings", "/positions", "/figures", "/reading", "/review?topic=people",
                 f"/export?claim={case.claims[0].id}", "/claims?by=documents"]  # fmt: skip
        paths += [f"/document/{analysis.document.id}" for analysis in case.analyses]
        some = max(1, len(payloads) // 25)  # the other pages show all payloads in the same few ways
        for analysis in case.analyses[::some]:
            document, attribution = analysis.document.id, analysis.attributions[0].id
            paths += [f"/correct/attribution/{attribution}?document={document}"]
            paths += [f"/original/{document}", f"/correct/document/{document}"]
        paths += [f"/speaker/{speaker.id}" for speaker in case.speakers[::some]]
        for path in paths:
            page.goto(home + path, wait_until="load")
        page.goto(home + "/responsibility")
        assert page.locator(".line").count() == min(50, len(payloads))
        page.goto(home + "/day/2031-03-04")
        assert page.locator("main li").count() > 0
        for payload in payloads[::some]:
            page.goto(home + "/search")
            page.fill("#q", payload)
            page.press("#q", "Enter")
        page.wait_for_timeout(200)
    assert [line for line in said if "status of 4" not in line] == []


def test_payloads_do_not_run(started: Any, tmp_path: Path) -> None:
    run_hostile(started, tmp_path / "case", PAYLOADS[::41])


@pytest.mark.slow
def test_five_hundred_payloads_do_not_run(started: Any, tmp_path: Path) -> None:
    assert len(PAYLOADS) == 500
    run_hostile(started, tmp_path / "case", PAYLOADS)


ARCHIVED = """<!DOCTYPE html><html><head><title>Archived</title></head><body><p id="here">An archived page.</p>
<script>
  document.title = "ran";
  fetch("/index.json").then((r) => r.text()).then((t) => parent.postMessage("read " + t.slice(0, 20), "*"));
  try { parent.document.title = "ran"; } catch (e) {}
</script>
<img src="/static/icon.svg" onerror="parent.postMessage('ran', '*')" onload="parent.postMessage('ran', '*')">
<form action="/corrections" method="post"><input name="why"></form></body></html>"""


def test_an_archived_page_can_do_nothing(started: Any, tmp_path: Path) -> None:
    folder = tmp_path / "case"
    with CaseFolder(folder) as case:
        sha256 = case.keep_original(ARCHIVED.encode())
    analysis = arabic()
    document = replace(analysis.document, sha256=sha256, format="HTML")
    keep(folder, pipeline.relate([replace(analysis, document=document)]))
    said: list[str] = []
    with served(folder) as (_, door), opened(started, door, said) as page:
        page.on("console", lambda message: None)
        page.add_init_script("addEventListener('message', (e) => console.log('EXECUTED ' + e.data))")
        home = f"http://127.0.0.1:{door.port}"
        page.goto(f"{home}/original/{document.id}")
        page.wait_for_load_state("networkidle")
        assert page.frame_locator("iframe").locator("#here").inner_text() == "An archived page."
        assert "Original" in page.title()
        page.goto(f"{home}/original/{document.id}/bytes")
        assert page.title() == "Archived"
        page.wait_for_timeout(200)
    assert not [line for line in said if "EXECUTED" in line]
