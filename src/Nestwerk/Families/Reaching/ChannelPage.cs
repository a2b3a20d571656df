using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Families.Known;
using Nestwerk.Shared;

namespace Nestwerk.Families.Reaching;

/// <summary>Changes how somebody is reached. For a protected person every change asks for the word she chose.</summary>
[ServiceFilter<WordTries>(Order = WordTries.AroundTheTransaction)]
public abstract class ChannelPage(FamilyReading reading, AuditTrail audit, HouseClock clock) : FamilyForm(reading, audit)
{
    [BindProperty]
    public ChannelForm Input { get; set; } = new();

    public FamilyMember Member { get; protected set; } = null!;

    /// <summary>What keeps her safe; null when she is not protected.</summary>
    public Protection? Safe { get; private set; }

    /// <summary>Whether one more word may be tried.</summary>
    public bool MayGuess { get; set; } = true;

    /// <summary>Whether what was tried was not her word.</summary>
    public bool Missed { get; private set; }

    protected DateTime Now => clock.Utc;

    protected async Task ProtectAsync(FamilyMember member, CancellationToken cancel)
    {
        Member = member;
        Safe = Protections.Of(await Reading.FactsAsync(Open, cancel), member.Id, Now);
    }

    /// <summary>Nothing is changed without the word, and nothing is told about what it should have been.</summary>
    protected IEnumerable<Problem> WordProblems()
    {
        if (Safe is not { } safe || (MayGuess && Protections.Fits(safe, Input.Word, Open.Seal)))
            yield break;
        Missed = true;
        yield return new(nameof(Input.Word), MayGuess ? "channel.problem.word" : "channel.problem.words");
    }

    protected IEnumerable<Problem> TimesProblems() =>
        [.. FamilyRules.Short(Input.SafeTimes, nameof(Input.SafeTimes)), .. FamilyRules.Short(Input.Via, nameof(Input.Via))];
}

/// <summary>A way to reach somebody, as typed.</summary>
public sealed class ChannelForm
{
    public ChannelKind Kind { get; set; } = ChannelKind.Mobile;
    public string? Value { get; set; }
    public string? Via { get; set; }
    public string? SafeTimes { get; set; }
    public bool NoMessages { get; set; }
    public bool Confirmed { get; set; }

    /// <summary>What she said when she was asked for her word.</summary>
    public string? Word { get; set; }
}
