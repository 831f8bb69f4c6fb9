#!/bin/sh
# Writes Sources/CEmbedded/embedded.c: the list of language data and templates that the program carries.
# Run it after adding, moving or removing such a file (make embed does). A test holds the list complete.
set -eu
cd "$(dirname "$0")/.."
out=Sources/CEmbedded/embedded.c
{
  echo '// Written by Scripts/embed.sh. Do not edit.'
  echo '#include "cembedded.h"'
  list() { LC_ALL=C find Sources/Languages/*/ templates -type f ! -name '.*' | LC_ALL=C sort; }
  n=0
  list | while read -r file; do
    printf 'static const unsigned char file_%d[] = {\n#embed "../../%s" if_empty(0)\n};\n' "$n" "$file"
    n=$((n + 1))
  done
  echo 'static const struct cembedded_file files[] = {'
  n=0
  list | while read -r file; do
    short=$(echo "$file" | sed 's|^Sources/Languages/|languages/|')
    printf '  {"%s", file_%d, sizeof file_%d},\n' "$short" "$n" "$n"
    n=$((n + 1))
  done
  echo '};'
  echo 'const struct cembedded_file *cembedded_files(size_t *count) {'
  echo '  *count = sizeof files / sizeof files[0];'
  echo '  return files;'
  echo '}'
} > "$out.new"
if cmp -s "$out.new" "$out"; then rm "$out.new"; else mv "$out.new" "$out"; fi
