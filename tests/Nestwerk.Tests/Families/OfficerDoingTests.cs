using System.Net;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Families.Officer;
using Nestwerk.Families.Rights;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families;

/// <summary>What the officer does inside a case, what is asked again first, and what the network writes in her folder.</summary>
[Trait("Row", "R30")]
public abstract class OfficerDoingTests(TestHost host) : WebTests(host)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Inside_a_case_she_does_what_was_asked()
    {
        var (family, request) = await AskedAsync(Right.Restriction);
        var officer = await SignInAsync(Everybody.Officer);
        var which = await OpenAsync(officer, family, request);

        await (await officer.GetAsync(Links.Case(which))).PressAsync("form[action*='handler=Do']");

        var done = await KeptAsync(request);
        Assert.Equal(Everybody.Officer.Id, done.DoneBy);
        Assert.True(await App.InDbAsync(db => db.Set<Restriction>().AnyAsync(each => each.FamilyId == family.Id, Cancel)));
    }

    [Fact]
    public async Task Erasing_inside_a_case_leads_to_its_proof()
    {
        var (family, request) = await AskedAsync(Right.Erasure);
        var officer = await SignInAsync(Everybody.Officer);
        var which = await OpenAsync(officer, family, request);

        var proof = await (await officer.GetAsync(Links.Case(which))).PressAsync("form[action*='handler=Do']");

        Assert.StartsWith("/erased/", proof.Path, StringComparison.Ordinal);
        Assert.False(await App.InDbAsync(db => db.Set<FamilyKey>().AnyAsync(key => key.FamilyId == family.Id, Cancel)));
    }

    [Fact]
    public async Task Before_the_second_person_said_yes_nothing_is_done()
    {
        var (family, request) = await AskedAsync(Right.Restriction);
        var officer = await SignInAsync(Everybody.Officer);
        var page = await (await officer.GetAsync(Links.OfficerRequests)).PressAsync($"button[value='{request.Id}']");

        Assert.Null(page.Html.QuerySelector("form[action*='handler=Do']"));
        var answer = await officer.PostAsync(page.Path + "?handler=Do", page.Token());

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Null((await KeptAsync(request)).DoneAt);
    }

    [Fact]
    public async Task Ten_minutes_later_the_second_factor_is_asked_before_erasing_and_before_giving_out()
    {
        var (family, request) = await AskedAsync(Right.Erasure);
        var ready = SubjectRequest.Ask(family.Mother, Right.Access, family.Mother.Id, Everybody.Midwife.Id, Time.Utc);
        ready.Finish(Everybody.Midwife.Id, Time.Utc);
        await App.AddAsync(ready);
        var midwife = await SignInAsync(Everybody.Midwife);
        var page = await midwife.GetAsync(Links.Rights(family.Id));

        Time.Advance(TimeSpan.FromMinutes(11));
        midwife.Follows = false;
        var paper = await midwife.GetAsync(Links.RightsPaper(family.Id, ready.Id));
        var erased = await midwife.PostAsync(Links.Rights(family.Id) + "?handler=Do", page.Token(), ("id", $"{request.Id}"));

        Assert.StartsWith("/account/confirm", paper.Location, StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(HttpStatusCode.OK, erased.Status);
        Assert.Null((await KeptAsync(request)).DoneAt);
    }

    [Fact]
    public async Task The_network_writes_its_references_and_the_folder_prints_them_in_each_language()
    {
        var officer = await SignInAsync(Everybody.Officer);

        await (await officer.GetAsync(Links.LegalReferences)).PressAsync(
            "main form",
            ("Input.Nl", "Nagekeken door onze jurist."),
            ("Input.Fr", "Relu par notre juriste.")
        );

        var (nl, fr) = (await officer.GetAsync(Links.OfficerFolder + "?lang=nl"), await officer.GetAsync(Links.OfficerFolder + "?lang=fr"));
        Assert.Contains("Nagekeken door onze jurist.", nl.Main, StringComparison.Ordinal);
        Assert.Contains("Relu par notre juriste.", fr.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Relu par notre juriste.", nl.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_register_says_what_the_code_says()
    {
        var model = await App.InDbAsync(db => Task.FromResult(db.Model));
        var lines = Register.Of(model);
        Languages.Speak("en");

        var kept = model.GetEntityTypes().Where(entity => entity.ClrType.IsDefined(typeof(KeepsAttribute))).ToList();

        Assert.Equal(kept.Count, lines.Count);
        foreach (var type in kept.Select(entity => entity.ClrType))
        {
            var (keeps, line) = (type.GetCustomAttribute<KeepsAttribute>()!, lines.Single(each => each.Name == type.Name));
            Assert.Equal(keeps.Why, Texts.Get($"register.why.{line.Name}"));
            Assert.Equal(keeps.Until, Texts.Get($"register.until.{line.Until}"));
        }
    }

    async Task<(AFamily Family, SubjectRequest Request)> AskedAsync(Right right)
    {
        var family = await AFamily.LivingAsync(App);
        var request = SubjectRequest.Ask(family.Mother, right, family.Mother.Id, null, Time.Utc);
        await App.AddAsync(family.Beside(Everybody.Midwife, Basis.CareTeam), request);
        return (family, request);
    }

    async Task<Guid> OpenAsync(Browser officer, AFamily family, SubjectRequest request)
    {
        await (await officer.GetAsync(Links.OfficerRequests)).PressAsync($"button[value='{request.Id}']");
        var which = await App.InDbAsync(db => db.Set<OfficerCase>().SingleAsync(each => each.OfFamily == family.Id, Cancel));
        await (await (await SignInAsync(Everybody.Admin)).GetAsync(Links.ConfirmCase(which.Id))).PressAsync("button.primary");
        return which.Id;
    }

    Task<SubjectRequest> KeptAsync(SubjectRequest request) =>
        App.InDbAsync(db => db.Set<SubjectRequest>().AsNoTracking().SingleAsync(each => each.Id == request.Id, Cancel));
}

public sealed class OfficerDoingOnSqlite(SqliteHost host) : OfficerDoingTests(host), IClassFixture<SqliteHost>;

public sealed class OfficerDoingOnPostgres(PostgresHost host) : OfficerDoingTests(host), IClassFixture<PostgresHost>;
