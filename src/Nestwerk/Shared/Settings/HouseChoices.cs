using Nestwerk.Shared.Mail;

namespace Nestwerk.Shared.Settings;

/// <summary>What the people of this instance chose on the settings page. Null means: the default.</summary>
public sealed record HouseChoices
{
    public string? Name { get; init; }
    public string? Language { get; init; }
    public string? TimeZone { get; init; }
    public BalanceOptions? Balance { get; init; }

    /// <summary>Without its password, which is kept sealed beside it.</summary>
    public MailOptions? Mail { get; init; }

    /// <summary>On which law the network rests, in its own words.</summary>
    public LegalReferences? References { get; init; }
}

/// <summary>The same in two languages; who reads another one gets what is there.</summary>
public sealed record LegalReferences
{
    public string? Nl { get; init; }
    public string? Fr { get; init; }

    public string? In(string language) => language == "fr" ? Fr ?? Nl : Nl ?? Fr;
}
