#!/bin/sh
# The page's style sheet and what the program makes of its skeleton, by the rules of stylelint and html-validate. Usage: lint.sh PROGRAM SOURCE_DIR
# Needs build/npm (scripts/test puts it there); without it it is skipped (77).
set -eu
program=$1
source=$2
tools=$source/build/npm/node_modules
if [ ! -x "$tools/.bin/stylelint" ] || [ ! -x "$tools/.bin/html-validate" ]; then
    echo "skipped: scripts/install-npm installs what this needs"
    exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

"$program" plan --date 2026-11-22 --name Ana -f html >plan.html
"$program" plan --date 2026-11-22,2026-12-06 --today 2026-11-27 -r smp-scar -f html >today.html
"$program" rules show -f html >rules.html
printf 'id,date\na,2026-11-22\nb,2026-11-23\n' | "$program" batch - --combined -o combined.html
echo '{"root": true, "extends": ["html-validate:standard"]}' >.htmlvalidate.json
"$tools/.bin/html-validate" ./*.html

# Rules stand in the order of the page, not of their weight.
cat >stylelint.json <<END
{"extends": "$tools/stylelint-config-recommended/index.js", "rules": {"no-descending-specificity": null}}
END
"$tools/.bin/stylelint" --config stylelint.json "$source"/src/format/*/*.css
