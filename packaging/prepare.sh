# Sourced by packaging/run, packaging/test and .ci/run: makes the machine ready, and tells what it does on standard error.
# Nothing here writes to standard output.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
venv=$root/.venv

say() { printf '%s\n' "$*" >&2; }
fail() {
    say "$@"
    exit 1
}

# --- packages of the system ----------------------------------------------------------------------------------------

may_install() { command -v apt-get >/dev/null && { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

apt_install() { # apt_install PACKAGE...: installs them, or fails
    may_install || return 1
    say "Installing packages of the system: $*"
    local quiet=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o Acquire::Retries=3 -o DPkg::Lock::Timeout=120) try
    for try in 1 2 3; do
        if as_root "${quiet[@]}" update >&2 </dev/null &&
            as_root "${quiet[@]}" install -y --no-install-recommends "$@" >&2 </dev/null; then
            return 0
        fi
        [ "$try" -eq 3 ] || sleep $((try * 5))
    done
    return 1
}

apt_command() { printf 'sudo apt-get update && sudo apt-get install -y --no-install-recommends %s' "$*"; }

need_packages() { # need_packages WHAT-FOR PACKAGE...: installs what may be installed, else leaves with the one command
    local purpose=$1
    shift
    [ $# -eq 0 ] || apt_install "$@" ||
        fail "$purpose needs packages of the system that are missing. Install them with this command, then start again:" \
            $'\n\n    '"$(apt_command "$@")"
}

# What Qt and PortAudio load from the system, and the Debian package that has it.
window_libraries=(
    libportaudio.so.2:libportaudio2 libEGL.so.1:libegl1 libGL.so.1:libgl1 libdbus-1.so.3:libdbus-1-3
    libfontconfig.so.1:libfontconfig1 libgthread-2.0.so.0:libglib2.0-0 libxkbcommon-x11.so.0:libxkbcommon-x11-0
    libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4 libxcb-image.so.0:libxcb-image0
    libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-randr.so.0:libxcb-randr0 libxcb-render-util.so.0:libxcb-render-util0
    libxcb-shape.so.0:libxcb-shape0 libxcb-xinerama.so.0:libxcb-xinerama0 libxcb-xkb.so.1:libxcb-xkb1
)
missing_libraries() {
    local known each
    known=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null) || return 0 # no glibc: nothing to look up
    for each in "${window_libraries[@]}"; do
        [[ $known == *"${each%%:*}"* ]] || printf '%s\n' "${each#*:}"
    done
}

# Fonts for the languages written in other scripts than Latin.
script_fonts() {
    local each
    for each in hi:fonts-noto-core zh:fonts-noto-cjk; do
        if command -v fc-list >/dev/null; then
            [ -n "$(fc-list ":lang=${each%%:*}")" ] || printf '%s\n' "${each#*:}"
        elif command -v dpkg-query >/dev/null; then
            [[ $(dpkg-query -W -f '${Status}' "${each#*:}" 2>/dev/null) == *' installed' ]] || printf '%s\n' "${each#*:}"
        fi
    done
}

has_display() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]; }

