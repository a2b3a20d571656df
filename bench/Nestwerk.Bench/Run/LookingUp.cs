using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Nestwerk.Families;

namespace Nestwerk.Bench.Run;

/// <summary>Finding a family by a number or an address among very many, beside one bare question to the same index.</summary>
static class LookingUp
{
    const int Families = 100_000;
    const int Few = 10_000;
    const double Aim = 10;

    public static async Task<IReadOnlyList<Goal>> MeasureAsync(string work, bool isShort, Action<string> say, CancellationToken cancel)
    {
        var count = isShort ? Few : Families;
        say($"{count} families");
        await using var many = await ManyFamilies.MakeAsync(work, count, cancel);
        var goals = new List<Goal>();
        foreach (
            var (kind, plain) in new (LookupKind, Func<int, string>)[]
            {
                (LookupKind.Phone, ManyFamilies.Number),
                (LookupKind.Mail, ManyFamilies.Address),
            }
        )
            goals.AddRange(await MeasureAsync(many, kind, plain, isShort ? 100 : 500, cancel));
        return [.. goals, .. await Caseload.MeasureAsync(many, isShort, say, cancel)];
    }

    static async Task<IEnumerable<Goal>> MeasureAsync(
        ManyFamilies many,
        LookupKind kind,
        Func<int, string> plain,
        int times,
        CancellationToken cancel
    )
    {
        var hashes = await HashesAsync(many, kind, times, cancel);
        var (ours, floor) = (new List<double>(), new List<double>());
        for (var turn = -20; turn < times; turn++)
        {
            var family = Family(many, Math.Abs(turn));
            var mine = await TimeAsync(() => FindAsync(many, kind, plain(family), cancel));
            var bare = await TimeAsync(() => AskAsync(many.Source, hashes[Math.Abs(turn)], cancel));
            if (turn < 0)
                continue; // Until the just-in-time compiler has done with both.
            ours.Add(mine);
            floor.Add(bare);
        }
        var what = FormattableString.Invariant($"look-up by {(kind == LookupKind.Phone ? "phone" : "e-mail")} at {many.Count} families");
        return
        [
            Goal.AtMost("F1", what, Aim, ours, "ms"),
            Goal.AtMost("F1", "the same, 99 of 100 are quicker", Aim, [ours.Order().ElementAt(times * 99 / 100)], "ms"),
            Goal.Sooner("F1", "the same / one ADO.NET question to the index (no goal)", double.PositiveInfinity, ours, floor),
        ];
    }

    /// <summary>Far apart in the index, and the same in every run.</summary>
    static int Family(ManyFamilies many, int turn) => 1 + (int)(turn * 7_919L % (many.Count - 1));

    static async Task FindAsync(ManyFamilies many, LookupKind kind, string plain, CancellationToken cancel)
    {
        using var scope = many.Services.CreateScope();
        var found = await scope.ServiceProvider.GetRequiredService<Lookups>().FindAsync(kind, plain, cancel);
        if (found.Count != 1)
            throw new InvalidOperationException($"{found.Count} families instead of one.");
    }

    static async Task AskAsync(string source, byte[] hash, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(source);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT FamilyId, MemberId, OfId FROM FamilyLookups WHERE Hash = $hash";
        command.Parameters.AddWithValue("$hash", hash);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel) || reader.GetGuid(0) == Guid.Empty)
            throw new InvalidOperationException("The floor finds nobody.");
    }

    /// <summary>The hashes that the floor asks for; making them is not in its time.</summary>
    static async Task<List<byte[]>> HashesAsync(ManyFamilies many, LookupKind kind, int times, CancellationToken cancel)
    {
        var hashes = new List<byte[]>();
        await using var connection = new SqliteConnection(many.Source);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Hash FROM FamilyLookups WHERE FamilyId = $family AND Kind = $kind";
        for (var turn = 0; turn < times; turn++)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$family", FormattableString.Invariant($"00000000-0000-7000-8000-{Family(many, turn):X12}"));
            command.Parameters.AddWithValue("$kind", $"{kind}");
            hashes.Add((byte[])(await command.ExecuteScalarAsync(cancel))!);
        }
        return hashes;
    }

    static async Task<double> TimeAsync(Func<Task> run)
    {
        var begin = Stopwatch.GetTimestamp();
        await run();
        return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    }
}
