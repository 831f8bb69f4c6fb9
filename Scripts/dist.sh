#!/bin/sh
# Makes dist/daybrief-VERSION-ARCH/ and its .tar.gz: the program, the libraries that it needs and a bare system lacks,
# completions, units, documents. Runs on the same release of the system without Swift: dist.sh PROGRAM
set -eu
cd "$(dirname "$0")/.."
program=$1
version=$("$program" --version)
name="daybrief-$version-$(uname -m)"
folder="dist/$name"
rm -rf "$folder" "$folder.tar.gz"
mkdir -p "$folder/bin" "$folder/lib/daybrief" "$folder/share/doc/daybrief/docs" "$folder/share/man/man1" \
  "$folder/share/bash-completion/completions" "$folder/share/zsh/site-functions" \
  "$folder/share/fish/vendor_completions.d"

cp "$program" "$folder/bin/daybrief"
strip --strip-all "$folder/bin/daybrief"

# libcurl is loaded by name when it is first needed, so the program does not list it.
curl=$(ldconfig -p | awk '$1 == "libcurl.so.4" { print $NF; exit }')
[ -n "$curl" ] || { echo "dist: libcurl.so.4 is missing; run: make setup" >&2; exit 1; }
cp -L "$curl" "$folder/lib/daybrief/"

# The C library belongs to the system: one beside the program would not fit its loader.
{ ldd "$program"; ldd "$curl"; } | awk '$2 == "=>" && $3 ~ /^\// { print $3 }' | while read -r library; do
  case $(basename "$library") in
  libc.so.* | libm.so.* | libdl.so.* | libpthread.so.* | librt.so.* | libresolv.so.* | libutil.so.* | ld-linux*) ;;
  *) cp -L "$library" "$folder/lib/daybrief/" ;;
  esac
done
find "$folder/lib/daybrief" -type f -exec chmod 644 {} +

"$program" --generate-completion-script bash > "$folder/share/bash-completion/completions/daybrief"
"$program" --generate-completion-script zsh > "$folder/share/zsh/site-functions/_daybrief"
"$program" --generate-completion-script fish > "$folder/share/fish/vendor_completions.d/daybrief.fish"
sh Scripts/manual.sh "$program" > "$folder/share/man/man1/daybrief.1"

cp README.md CHANGELOG.md LICENSE "$folder/"
cp README.md CHANGELOG.md LICENSE "$folder/share/doc/daybrief/"
cp -r docs/. "$folder/share/doc/daybrief/docs/"
cp -r deploy "$folder/share/doc/daybrief/"
find "$folder/share/doc/daybrief/deploy" -name __pycache__ -prune -exec rm -r {} +
cp Scripts/install.sh "$folder/install.sh"

# Libraries carry their own licences; what the system says of them comes along.
mkdir -p "$folder/share/doc/daybrief/licences"
for library in "$folder"/lib/daybrief/*; do
  package=$(dpkg-query -S "*/$(basename "$library")" 2>/dev/null | head -n 1 | cut -d: -f1 || true)
  if [ -n "$package" ] && [ -f "/usr/share/doc/$package/copyright" ]; then
    cp "/usr/share/doc/$package/copyright" "$folder/share/doc/daybrief/licences/$package"
  fi
done

# The same tree gives the same archive.
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 -C dist -cf - "$name" | gzip -9n > "$folder.tar.gz"
du -sh "$folder" "$folder.tar.gz"
