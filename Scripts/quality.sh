#!/bin/sh
# Scores a build of the program on the labelled sets beside the project, where they are at hand.
set -eu
program=$1
scorer=../shared/eval/score.py
if [ ! -f "$scorer" ]; then
  echo "quality: no labelled sets beside this checkout; nothing to score"
  exit 0
fi
exec python3 "$scorer" "$program"
