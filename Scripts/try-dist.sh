#!/bin/sh
# Tries dist/ in a bare folder of the same system, as debootstrap makes one, without Swift: try-dist.sh FOLDER. As root.
#   debootstrap --variant=minbase bookworm FOLDER
set -eu
bare=$1
cd "$(dirname "$0")/.."
rm -rf "$bare/tried" && mkdir -p "$bare/tried/home"
for archive in dist/daybrief-*.tar.gz; do tar -xzf "$archive" -C "$bare/tried"; done
# The loader finds a program's own folder by /proc.
mounted=""
if [ ! -e "$bare/proc/self" ]; then mount -t proc proc "$bare/proc" && mounted=yes; fi
trap '[ -z "$mounted" ] || umount "$bare/proc"' EXIT
chown -R 65534:65534 "$bare/tried/home"
# shellcheck disable=SC2016
chroot --userspec=65534:65534 "$bare" /usr/bin/env -i HOME=/tried/home PATH=/usr/bin:/bin sh -euc '
  ! command -v swift
  sh /tried/daybrief-*/install.sh
  PATH=$HOME/.local/bin:$PATH
  mkdir "$HOME/brief" && cd "$HOME/brief"
  daybrief init
  daybrief build
  daybrief build --quiet
  daybrief check site
  ls -A
'
echo "try-dist: the program runs there"
