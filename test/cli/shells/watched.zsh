# Makes a shell print every match it finds, and <end> when it has found all.
autoload -Uz compinit
compinit -u -D
source $1
bindkey '^I' complete-word
zstyle ':completion:*' list-prompt ''
compadd() {
  # Calls that fill arrays offer nothing.
  if [[ " ${@[1,(i)(-|--)]} " == *' -'(O|A|D)' '* ]]; then
    builtin compadd "$@"
    return
  fi
  local -a hits
  builtin compadd -A hits "$@"
  local hit
  for hit in $hits; do print -r -- "<match>$hit<>"; done
  builtin compadd "$@"
}
finish() { print '<end>'; compstate[insert]= ; compstate[list]= ; }
comppostfuncs=(finish)
