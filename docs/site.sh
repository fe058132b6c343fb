#!/usr/bin/env bash
# Builds docs/ as a site: target/site/html. The references come from the code: the command's own help, the
# Python package as it is installed, and rustdoc.
#
#   docs/site.sh            all of it
#   docs/site.sh --no-rust  without rustdoc
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
target=${CARGO_TARGET_DIR:-$PWD/target}
site=$PWD/target/site
environment=$target/python/site
if [ ! -x "$environment/bin/mkdocs" ]; then
    python3 -m venv "$environment"
    "$environment/bin/pip" install --quiet --disable-pip-version-check \
        'mkdocs-material>=9.5,<10' 'mkdocstrings[python]>=0.29' ops
fi

rm -rf "$site"
mkdir -p "$site/docs"
cp -r docs/. "$site/docs"
rm -f "$site/docs/site.sh"

reference=$site/docs/reference
mkdir -p "$reference"
kit=${HAPROXY_KIT:-}
if [ -z "$kit" ]; then
    cargo build --quiet --package haproxy-kit
    kit=$target/debug/haproxy-kit
fi
{
    printf '# The command line\n\n'
    printf '```text\n%s\n```\n' "$("$kit" --help)"
    for command in $("$kit" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z-]*\) .*/\1/p'); do
        [ "$command" = help ] || printf '\n## %s\n\n```text\n%s\n```\n' "$command" "$("$kit" "$command" --help)"
    done
} > "$reference/command-line.md"

# A page for each part of the package: what it exports, from its docstrings.
page() {
    local file=$reference/$1.md title=$2
    shift 2
    printf '# %s\n' "$title" > "$file"
    for module in "$@"; do
        printf '\n::: %s\n' "$module" >> "$file"
    done
}
page python-config haproxy_kit.config haproxy_kit.config haproxy_kit.config._model \
    haproxy_kit.config._records haproxy_kit._native.Document haproxy_kit._native.Section
page python-sections haproxy_kit.config.sections haproxy_kit.config.sections
page python-route haproxy_kit.route haproxy_kit.route haproxy_kit.route.v2 \
    haproxy_kit.route.tcp_v1 haproxy_kit.route._records haproxy_kit.route.reverseproxy \
    haproxy_kit.route._charm_options
page python-charm haproxy_kit.charm haproxy_kit.charm haproxy_kit.charm.haproxy_route.v2 \
    haproxy_kit.charm.haproxy_route_tcp.v1
page python-runtime haproxy_kit.runtime haproxy_kit.runtime haproxy_kit.runtime._client \
    haproxy_kit.runtime._plan haproxy_kit.runtime._commands.Commands
page python-errors haproxy_kit.errors haproxy_kit.errors

printf '# Rust\n\nMade by rustdoc:\n\n' > "$reference/rust.md"
for crate in haproxy_config haproxy_model haproxy_route haproxy_runtime; do
    printf -- '* <a href="../rust/%s/index.html">%s</a>\n' "$crate" "$crate" >> "$reference/rust.md"
done

# Links to what is not part of the site lead to the repository.
sed -i -E 's#\]\(\.\./(crates|examples|tests)/#](https://github.com/haproxy-kit/haproxy-kit/blob/main/\1/#g' \
    "$site"/docs/*.md
"$environment/bin/mkdocs" build --quiet --config-file mkdocs.yml

if [ "${1:-}" != --no-rust ]; then
    cargo doc --quiet --no-deps --package haproxy-config --package haproxy-model \
        --package haproxy-route --package haproxy-runtime
    cp -r "$target/doc" "$site/html/rust"
fi
echo "$site/html/index.html"
