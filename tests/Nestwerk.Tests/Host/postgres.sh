# A PostgreSQL cluster that lives as long as the standard input of this script stays open,
# so that it is stopped and removed also when the test run is killed.
# Usage: sh postgres.sh BIN PORT
set -eu
trap '' INT TERM HUP
bin=$1 port=$2
cd /tmp
base=${TMPDIR:-/tmp}
[ -w "$base" ] || base=/tmp
dir=$(mktemp -d "$base/nestwerk-postgres-XXXXXX")
stop() {
  "$bin/pg_ctl" -D "$dir/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$dir"
}
trap stop EXIT
"$bin/initdb" -D "$dir/data" -U nestwerk -A trust -E UTF8 --locale=C.UTF-8 --no-instructions >"$dir/log" 2>&1 || { cat "$dir/log"; exit 1; }
"$bin/pg_ctl" -D "$dir/data" -l "$dir/log" -w -t 60 \
  -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 -c fsync=off -c full_page_writes=off" start >/dev/null 2>&1 || { cat "$dir/log"; exit 1; }
echo ready
cat >/dev/null
