#!/bin/sh
# The man pages are sound mdoc. Usage: man_lint.sh SOURCE_DIR
set -eu
exec mandoc -T lint -W warning "$1/man/smpcare.1" "$1/man/smpcare-rules.5"
