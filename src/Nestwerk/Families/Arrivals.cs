using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>How somebody is reached, as a worker heard it.</summary>
/// <param name="Confirmed">She said that it is hers.</param>
public sealed record Reach(ChannelKind Kind, string Value, string? Via, string? SafeTimes, bool NoMessages, bool Confirmed);

/// <summary>Takes a family in: from here on the worker stands beside it.</summary>
public sealed class Arrivals(
    NestwerkDb db,
    FamilyDesk desk,
    FamilyScope scope,
    Relations relations,
    Actor actor,
    AuditTrail audit,
    HouseClock clock
)
{
    /// <summary>The organisations for which she can begin a family.</summary>
    public static IReadOnlyList<Post> Houses(Actor actor) =>
        [.. actor.Posts.Where(post => post.Role is Role.CareWorker or Role.NetworkCoordinator).DistinctBy(post => post.OrganisationId)];

    /// <summary>One person, by whatever name she wants to be called, and the relation of the worker who took her in.</summary>
    public (FamilyMember Person, FamilySeal Seal) TakeIn(Guid house, Kin kin, string name)
    {
        var (person, seal) = desk.Begin(house, kin, name, actor.PersonId, whole: true);
        relations.Open(person.FamilyId, new(Holder.Person, actor.PersonId), Basis.CareTeam, DataClasses.Whole);
        audit.WroteOf(person.FamilyId, "family.begun", person.FamilyId, DataClasses.Contact);
        return (person, seal);
    }

    /// <summary>Another one of the family.</summary>
    /// <returns>Null when she may not: she stands beside one of them only.</returns>
    public async Task<FamilyMember?> AddAsync(Guid family, Kin kin, string name, FamilySeal seal, CancellationToken cancel)
    {
        var member = FamilyMember.New(family, kin, name, seal, null, actor.PersonId, clock.Utc);
        if (!await scope.AddAsync(actor, Purpose.CoordinateTrajectory, member, cancel))
            return null;
        audit.WroteOf(family, "member.added", member.Id, DataClasses.Contact);
        return member;
    }

    public async Task<ContactChannel> ReachAsync(FamilyMember of, Reach reach, FamilySeal seal, CancellationToken cancel)
    {
        var channel = await desk.AddChannelAsync(of, reach.Kind, reach.Value, seal, actor.PersonId, cancel);
        channel.Reach(reach.Value, reach.Via, reach.SafeTimes, seal);
        if (reach.NoMessages)
            channel.LeaveNoMessages(clock.Utc);
        if (reach.Confirmed)
            channel.Confirm(Confirmation.Spoken, actor.PersonId, clock.Utc);
        audit.WroteOf(of.FamilyId, "channel.added", channel.Id, DataClasses.Contact);
        return channel;
    }

    public void AskLater(FamilyMember of, IEnumerable<Question> questions)
    {
        foreach (var question in questions.Distinct())
        {
            var later = ToAsk.Later(question, of, actor.PersonId, clock.Utc);
            db.Add(later);
            audit.WroteOf(of.FamilyId, "later.kept", later.Id, DataClasses.Needs);
        }
    }
}

/// <summary>What can be wrong with what somebody typed about a person or a way to reach her.</summary>
public static class FamilyRules
{
    public const int MostText = 4000;
    public const int MostLine = 200;

    public static IEnumerable<Problem> Called(string name, string field)
    {
        if (name.Length == 0)
            yield return new(field, "family.problem.name");
        else if (name.Length > Limits.Name)
            yield return new(field, "form.tooLong", Limits.Name, name.Length);
    }

    public static IEnumerable<Problem> Reached(ChannelKind kind, string value, string field)
    {
        if (kind == ChannelKind.Mail ? Lookups.Address(value) is null : Lookups.Number(value) is null || value.Length > 40)
            yield return new(field, kind == ChannelKind.Mail ? "channel.problem.mail" : "channel.problem.number");
    }

    public static IEnumerable<Problem> Short(string? text, string field)
    {
        if (text?.Length > MostLine)
            yield return new(field, "form.tooLong", MostLine, text.Length);
    }

    /// <summary>The first day of a month typed as <c>2027-03</c>, or <c>03/2027</c> where the browser knows no months.</summary>
    /// <returns>Null when it is none.</returns>
    public static DateOnly? Month(string? typed)
    {
        var parts = (typed ?? "").Trim().Split('-', '/', '.', ' ');
        if (parts is not [var one, var two] || !int.TryParse(one, out var a) || !int.TryParse(two, out var b))
            return null;
        var (year, month) = one.Length == 4 ? (a, b) : (b, a);
        return year is >= 1900 and <= 2100 && month is >= 1 and <= 12 ? new DateOnly(year, month, 1) : null;
    }

    public static IEnumerable<Problem> AMonth(string? typed, string field)
    {
        if (!string.IsNullOrWhiteSpace(typed) && Month(typed) is null)
            yield return new(field, "member.problem.month");
    }
}
