using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Bench.Contenders;
using Nestwerk.Data;
using Nestwerk.Families;

namespace Nestwerk.Bench.Run;

/// <summary>
/// The page with her 25 families over HTTP, from the session to the audit on the disk, beside the same page over rows that are not
/// sealed: another worker's, of as many families with names as long, in the same house and the same database.
/// </summary>
static class Caseload
{
    const double Aim = 1.5;
    const int Families = 25;
    const int WarmUp = 100;

    public static async Task<IReadOnlyList<Goal>> MeasureAsync(
        ManyFamilies many,
        bool isShort,
        Action<string> say,
        CancellationToken cancel
    )
    {
        say($"A caseload of {Families} among {many.Count} families");
        Guid[] people = [await FillAsync(many, "Hilde", false, cancel), await FillAsync(many, "Fatma", true, cancel)];
        await many.StartAsync(cancel);
        using var hilde = await many.SignInAsync(people[0]);
        using var fatma = await many.SignInAsync(people[1]);
        await CheckAsync(hilde, fatma, cancel);
        var (ours, plain) = (new List<double>(), new List<double>());
        for (var turn = -WarmUp; turn < (isShort ? 100 : 400); turn++)
        {
            var mine = await TimeAsync(hilde, Links.Caseload, cancel);
            var other = await TimeAsync(fatma, PlainCaseloadModel.Address, cancel);
            if (turn < 0)
                continue; // Until the just-in-time compiler has done with both.
            ours.Add(mine);
            plain.Add(other);
        }
        await CheckAuditAsync(many, people, cancel);
        return
        [
            Goal.Sooner("F2", "caseload of 25 families / equal audit, unsealed rows", Aim, ours, plain),
            Goal.AtMost("F2", "the same, by itself (no goal)", double.PositiveInfinity, ours, "ms"),
            Goal.AtMost("F2", "its floor, by itself (no goal)", double.PositiveInfinity, plain, "ms"),
        ];
    }

    static async Task<Guid> FillAsync(ManyFamilies many, string name, bool isPlain, CancellationToken cancel)
    {
        using var scope = many.Services.CreateScope();
        var (db, desk) = (scope.ServiceProvider.GetRequiredService<NestwerkDb>(), scope.ServiceProvider.GetRequiredService<FamilyDesk>());
        var house = await db.Set<Organisation>().SingleAsync(cancel);
        var worker = CaseloadRows.Worker(name, house.Id);
        db.AddRange(worker.Rows);
        List<(Guid Id, string Name)> named = [];
        for (var place = 0; place < Families; place++)
        {
            var (mother, seal) = desk.Begin(house.Id, Kin.Mother, $"Mirte Kersenpit {place:00}", worker.PersonId);
            FamilyMember[] all =
            [
                mother,
                CaseloadRows.Beside(mother, Kin.Father, seal, name.Length),
                CaseloadRows.Beside(mother, Kin.Child, seal, name.Length),
            ];
            db.AddRange(all[1], all[2], CaseloadRows.Relation(mother.FamilyId, worker.PersonId));
            named.AddRange(all.Select(member => (member.Id, member.NameIn(seal))));
        }
        await db.SaveChangesAsync(cancel);
        if (isPlain)
            foreach (var (id, plain) in named)
                await db.Database.ExecuteSqlAsync($"UPDATE FamilyMembers SET Name = CAST({plain} AS BLOB) WHERE Id = {id}", cancel);
        return worker.PersonId;
    }

    /// <summary>Both show all of it, and send as much: what stands beside the names is the same page.</summary>
    static async Task CheckAsync(HttpClient hilde, HttpClient fatma, CancellationToken cancel)
    {
        var (mine, other) = (
            await hilde.GetStringAsync(Links.Caseload, cancel),
            await fatma.GetStringAsync(PlainCaseloadModel.Address, cancel)
        );
        foreach (var page in new[] { mine, other })
            if (page.Split("Mirte Kersenpit").Length - 1 != Families)
                throw new InvalidOperationException($"A caseload does not show {Families} families.");
        if (Math.Abs(Size(mine) - Size(other)) > Size(mine) / 100)
            throw new InvalidOperationException($"One caseload has {Size(mine)} signs, the other {Size(other)}.");
    }

    /// <summary>Without what only indents.</summary>
    static int Size(string page) => page.Count(sign => !char.IsWhiteSpace(sign));

    static async Task CheckAuditAsync(ManyFamilies many, Guid[] people, CancellationToken cancel)
    {
        using var scope = many.Services.CreateScope();
        var rows = scope.ServiceProvider.GetRequiredService<NestwerkDb>().Set<AuditRow>().Where(row => row.OfFamily != null);
        var (mine, other) = (
            await rows.CountAsync(row => row.PersonId == people[0], cancel),
            await rows.CountAsync(row => row.PersonId == people[1], cancel)
        );
        if (mine != other || mine == 0)
            throw new InvalidOperationException($"One caseload left {mine} rows in the audit, the other {other}.");
    }

    static async Task<double> TimeAsync(HttpClient browser, string page, CancellationToken cancel)
    {
        var begin = Stopwatch.GetTimestamp();
        await browser.GetStringAsync(page, cancel);
        return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    }
}
