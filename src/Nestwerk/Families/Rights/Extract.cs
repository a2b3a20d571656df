using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

/// <summary>What is kept about somebody and is hers to see, in her language: for paper, for her page, and to take along as JSON.</summary>
public sealed record Extract(string Name, DateTime At, IReadOnlyList<ExtractPart> Parts)
{
    /// <summary>How many things are hers but not for the worker who prints it: they stand on her own page, or the officer prints them.</summary>
    public int Hidden { get; init; }

    public int Items => Parts.Sum(part => part.Items.Count);
}

/// <param name="Key">What it is called in the JSON: the name of the table.</param>
/// <param name="Title">What it is called on paper.</param>
public sealed record ExtractPart(string Key, string Title, IReadOnlyList<ExtractItem> Items)
{
    /// <summary>What its items are, as the code calls them: for words in a language the House does not work in.</summary>
    public string Kind { get; init; } = Key;
}

/// <summary>One thing that is kept.</summary>
/// <param name="Id">Its id, so that a correction can name it; null for what is put together.</param>
/// <param name="ToldBy">Who told it; null when nobody of the family did.</param>
public sealed record ExtractItem(Guid? Id, Guid? ToldBy, IReadOnlyList<ExtractField> Fields);

public sealed record ExtractField(string Key, string Label, string Value)
{
    /// <summary>The moment, day or choice that was put into words; null for a text.</summary>
    public object? Raw { get; init; }

    public static ExtractField Of(string key, object value, HouseClock clock) =>
        new(
            key,
            RowReading.Words.Field(key),
            key == nameof(FamilyMember.Language) ? Known.SpokenLanguage.NameOf((string)value) : RowReading.Words.Value(value, clock)
        )
        {
            Raw = value is DateTime or DateOnly or Enum ? value : null,
        };
}
