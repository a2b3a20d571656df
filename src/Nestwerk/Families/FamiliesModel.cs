using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families;

sealed class FamiliesModel
    : IEntityTypeConfiguration<FamilyFile>,
        IEntityTypeConfiguration<FamilyMember>,
        IEntityTypeConfiguration<ContactChannel>,
        IEntityTypeConfiguration<FamilyLookup>,
        IEntityTypeConfiguration<PracticalNeed>,
        IEntityTypeConfiguration<CareNote>,
        IEntityTypeConfiguration<SensitiveNote>,
        IEntityTypeConfiguration<StoryParagraph>,
        IEntityTypeConfiguration<Quiet>,
        IEntityTypeConfiguration<FamilyMove>
{
    public void Configure(EntityTypeBuilder<FamilyFile> builder) => Row(builder, "FamilyFiles");

    public void Configure(EntityTypeBuilder<FamilyMember> builder)
    {
        Row(builder, "FamilyMembers");
        builder.Property(member => member.Kin).HasConversion<string>().HasMaxLength(20);
        builder.Property(member => member.Language).HasMaxLength(12);
        builder.Seals(member => member.Name).Seals(member => member.Day);
    }

    public void Configure(EntityTypeBuilder<ContactChannel> builder)
    {
        Row(builder, "ContactChannels");
        builder.Property(channel => channel.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(channel => channel.ConfirmedHow).HasConversion<string>().HasMaxLength(20);
        builder.Seals(channel => channel.Value).Seals(channel => channel.Via).Seals(channel => channel.SafeTimes);
    }

    public void Configure(EntityTypeBuilder<FamilyLookup> builder)
    {
        builder.ToTable("FamilyLookups");
        builder.HasKey(row => new { row.FamilyId, row.Id });
        builder.Property(row => row.Kind).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(row => row.Hash);
    }

    public void Configure(EntityTypeBuilder<PracticalNeed> builder) => Text(builder, "PracticalNeeds");

    public void Configure(EntityTypeBuilder<CareNote> builder) => Text(builder, "CareNotes");

    public void Configure(EntityTypeBuilder<SensitiveNote> builder) => Text(builder, "SensitiveNotes");

    public void Configure(EntityTypeBuilder<StoryParagraph> builder) => Text(builder, "StoryParagraphs");

    public void Configure(EntityTypeBuilder<Quiet> builder)
    {
        builder.ToTable("Quiets");
        builder.HasKey(quiet => new { quiet.FamilyId, quiet.Id });
        builder.Seals(quiet => quiet.Kind).Seals(quiet => quiet.Words);
    }

    public void Configure(EntityTypeBuilder<FamilyMove> builder)
    {
        builder.ToTable("FamilyMoves");
        builder.HasKey(move => new { move.FamilyId, move.Id });
        builder.Property(move => move.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(move => move.Agreed).HasConversion<string>().HasMaxLength(20);
    }

    static void Text<TText>(EntityTypeBuilder<TText> builder, string table)
        where TText : FamilyText
    {
        Row(builder, table);
        builder.Seals(text => text.Text);
    }

    static void Row<TRow>(EntityTypeBuilder<TRow> builder, string table)
        where TRow : class, IFamilyRow
    {
        builder.ToTable(table);
        builder.HasKey(row => new { row.FamilyId, row.Id });
    }
}
