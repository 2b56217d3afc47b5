# fish completion for smpcare, as 'smpcare completion fish' prints it.

function __smpcare_complete
    set -l tokens (commandline -opc)
    set -l typed (commandline -ct)
    set typed (string unescape -- $typed; or string replace -r '^[\'"]' '' -- $typed)
    set -l words (string replace -r '^~/' "$HOME/" -- $tokens $typed)
    test (count $words) -eq (count $tokens); and set -a words ''
    type -q -- $words[1]; or return
    set -l lines ($words[1] __complete $words[2..-1] 2>/dev/null </dev/null)
    test (count $lines) -gt 1; and printf '%s\n' $lines[2..-1]
    set -l option (string match -r -- '^--[^=]*=' $typed)
    set -l path (string replace -- "$option" '' $typed)
    switch "$lines[1]"
        case folders
            printf '%s\n' "$option"(__fish_complete_directories "$path" '')
        case 'files*'
            set -l found (__fish_complete_path "$path")
            set -l ending (string escape --style=regex -- (string replace -r '^files ?' '' -- $lines[1]))
            set -l fit (string match -r -- ".*(?:/|$ending)(?:\t.*)?\$" $found)
            test (count $fit) -gt 0; and set found $fit
            printf '%s\n' "$option"$found
    end
end

complete -c smpcare -f -a '(__smpcare_complete)'
