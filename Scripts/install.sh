#!/bin/sh
# Copies daybrief from the folder that this file is in to PREFIX (~/.local): install.sh [PREFIX]. Needs no root for a
# prefix that you own. To remove it: rm -r PREFIX/bin/daybrief PREFIX/lib/daybrief PREFIX/share/doc/daybrief
set -eu
prefix=${1:-"$HOME/.local"}
cd "$(dirname "$0")"
mkdir -p "$prefix/bin" "$prefix/lib" "$prefix/share"
# Beside, then renamed: a build that is running keeps the program that it began with.
cp bin/daybrief "$prefix/bin/.daybrief-new"
rm -rf "$prefix/lib/.daybrief-new"
cp -r lib/daybrief "$prefix/lib/.daybrief-new"
rm -rf "$prefix/lib/daybrief"
mv "$prefix/lib/.daybrief-new" "$prefix/lib/daybrief"
mv "$prefix/bin/.daybrief-new" "$prefix/bin/daybrief"
cp -r share/. "$prefix/share/"
version=$("$prefix/bin/daybrief" --version)
echo "installed $version as $prefix/bin/daybrief"
case ":$PATH:" in
*":$prefix/bin:"*) ;;
*) echo "put $prefix/bin on your PATH" ;;
esac
