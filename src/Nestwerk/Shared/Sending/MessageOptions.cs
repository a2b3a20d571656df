using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Nestwerk.Shared.Sending;

/// <summary>How messages to parents leave. With nothing of it set none leaves, and whoever stands beside her calls.</summary>
public sealed partial class MessageOptions : IValidatableObject
{
    public SmsOptions Sms { get; set; } = new();

    /// <summary>The address mail to parents comes from: one that says nothing about who we are. Without it they get no mail.</summary>
    public string? MailFrom { get; set; }

    /// <summary>The address under which links in messages open; one that names no organisation. Default: that of the instance.</summary>
    public Uri? Url { get; set; }

    /// <summary>A folder that takes every message to parents instead of sending it: for a demo or a try-out.</summary>
    public string? Folder
    {
        get;
        set => field = string.IsNullOrWhiteSpace(value) ? null : value;
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(MailFrom) && !System.Net.Mail.MailAddress.TryCreate(MailFrom, out _))
            yield return new("Nestwerk:Messages:MailFrom must be an e-mail address.");
        if (Url is not null && (!Url.IsAbsoluteUri || Url.Scheme is not ("http" or "https")))
            yield return new("Nestwerk:Messages:Url must be an http or https address.");
        if (
            Sms.Url is { } sms
            && (!sms.IsAbsoluteUri || !(sms.Scheme == Uri.UriSchemeHttps || (sms.Scheme == Uri.UriSchemeHttp && sms.IsLoopback)))
        )
            yield return new("Nestwerk:Messages:Sms:Url must be an https address; http only on this machine.");
        if (Sms.Url is not null && string.IsNullOrWhiteSpace(Sms.Secret))
            yield return new("Nestwerk:Messages:Sms:Secret is missing: the provider gives one.");
        if (Sms.Sender is { } sender && !SenderName().IsMatch(sender))
            yield return new("Nestwerk:Messages:Sms:Sender must be a number, or 1 to 11 letters and digits that name no organisation.");
        if (Sms.Patience < TimeSpan.FromSeconds(1) || Sms.Patience > TimeSpan.FromSeconds(15))
            yield return new("Nestwerk:Messages:Sms:Patience must lie between 1 and 15 seconds.");
    }

    [GeneratedRegex(@"^(\+?[0-9]{3,15}|[A-Za-z0-9]{1,11})\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SenderName();
}

/// <summary>The provider of text messages; the contract is <c>docs/sms.md</c>.</summary>
public sealed class SmsOptions
{
    /// <summary>Where a message is posted. Without it no text message leaves.</summary>
    public Uri? Url { get; set; }

    /// <summary>What the provider knows us by.</summary>
    public string? Secret { get; set; }

    /// <summary>What stands above the message on her phone; null leaves it to the provider.</summary>
    public string? Sender
    {
        get;
        set => field = string.IsNullOrWhiteSpace(value) ? null : value;
    }

    /// <summary>Whether the provider answers what became of a message.</summary>
    public bool CanBeAsked { get; set; }

    /// <summary>How long an answer may take.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);
}
