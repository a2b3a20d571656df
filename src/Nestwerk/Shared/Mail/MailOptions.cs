using System.ComponentModel.DataAnnotations;

namespace Nestwerk.Shared.Mail;

/// <summary>The mail server messages leave through. Without it nothing is mailed and people hand things over themselves.</summary>
public sealed class MailOptions : IValidatableObject
{
    public string? Host { get; set; }
    public int Port { get; set; } = 587;

    /// <summary>Whether the connection is encrypted with STARTTLS; off only for a server on the same machine.</summary>
    public bool Encrypted { get; set; } = true;
    public string? User { get; set; }
    public string? Password { get; set; }

    /// <summary>The address messages come from.</summary>
    public string? From { get; set; }

    public bool IsSet => !string.IsNullOrWhiteSpace(Host) && !string.IsNullOrWhiteSpace(From);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Port is < 1 or > 65535)
            yield return new("Nestwerk:Mail:Port must lie between 1 and 65535.");
        if (!string.IsNullOrWhiteSpace(From) && !System.Net.Mail.MailAddress.TryCreate(From, out _))
            yield return new("Nestwerk:Mail:From must be an e-mail address.");
    }
}
