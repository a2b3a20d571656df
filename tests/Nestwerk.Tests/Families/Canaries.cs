using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Families.Rights;
using Nestwerk.Families.Sending;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families;

/// <summary>Words that stand nowhere else, one in every free text of a family.</summary>
static class Canaries
{
    const int Many = 50;

    /// <summary>A word of its own in every free text of a family, and her request to be erased.</summary>
    public static async Task<(AFamily, IReadOnlyList<string>)> SingAsync(NestwerkApp app)
    {
        var words = Enumerable.Range(0, Many).Select(number => $"kanarie-{number:00}-{Ids.New():N}").ToList();
        var next = new Queue<string>(words);
        var family = await AFamily.LivingAsync(app, next.Dequeue());
        var (seal, now) = (family.Seal, app.Time.Utc);
        var rows = new List<object> { FamilyMember.New(family.Id, Kin.Child, next.Dequeue(), seal, family.Mother.Id, null, now) };
        var channel = ContactChannel.New(family.Mother, ChannelKind.Via, family.Mother.Id, null, now);
        channel.Reach(next.Dequeue(), next.Dequeue(), next.Dequeue(), seal);
        var quiet = new Quiet
        {
            FamilyId = family.Id,
            Id = Ids.New(),
            Since = now,
            By = Everybody.Midwife.Id,
        };
        quiet.Say(Loss.BabyDied, next.Dequeue(), seal);
        var request = SubjectRequest.Ask(family.Mother, Right.Erasure, null, null, now);
        request.Say(next.Dequeue(), seal);
        var glass = Ids.New();
        rows.AddRange([
            channel,
            .. OnTheirWay(channel, seal, now),
            quiet,
            request,
            new BreakGlass
            {
                FamilyId = family.Id,
                Id = glass,
                PersonId = Everybody.Midwife.Id,
                Reason = GlassReason.DangerNow,
                Why = seal.Seal(next.Dequeue(), "BreakGlass.Why", glass),
                From = now,
                Until = now,
            },
        ]);
        while (next.TryDequeue(out var word))
            rows.Add(Text(family, word, next.Count, now));
        await app.AddAsync([.. rows]);
        return (family, words);
    }

    /// <summary>What waits to leave: a code, and a date with the link in it. Neither goes before she is erased.</summary>
    static IEnumerable<FamilyMessage> OnTheirWay(ContactChannel channel, FamilySeal seal, DateTime now)
    {
        foreach (var message in new[] { Message.SignInCode("48291374"), Message.DateComing(now.AddDays(20)) })
        {
            var row = FamilyMessage.New(channel, message, "nl", seal, now);
            row.Wait(now.AddDays(19));
            yield return row;
        }
    }

    static FamilyText Text(AFamily family, string word, int number, DateTime now)
    {
        FamilyText text = (number % 4) switch
        {
            0 => new CareNote
            {
                FamilyId = family.Id,
                Id = Ids.New(),
                SubjectId = family.Mother.Id,
                ToldBy = family.Mother.Id,
                WrittenBy = Everybody.Midwife.Id,
                At = now,
            },
            1 => new PracticalNeed
            {
                FamilyId = family.Id,
                Id = Ids.New(),
                SubjectId = family.Mother.Id,
                ToldBy = family.Mother.Id,
                WrittenBy = null,
                At = now,
            },
            2 => new SensitiveNote
            {
                FamilyId = family.Id,
                Id = Ids.New(),
                SubjectId = family.Mother.Id,
                ToldBy = null,
                WrittenBy = Everybody.Midwife.Id,
                At = now,
            },
            _ => new StoryParagraph
            {
                FamilyId = family.Id,
                Id = Ids.New(),
                SubjectId = family.Mother.Id,
                ToldBy = family.Mother.Id,
                WrittenBy = null,
                At = now,
                Position = number,
            },
        };
        text.Say(word, family.Seal);
        return text;
    }
}
