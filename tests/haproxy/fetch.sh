#!/usr/bin/env bash
# Puts real HAProxy 2.6, 3.0 and 3.2 (x86-64) under target/haproxy/VERSION, for the tests to run.
#
# They come from Debian's packages (bookworm, trixie and sid), by the package source that this
# machine's own apt configuration names. Nothing is installed: the packages and the libraries they
# need are unpacked in that folder, and target/haproxy/VERSION/haproxy starts them through the
# unpacked dynamic loader.
#
#   tests/haproxy/fetch.sh            all three
#   tests/haproxy/fetch.sh 3.2        only that one
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
base=${CARGO_TARGET_DIR:-$root/target}/haproxy
mkdir -p "$base"
base=$(cd "$base" && pwd)

fail() { printf 'fetch.sh: %s\n' "$*" >&2; exit 1; }

suite_of() {
    case "$1" in
        2.6) echo bookworm ;;
        3.0) echo trixie ;;
        3.2) echo sid ;;
        *) fail "no Debian suite is known for HAProxy $1 (known: 2.6 3.0 3.2)" ;;
    esac
}

# The archive that this machine installs from: the first that is not a security archive.
archive() {
    apt-get indextargets --no-release-info --format '$(CREATED_BY) $(REPO_URI)' |
        awk '$1 == "Packages" && $2 ~ /debian\/?$/ { print $2; exit }'
}

banner() { "$1/haproxy" -v 2>&1 | sed -n 1p; }
is_version() { [ -x "$1/haproxy" ] && [[ $(banner "$1") == *"version $2."* ]]; }

fetch() {
    local version=$1 suite dir apt uri
    suite=$(suite_of "$version")
    dir=$base/$version
    if is_version "$dir" "$version"; then
        return
    fi
    rm -rf "$dir" "$dir.partial"
    dir=$dir.partial
    apt=$dir/apt
    mkdir -p "$apt/lists/partial" "$apt/archives/partial" "$apt/etc" "$dir/root"
    : > "$apt/status"
    uri=$(archive)
    [ -n "$uri" ] || fail "the apt configuration of this machine names no Debian archive"
    printf 'deb [arch=amd64 signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s %s main\n' \
        "$uri" "$suite" > "$apt/etc/sources.list"
    local options=(
        -qq -o APT::Architecture=amd64 -o APT::Architectures::=amd64
        -o Dir::State="$apt" -o Dir::State::status="$apt/status" -o Dir::State::lists="$apt/lists"
        -o Dir::Cache="$apt" -o Dir::Cache::archives="$apt/archives"
        -o Dir::Etc::sourcelist="$apt/etc/sources.list" -o Dir::Etc::sourceparts=/dev/null
        -o Dir::Etc::preferences=/dev/null -o Dir::Etc::preferencesparts=/dev/null
        -o Acquire::Languages=none -o Acquire::Retries=3 -o APT::Install-Recommends=false
        -o APT::Sandbox::User=root
    )
    apt-get "${options[@]}" update || fail "no package lists of Debian $suite"
    # Of all that the package depends on, only its libraries are wanted; the first line of each
    # stanza names a file.
    local -a packages
    mapfile -t packages < <(
        apt-get "${options[@]}" install --yes --print-uris haproxy |
            awk '{ print $2 }' | sed -E 's/_.*//' | grep -E '^(haproxy$|lib)' | sort -u
    )
    [ "${#packages[@]}" -gt 1 ] || fail "Debian $suite has no package haproxy"
    (cd "$apt/archives" && apt-get "${options[@]}" download "${packages[@]}") ||
        fail "the packages of HAProxy $version could not be had"
    local package
    for package in "$apt"/archives/*.deb; do
        dpkg -x "$package" "$dir/root"
    done
    rm -rf "$apt"
    # --argv0 lets a master process start itself again through this script.
    cat > "$dir/haproxy" <<'RUN'
#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
root=$here/root
loader=$root/lib64/ld-linux-x86-64.so.2
[ -e "$loader" ] || loader=$root/usr/lib64/ld-linux-x86-64.so.2
libraries=$root/lib/x86_64-linux-gnu:$root/usr/lib/x86_64-linux-gnu
exec "$loader" --argv0 "$here/haproxy" --library-path "$libraries" "$root/usr/sbin/haproxy" "$@"
RUN
    chmod +x "$dir/haproxy"
    is_version "$dir" "$version" ||
        fail "what Debian $suite holds is not HAProxy $version but: $(banner "$dir")"
    mv "$dir" "$base/$version"
}

[ "$#" -gt 0 ] || set -- 2.6 3.0 3.2
for version in "$@"; do
    fetch "$version"
    banner "$base/$version"
done
