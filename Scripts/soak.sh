#!/bin/sh
# Builds a site on many mornings, a few new articles each, and says how time, memory and the archive grow.
# soak.sh PROGRAM [MORNINGS]; every hundredth morning the archive is proved, at the end the site is made from it alone.
set -eu
program=$(realpath "$1")
mornings=${2:-1000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir articles
printf 'title: Soak\nlanguage: fr\ntimeZone: Europe/Paris\nsources: [articles]\noutput: site\n' >daybrief.yml
# Names and places of our own; each morning one story goes on and one begins.
morning=1
began=$(date +%s)
echo "morning seconds memory_KB archive_KB pages"
while [ "$morning" -le "$mornings" ]; do
  day=$(date -u -d "2031-01-01 + $((morning - 1)) days" +%F)
  place="Val$(printf '%s' "$((morning / 7))" | tr '0123456789' 'abcdefghij')is"
  cat >"articles/$day.md" <<A
---
title: "Le barrage de $place, jour $morning"
source: Le Phare
published: $day
---

Le barrage de $place reste fermé, a indiqué mardi Odile Ferrand, préfète de la Sarine. $((100 + morning)) habitants
ont été évacués vers le gymnase de Lestrac. « Nous ne prendrons aucun risque le jour $morning », a déclaré Odile Ferrand.
La Compagnie des eaux inspecte la paroi, longue de $((200 + morning % 50)) mètres, depuis lundi soir.
A
  # Sources keep a week; the archive keeps the rest.
  old=$(date -u -d "2031-01-01 + $((morning - 8)) days" +%F)
  rm -f "articles/$old.md"
  start=$(date +%s%N)
  memory=$(/usr/bin/env python3 - "$program" <<'P'
import resource, subprocess, sys
status = subprocess.run([sys.argv[1], "build", "--quiet"]).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(status)
P
  )
  if [ $((morning % 100)) -eq 0 ] || [ "$morning" -eq 1 ] || [ "$morning" -eq 10 ]; then
    "$program" archive verify 2>/dev/null
    took=$((($(date +%s%N) - start) / 1000000))
    pages=$(grep -c 'index.html$' site/data/files.txt)
    echo "$morning $((took / 1000)).$(printf '%03d' $((took % 1000))) $memory $(($(stat -c %s .daybrief/archive.sqlite) / 1024)) $pages"
  fi
  morning=$((morning + 1))
done
cp -r site before
"$program" build --quiet --from-archive --force
diff -r site before >/dev/null || { echo "soak: the archive alone gives other bytes" >&2; exit 1; }
"$program" check site --quiet
echo "soak: $mornings mornings in $(($(date +%s) - began)) s; the archive alone gives the same bytes"
