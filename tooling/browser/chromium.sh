#!/bin/sh
# Starts the unpacked Chromium with the libraries and fonts that came with it; the system's own fonts come first.
here="$(dirname "$0")/node_modules/.unpacked"
LD_LIBRARY_PATH="${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}$here/al2023/lib"
export LD_LIBRARY_PATH
[ -d /etc/fonts ] || export FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
