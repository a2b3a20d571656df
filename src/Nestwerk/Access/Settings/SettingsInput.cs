using Nestwerk.Shared;
using Nestwerk.Shared.Mail;

namespace Nestwerk.Access.Settings;

/// <summary>The settings page as it was typed. Each part is a form of its own.</summary>
public sealed class SettingsInput
{
    public string? Name { get; set; }
    public string? Language { get; set; }
    public string? TimeZone { get; set; }
    public int? FewestMinutes { get; set; }
    public int? MostMinutes { get; set; }
    public int? LightPercent { get; set; }
    public int? AimFromPercent { get; set; }
    public int? AimToPercent { get; set; }
    public int? HeavyPercent { get; set; }
    public string? Host { get; set; }
    public int? Port { get; set; }
    public bool Encrypted { get; set; }
    public string? User { get; set; }
    public string? Password { get; set; }
    public string? From { get; set; }

    public static SettingsInput Of(NestwerkOptions options) =>
        new()
        {
            Name = options.Name,
            Language = options.Language,
            TimeZone = options.TimeZone,
            FewestMinutes = options.Balance.FewestMinutes,
            MostMinutes = options.Balance.MostMinutes,
            LightPercent = options.Balance.LightPercent,
            AimFromPercent = options.Balance.AimFromPercent,
            AimToPercent = options.Balance.AimToPercent,
            HeavyPercent = options.Balance.HeavyPercent,
            Host = options.Mail.Host,
            Port = options.Mail.Port,
            Encrypted = options.Mail.Encrypted,
            User = options.Mail.User,
            From = options.Mail.From,
        };

    public IEnumerable<Problem> HouseProblems()
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > 60)
            yield return new(nameof(Name), "settings.problem.name");
        if (!Languages.All.Contains(Language ?? "", StringComparer.Ordinal))
            yield return new(nameof(Language), "form.invalid");
        if (TimeZone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return new(nameof(TimeZone), "form.invalid");
    }

    public IEnumerable<Problem> BalanceProblems()
    {
        (string Field, int? Value, int Most)[] numbers =
        [
            (nameof(FewestMinutes), FewestMinutes, 600),
            (nameof(MostMinutes), MostMinutes, 600),
            (nameof(LightPercent), LightPercent, 100),
            (nameof(AimFromPercent), AimFromPercent, 100),
            (nameof(AimToPercent), AimToPercent, 100),
            (nameof(HeavyPercent), HeavyPercent, 100),
        ];
        var sound = true;
        foreach (
            var (field, value, most) in numbers.Where(number => number.Value is null || number.Value < 0 || number.Value > number.Most)
        )
        {
            sound = false;
            yield return value is null ? new(field, "form.required") : new(field, "form.range", 0, most);
        }
        if (sound && FewestMinutes > MostMinutes)
            yield return new(nameof(MostMinutes), "settings.problem.minutes");
        if (sound && !(LightPercent <= AimFromPercent && AimFromPercent <= AimToPercent && AimToPercent <= HeavyPercent))
            yield return new(nameof(LightPercent), "settings.problem.percents");
    }

    public BalanceOptions Balance() =>
        new()
        {
            FewestMinutes = FewestMinutes!.Value,
            MostMinutes = MostMinutes!.Value,
            LightPercent = LightPercent!.Value,
            AimFromPercent = AimFromPercent!.Value,
            AimToPercent = AimToPercent!.Value,
            HeavyPercent = HeavyPercent!.Value,
        };

    public IEnumerable<Problem> MailProblems()
    {
        if (string.IsNullOrWhiteSpace(Host) && string.IsNullOrWhiteSpace(From))
            yield break;
        if (string.IsNullOrWhiteSpace(Host) || Uri.CheckHostName(Host.Trim()) == UriHostNameType.Unknown)
            yield return new(nameof(Host), "settings.problem.host");
        if (Port is null or < 1 or > 65535)
            yield return new(nameof(Port), "form.range", 1, 65535);
        if (!Team.InviteInput.IsAddress(From))
            yield return new(nameof(From), "team.problem.address");
    }

    public MailOptions Mail() =>
        new()
        {
            Host = Host?.Trim(),
            Port = Port ?? new MailOptions().Port,
            Encrypted = Encrypted,
            User = string.IsNullOrWhiteSpace(User) ? null : User.Trim(),
            Password = Password,
            From = From?.Trim(),
        };
}
