using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nestwerk.Access.Team;

namespace Nestwerk.Access;

sealed class AccessModel
    : IEntityTypeConfiguration<Network>,
        IEntityTypeConfiguration<Organisation>,
        IEntityTypeConfiguration<Person>,
        IEntityTypeConfiguration<Appointment>,
        IEntityTypeConfiguration<AuditRow>,
        IEntityTypeConfiguration<Invitation>,
        IEntityTypeConfiguration<NarrowPass>
{
    public void Configure(EntityTypeBuilder<Network> builder)
    {
        builder.ToTable("Networks");
        builder.Property(network => network.Name).HasMaxLength(Limits.Name);
        builder
            .HasMany(network => network.Organisations)
            .WithMany(organisation => organisation.Networks)
            .UsingEntity("NetworkOrganisations");
    }

    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("Organisations");
        builder.Property(organisation => organisation.Name).HasMaxLength(Limits.Name);
    }

    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People");
        builder.Property(person => person.Name).HasMaxLength(Limits.Name);
        builder.Property(person => person.Profession).HasMaxLength(Limits.Name);
        builder.Property(person => person.Language).HasMaxLength(2);
        builder.HasIndex(person => person.AccountId).IsUnique();
        builder.HasOne<IdentityUser<Guid>>().WithOne().HasForeignKey<Person>(person => person.AccountId);
    }

    public void Configure(EntityTypeBuilder<Appointment> builder)
    {
        builder.ToTable("Appointments");
        builder.Property(appointment => appointment.Role).HasConversion<string>().HasMaxLength(40);
        builder.HasOne<Person>().WithMany().HasForeignKey(appointment => appointment.PersonId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(appointment => appointment.OrganisationId);
    }

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations");
        builder.Property(invitation => invitation.Name).HasMaxLength(Limits.Name);
        builder.Property(invitation => invitation.Address).HasMaxLength(254);
        builder.Property(invitation => invitation.Language).HasMaxLength(2);
        builder.Property(invitation => invitation.CodeHash).HasMaxLength(64);
        builder.HasIndex(invitation => invitation.CodeHash).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(invitation => invitation.OrganisationId);
    }

    public void Configure(EntityTypeBuilder<NarrowPass> builder)
    {
        builder.ToTable("NarrowPasses");
        builder.Property(pass => pass.Purpose).HasMaxLength(20);
        builder.Property(pass => pass.TokenHash).HasMaxLength(64);
        builder.HasIndex(pass => pass.TokenHash).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(pass => pass.PersonId);
    }

    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("Audit");
        builder.Property(row => row.Event).HasMaxLength(60);
        builder.HasIndex(row => new { row.SubjectId, row.At });
        builder.HasIndex(row => new { row.PersonId, row.At });
        builder.HasIndex(row => new { row.OfFamily, row.At });
        builder.HasIndex(row => row.Sequence).IsUnique();
        builder.Property(row => row.Act).HasConversion<string>().HasMaxLength(10);
        builder.Property(row => row.Reason).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.Seal).HasMaxLength(32);
    }
}

public static class Limits
{
    public const int Name = 120;
}
