#!/bin/sh
# Installs chromium and fonts from the system's packages for tests/browser: where they are missing, and apt-get may be used.
# What is missing afterwards is said; it is an error under CROSSWIRE_BROWSER=required alone, for the tests are skipped without a browser.
set -u

has_browser() {
    # A name may be there and not run: on some systems it only says what else to install. scripts/browsers.py has the same names.
    for name in chromium google-chrome chromium-browser; do
        "$name" --version >/dev/null 2>&1 && return 0
    done
    return 1
}

has_font() {
    command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list 2>/dev/null | head -n 1)" ]
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

quick_apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Acquire::Retries=1 -o Acquire::http::Timeout=30 "$@"
}

install_packages() {
    command -v apt-get >/dev/null 2>&1 && as_root true 2>/dev/null || return 1
    echo "Installing for the browser's tests (once): $*"
    log=$(mktemp)
    quick_apt_get update >"$log" 2>&1
    quick_apt_get install -y --no-install-recommends "$@" >>"$log" 2>&1 || tail -n 5 "$log" >&2
    rm -f "$log"
}

if ! has_browser; then
    install_packages chromium fonts-dejavu-core fonts-liberation
elif ! has_font; then
    install_packages fontconfig fonts-dejavu-core fonts-liberation
fi

if ! has_browser; then
    echo "There is no browser for tests/browser: install the package chromium (or google-chrome)." >&2
    [ "${CROSSWIRE_BROWSER:-}" != required ] || exit 1
fi
