using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Officer;

sealed class OfficerModel : IEntityTypeConfiguration<OfficerCase>, IEntityTypeConfiguration<LegalRequest>, IEntityTypeConfiguration<Breach>
{
    public const int MostText = 2000;

    public void Configure(EntityTypeBuilder<OfficerCase> builder)
    {
        builder.ToTable("OfficerCases");
        builder.Property(each => each.Kind).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(each => each.ControllerId);
    }

    public void Configure(EntityTypeBuilder<LegalRequest> builder)
    {
        builder.ToTable("LegalRequests");
        builder.Property(each => each.Authority).HasMaxLength(Limits.Name);
        builder.Property(each => each.Order).HasMaxLength(Limits.Name);
        builder.Property(each => each.Scope).HasMaxLength(MostText);
        builder.Property(each => each.Lawyer).HasMaxLength(Limits.Name);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(each => each.OrganisationId);
    }

    public void Configure(EntityTypeBuilder<Breach> builder)
    {
        builder.ToTable("Breaches");
        builder.Property(each => each.What).HasMaxLength(MostText);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(each => each.OrganisationId);
    }
}
