# Completes genesys-eventbridge in fish: genesys-eventbridge completion fish > ~/.config/fish/completions/genesys-eventbridge.fish
function __genesys_eventbridge_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct | string unescape)
    set -l program (string replace -r '^~' $HOME -- $words[1])
    set -e words[1]
    set -l how next
    if test -n "$current"
        set how word
        set -a words $current
    end
    for line in ($program completion --complete $how -- $words 2>/dev/null)
        if not string match -q ':files*' -- $line
            string replace -r '^(\S+) ' '$1\t' -- $line
            continue
        end
        set -l endings (string match -ar '\.\S+' -- $line)
        for path in (__fish_complete_path "$current")
            set -l name (string split -m 1 \t -- $path)[1]
            if test (count $endings) -eq 0; or string match -q '*/' -- $name
                echo $name
            else
                for ending in $endings
                    string match -q "*$ending" -- $name; and echo $name
                end
            end
        end
    end
end
complete -c genesys-eventbridge -e
complete -c genesys-eventbridge -f -a '(__genesys_eventbridge_complete)'
