using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Nestwerk.Families.Entering;

sealed class EnteringModel : IEntityTypeConfiguration<Entry>, IEntityTypeConfiguration<ParentPin>, IEntityTypeConfiguration<ParentSession>
{
    public void Configure(EntityTypeBuilder<Entry> builder)
    {
        builder.ToTable("Entries");
        builder.Property(entry => entry.Kind).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(entry => new { entry.Asked, entry.At });
        builder.HasIndex(entry => new { entry.FromHash, entry.At });
        builder.HasIndex(entry => entry.At);
    }

    public void Configure(EntityTypeBuilder<ParentPin> builder)
    {
        builder.ToTable("ParentPins");
        builder.HasKey(pin => new { pin.FamilyId, pin.Id });
    }

    public void Configure(EntityTypeBuilder<ParentSession> builder)
    {
        builder.ToTable("ParentSessions");
        builder.HasKey(session => new { session.FamilyId, session.Id });
    }
}
