#!/bin/sh
# Makes the archives of loaded classes: runs each kind of command once, as people run it, and keeps what Java loaded for it.
# Nobody waits for it and nobody is told when it cannot be done; a command starts without an archive as well.
#
#   archives.sh JAVA_HOME JAVA_VERSION NAME FOLDER      makes FOLDER/server-NAME, client-NAME and certs-NAME
set -eu
trap '' HUP INT

java_home=$1
java_version=$2
name=$3
folder=$4
home=$(cd -P "${0%/*}/.." && pwd)

mkdir -p "$folder"
lock=$folder/in-the-making
if ! mkdir "$lock" 2>/dev/null; then
    # Somebody is at it; unless it is an hour ago, and the machine was switched off.
    [ -n "$(find "$lock" -prune -mmin +60)" ] || exit 0
    rm -rf "$lock"
    mkdir "$lock"
fi
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || :; rm -rf "$lock"' EXIT

# shellcheck source=SCRIPTDIR/options.sh
. "$home/lib/options.sh"

# run FAMILY COMPILER ARGUMENT...: with what it loads kept
run() {
    family=$1
    compiler=$2
    shift 2
    # shellcheck disable=SC2086,SC2154 # options without blanks; those are from options.sh
    exec nice -n 10 "$java_home/bin/java" $options "$compiler" $make"$lock/$family" \
        "-Djava.library.path=$home/lib/native" -Dhellowire.command=hellowire -jar "$home/lib/hellowire.jar" "$@"
}

state=$lock/state
: >"$lock/said"
(run server -XX:TieredStopAtLevel=4 --host 127.0.0.1 --http-port 0 --https-port 0 --state-dir "$state" \
    </dev/null >/dev/null 2>"$lock/said") &
server=$!
seconds=0
while [ $seconds -lt 180 ]; do
    https=$(sed -n 's/^ready .*https=\([0-9]*\) .*/\1/p' "$lock/said")
    [ -z "$https" ] || break
    kill -0 "$server"
    sleep 1
    seconds=$((seconds + 1))
done
http=$(sed -n 's/^ready http=\([0-9]*\) .*/\1/p' "$lock/said")
(run client -XX:TieredStopAtLevel=1 get --insecure "http://127.0.0.1:$http/" "https://127.0.0.1:$https/" >/dev/null 2>&1)
(run certs -XX:TieredStopAtLevel=1 certs show "$state/hellowire.pem" >/dev/null 2>&1)
kill -TERM "$server"
wait "$server" || :
server=

for family in server client certs; do
    rm -f "$folder/$family"-*
    mv "$lock/$family" "$folder/$family-$name"
done
