# shellcheck shell=sh disable=SC2034,SC2154 # read by bin/hellowire and archives.sh, which know java_version
# The options that Java is always started with, each with its reason. An archive holds for those it was made with.

# One collector thread: our garbage is small and short-lived, and a small young generation keeps it in the processor's cache.
options="-XX:+UseSerialGC"

# 8 MiB of heap to begin with, half of it for what is new: most garbage dies there, and a server under load stays below
# 110 MiB. It grows up to a quarter of the machine's memory when connections hold more; -Xmx bounds that.
options="$options -Xms8m -Xmn4m"

# No file in /tmp for jps and jstat; nothing said about archives that do not fit any more.
options="$options -XX:-UsePerfData -Xlog:disable"

# How an archive is used, and how it is made.
use=-XX:SharedArchiveFile=
make=-XX:ArchiveClassesAtExit=
automatic=
if [ "$java_version" -ge 19 ]; then
    automatic=-XX:+AutoCreateSharedArchive
fi
if [ "$java_version" -ge 24 ]; then
    # Netty frees its buffers as it does up to Java 23: its new way links C functions at each start.
    options="$options --sun-misc-unsafe-memory-access=allow -Dio.netty.noUnsafe=false"
fi
if [ "$java_version" -ge 25 ]; then
    options="$options -XX:+UseCompactObjectHeaders"
    automatic=
    use=-XX:AOTCache=
    make=-XX:AOTCacheOutput=
fi
