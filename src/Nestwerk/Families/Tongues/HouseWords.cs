using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Nestwerk.Families.Tongues;

/// <summary>A language that the network added for its parents.</summary>
public sealed class AddedTongue
{
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required bool RightToLeft { get; set; }

    public Tongue AsTongue => new(Code, Name, Code, RightToLeft);
}

/// <summary>A text in the words of the network, in a language of its own or in place of the product's.</summary>
public sealed class HouseWording
{
    public required string Language { get; init; }
    public required string Key { get; init; }
    public required string Text { get; set; }
    public required DateTime ChangedAt { get; set; }
}

/// <summary>A text as somebody spoke it, for who reads with difficulty. Always MP3: every phone plays it.</summary>
public sealed class SpokenText
{
    public const string Type = "audio/mpeg";
    public const int MostBytes = 1024 * 1024;

    public required Guid Id { get; init; }
    public required string Language { get; init; }
    public required string Key { get; init; }
    public required byte[] Sound { get; init; }
    public required DateTime AddedAt { get; init; }
}

sealed class HouseWordsModel
    : IEntityTypeConfiguration<AddedTongue>,
        IEntityTypeConfiguration<HouseWording>,
        IEntityTypeConfiguration<SpokenText>
{
    public void Configure(EntityTypeBuilder<AddedTongue> builder)
    {
        builder.ToTable("AddedTongues");
        builder.HasKey(tongue => tongue.Code);
        builder.Property(tongue => tongue.Code).HasMaxLength(12);
        builder.Property(tongue => tongue.Name).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<HouseWording> builder)
    {
        builder.ToTable("HouseWordings");
        builder.HasKey(wording => new { wording.Language, wording.Key });
        builder.Property(wording => wording.Language).HasMaxLength(12);
        builder.Property(wording => wording.Key).HasMaxLength(60);
        builder.Property(wording => wording.Text).HasMaxLength(600);
    }

    public void Configure(EntityTypeBuilder<SpokenText> builder)
    {
        builder.ToTable("SpokenTexts");
        builder.Property(spoken => spoken.Language).HasMaxLength(12);
        builder.Property(spoken => spoken.Key).HasMaxLength(60);
        builder.HasIndex(spoken => new { spoken.Language, spoken.Key }).IsUnique();
    }
}
