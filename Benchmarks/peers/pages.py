"""The article of HTML pages by trafilatura in its fast mode: pages.py LIST, a file of paths, one a line."""
import sys

from trafilatura import extract
from trafilatura.settings import Extractor

options = Extractor(fast=True, comments=False)

with open(sys.argv[1], encoding="utf-8") as paths:
    for path in paths.read().splitlines():
        with open(path, "rb") as page:
            print(extract(page.read(), options=options))
