#!/bin/sh
# Kills a build at points spread over its length and looks at the site: crash.sh PROGRAM [POINTS]
# By kill -9 and by SIGTERM, in both modes of publication. Ends with 1 at the first fault.
set -eu
program=$(realpath "$1")
points=${2:-200}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# An article of its own for each number; $2 is a word that differs between the mornings.
article() {
  printf -- '---\ntitle: Le quai %s du port rouvre\nsource: La Feuille %s\npublished: 2026-01-%02d\nlanguage: fr\n---\n\n' \
    "$1" $(($1 % 7)) $(($1 % 28 + 1))
  printf 'Le quai %s du port a rouvert lundi après %s mois de travaux menés par la commune.\n\n' "$1" $(($1 + 3))
  printf '« Le chantier %s est fini », a déclaré Solène Abgrall, ingénieure du syndicat %s.\n' "$2" "$1"
}

# morning WORD FIRST LAST: the articles of one morning.
morning() {
  rm -rf articles && mkdir articles
  n=$2
  while [ "$n" -le "$3" ]; do
    article "$n" "$1" > "articles/quai-$n.md"
    n=$((n + 1))
  done
}

milliseconds() { echo $(($(date +%s%N) / 1000000)); }
fault() {
  echo "crash: $*" >&2
  trap - EXIT
  echo "crash: left for you to look at: $work" >&2
  exit 1
}
same() { diff -rq "$1/" "$2/" > differences 2>&1; }

# Every file of the site is that of the old morning or that of the new one, whole.
untorn() {
  (cd site && find . -type f) | while read -r file; do
    cmp -s "site/$file" "old/$file" || cmp -s "site/$file" "new/$file" || echo "$file"
  done
}

for mode in in-place swap; do
  rm -rf site .site-* .daybrief start old new
  printf 'sources: [articles]\noutput: site\nlanguage: fr\npublication: %s\n' "$mode" > daybrief.yml
  morning ancien 1 20
  "$program" build --quiet
  cp -a site/. old
  mkdir start && cp -a site .daybrief start/
  for tree in .site-*; do if [ -d "$tree" ]; then cp -a "$tree" start/; fi; done
  morning nouveau 4 22
  begun=$(milliseconds)
  "$program" build --quiet
  length=$(($(milliseconds) - begun))
  cp -a site/. new
  olds=0
  news=0
  mixed=0
  slowest=0
  for signal in KILL TERM; do
    tries=$points
    if [ "$signal" = TERM ]; then tries=$((points / 5)); fi
    i=0
    while [ "$i" -lt "$tries" ]; do
      i=$((i + 1))
      rm -rf site .site-* .daybrief
      cp -a start/. .
      "$program" build --quiet 2> said &
      process=$!
      if [ $((i % 2)) -eq 0 ]; then
        # Every second point lies where the site is put in place: counted from the first file that is made ready.
        while [ ! -e .daybrief/site/publication ] && kill -0 "$process" 2>/dev/null; do :; done
        delay=$((length * i * 200 / tries))
      else
        delay=$((length * i * 1000 / tries))
      fi
      sleep "$(printf '%d.%06d' $((delay / 1000000)) $((delay % 1000000)))"
      asked=$(milliseconds)
      kill -s "$signal" "$process" 2>/dev/null || true
      status=0
      wait "$process" 2>/dev/null || status=$?
      took=$(($(milliseconds) - asked))
      if [ "$took" -gt "$slowest" ]; then slowest=$took; fi
      if same site old; then olds=$((olds + 1))
      elif same site new; then news=$((news + 1))
      else
        mixed=$((mixed + 1))
        if [ "$mode" = swap ] || [ "$signal" = TERM ]; then fault "$mode, $signal at $i: neither old nor new"; fi
        torn=$(untorn)
        [ -z "$torn" ] || fault "$mode, point $i: torn: $torn"
      fi
      if [ "$signal" = TERM ]; then
        [ "$took" -lt 5000 ] || fault "SIGTERM at $i took $took ms"
        # 143: the signal came before the program had begun, and nothing was touched.
        if [ "$status" = 143 ] && same site old; then status=2; fi
        case $status in 0 | 2) ;; *) fault "$mode, SIGTERM at $i: status $status: $(cat said)" ;; esac
        if [ "$status" = 2 ] && ! same site old; then fault "$mode, SIGTERM at $i: status 2, and the site changed"; fi
      fi
      begun=$(milliseconds)
      "$program" build --quiet || fault "$mode, the run after point $i failed"
      # The machine may be busier now than at the start.
      length=$(((length * 3 + $(milliseconds) - begun) / 4))
      same site new || fault "$mode, the run after point $i: $(head -3 differences)"
      [ ! -e .daybrief/site/publication ] || fault "$mode, point $i: staging was left"
    done
  done
  "$program" check site --quiet || fault "$mode: the site at the end has faults"
  echo "crash: $mode: $points kills and $((points / 5)) SIGTERM over some $length ms: the old site stood $olds times, the" \
    "new $news times, one between them $mixed times, which the next run finished; longest wait $slowest ms"
done
