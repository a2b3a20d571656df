using Nestwerk.Access;
using Nestwerk.Access.Team;
using Nestwerk.Shared;

namespace Nestwerk.Cli.FirstRun;

public sealed class FirstRunInput
{
    public string? Token { get; set; }
    public string? House { get; set; }
    public string? Network { get; set; }
    public string Language { get; set; } = Languages.Default;
    public string TimeZone { get; set; } = new NestwerkOptions().TimeZone;
    public string? Name { get; set; }
    public string? Profession { get; set; }
    public string? Address { get; set; }
    public string? Password { get; set; }
    public string? Again { get; set; }
    public bool TakeBook { get; set; } = true;

    public IEnumerable<Problem> Problems()
    {
        if (string.IsNullOrWhiteSpace(House) || House.Trim().Length > 60)
            yield return new(nameof(House), "settings.problem.name");
        if (Network?.Trim().Length > Limits.Name)
            yield return new(nameof(Network), "form.tooLong", Limits.Name, Network.Length);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return new(nameof(TimeZone), "form.invalid");
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > Limits.Name)
            yield return new(nameof(Name), "team.problem.name");
        if (Profession?.Length > Limits.Name)
            yield return new(nameof(Profession), "form.tooLong", Limits.Name, Profession.Length);
        if (!InviteInput.IsAddress(Address))
            yield return new(nameof(Address), "team.problem.address");
        foreach (var problem in PasswordRules.Problems(nameof(Password), Password, Address ?? "", Name ?? "", House ?? ""))
            yield return problem;
        if (Password != Again)
            yield return new(nameof(Again), "password.differs");
    }
}
