#!/bin/sh
# Shows what haproxy-kit does, on the configuration beside this script. Changes no file.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
cd "$here/.."
target=${CARGO_TARGET_DIR:-target}

say() {
    printf '\n\033[1m%s\033[0m\n' "$*"
}

# Prints a command as one would type it, then runs it.
show() {
    printf '  $'
    for word in "$@"; do
        case $word in
            *[!A-Za-z0-9_./:=-]*) printf " '%s'" "$word" ;;
            *) printf ' %s' "$word" ;;
        esac
    done
    printf '\n'
    "$@"
}

say "Building the command (the first time takes a minute) ..."
cargo build --quiet --package haproxy-kit
PATH=$(cd "$target/debug" && pwd):$PATH
export PATH
config=examples/haproxy.cfg

say "1. It reads a configuration of $(wc -l < $config) lines and knows every word of it."
echo "   Quotes, escapes and comments are understood as HAProxy understands them:"
show haproxy-kit tokens $config | sed -n '1p; /frontend · www/,/acl · is_picture/p'

say "2. It prints the file back, every byte as it was."
echo "  $ haproxy-kit cat $config | cmp - $config"
haproxy-kit cat $config | cmp - $config
echo "   cmp finds no difference."

say "3. It changes what you ask for in its place, and no other byte."
show haproxy-kit set --diff $config 'backend api' 'timeout server' 60s
echo "   A value is quoted as it needs to be: it cannot become a comment, a word or a line."
show haproxy-kit add --diff $config 'backend api' http-request set-header X-Note 'blue # not "green"'

say "4. It lays a file out evenly; not a word of it changes. The first lines of what would change:"
show haproxy-kit fmt --diff $config | head -n 30

say "5. It tells what HAProxy would see: conditions decided, variables put in."
echo "   Here for an HAProxy 2.6 with HTTP_PORT set to 9000, from the middle and the end:"
show haproxy-kit cat --evaluate --define version=2.6 --env HTTP_PORT=9000 $config |
    sed -n '1p; /^frontend www/,/internal/p; /^backend rate_limits/,$p'

say "6. It makes a file fit to be shown to others."
show haproxy-kit anonymize $config | sed -n '1p; /^backend backend2/,/init-addr/p'

say "7. It knows every keyword of HAProxy 2.4 to 3.4, and what it is for."
show haproxy-kit explain http-request set-header
show haproxy-kit explain --section backend check-sni

say "8. It reads the file into a typed model, and prints a fresh file from it."
show haproxy-kit rebuild $config | sed -n '/^backend api/,/server-template/p'

say "No file was changed: add --in-place to do so, at once and with mode and owner kept."
