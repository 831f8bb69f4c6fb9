#!/bin/sh
# Writes the manual page from the program's own help: manual.sh PROGRAM > daybrief.1
set -eu
program=$1
# Backslashes, and dots and quotes at the start of a line, mean something to roff.
escaped() { sed -e 's/\\/\\e/g' -e 's/-/\\-/g' -e "s/^\\([.']\\)/\\\\\\&\\1/"; }
section() { printf '.SH %s\n.nf\n' "$1"; }
printf '.TH DAYBRIEF 1 "" "daybrief %s" "User commands"\n' "$("$program" --version)"
printf '.SH NAME\ndaybrief \\- turns press articles into a static site where nothing is invented\n'
section 'HELP'
"$program" --help | escaped
for command in $("$program" --help | awk '/^SUBCOMMANDS:/ { on = 1; next } /^$/ { on = 0 } on && /^  [a-z]/ { print $1 }'); do
  section "DAYBRIEF $(printf '%s' "$command" | tr '[:lower:]' '[:upper:]' | sed 's/-/\\-/g')"
  "$program" help "$command" | escaped
done
