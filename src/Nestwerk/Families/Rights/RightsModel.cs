using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

sealed class RightsModel
    : IEntityTypeConfiguration<SubjectRequest>,
        IEntityTypeConfiguration<Mending>,
        IEntityTypeConfiguration<ErasureProof>
{
    public void Configure(EntityTypeBuilder<SubjectRequest> builder)
    {
        builder.ToTable("SubjectRequests");
        builder.HasKey(request => new { request.FamilyId, request.Id });
        builder.Property(request => request.Right).HasConversion<string>().HasMaxLength(20);
        builder.Seals(request => request.Words);
        builder.HasIndex(request => request.DueAt);
    }

    public void Configure(EntityTypeBuilder<Mending> builder)
    {
        builder.ToTable("Mendings");
        builder.HasKey(mending => mending.Id);
        builder.Property(mending => mending.Kind).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(mending => mending.ForId);
    }

    public void Configure(EntityTypeBuilder<ErasureProof> builder)
    {
        builder.ToTable("ErasureProofs");
        builder.HasKey(proof => new { proof.FamilyId, proof.Id });
        builder.Property(proof => proof.Counts).HasMaxLength(4000);
        builder.Property(proof => proof.Keys).HasMaxLength(1000);
    }
}
