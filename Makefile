# The commands of this project. Each does its own set-up on a machine with Rust, Python 3 and apt.

.PHONY: demo test python docs haproxy conformance bench speed fuzz

# Builds the command and shows its main job on examples/haproxy.cfg.
demo:
	examples/demo.sh

# Every test, those against real HAProxy included.
test: haproxy
	cargo test --workspace --quiet
	bindings/python/test.sh

# The tests of the Python package: its wheel is built and installed where nothing else is.
python: haproxy
	bindings/python/test.sh

# docs/ as a site: target/site/html.
docs:
	docs/site.sh

# Real HAProxy 2.6, 3.0 and 3.2 from Debian's packages, in the target directory.
haproxy:
	tests/haproxy/fetch.sh

# How often our check says what HAProxy says, by version; where it does not: target/conformance.
conformance: haproxy
	cargo run --quiet --release --package haproxy-kit-tests --bin conformance
	cargo run --quiet --release --package haproxy-kit-tests --bin mutation

# The figures of docs/performance.md.
bench:
	cargo bench --package haproxy-kit-tests

# Our check and haproxy -c, side by side on 10,000 backends and on a tenth of them.
speed: haproxy
	cargo run --quiet --release --package haproxy-kit-tests --bin speed 1000
	cargo run --quiet --release --package haproxy-kit-tests --bin speed 10000

# Two minutes of random input to each fuzz target.
fuzz:
	cargo install --quiet --locked cargo-fuzz
	cd fuzz && RUSTC_BOOTSTRAP=1 cargo fuzz run document -- -max_total_time=120 -max_len=2000
	cd fuzz && RUSTC_BOOTSTRAP=1 cargo fuzz run model -- -max_total_time=120 -max_len=4000
