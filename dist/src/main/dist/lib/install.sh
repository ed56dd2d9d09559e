#!/bin/sh
# hellowire install [--prefix FOLDER]: puts the command, its completions and its manual page where a shell finds them.
# hellowire install --remove [--prefix FOLDER]: takes them away again.
set -eu

prefix=${HOME:+$HOME/.local}
remove=
shift
while [ $# -gt 0 ]; do
    case $1 in
        --prefix)
            prefix=${2:-}
            [ $# -eq 1 ] || shift
            ;;
        --prefix=*) prefix=${1#--prefix=} ;;
        --remove) remove=yes ;;
        -h | --help | help)
            cat <<'END'
Puts the command hellowire where a shell finds it, with its completions and its manual page.

Usage: hellowire install [--remove] [--prefix FOLDER]

      --prefix FOLDER   where bin, lib and share are, or are to be (~/.local)
      --remove          take away what it put there

Examples:
  hellowire install
  sudo hellowire install --prefix /usr/local
  hellowire install --remove
END
            exit 0
            ;;
        *)
            echo "hellowire install: $1 (expected: --prefix FOLDER or --remove)" >&2
            exit 2
            ;;
    esac
    shift
done
if [ -z "$prefix" ]; then
    echo "hellowire install: --prefix: nothing (expected: a folder)" >&2
    exit 2
fi

from=$(cd -P "${0%/*}/.." && pwd)
case $prefix in
    /*) ;;
    *) prefix=$PWD/$prefix ;;
esac
to=$prefix/lib/hellowire

# Only what we put there: a folder of that name that is somebody else's is left alone.
if [ -e "$to" ] && [ ! -f "$to/lib/hellowire.jar" ]; then
    echo "hellowire install: $to: something else (expected: nothing, or a Hellowire)" >&2
    exit 1
fi
if [ "$from" = "$to" ] && [ -z "$remove" ]; then
    echo "hellowire install: $to: is where this one is (expected: one that was unpacked or built elsewhere)" >&2
    exit 1
fi
if [ -e "$prefix/bin/hellowire" ] && [ ! -h "$prefix/bin/hellowire" ]; then
    echo "hellowire install: $prefix/bin/hellowire: something else (expected: nothing, or a link to a Hellowire)" >&2
    exit 1
fi

rm -rf "$to"
rm -f "$prefix/bin/hellowire" "$prefix/share/bash-completion/completions/hellowire" \
    "$prefix/share/zsh/site-functions/_hellowire" "$prefix/share/fish/vendor_completions.d/hellowire.fish" \
    "$prefix/share/man/man1/hellowire.1"
if [ -n "$remove" ]; then
    echo "Removed $prefix/bin/hellowire and $to"
    exit 0
fi

mkdir -p "$to" "$prefix/bin" "$prefix/share/bash-completion/completions" "$prefix/share/zsh/site-functions" \
    "$prefix/share/fish/vendor_completions.d" "$prefix/share/man/man1"
(cd "$from" && tar -cf - --exclude ./lib/archives .) | (cd "$to" && tar -xf -)
ln -s ../lib/hellowire/bin/hellowire "$prefix/bin/hellowire"
cp "$to/share/completions/hellowire.bash" "$prefix/share/bash-completion/completions/hellowire"
cp "$to/share/completions/_hellowire" "$prefix/share/zsh/site-functions/_hellowire"
cp "$to/share/completions/hellowire.fish" "$prefix/share/fish/vendor_completions.d/hellowire.fish"
cp "$to/share/man/man1/hellowire.1" "$prefix/share/man/man1/hellowire.1"
# Here, where all who use it may read them; without, each has them made in a cache of their own.
[ "${HELLOWIRE_ARCHIVES:-}" = off ] || "$to/bin/hellowire" --make-archives || :

echo "Installed $prefix/bin/hellowire"
case :$PATH: in
    *":$prefix/bin:"*) echo "Try: hellowire" ;;
    *) echo "Put it on your PATH, for example by this line in ~/.profile:  PATH=\"$prefix/bin:\$PATH\"" ;;
esac
