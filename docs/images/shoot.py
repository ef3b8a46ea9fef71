"""Takes the pictures of the README from a built sample: python docs/images/shoot.py out/trade-union-alliance."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
PAGES = {"bilingual": (1280, 860), "review": (1280, 860)}


def main() -> None:
    folder = Path(sys.argv[1]).resolve()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, (width, height) in PAGES.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto((folder / f"{name}.html").as_uri())
            if name == "review":
                page.evaluate("document.querySelectorAll('hr, section')[1]?.scrollIntoView()")
            page.screenshot(path=str(HERE / f"{name}.png"))
        browser.close()


if __name__ == "__main__":
    main()
