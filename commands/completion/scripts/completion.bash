# Completes genesys-eventbridge in bash 3.2 and newer: source <(genesys-eventbridge completion bash)
_genesys_eventbridge() {
  local current=${COMP_WORDS[COMP_CWORD]} how=word line value endings files=
  local -a words
  words=("${COMP_WORDS[@]:1:COMP_CWORD-1}")
  # Bash ends a word at =, which then is a word by itself.
  if [[ $current == = ]]; then
    words+=(=)
    current=
  fi
  # A quote that is still open is no part of the value.
  current=${current#[\"\']}
  if [[ -n $current ]]; then words+=("$current"); else how=next; fi
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :files*)
        files=yes
        endings=${line#:files}
        ;;
      "$current"*) COMPREPLY+=("${line%% *}") ;;
    esac
  done < <("${COMP_WORDS[0]/#\~/$HOME}" completion --complete "$how" -- "${words[@]}" 2>/dev/null)
  [[ -n $files ]] || return 0
  # Bash then writes names as a shell takes them, and a folder with its slash.
  type compopt >/dev/null 2>&1 && compopt -o filenames
  while IFS= read -r value; do
    if [[ -d ${value/#\~/$HOME} || -z $endings ]]; then
      COMPREPLY+=("$value")
      continue
    fi
    for line in $endings; do
      if [[ $value == *"$line" ]]; then COMPREPLY+=("$value"); fi
    done
  done < <(compgen -f -- "$current")
}
complete -F _genesys_eventbridge genesys-eventbridge
