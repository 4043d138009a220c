# Prints what bash offers for the words behind the script, the last of which is being written.
source "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
complete -p jiedu-lint >/dev/null || exit 1
_jiedu_lint
printf '%s\n' "${COMPREPLY[@]}"
