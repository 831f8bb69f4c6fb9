#!/bin/sh
# Runs libFuzzer on the readers of untrusted bytes: fuzz.sh SECONDS [TARGET …]. Each target starts from Fuzz/Corpus/TARGET;
# what it finds of interest goes to .build/fuzz/TARGET, an input that crashes or takes over a second to
# Fuzz/Corpus/TARGET, where the tests replay it.
set -eu
cd "$(dirname "$0")/.."
seconds=$1
shift
[ $# -gt 0 ] || set -- html feed frontmatter encoding

# SwiftPM would link a main function of its own, so it only compiles, with coverage, and swiftc links.
scratch=.build/fuzz
DAYBRIEF_FUZZ=1 swift build -c release --scratch-path "$scratch" --target Fuzz -Xswiftc -sanitize=fuzzer
objects=$(find "$scratch/release/" -name '*.o' -path '*.build/*')
# shellcheck disable=SC2086
swiftc -sanitize=fuzzer $objects -o "$scratch/daybrief-fuzz" -lxml2 -lstemmer -lcld2 -licui18n -licuuc

failed=""
for target in "$@"; do
  found="$scratch/$target"
  mkdir -p "$found"
  echo "fuzz: $target for $seconds s"
  dictionary="Fuzz/Dictionaries/$target.txt"
  FUZZ_TARGET=$target SWIFT_BACKTRACE=enable=no "$scratch/daybrief-fuzz" -max_total_time="$seconds" -timeout=1 \
    -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1 ${dictionary:+-dict="$dictionary"} \
    -artifact_prefix="Fuzz/Corpus/$target/" "$found" "Fuzz/Corpus/$target" >"$scratch/$target.log" 2>&1 ||
    failed="$failed $target"
  grep -E 'ERROR|SUMMARY|Fatal|stat::|Test unit written' "$scratch/$target.log" || true
done
[ -z "$failed" ] || {
  echo "fuzz: these failed:$failed; the inputs are in Fuzz/Corpus, the logs in $scratch" >&2
  exit 1
}
