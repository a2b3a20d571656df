using System.Net.Mail;
using Nestwerk.Shared;

namespace Nestwerk.Access.Team;

public sealed class InviteInput
{
    public string? Name { get; set; }
    public string? Address { get; set; }
    public string Language { get; set; } = Languages.Default;
    public Guid Organisation { get; set; }
    public List<Role> Roles { get; set; } = [];

    public IEnumerable<Problem> Problems()
    {
        if (string.IsNullOrWhiteSpace(Name))
            yield return new(nameof(Name), "team.problem.name");
        else if (Name.Length > Limits.Name)
            yield return new(nameof(Name), "form.tooLong", Limits.Name, Name.Length);
        if (!IsAddress(Address))
            yield return new(nameof(Address), "team.problem.address");
        if (Roles.Count == 0)
            yield return new(nameof(Roles), "team.problem.roles");
    }

    /// <summary>One plain address: no display name, a dot in its domain, not longer than a mailbox can be.</summary>
    public static bool IsAddress(string? text) =>
        text?.Trim() is { Length: > 5 and <= 254 } plain
        && MailAddress.TryCreate(plain, out var parsed)
        && parsed.Address == plain
        && parsed.Host.Contains('.', StringComparison.Ordinal);
}
