using System.ComponentModel.DataAnnotations;
using Nestwerk.Shared.Mail;
using Nestwerk.Shared.Sending;

namespace Nestwerk.Shared;

/// <summary>
/// Everything that can be set. It runs with none of it: each setting has a default.
/// Read from the configuration section <c>Nestwerk</c>, from <c>NESTWERK_…</c> variables and from the command line.
/// </summary>
public sealed class NestwerkOptions : IValidatableObject
{
    /// <summary>The folder that holds the database of this instance.</summary>
    public string Data { get; set; } = "data";

    /// <summary>The folder that holds the keys; never inside the data folder, never in a backup. Default: <c>keys</c> beside the data folder.</summary>
    public string? Keys { get; set; }

    /// <summary>
    /// The folder for the heads of the audit trail; never inside the data folder, and best on another disk or machine.
    /// Default: beside the data folder, with <c>.audit</c> after its name.
    /// </summary>
    public string? Heads { get; set; }

    /// <summary>A PostgreSQL connection string; without it the data is a SQLite file in <see cref="Data"/>.</summary>
    public string? Postgres
    {
        get;
        set => field = string.IsNullOrWhiteSpace(value) ? null : value;
    }

    /// <summary>The address under which people reach this instance; it fixes the relying party of passkeys.</summary>
    public Uri PublicUrl { get; set; } = new("http://localhost:5080");

    /// <summary>The name people see in the bar: the House's own.</summary>
    [Required, StringLength(60)]
    public string Name { get; set; } = "Nestwerk";

    /// <summary>The language of a visitor who asks for none that we speak.</summary>
    [RegularExpression("nl|fr|en")]
    public string Language { get; set; } = Languages.Default;

    [Required]
    public string TimeZone { get; set; } = "Europe/Brussels";

    /// <summary>How long a change waits for its turn to write before it answers 503.</summary>
    public TimeSpan WriteTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Sign-in attempts per minute from one address before it answers 429.</summary>
    [Range(1, 100_000)]
    public int SignInsPerMinute { get; set; } = 20;

    /// <summary>Proxies on other machines whose word is taken for a visitor's address and for https: addresses or networks, with commas.</summary>
    public string Proxies { get; set; } = "";

    public BalanceOptions Balance { get; set; } = new();

    public MailOptions Mail { get; set; } = new();

    public MessageOptions Messages { get; set; } = new();
    public RetentionOptions Retention { get; set; } = new();

    public string KeysFolder =>
        Keys ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Data).TrimEnd(Path.DirectorySeparatorChar))!, "keys");

    public string HeadsFolder => Heads ?? Path.GetFullPath(Data).TrimEnd(Path.DirectorySeparatorChar) + ".audit";

    /// <returns>Null when one of them is neither an address nor a network.</returns>
    public IReadOnlyList<System.Net.IPNetwork>? ProxyNetworks()
    {
        var networks = new List<System.Net.IPNetwork>();
        foreach (var word in Proxies.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (System.Net.IPAddress.TryParse(word, out var address))
                networks.Add(new(address, address.GetAddressBytes().Length * 8));
            else if (System.Net.IPNetwork.TryParse(word, out var network))
                networks.Add(network);
            else
                return null;
        return networks;
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ProxyNetworks() is null)
            yield return new(
                "Nestwerk:Proxies must be addresses or networks with commas between, as 10.0.0.5,10.1.0.0/16.",
                [nameof(Proxies)]
            );
        if (!PublicUrl.IsAbsoluteUri || PublicUrl.Scheme is not ("http" or "https"))
            yield return new("Nestwerk:PublicUrl must be an http or https address.", [nameof(PublicUrl)]);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return new($"Nestwerk:TimeZone '{TimeZone}' is not a known time zone.", [nameof(TimeZone)]);
        if (Path.GetFullPath(KeysFolder).StartsWith(Path.GetFullPath(Data) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            yield return new("Nestwerk:Keys must not lie inside Nestwerk:Data.", [nameof(Keys)]);
        if (Path.GetFullPath(HeadsFolder).StartsWith(Path.GetFullPath(Data) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            yield return new("Nestwerk:Heads must not lie inside Nestwerk:Data.", [nameof(Heads)]);
        IValidatableObject[] parts = [Balance, Mail, Messages, Retention];
        foreach (var problem in parts.SelectMany(part => part.Validate(validationContext)))
            yield return problem;
    }
}

/// <summary>When a group meeting is too long, too short or out of balance. Minutes, and shares of the counted minutes in percent.</summary>
public sealed class BalanceOptions : IValidatableObject
{
    public int MostMinutes { get; set; } = 120;
    public int FewestMinutes { get; set; } = 90;
    public int HeavyPercent { get; set; } = 60;
    public int LightPercent { get; set; } = 15;
    public int AimFromPercent { get; set; } = 25;
    public int AimToPercent { get; set; } = 45;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (FewestMinutes < 0 || FewestMinutes > MostMinutes)
            yield return new("Nestwerk:Balance: FewestMinutes must lie between 0 and MostMinutes.");
        if (
            !(
                0 <= LightPercent
                && LightPercent <= AimFromPercent
                && AimFromPercent <= AimToPercent
                && AimToPercent <= HeavyPercent
                && HeavyPercent <= 100
            )
        )
            yield return new("Nestwerk:Balance: LightPercent ≤ AimFromPercent ≤ AimToPercent ≤ HeavyPercent must hold, within 0 and 100.");
    }
}
