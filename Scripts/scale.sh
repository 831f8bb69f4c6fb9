#!/bin/sh
# Measures stories on labelled corpora of growing size: pairwise F against the labels, and CPU seconds of clustering.
#
#   Scripts/scale.sh .build/release/daybrief corpus-1000.jsonl corpus-10000.jsonl …
#
# A corpus is articles, one JSON object a line, each with its event in "cluster" (see ../shared/bench/make_corpus.py).
# Extraction is timed apart. The figures are to stay within one point of each other, and the seconds to grow as the
# articles do.
set -eu
program=$1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for corpus in "$@"; do
  "$program" extract --as-is "$corpus" > "$work/digests.jsonl"
  PROGRAM=$program CORPUS=$corpus DIGESTS=$work/digests.jsonl python3 - <<'PYTHON'
import collections, json, os, resource, subprocess
before = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(os.environ["DIGESTS"], "rb") as digests:
    out = subprocess.run([os.environ["PROGRAM"], "cluster", "--as-is"], stdin=digests, stdout=subprocess.PIPE, check=True).stdout
after = resource.getrusage(resource.RUSAGE_CHILDREN)
story = {o["id"]: o["story"] for o in map(json.loads, out.decode().splitlines())}
rows = [(r["cluster"], story[r["id"]]) for r in map(json.loads, open(os.environ["CORPUS"], encoding="utf-8"))]
pairs = lambda counts: sum(n * (n - 1) // 2 for n in counts.values())
both, gold, found = pairs(collections.Counter(rows)), pairs(collections.Counter(g for g, _ in rows)), pairs(collections.Counter(f for _, f in rows))
print(f"{len(rows)} articles: pairwise F {200 * both / max(1, gold + found):.2f}, clustering with its reading {after.ru_utime - before.ru_utime:.1f} CPU s, {after.ru_maxrss // 1024} MB at most")
PYTHON
done
