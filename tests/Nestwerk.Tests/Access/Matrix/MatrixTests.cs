using System.Net;
using System.Text.RegularExpressions;
using Nestwerk.Access;
using Nestwerk.Tests.Architecture;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.Reliability;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Access.Matrix;

/// <summary>Every address, for every kind of person, with ids of every kind of whose: nobody gets in where the table does not say so.</summary>
[Trait("Row", "R01")]
public abstract partial class MatrixTests(TestHost host) : WebTests(host)
{
    /// <summary>At least so many cells on one database; raise it when pages arrive.</summary>
    const int Cells = 20_000;

    [Fact]
    public void Every_address_with_an_id_in_it_says_what_it_is_about() =>
        Verdict.Clean(
            from door in Door.All(App)
            where door.HasId && door.About is null && door.Pattern != "/picture/{id:guid}"
            select $"{door.Pattern}: put [About(Subject.…)] above its page model, or .WithMetadata(new AboutAttribute(…)) behind its Map"
        );

    [Fact]
    public void Every_page_about_a_family_stands_in_the_table() =>
        Verdict.Clean(
            from door in Door.All(App)
            where NamesFamilies(door) && !MatrixTable.FamilyPages.ContainsKey(door.Pattern)
            select $"{door.Pattern}: say in Access/Matrix/MatrixTable.cs, FamilyPages, who may get in (Care, Beside, HerOwn, or a new Group)"
        );

    [Fact]
    public void The_table_names_no_page_that_is_gone() =>
        Verdict.Clean(MatrixTable.FamilyPages.Keys.Except(Door.All(App).Select(door => door.Pattern), StringComparer.Ordinal));

    [Fact]
    public async Task Nobody_gets_in_where_the_table_does_not_say_so()
    {
        var world = await MatrixWorld.MakeAsync(App);
        var doors = Door.All(App).Where(door => !NamesFamilies(door) || MatrixTable.FamilyPages.ContainsKey(door.Pattern)).ToList();
        var (cells, wrong, entered) = (0, new List<string>(), new HashSet<string>(StringComparer.Ordinal));

        foreach (var who in MatrixTable.Actors)
        {
            var browser = await BrowserOfAsync(who, world);
            var token = await TokenAsync(browser, who);
            foreach (var door in doors)
            {
                var walk = new Walk(browser, token, door, who, world);
                cells += await walk.GoAsync();
                wrong.AddRange(walk.Wrong);
                if (walk.Entered)
                    entered.Add(door.Pattern);
            }
        }

        wrong.AddRange(
            doors
                .Where(door => door.IsAboutFamilies && MatrixTable.Of(door).LetsSomebodyIn && !entered.Contains(door.Pattern))
                .Select(door =>
                    $"{door.Pattern}: nobody got in at all, so the matrix proves nothing about it; give MatrixThings what it needs"
                )
        );
        Verdict.Clean(wrong);
        Assert.True(cells >= Cells, $"{cells} cells only");
        LongForm.Report($"R01 {TheHost.GetType().Name}: {doors.Count} addresses, {cells} cells, 0 unexpected answers.");
    }

    async Task<Browser> BrowserOfAsync(Inhabitant who, MatrixWorld world)
    {
        var browser =
            who == MatrixTable.Parent ? await MatrixParent.SignInAsync(App, world.Own)
            : who == MatrixTable.Visitor ? Visitor()
            : who == MatrixTable.HalfIn ? await SignInAsync(Everybody.Facilitator, SessionClaims.Password)
            : await SignInAsync(who);
        browser.Follows = false;
        return browser;
    }

    static async Task<(string Name, string Value)> TokenAsync(Browser browser, Inhabitant who) =>
        (
            await browser.GetAsync(
                who == MatrixTable.Parent ? MatrixParent.Page
                : who == MatrixTable.Visitor ? "/sign-in"
                : "/account"
            )
        ).Token();

    static bool NamesFamilies(Door door) =>
        door.IsAboutFamilies
        || (door.HasId && door.Pattern.StartsWith("/families/", StringComparison.Ordinal))
        || door.Pattern.StartsWith("/my/", StringComparison.Ordinal);
}

public sealed class MatrixOnSqlite(SqliteHost host) : MatrixTests(host), IClassFixture<SqliteHost>;

public sealed class MatrixOnPostgres(PostgresHost host) : MatrixTests(host), IClassFixture<PostgresHost>;
