# Runs the program between two pipes of Spark: sh -c "$(cat pipe.sh)" daybrief PROGRAM [OPTION …]
# Digests leave as they are, lines that could not be used behind them, each after a tab. A status of 1 says that there
# are such lines; any other is a fault, which costs the task a retry.
set -eu
program=$1
shift
# An archive of Spark lies unpacked under its name, with or without the folder that make dist packs.
for found in "$program"/bin/daybrief "$program"/*/bin/daybrief; do
  [ ! -x "$found" ] || program=$found
done
if [ ! -f "$program" ] || [ ! -x "$program" ]; then
  echo "daybrief: there is no program at $program on this node" >&2
  exit 3
fi
rejected=$(mktemp)
trap 'rm -f "$rejected"' EXIT
status=0
"$program" extract --placed --rejected "$rejected" "$@" || status=$?
[ "$status" -le 1 ] || exit "$status"
sed 's/^/\t/' "$rejected"
