#compdef genesys-eventbridge
# Completes genesys-eventbridge in zsh: source <(genesys-eventbridge completion zsh), or a file _genesys-eventbridge in $fpath
_genesys-eventbridge() {
  local line how=word
  local -a given values endings
  local files=
  given=("${(@Q)words[2,CURRENT]}")
  if [[ -z ${given[-1]} ]]; then
    how=next
    given[-1]=()
  fi
  for line in "${(@f)$("${(Q)words[1]/#\~/$HOME}" completion --complete $how -- "${given[@]}" 2>/dev/null)}"; do
    case $line in
      :files*)
        files=yes
        endings=(${=line#:files})
        ;;
      ?*" "*) values+=("${${line%% *}//:/\\:}:${line#* }") ;;
      ?*) values+=("${line//:/\\:}") ;;
    esac
  done
  if (( $#values )); then _describe -t values value values; fi
  if [[ -n $files ]]; then
    if (( $#endings )); then _files -g "*(${(j:|:)endings})(-.)"; else _files; fi
  fi
}
if [[ $funcstack[1] == _genesys-eventbridge ]]; then
  _genesys-eventbridge "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
  compdef _genesys-eventbridge genesys-eventbridge
fi
