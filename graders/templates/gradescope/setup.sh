#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the image. It ends with an error where the grader could not work, so that the build says so.
set -euo pipefail
umask 022

ROOT="${CONVGRADE_ROOT:-/autograder}"
PLACE="${CONVGRADE_PLACE:-/opt/convgrade}" # where other users can read: students' code runs as one of them
SOURCE="$ROOT/source"
WANTED="$(cat "$SOURCE/python-version")" # the Python that the assignment was released with
UV="uv==0.13.9"
export DEBIAN_FRONTEND=noninteractive PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore

stop() {
    echo "convgrade cannot be set up: $*" >&2
    exit 1
}

# Whether a Python is 3.11 or later, and can make environments.
fits() {
    "$1" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2> /dev/null
}

fitting() {
    local name
    for name in "python$WANTED" python3 python3.14 python3.13 python3.12 python3.11; do
        if fits "$name"; then
            command -v "$name"
            return
        fi
    done
    return 1
}

# Debian 12 and Ubuntu 24.04 have a Python that is new enough, and keep the module that makes environments apart.
by_distribution() {
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' && apt-get update -qq && apt-get install -y -qq python3-venv && fitting
}

# Ubuntu 22.04 has Python 3.10, and 20.04 has 3.8: uv brings one of its own.
by_uv() {
    if ! python3 -m pip --version > /dev/null; then
        apt-get update -qq && apt-get install -y -qq python3-pip || return 1
    fi
    python3 -m pip install --quiet --target "$PLACE/uv" "$UV" || return 1
    export UV_PYTHON_INSTALL_DIR="$PLACE/python" UV_NO_CACHE=1
    "$PLACE/uv/bin/uv" python install --no-bin "$WANTED" && "$PLACE/uv/bin/uv" python find --managed-python --no-project "$WANTED"
}

by_deadsnakes() {
    apt-get update -qq && apt-get install -y -qq software-properties-common && add-apt-repository -y ppa:deadsnakes/ppa \
        && apt-get update -qq && apt-get install -y -qq "python$WANTED" "python$WANTED-venv" && fitting
}

mkdir -p "$PLACE"
PYTHON=""
for way in fitting by_distribution by_uv by_deadsnakes; do
    if answer="$("$way")"; then
        PYTHON="$(tail -n 1 <<< "$answer")" # what stands above it was said by the tools on the way
        break
    fi
    echo "convgrade: no Python 3.11 or later by way of: $way" >&2
done
[ -n "$PYTHON" ] || stop "no Python 3.11 or later can be had here; what was tried stands above. The base image Ubuntu 22.04 can have one."
echo "convgrade: $("$PYTHON" --version) at $PYTHON"

"$PYTHON" -m venv --clear "$PLACE/venv" || stop "$PYTHON makes no environment."
PIP=("$PLACE/venv/bin/python" -m pip install --quiet --only-binary :all: --constraint "$SOURCE/constraints.txt")
"${PIP[@]}" "$SOURCE"/instructor/convgrade-*.whl || stop "its packages cannot be installed; what pip says stands above."
"${PIP[@]}" --requirement "$SOURCE/packages.txt" || stop "what packages.txt names cannot be installed; what pip says stands above."

chmod -R go+rX "$PLACE"
chmod -R go-rwx "$SOURCE" # the secret cases
(cd / && "$PLACE/venv/bin/python" -P -s -m convgrade.systems.autograder --prove "$ROOT") || stop "it does not run; why stands above."
