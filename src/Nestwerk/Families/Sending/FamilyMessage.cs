using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nestwerk.Access;
using Nestwerk.Shared;
using Nestwerk.Shared.Sending;

namespace Nestwerk.Families.Sending;

/// <summary>
/// A message to a parent on its way. It names a channel, a template and a language; number and words are found when its turn comes.
/// Nothing in it says who she is. It is kept a while after it left, for the link in it, and is not for any page about a family.
/// </summary>
[Keeps("to say a date or a code, and to know what became of it", "until it left or was given up, and a while for the link in it")]
public sealed class FamilyMessage : Outgoing
{
    const string CodeColumn = "FamilyMessage.Code";
    const string TokenColumn = "FamilyMessage.Token";

    /// <summary>Somebody may read it the morning after.</summary>
    static readonly TimeSpan LinkOutlives = TimeSpan.FromDays(1);

    public required Guid FamilyId { get; init; }
    public required Guid ChannelId { get; init; }

    /// <summary>Whose channel it is.</summary>
    public required Guid? MemberId { get; init; }
    public required MessageTemplate Template { get; init; }
    public required string Language { get; init; }

    /// <summary>The moment it is about.</summary>
    public DateTime? At { get; init; }

    /// <summary>Until when it means something.</summary>
    public required DateTime Until { get; init; }

    /// <summary>The code in it; sealed, and wiped when it has left.</summary>
    public Sealed? Code { get; private set; }

    /// <summary>The end of the link in it; sealed, and wiped when it has left.</summary>
    public Sealed? Token { get; private set; }

    /// <summary>What the end of that link hashes to.</summary>
    public required byte[] TokenHash { get; init; }

    public DateTime LinkUntil => Until + LinkOutlives;

    public string? CodeIn(FamilySeal seal) => seal.OpenOrNull(Code, CodeColumn, Id);

    public string? TokenIn(FamilySeal seal) => seal.OpenOrNull(Token, TokenColumn, Id);

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public static FamilyMessage New(ContactChannel to, Message message, string language, FamilySeal seal, DateTime now)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var row = new FamilyMessage
        {
            FamilyId = to.FamilyId,
            Id = Ids.New(),
            ChannelId = to.Id,
            MemberId = to.SubjectId,
            Template = message.Template,
            Language = language,
            At = message.At,
            Until = message.Until(now),
            TokenHash = HashOf(token),
            MadeAt = now,
            NextTryAt = now,
        };
        row.Token = seal.Seal(token, TokenColumn, row.Id);
        row.Code = message.Code is { } code ? seal.Seal(code, CodeColumn, row.Id) : null;
        return row;
    }

    protected override void Forget() => (Code, Token) = (null, null);
}

sealed class FamilyMessageModel : IEntityTypeConfiguration<FamilyMessage>
{
    public void Configure(EntityTypeBuilder<FamilyMessage> builder)
    {
        builder.ToTable("FamilyMessages");
        builder.HasKey(row => new { row.FamilyId, row.Id });
        builder.Property(row => row.Template).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.Language).HasMaxLength(12);
        builder.HasIndex(row => row.TokenHash);
        builder.HasIndex(row => row.ChannelId);
        builder.Seals(row => row.Code).Seals(row => row.Token);
        builder.IsOutgoing();
    }
}
