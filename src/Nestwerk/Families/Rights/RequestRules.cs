using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

/// <summary>Who may do a request now.</summary>
public enum Doing
{
    /// <summary>This worker, now.</summary>
    Now,

    /// <summary>She may be the first of two to agree.</summary>
    FirstOfTwo,

    /// <summary>She agreed already; another must do it.</summary>
    NeedsAnother,

    /// <summary>It is over.</summary>
    Over,
}

/// <summary>When a request may be done, and by whom.</summary>
public static class RequestRules
{
    /// <summary>Words of a request, at most so many letters.</summary>
    public const int MostWords = 1000;

    /// <summary>Whether the time alone does it: never for a protected person, and never where somebody must decide something.</summary>
    public static bool ClockDoes(SubjectRequest request, bool isProtected, DateTime now) =>
        request.IsDue(now) && request.CanClockDoIt && !isProtected;

    /// <summary>For a protected person two people agree, each on her own account, whichever right it is.</summary>
    public static Doing By(Guid worker, SubjectRequest request, bool isProtected) =>
        !request.IsOpen ? Doing.Over
        : !isProtected ? Doing.Now
        : request.AgreedBy is not { } first ? Doing.FirstOfTwo
        : first == worker ? Doing.NeedsAnother
        : Doing.Now;

    /// <summary>Something to correct or to object to needs a word on what; more than a page is not needed.</summary>
    public static IEnumerable<Problem> Asking(Right right, string? words)
    {
        if (right is Right.Correction or Right.Objection && string.IsNullOrWhiteSpace(words))
            yield return new("Words", "rights.wordsMissing");
        if (words?.Length > MostWords)
            yield return new("Words", "rights.wordsLong", MostWords);
    }
}
