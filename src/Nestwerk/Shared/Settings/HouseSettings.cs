using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Nestwerk.Shared.Settings;

/// <summary>The one row that holds what was chosen for this instance.</summary>
public sealed class HouseSettings
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;
    public HouseChoices Choices { get; set; } = new();

    /// <summary>Sealed; null when the mail server asks none.</summary>
    public string? MailPassword { get; set; }
    public long Revision { get; set; }
}

/// <summary>A picture of the House or of who pays for it: shown on pages and on paper.</summary>
public sealed class HousePicture
{
    public required Guid Id { get; init; }

    /// <summary>The House's own, of which there is one; else of a funder.</summary>
    public required bool IsLogo { get; init; }

    /// <summary>What it says, for whoever does not see it.</summary>
    public required string Name { get; init; }
    public required string Type { get; init; }
    public required byte[] Content { get; init; }
    public required DateTime AddedAt { get; init; }
}

sealed class SettingsModel : IEntityTypeConfiguration<HouseSettings>, IEntityTypeConfiguration<HousePicture>
{
    public void Configure(EntityTypeBuilder<HouseSettings> builder)
    {
        builder.ToTable("HouseSettings");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Revision).IsConcurrencyToken();
        builder
            .Property(row => row.Choices)
            .HasConversion(
                choices => JsonSerializer.Serialize(choices, JsonSerializerOptions.Web),
                text => JsonSerializer.Deserialize<HouseChoices>(text, JsonSerializerOptions.Web)!
            );
    }

    public void Configure(EntityTypeBuilder<HousePicture> builder)
    {
        builder.ToTable("HousePictures");
        builder.Property(picture => picture.Name).HasMaxLength(120);
        builder.Property(picture => picture.Type).HasMaxLength(20);
    }
}