prepare_window() {
    [ "$(uname -s)" = Linux ] || return 0
    local missing fonts
    mapfile -t missing < <(missing_libraries)
    if [ ${#missing[@]} -gt 0 ]; then need_packages "The window" "${missing[@]}"; fi
    mapfile -t fonts < <(script_fonts)
    if [ ${#fonts[@]} -gt 0 ] && ! apt_install "${fonts[@]}"; then
        say "Hindi or Chinese text may show as boxes until fonts are installed: $(apt_command "${fonts[@]}")"
    fi
}

# The virtual display, microphone and tools that the tests drive the window with.
prepare_test_tools() {
    local missing each tools=(
        Xvfb:xvfb openbox:openbox pulseaudio:pulseaudio pactl:pulseaudio-utils import:imagemagick ffmpeg:ffmpeg
        xdotool:xdotool setxkbmap:x11-xkb-utils dbus-daemon:dbus fc-list:fontconfig espeak-ng:espeak-ng flite:flite
        desktop-file-validate:desktop-file-utils appstreamcli:appstream
    )
    mapfile -t missing < <(
        missing_libraries
        script_fonts
        for each in "${tools[@]}"; do command -v "${each%%:*}" >/dev/null || printf '%s\n' "${each#*:}"; done
        compgen -G '/usr/lib/*/alsa-lib/libasound_module_pcm_pulse.so' >/dev/null || printf 'libasound2-plugins\n'
    )
    if [ ${#missing[@]} -gt 0 ]; then need_packages "The test suite" "${missing[@]}"; fi
}

# Triton's interpreter runs the kernels for cards on a CPU. Builds of torch for the CPU come without it, and nothing else
# shall find it: a folder of its own, which one test looks into.
prepare_triton() {
    local version=3.9.0 folder=$venv/triton
    [ "$(uname -s)" = Linux ] && ! "$venv/bin/python" -c 'import triton' 2>/dev/null || return 0
    [ ! -e "$folder/triton-$version.dist-info" ] || return 0
    rm -rf "$folder"
    "$venv/bin/python" -m pip install --quiet --no-input --disable-pip-version-check --no-deps --target "$folder" \
        "triton==$version" >&2 </dev/null || say "The kernels for cards are not tested: Triton could not be installed."
}

# --- Python and its packages ---------------------------------------------------------------------------------------

find_python() {
    local each
    for each in python3.11 python3.12 python3.13 python3; do
        if "$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$each"
            return
        fi
    done
    return 1
}

make_venv() {
    local python
    rm -rf "$venv"
    python=$(find_python) || {
        need_packages "Anneal (Python 3.11 or newer)" python3 python3-venv
        python=$(find_python) || fail "Anneal needs Python 3.11 or newer, and this system's own is older. Install one."
    }
    "$python" -c 'import venv, ensurepip' 2>/dev/null || need_packages "Anneal (Python's venv)" python3-venv
    "$python" -m venv "$venv" >&2 </dev/null || fail "The folder $venv could not be made by $python -m venv."
}

# Without its pyvenv.cfg it would be the Python it was made by, and packages would go there.
venv_runs() { "$venv/bin/python" -c 'import sys, pip; sys.exit(sys.prefix == sys.base_prefix)' 2>/dev/null; }

# Whether all is where it belongs, without loading it: this runs at every start.
venv_is_whole() {
    "$venv/bin/python" -c '
import sys
from importlib.util import find_spec
names = ["pip", "torch", "transformers", "peft", "tokenizers", "soundfile", "av", "soxr", "numpy", "rich", "PySide6"]
sys.exit(sys.prefix == sys.base_prefix or not all(find_spec(name) and find_spec(name).origin for name in names))' 2>/dev/null
}

# Whether it really loads: this runs once, after installing. Qt and PortAudio are left out, they may lack system libraries.
venv_loads() {
    "$venv/bin/python" -c 'import torch, transformers, peft, tokenizers, soundfile, av, soxr, rich' >&2 </dev/null
}

install_lock() { # install_lock LOCK
    local pip=("$venv/bin/python" -m pip install --no-input --disable-pip-version-check --retries 5 --timeout 60)
    [ -t 2 ] || pip+=(--quiet)
    # First what has hashes, dependencies and all; then torch, whose build depends on what the index offers.
    "${pip[@]}" --no-compile --require-hashes --no-deps -r "$1" >&2 </dev/null &&
        "${pip[@]}" --no-compile -r "$root/packaging/requirements-torch.lock.txt" >&2 </dev/null || return
    # pip would compile on one core. Some packages bring templates that are no Python: what fails here is compiled, or not, later.
    "$venv/bin/python" -m compileall -q -j 0 "$venv"/lib/python*/site-packages >/dev/null 2>&1 </dev/null || true
}

# prepare_python NAME: .venv with exactly packaging/NAME.lock.txt. A stamp of the lock's contents, written last of all, tells a
# finished .venv from a half-made one and lets every later start skip all this.
prepare_python() {
    local name=$1 lock stamp contents fresh=no changed=no
    lock=$root/packaging/$name.lock.txt
    stamp=$venv/$name.stamp
    contents=$(cat "$lock" "$root/packaging/requirements-torch.lock.txt" | cksum)
    is_ready() { [ "$(cat "$stamp" 2>/dev/null)" = "$contents" ] && venv_is_whole; }
    is_ready && return

    if command -v flock >/dev/null; then # two starts at once must not both install
        exec 9<"$root/packaging/prepare.sh"
        flock -n 9 || { say "Another start of Anneal is installing its packages; waiting for it." && flock 9; }
        is_ready && { exec 9<&- && return; }
    fi
    if [ -e "$stamp" ] && [ "$(cat "$stamp")" != "$contents" ]; then changed=yes; fi
    rm -f "$stamp"
    if ! venv_runs; then
        [ ! -e "$venv" ] || say "The folder .venv is damaged; making it anew."
        make_venv
        fresh=yes
    fi
    if [ $changed = yes ] && [ $fresh = no ]; then
        say "The packages that Anneal needs have changed: bringing .venv up to date."
    else
        say "Installing Anneal's packages into .venv. Only the first start does this; it downloads 0.5 GB, with CUDA about 3 GB."
    fi
    until install_lock "$lock" && venv_loads; do
        [ $fresh = no ] || fail "Anneal's packages could not be installed; the lines above say why. Start again to go on."
        say "The folder .venv cannot be mended; making it anew."
        make_venv
        fresh=yes
    done
    printf '%s\n' "$contents" >"$stamp"
    if command -v flock >/dev/null; then exec 9<&-; fi
    say "Ready."
}
