#!/usr/bin/env bash
# Builds the wheel of the Python package, unoptimised, installs it into an environment where nothing
# else is, and runs pytest, mypy and stubtest there.
#
#   bindings/python/test.sh            everything
#   bindings/python/test.sh -k model   what is behind it goes to pytest
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.."
work=${CARGO_TARGET_DIR:-$PWD/target}/python
mkdir -p "$work"
work=$(cd "$work" && pwd)
export PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONDONTWRITEBYTECODE=1 MYPY_CACHE_DIR="$work/mypy"

build=$work/build
if [ ! -x "$build/bin/maturin" ]; then
    python3 -m venv "$build"
    "$build/bin/pip" install --quiet 'maturin>=1.16,<2'
fi
rm -rf "$work/wheels"
"$build/bin/maturin" build --quiet --profile dev --manifest-path "$here/Cargo.toml" \
    --interpreter "$build/bin/python" --out "$work/wheels"

clean=$work/clean
python3 -m venv --clear "$clean"
"$clean/bin/pip" install --quiet --no-index "$work"/wheels/*.whl
# It needs no other package.
(cd "$work" && "$clean/bin/python" -W error -c 'import haproxy_kit, haproxy_kit.config, haproxy_kit.route, haproxy_kit.runtime, haproxy_kit.charm')
"$clean/bin/pip" install --quiet --requirement "$here/tests/requirements.txt"

"$clean/bin/python" -m pytest --quiet -p no:cacheprovider --rootdir "$here" "$here/tests" "$@"
"$clean/bin/python" -m mypy --config-file "$here/pyproject.toml" --no-error-summary \
    --package haproxy_kit
"$clean/bin/python" -m mypy --config-file "$here/pyproject.toml" --no-error-summary "$here/tests"
(cd "$work" && "$clean/bin/python" -m mypy.stubtest --allowlist "$here/tests/stubtest.txt" \
    haproxy_kit)
