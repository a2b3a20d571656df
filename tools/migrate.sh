#!/usr/bin/env bash
# Adds a migration for both databases: tools/migrate.sh NameOfTheChange
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
dotnet build tools/Nestwerk.Migrations -v q --nologo
for pair in Sqlite:SqliteDb Postgres:PostgresDb; do
  dotnet ef migrations add "$1" --no-build -p src/Nestwerk -s tools/Nestwerk.Migrations \
    --context "Nestwerk.Data.${pair#*:}" -o "Data/Migrations/${pair%%:*}"
done
