using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Families;
using Nestwerk.Families.Rights;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Access.Matrix;

/// <summary>One thing of each kind in a family, so that every address about one has something to find.</summary>
static class MatrixThings
{
    /// <returns>The ids by the name that <see cref="MatrixTable.ThingIn"/> gives.</returns>
    public static async Task<Dictionary<string, Guid>> AddAsync(NestwerkApp app, AFamily family)
    {
        var (now, mother) = (ManualTime.Start.UtcDateTime, family.Mother);
        var child = FamilyMember.New(family.Id, Kin.Child, "Noor", family.Seal, mother.Id, null, now);
        child.KeeperId = mother.Id;
        var father = FamilyMember.New(family.Id, Kin.Father, "Tom", family.Seal, null, Everybody.Midwife.Id, now);
        var note = family.Note("Ze slaapt slecht.", Everybody.Midwife);
        var sensitive = new SensitiveNote
        {
            FamilyId = family.Id,
            Id = Ids.New(),
            SubjectId = mother.Id,
            ToldBy = mother.Id,
            WrittenBy = Everybody.Midwife.Id,
            At = now,
        };
        sensitive.Say("Alleen voor mij.", family.Seal);
        var story = new StoryParagraph
        {
            FamilyId = family.Id,
            Id = Ids.New(),
            SubjectId = mother.Id,
            ToldBy = mother.Id,
            WrittenBy = Everybody.Midwife.Id,
            At = now,
            Position = 1,
        };
        story.Say("Ik kom van ver.", family.Seal);
        var need = new PracticalNeed
        {
            FamilyId = family.Id,
            Id = Ids.New(),
            SubjectId = mother.Id,
            ToldBy = mother.Id,
            WrittenBy = Everybody.Midwife.Id,
            At = now,
        };
        need.Say("Een tolk.", family.Seal);
        var consent = family.Yes(Everybody.SocialWorker, DataClass.Needs, Purpose.Refer);
        var request = SubjectRequest.Ask(mother, Right.Access, mother.Id, Everybody.Midwife.Id, now);
        request.Finish(Everybody.Midwife.Id, now);
        await app.AddAsync(child, father, note, sensitive, story, need, consent, request);
        return new(StringComparer.Ordinal)
        {
            ["family"] = family.Id,
            ["member"] = mother.Id,
            ["child"] = child.Id,
            ["note"] = note.Id,
            ["sensitive"] = sensitive.Id,
            ["story"] = story.Id,
            ["need"] = need.Id,
            ["consent"] = consent.Id,
            ["request"] = request.Id,
            ["channel"] = await ChannelAsync(app, family),
        };
    }

    /// <summary>From everything of the family: what is about one of them only leaves the others.</summary>
    public static Exclusion ShuttingOut(AFamily family, Guid who) =>
        new()
        {
            FamilyId = family.Id,
            Id = Ids.New(),
            AskedBy = family.Mother.Id,
            ExcludedId = who,
            From = ManualTime.Start.UtcDateTime.AddDays(-1),
        };

    public static Protection Protecting(AFamily family)
    {
        var id = Ids.New();
        return new()
        {
            FamilyId = family.Id,
            Id = id,
            MemberId = family.Mother.Id,
            PlacedBy = Everybody.Midwife.Id,
            From = ManualTime.Start.UtcDateTime.AddDays(-1),
            Alias = family.Seal.Seal("Lotte", "Protection.Alias", id),
            CodeWord = family.Seal.Seal("zeester", "Protection.CodeWord", id),
        };
    }

    public static Quiet Quieting(AFamily family)
    {
        var quiet = new Quiet
        {
            FamilyId = family.Id,
            Id = Ids.New(),
            MemberId = null,
            Since = ManualTime.Start.UtcDateTime,
            By = Everybody.Midwife.Id,
        };
        quiet.Say(Loss.BabyDied, null, family.Seal);
        return quiet;
    }

    static async Task<Guid> ChannelAsync(NestwerkApp app, AFamily family)
    {
        using var scope = app.Services.CreateScope();
        var channel = ContactChannel.New(
            family.Mother,
            ChannelKind.Mobile,
            family.Mother.Id,
            Everybody.Midwife.Id,
            ManualTime.Start.UtcDateTime
        );
        channel.Reach("0470 12 34 56", null, null, family.Seal);
        channel.Confirm(Confirmation.Spoken, Everybody.Midwife.Id, ManualTime.Start.UtcDateTime);
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        db.Add(channel);
        await db.SaveChangesAsync();
        return channel.Id;
    }
}
