using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Nestwerk.Families;

sealed class NotesModel : IEntityTypeConfiguration<ToAsk>
{
    public void Configure(EntityTypeBuilder<ToAsk> builder)
    {
        builder.ToTable("ToAsk");
        builder.HasKey(row => new { row.FamilyId, row.Id });
        builder.Property(row => row.Question).HasConversion<string>().HasMaxLength(20);
        builder.Ignore(row => row.IsOpen);
    }
}
