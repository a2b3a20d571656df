#!/usr/bin/env bash
# Publishes the self-contained folders for Linux and Windows, and starts the Linux one as a machine without .NET would:
# with an empty environment, from another folder. Asks it for a page, a static file, a backup and a restore.
set -euo pipefail
cd "$(dirname "$0")/.."
exec </dev/null

folder=$PWD/artifacts/publish
rm -rf "$folder"
for runtime in linux-x64 win-x64; do
  dotnet publish src/Nestwerk -c Release -r $runtime -v quiet --nologo
done
[ -x "$folder/linux-x64/Nestwerk" ] && [ -f "$folder/win-x64/Nestwerk.exe" ] && [ -f "$folder/win-x64/coreclr.dll" ]

work=$(mktemp -d)
port=$((20000 + RANDOM % 10000))
server=
finish() {
  [ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; } || true
  rm -rf "$work"
}
trap finish EXIT

nestwerk() { (cd / && exec env -i "$folder/linux-x64/Nestwerk" "$@" --keys "$work/keys"); }
# Says the head and the body of an answer; needs nothing but bash.
ask() {
  exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
  printf 'GET %s HTTP/1.0\r\nHost: localhost:%s\r\n\r\n' "$1" "$port" >&3
  cat <&3
  exec 3>&-
}
must() {
  local answer
  answer=$(ask "$1" | tr -d '\0') || true
  grep -q "$2" <<<"$answer" || { echo "$1 did not answer with '$2':"; head -20 <<<"$answer"; cat "$work/log"; exit 1; }
}

(cd / && exec env -i "$folder/linux-x64/Nestwerk" serve --data "$work/data" --keys "$work/keys" --urls "http://localhost:$port") >"$work/log" 2>&1 &
server=$!
for _ in $(seq 100); do
  ask /health/ready 2>/dev/null | grep -q Healthy && break
  sleep 0.2
done
must /health/ready Healthy
must /nl 'Location: /first-run'
must /first-run 'lang="nl"'
must "$(ask /first-run | grep -o '/nestwerk[^"]*\.css' | head -1)" 'HTTP/1.1 200'

nestwerk backup --data "$work/data" --to "$work/one.backup"
nestwerk restore "$work/one.backup" --data "$work/back"
nestwerk migrate --data "$work/back" | grep -q 'Nothing to do'
echo "The published folder serves without an SDK: $(du -sh "$folder/linux-x64" | cut -f1) for Linux, $(du -sh "$folder/win-x64" | cut -f1) for Windows."
