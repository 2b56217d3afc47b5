#compdef smpcare
# zsh completion for smpcare, as 'smpcare completion zsh' prints it: the file _smpcare in a folder of $fpath.

_smpcare() {
    local line word text
    local -a typed lines options whole open
    typed=("${(@Q)words[1,CURRENT-1]}" "${(Q)PREFIX}")
    typed=("${(@)typed/#\~\//$HOME/}")
    lines=("${(@f)$("$typed[1]" __complete "${(@)typed[2,-1]}" 2>/dev/null </dev/null)}")
    for line in "${(@)lines[2,-1]}"; do
        word=${line%%$'\t'*} text=${line#*$'\t'}
        text=${word//:/\\:}${text:+:$text}
        case $word in
            *[=.]) open+=("$text") ;;
            -*) options+=("$text") ;;
            *) whole+=("$text") ;;
        esac
    done
    (( $#options )) && _describe -o smpcare options
    (( $#whole )) && _describe smpcare whole
    (( $#open )) && _describe smpcare open -S ''
    case $lines[1] in
        folders) compset -P '--*='; _path_files -/ ;;
        'files '?*) compset -P '--*='; _files -g "*${lines[1]#files }(-.)" ;;
        files*) compset -P '--*='; _files ;;
    esac
}

if [[ $funcstack[1] == _smpcare ]]; then _smpcare "$@"; else compdef _smpcare smpcare; fi
