# shellcheck shell=sh
# Prints the page on standard input: $1 is the browser, what follows are options of it. The PDF is standard output, and what the
# browser says standard error. Descriptor 3 ends with whoever asked for it: then, as at the end, nothing is left running or on the disk.
# It leads a process group of its own.
set -u
umask 077
browser='' watcher='' asked_to_end=''
folder=$(mktemp -d "${TMPDIR:-/tmp}/smpcare-XXXXXXXXXX") || exit 1
finish() {
    trap '' HUP INT TERM PIPE
    [ -z "$browser" ] || kill -s KILL "$browser" 2>/dev/null
    kill -s TERM 0
    # One that has only just begun may miss that signal.
    [ -z "$watcher" ] || kill -s KILL "$watcher" 2>/dev/null
    wait
    # A part of the browser that is just ending may still write.
    rm -rf "$folder" 2>/dev/null || { sleep 1; rm -rf "$folder"; }
    # What heeds no other signal; nobody is left to ask how this shell ends.
    [ -z "$asked_to_end" ] || kill -s KILL 0
}
trap finish EXIT
trap 'asked_to_end=1; exit 1' HUP INT TERM PIPE
(cat <&3 >/dev/null; kill -s TERM "$$") >/dev/null 2>&1 &
watcher=$!

cd "$folder" || exit 1
cat >page.html || exit 1
# Nothing is asked of any network, or kept in the reader's home. Zone and locale are not the reader's.
TZ=UTC LC_ALL=C.UTF-8 XDG_CONFIG_HOME="$folder" XDG_CACHE_HOME="$folder" "$@" --headless --disable-gpu --disable-extensions --disable-background-networking --disable-component-update \
    --disable-sync --disable-breakpad --no-first-run --no-default-browser-check --no-pings --password-store=basic --host-resolver-rules='MAP * ~NOTFOUND' \
    --font-render-hinting=none --user-data-dir="$folder/profile" --no-pdf-header-footer --print-to-pdf="$folder/page.pdf" page.html \
    </dev/null >&2 3<&- &
browser=$!
wait "$browser"
status=$?
browser=''
[ "$status" -eq 0 ] || exit 1
[ ! -f page.pdf ] || cat page.pdf
