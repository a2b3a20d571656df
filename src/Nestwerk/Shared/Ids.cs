namespace Nestwerk.Shared;

/// <summary>Makes identifiers that sort by the moment they were made, so that indexes grow at their end.</summary>
public static class Ids
{
    public static Guid New() => Guid.CreateVersion7();
}
