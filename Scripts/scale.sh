#!/bin/sh
# Measures stories on labelled corpora of growing size: pairwise F against the labels, processor time of clustering, how
# it grows with the articles, memory for each article more, and whether the order of the input changes anything.
#
#   Scripts/scale.sh .build/release/daybrief corpus-1000.jsonl corpus-10000.jsonl …
#
# A corpus is articles, one JSON object a line, each with its event in "cluster" (see ../shared/bench/make_corpus.py).
# Digests are made once, beside nothing else: DIGESTS=DIR keeps them there as NAME.digests from run to run. Corpora are
# given smallest first; exponent and memory are between one and the next. SHUFFLED=1 clusters each once more in another
# order. What is aimed at: F within one point of each other, an exponent of at most 1.15, 2 KB an article.
set -eu
program=$1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
kept=${DIGESTS:-$work}
rm -f "$work/last"
for corpus in "$@"; do
  digests=$kept/$(basename "$corpus").digests
  if [ ! -s "$digests" ]; then
    "$program" extract --as-is "$corpus" > "$digests.part"
    mv "$digests.part" "$digests"
  fi
  PROGRAM=$program CORPUS=$corpus DIGESTS=$digests LAST=$work/last python3 - <<'PYTHON'
import collections, json, math, os, random, re, resource, subprocess

program, digests, last = os.environ["PROGRAM"], os.environ["DIGESTS"], os.environ["LAST"]


def run(path):
    """The groups by id, processor seconds as the program tells them, and the most memory in KB."""
    with open(path, "rb") as lines:
        child = subprocess.Popen([program, "cluster", "--as-is", "--timings"], stdin=lines, stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE)
        out = child.stdout.read()
        told = child.stderr.read().decode()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = status
    assert status == 0, told
    times = [float(t) for t in re.search(r"seconds: ([\d.]+) reading, ([\d.]+) stories.*?([\d.]+) origins", told).groups()]
    return {o["id"]: o for o in map(json.loads, out.decode().splitlines())}, times, usage


groups, (reading, clustering, origins), usage = run(digests)
rows = []
with open(os.environ["CORPUS"], encoding="utf-8") as corpus:
    for line in corpus:
        row = json.loads(line)
        rows.append((row["cluster"], groups[row["id"]]["story"]))
pairs = lambda counts: sum(n * (n - 1) // 2 for n in counts.values())
both, gold, found = (pairs(collections.Counter(key)) for key in
                     (rows, (g for g, _ in rows), (f for _, f in rows)))
n, kilobytes = len(rows), usage.ru_maxrss
line = (f"{n} articles: pairwise F {200 * both / max(1, gold + found):.2f}; processor seconds {reading:.1f} reading, "
        f"{clustering:.1f} clustering ({n / max(clustering, 1e-9):,.0f} articles a second), {origins:.1f} origins; "
        f"{usage.ru_utime + usage.ru_stime:.1f} in all; {kilobytes // 1024} MB at most")
if os.path.exists(last):
    before = json.load(open(last))
    step = math.log(n / before["n"])
    line += (f"; since {before['n']}: exponent {math.log(clustering / before['clustering']) / step:.2f} clustering, "
             f"{math.log((usage.ru_utime + usage.ru_stime) / before['all']) / step:.2f} in all, "
             f"{(kilobytes - before['kilobytes']) / (n - before['n']):.1f} KB an article more")
json.dump({"n": n, "clustering": clustering, "all": usage.ru_utime + usage.ru_stime, "kilobytes": kilobytes},
          open(last, "w"))
print(line, flush=True)
if os.environ.get("SHUFFLED"):
    with open(digests, "rb") as lines:
        places = [0]
        for one in lines:
            places.append(places[-1] + len(one))
    order = list(range(len(places) - 1))
    random.Random(1).shuffle(order)
    shuffled = digests + ".shuffled"
    with open(digests, "rb") as lines, open(shuffled, "wb") as out:
        for place in order:
            lines.seek(places[place])
            out.write(lines.read(places[place + 1] - places[place]))
    same = run(shuffled)[0] == groups
    os.remove(shuffled)
    print(f"  in another order: {'the same' if same else 'NOT THE SAME'}", flush=True)
PYTHON
done
