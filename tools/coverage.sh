#!/usr/bin/env bash
# Says which branches of the rules about families (Access/AccessPolicy.cs) the tests of row R03 reach; fails when one is not.
set -euo pipefail
cd "$(dirname "$0")/.."
rm -rf artifacts/coverage
dotnet test tests/Nestwerk.Tests --filter "Row=R03|FullyQualifiedName~PolicyTests|FullyQualifiedName~FamilyPolicyTableTests" --collect "XPlat Code Coverage" --results-directory artifacts/coverage -- \
  'DataCollectionRunSettings.DataCollectors.DataCollector.Configuration.Include=[Nestwerk]Nestwerk.Access.AccessPolicy*'
python3 - <<'PY'
import glob, sys, xml.etree.ElementTree as tree
lines = {}
for file in glob.glob("artifacts/coverage/*/coverage.cobertura.xml"):
    for part in tree.parse(file).iter("class"):
        if part.get("filename", "").endswith("AccessPolicy.cs"):
            for line in part.iter("line"):
                number = int(line.get("number"))
                known = lines.get(number)
                said = (int(line.get("hits")) > 0, line.get("condition-coverage", ""))
                lines[number] = said if known is None else (known[0] or said[0], max(known[1], said[1], key=lambda c: float(c.split("%")[0] or 0) if c else 101))
branched = [n for n, (_, c) in lines.items() if c]
missed = [n for n, (hit, c) in sorted(lines.items()) if not hit or (c and not c.startswith("100%"))]
print(f"AccessPolicy.cs: {len(lines)} lines, {len(branched)} with branches, missed: {[(n, lines[n][1]) for n in missed] or 'none'}")
sys.exit(1 if missed or not lines else 0)
PY
