# Prints what zsh offers for a line: presses Tab in a shell of its own, on a terminal of its own.
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1= PS2=; stty -echo; unsetopt zle_bracketed_paste; source ${(q)${0:A:h}}/watched.zsh ${(q)1}; print ready"
integer tries=0
while zpty -r shell text && [[ $text != *ready* ]]; do ((++tries > 100)) && exit 1; done
zpty -w -n shell "$2"$'\t'
while zpty -r shell text && [[ $text != *'<end>'* ]]; do
  [[ $text != *'<match>'* ]] || print -r -- "${${text#*<match>}%%<*}"
done
zpty -d shell
