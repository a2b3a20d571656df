using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Nestwerk.Playbook.Files;

sealed class FilesModel : IEntityTypeConfiguration<AttachedFile>
{
    public void Configure(EntityTypeBuilder<AttachedFile> builder)
    {
        builder.ToTable("AttachedFiles");
        builder.HasOne<Recipe>().WithMany().HasForeignKey(file => file.RecipeId);
        builder.Property(file => file.Name).HasMaxLength(120);
        builder.Property(file => file.Type).HasMaxLength(40);
        builder.Property(file => file.Hash).HasMaxLength(64);
    }
}
