#!/bin/sh
# Installs the system libraries that daybrief needs, where they are missing. Says which, asks nothing.
# With "browser" what its browser tests need instead: Chromium and its driver, a font, Python's venv, Java.
# With "spark" what extraction on Spark needs: Python's venv, and Java 17 or 21.
# With "bench" what is measured beside it: Hugo, and Python's venv for the others.
set -eu
packages="libcmark-dev libxml2-dev libstemmer-dev libicu-dev libcld2-dev libsqlite3-dev libxxhash-dev zlib1g-dev"
packages="$packages libbrotli-dev libcurl4-openssl-dev pkg-config"
case ${1:-} in
  browser) packages="chromium chromium-driver fonts-liberation python3-venv default-jre-headless" ;;
  spark) packages="python3-venv default-jre-headless" ;;
  bench) packages="hugo python3-venv" ;;
esac

if ! command -v swift >/dev/null 2>&1; then
  echo "setup: Swift 6.1 or newer is missing; install it from swift.org and put it on the PATH" >&2
  exit 1
fi

if command -v dpkg-query >/dev/null 2>&1; then
  missing=""
  for package in $packages; do
    status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
    [ "$status" = "install ok installed" ] || missing="$missing $package"
  done
  [ -n "$missing" ] || exit 0
  as_root=""
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null 2>&1; then as_root="sudo"; else
      echo "setup: these packages are missing:$missing; install them as root" >&2
      exit 1
    fi
  fi
  echo "setup: installing$missing"
  $as_root apt-get update -qq
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive $as_root apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends $missing >/dev/null
elif [ "${1:-}" = bench ]; then
  echo "setup: the peers of make bench are Hugo and Python 3.11 with its venv; they are tried on Debian" >&2
elif [ "${1:-}" = browser ]; then
  echo "setup: the browser tests need Chromium, chromedriver, Python 3.11 or newer and Java; they are tried on Debian" >&2
elif [ "${1:-}" = spark ]; then
  echo "setup: extraction on Spark needs Python 3.10 or newer and Java 17 or 21; it is tried on Debian" >&2
elif command -v brew >/dev/null 2>&1; then
  echo "setup: on macOS (untested): brew install cmark libxml2 snowball icu4c cld2 brotli curl pkg-config" >&2
else
  echo "setup: install these libraries with their headers: cmark, libxml2, libstemmer, ICU, CLD2, zlib, brotli, libcurl, pkg-config" >&2
fi
