# Sourced by the scripts of this folder: where things are built and how, and the steps they share.
# shellcheck shell=bash
set -euo pipefail

# Where the user stands: what is said on the command line is meant from there.
BME_FROM=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# One target folder for every clone: the SDK is compiled once.
BME_CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/bme-chain
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$BME_CACHE/target}"
# Building lints as well, in one pass and with warnings as errors; the crates of the SDK are not linted.
export RUSTC_WORKSPACE_WRAPPER=clippy-driver
export CLIPPY_ARGS=-D__CLIPPY_HACKERY__warnings
export CC=clang CXX=clang++

BME_TOOLS=$BME_CACHE/tools
export PATH="$PWD/node_modules/.bin:$BME_TOOLS:$PATH"
export BME_NODE="${BME_NODE:-$CARGO_TARGET_DIR/release/bme-node}"

# A path of the command line.
from_here() { (cd "$BME_FROM" && realpath --canonicalize-missing "$1"); }
say() { printf '%s\n' "$@"; }
fail() {
	printf '\nerror: %s\n' "$*" >&2
	exit 1
}

# What `scripts/run` and `scripts/test` both build: with the same flags, so that nothing is compiled twice.
build() {
	say "Building in $CARGO_TARGET_DIR (the first time compiles the SDK: 25 to 40 minutes on two cores)."
	cargo build --release --locked --workspace --all-targets
}

# Fail unless nothing listens on the given port of this machine.
require_free_port() {
	local port=$1 variable=$2
	if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
		fail "port $port is in use. Stop what uses it, or choose another: $variable=<port> $0"
	fi
}
