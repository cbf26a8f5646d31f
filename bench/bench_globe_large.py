"""How large the report of the demo is, and how a browser bears an assessment of 50 MB.

Needs Chromium and playwright. The large one is the demo's with copies of its flights, claims, cells
and assumptions; it is opened from a report and from a server, drawn in software.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from glasshield.assurance.crux import Depth
from glasshield.assurance.judging import argued
from glasshield.messages import LANGUAGES
from glasshield.report import html, page
from glasshield.report.assurance.names import Names
from glasshield.report.document import Document, read
from glasshield.report.packed import Globe
from glasshield.report.view.build import JudgedClaim, rendered, view_of
from glasshield.report.write import FILES
from glasshield.shield.assessment import Request, assess
from glasshield.workspace import Workspace
from tests.report import fake_assessment
from tests.web import pages
from tests.web.conftest import SOFTWARE_GL, browser
from tests.web.enlarged import enlarged

DEMO = ("third-site-2007", "epaa")
LARGE_BYTES = 50_000_000
WAIT_MS = 120_000.0
BLOCKS = """window.blocks = [];
new PerformanceObserver((list) => {
  for (const each of list.getEntries()) window.blocks.push(each.duration);
}).observe({ type: "longtask", buffered: true });"""


def demo() -> tuple[Document, bytes]:
    """What `glasshield demo` assesses, and its view."""
    workspace = Workspace.default()
    document = read(assess(workspace, Request(DEMO, command="glasshield demo")).to_json())
    claims = [
        JudgedClaim(*argued(workspace, claim, (), None, Depth.QUICK))
        for claim in workspace.catalog.claims.values()
        if claim.cannot_reach and claim.architecture in DEMO
    ]
    return document, rendered(view_of(document, claims, names=Names.of(workspace.catalog)))


def reported(document: Document, view: bytes, lang: Any) -> bytes:
    """The report with its globe."""
    return html.render(page.build(document, lang, FILES[2:]), Globe.showing(view)).encode("utf-8")


def opened(chromium: Any, address: str) -> tuple[float, float, float]:
    """Seconds until something is drawn, the longest block in seconds, and the heap in MB."""
    found = chromium.new_page(viewport={"width": 1300, "height": 850})
    found.set_default_timeout(WAIT_MS)
    found.add_init_script(BLOCKS)
    begun = time.perf_counter()
    found.goto(address, wait_until="commit")
    found.wait_for_selector(".gs-picture canvas")
    drawn_s = time.perf_counter() - begun
    found.wait_for_timeout(3_000)
    longest_s = max(found.evaluate("window.blocks")) / 1e3
    heap_mb = found.evaluate("performance.memory.usedJSHeapSize") / 1e6
    found.close()
    return drawn_s, longest_s, heap_mb


def main() -> None:
    document, view = demo()
    made_up = read(fake_assessment.document())
    for lang in LANGUAGES:
        size = len(reported(document, view, lang))
        other = len(reported(made_up, rendered(view_of(made_up)), lang))
        print(f"report of the demo, {lang}: {size:,} bytes, {size - other:,} over the made-up one")
    large = enlarged(view, LARGE_BYTES // len(view) + 1)
    print(f"the large view: {len(large):,} bytes")
    with (
        tempfile.TemporaryDirectory() as folder,
        browser(SOFTWARE_GL) as chromium,
        pages.served({"/": pages.page(large)}) as address,
    ):
        report = Path(folder) / "report.html"
        report.write_bytes(reported(document, large, "en"))
        print(f"its report: {report.stat().st_size:,} bytes")
        for name, at in (("served", address), ("report", report.as_uri())):
            drawn_s, longest_s, heap_mb = opened(chromium, at)
            print(f"{name}: drawn {drawn_s:.1f} s, block {longest_s:.1f} s, heap {heap_mb:.0f} MB")


if __name__ == "__main__":
    main()
