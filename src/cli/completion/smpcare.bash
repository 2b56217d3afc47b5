# bash completion for smpcare, as 'smpcare completion bash' prints it. It needs nothing else to be loaded.

# REPLY becomes the word without its quotes and backslashes. Nothing in the word is run.
_smpcare_plain() {
    local rest=$1 quote='' c
    REPLY=
    if [[ $rest == \~/* ]]; then REPLY=$HOME rest=${rest:1}; fi
    while [[ -n $rest ]]; do
        c=${rest:0:1} rest=${rest:1}
        case $quote$c in
            "''" | '""') quote= ;;
            "'" | '"') quote=$c ;;
            \\ | \"\\) REPLY+=${rest:0:1} rest=${rest:1} ;;
            *) REPLY+=$c ;;
        esac
    done
}

# COMPREPLY gets paths that begin with $1, each with $2 before it: folders, and files that end in $3 (all files where
# none does). What the shell would expand first is left to readline.
_smpcare_paths() {
    local path ending=$3
    compopt -o filenames 2>/dev/null
    for path in "$1"*; do
        if [[ -d $path || ($ending != / && -e $path && $path == *"$ending") ]]; then COMPREPLY+=("$2$path"); fi
    done
    if [[ ${#COMPREPLY[@]} -eq 0 && -n $ending && $ending != / ]]; then _smpcare_paths "$1" "$2" ''; fi
}

_smpcare() {
    local line=${COMP_LINE:0:COMP_POINT} typed='' head='' piece rest i
    local -a words=() lines=()
    COMPREPLY=()
    # readline also breaks words at = and :, which leaves no space between the pieces; head is what it replaces nothing of.
    for ((i = 0; i <= COMP_CWORD; i++)); do
        rest=${line#"${line%%[![:space:]]*}"}
        piece=${COMP_WORDS[i]}
        if ((i == COMP_CWORD)); then piece=$rest; fi
        if [[ $i -eq 0 || $rest != "$line" ]]; then
            if ((i > 0)); then words+=("$typed"); fi
            typed=$piece head=
        else
            head=$typed typed+=$piece
            if [[ $piece != *[!=:]* ]]; then head=$typed; fi
        fi
        line=${rest#"$piece"}
    done
    if [[ ${words[${#words[@]} - 1]} == *[\<\>] ]]; then compopt -o default 2>/dev/null && return; fi

    for ((i = 0; i < ${#words[@]}; i++)); do
        _smpcare_plain "${words[i]}"
        words[i]=$REPLY
    done
    _smpcare_plain "$head"
    head=$REPLY
    _smpcare_plain "$typed"
    local plain=$REPLY option=
    while IFS= read -r line; do lines+=("$line"); done < <(
        "${words[@]:0:1}" __complete "${words[@]:1}" "$plain" 2>/dev/null </dev/null)

    for line in "${lines[@]:1}"; do
        line=${line%%$'\t'*}
        if [[ $line == "$plain"* ]]; then COMPREPLY+=("${line#"$head"}"); fi
    done
    if [[ ${COMPREPLY[0]-} == *[=.] ]]; then compopt -o nospace 2>/dev/null; fi
    if [[ $plain == --*=* ]]; then option=${plain%%=*}=; fi
    rest=${option#"$head"}
    case ${lines[0]-} in
        words | '') ;;
        *) if [[ ${typed#"$option"} == *['$`']* ]]; then compopt -o default 2>/dev/null; fi ;;&
        folders) _smpcare_paths "${plain#"$option"}" "$rest" / ;;
        files*) _smpcare_paths "${plain#"$option"}" "$rest" "${lines[0]#files }" ;;
    esac
}

complete -F _smpcare smpcare
