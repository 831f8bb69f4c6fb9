#!/bin/sh
# Measures how near the stories of each morning are to those of one batch of all days: pairwise F over the articles known
# by then. A build clusters all that it accumulated, so the last morning is the batch; the first few know less.
#
#   Scripts/mornings.sh .build/release/daybrief corpus-10000.jsonl [EVERY]
#
# A corpus is as for Scripts/scale.sh; one morning of EVERY (5) is looked at. DIGESTS=DIR as there.
set -eu
program=$1
corpus=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
digests=${DIGESTS:-$work}/$(basename "$corpus").digests
if [ ! -s "$digests" ]; then
  "$program" extract --as-is "$corpus" > "$digests.part"
  mv "$digests.part" "$digests"
fi
PROGRAM=$program CORPUS=$corpus DIGESTS=$digests EVERY=${3:-5} python3 - <<'PYTHON'
import collections, json, os, subprocess

rows = [json.loads(line) for line in open(os.environ["CORPUS"], encoding="utf-8")]
days, labels = [row["published"][:10] for row in rows], {row["id"]: row["cluster"] for row in rows}
lines = open(os.environ["DIGESTS"], "rb").read().splitlines(keepends=True)


def stories(chosen):
    out = subprocess.run([os.environ["PROGRAM"], "cluster", "--as-is"], input=b"".join(chosen),
                         stdout=subprocess.PIPE, check=True).stdout
    return {group["id"]: group["story"] for group in map(json.loads, out.decode().splitlines())}


def pairwise(found, expected):
    pairs = lambda keys: sum(n * (n - 1) // 2 for n in collections.Counter(keys).values())
    both = pairs((found[i], expected[i]) for i in found)
    return 200 * both / max(1, pairs(found.values()) + pairs(expected[i] for i in found))


whole = stories(lines)
print(f"one batch of {len(rows)} articles: pairwise F {pairwise(whole, labels):.2f}", flush=True)
mornings = sorted(set(days))
for number in sorted({*range(0, len(mornings), int(os.environ["EVERY"])), len(mornings) - 1}):
    then = stories([line for line, day in zip(lines, days) if day <= mornings[number]])
    print(f"morning {number + 1}: {len(then)} articles, pairwise F {pairwise(then, whole):.2f} against the batch, "
          f"{pairwise(then, labels):.2f} against the labels", flush=True)
PYTHON
