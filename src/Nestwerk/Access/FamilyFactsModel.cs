using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nestwerk.Shared;

namespace Nestwerk.Access;

/// <summary>The tables of what decides about a family.</summary>
sealed class FamilyFactsModel
    : IEntityTypeConfiguration<FamilyKey>,
        IEntityTypeConfiguration<Relation>,
        IEntityTypeConfiguration<Consent>,
        IEntityTypeConfiguration<Exclusion>,
        IEntityTypeConfiguration<Protection>,
        IEntityTypeConfiguration<Restriction>,
        IEntityTypeConfiguration<BreakGlass>,
        IEntityTypeConfiguration<Tombstone>,
        IEntityTypeConfiguration<CareTeam>,
        IEntityTypeConfiguration<CareTeamMembership>
{
    public void Configure(EntityTypeBuilder<FamilyKey> builder)
    {
        builder.ToTable("FamilyKeys");
        builder.HasKey(key => key.FamilyId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(key => key.ControllerId);
    }

    public void Configure(EntityTypeBuilder<Relation> builder)
    {
        Fact(builder, "Relations");
        builder.Property(relation => relation.Holder).HasConversion<string>().HasMaxLength(20);
        builder.Property(relation => relation.Basis).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(relation => relation.HolderId);
    }

    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        Fact(builder, "Consents");
        builder.Property(consent => consent.Purpose).HasConversion<string>().HasMaxLength(30);
        builder.Property(consent => consent.Class).HasConversion<string>().HasMaxLength(20);
        builder.Property(consent => consent.Recipient).HasConversion<string>().HasMaxLength(20);
        builder.Property(consent => consent.Evidence).HasConversion<string>().HasMaxLength(20);
        builder.Property(consent => consent.Language).HasMaxLength(12);
        builder.Property(consent => consent.TextVersion).HasMaxLength(20);
    }

    public void Configure(EntityTypeBuilder<Exclusion> builder) => Fact(builder, "Exclusions");

    public void Configure(EntityTypeBuilder<Protection> builder)
    {
        Fact(builder, "Protections");
        builder.Seals(protection => protection.Alias).Seals(protection => protection.CodeWord);
    }

    public void Configure(EntityTypeBuilder<Restriction> builder) => Fact(builder, "Restrictions");

    public void Configure(EntityTypeBuilder<BreakGlass> builder)
    {
        Fact(builder, "BrokenGlasses");
        builder.Property(glass => glass.Reason).HasConversion<string>().HasMaxLength(30);
        builder.Seals(glass => glass.Why);
        builder.HasIndex(glass => glass.PersonId);
    }

    public void Configure(EntityTypeBuilder<Tombstone> builder) => Fact(builder, "Tombstones");

    public void Configure(EntityTypeBuilder<CareTeam> builder)
    {
        builder.ToTable("CareTeams");
        builder.Property(team => team.Name).HasMaxLength(Limits.Name);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(team => team.OrganisationId);
    }

    public void Configure(EntityTypeBuilder<CareTeamMembership> builder)
    {
        builder.ToTable("CareTeamMemberships");
        builder.HasIndex(membership => membership.PersonId);
        builder.HasOne<CareTeam>().WithMany().HasForeignKey(membership => membership.TeamId);
        builder.HasOne<Person>().WithMany().HasForeignKey(membership => membership.PersonId);
    }

    static void Fact<TFact>(EntityTypeBuilder<TFact> builder, string table)
        where TFact : class
    {
        builder.ToTable(table);
        builder.HasKey(nameof(FamilyKey.FamilyId), "Id");
    }
}
