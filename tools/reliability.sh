#!/usr/bin/env bash
# The long forms of the tests that have a short one in the suite: 200 kills of the server, 50 backups under 100 writes a second,
# 20 times a full disk, 250 rounds of 50 windows for each way of losing sight of a family, 10,000 edits of one draft by 200 editors,
# 1,512 times a sender of messages that dies, 10,000 guesses of a code, 10,000 deeds against the audit trail, a million questions to
# the rules about families, 100,000 families under a rotation of keys, a breach in 10 million rows, 4,000 sign-ins with a stopwatch.
# Run as root on Linux (a small tmpfs is mounted to fill it). Takes some hours; the last lines go to docs/evidence.md.
set -euo pipefail
cd "$(dirname "$0")/.."
exec </dev/null

export NESTWERK_LONG=1 NESTWERK_REQUIRE=tmpfs NESTWERK_LONG_REPORT="$PWD/artifacts/reliability.txt"
export DOTNET_NOLOGO=true DOTNET_CLI_TELEMETRY_OPTOUT=true MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
mkdir -p artifacts
{
  date -u +'%Y-%m-%d %H:%M UTC'
  echo "version $(git describe --always --dirty 2>/dev/null || echo unknown)"
  echo "machine: $(nproc) cores, $(awk '/MemTotal/ { printf "%.0f GB", $2 / 1048576 }' /proc/meminfo), $(uname -sr), $(df --output=fstype . | tail -1) disk"
} >"$NESTWERK_LONG_REPORT"

dotnet build tests/Nestwerk.Tests -c Release -v quiet
# One after another: what one measures, another must not disturb.
good=0
dotnet tests/Nestwerk.Tests/bin/Release/net10.0/Nestwerk.Tests.dll -namespace Nestwerk.Tests.Reliability -parallel none -diagnostics || good=1
together=Nestwerk.Tests.Playbook.Together.ParallelEditorsOn
dotnet tests/Nestwerk.Tests/bin/Release/net10.0/Nestwerk.Tests.dll -class "${together}Sqlite" -class "${together}Postgres" -parallel none -diagnostics || good=1
outbox=Nestwerk.Tests.Families.Sending.OutboxOn
dotnet tests/Nestwerk.Tests/bin/Release/net10.0/Nestwerk.Tests.dll -class "${outbox}Sqlite" -class "${outbox}Postgres" -parallel none -diagnostics || good=1
guesses=Nestwerk.Tests.Access.GuessOn
dotnet tests/Nestwerk.Tests/bin/Release/net10.0/Nestwerk.Tests.dll -class "${guesses}Sqlite" -class "${guesses}Postgres" -parallel none -diagnostics || good=1
rules=Nestwerk.Tests.Access.Policy
dotnet tests/Nestwerk.Tests/bin/Release/net10.0/Nestwerk.Tests.dll -class "${rules}AgreesOnSqlite" -class "${rules}AgreesOnPostgres" -class "${rules}NarrowsTests" -parallel none -diagnostics || good=1
rights=Nestwerk.Tests.Families
dotnet tests/Nestwerk.Tests/bin/Release/net10.0/Nestwerk.Tests.dll -class "$rights.ExtractOnSqlite" -class "$rights.ExtractOnPostgres" -class "$rights.CanaryTests" -class "$rights.FamilyKeysOnSqlite" -class "$rights.FamilyKeysOnPostgres" -parallel none -diagnostics || good=1
[ $good -eq 0 ] && echo "all good" >>"$NESTWERK_LONG_REPORT" || echo "FAILED" >>"$NESTWERK_LONG_REPORT"
echo
cat "$NESTWERK_LONG_REPORT"
exit $good
