using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nestwerk.Access;

namespace Nestwerk.Playbook.Improving;

sealed class ImprovingModel : IEntityTypeConfiguration<Improvement>, IEntityTypeConfiguration<Verdict>
{
    public void Configure(EntityTypeBuilder<Improvement> builder)
    {
        builder.ToTable("Improvements");
        builder.HasOne<Recipe>().WithMany().HasForeignKey(improvement => improvement.RecipeId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(improvement => improvement.OrganisationId);
        builder.HasMany(improvement => improvement.Verdicts).WithOne().HasForeignKey(verdict => verdict.ImprovementId);
        builder.HasIndex(improvement => improvement.PlanId);
    }

    public void Configure(EntityTypeBuilder<Verdict> builder)
    {
        builder.ToTable("Verdicts");
        builder.HasKey(verdict => new { verdict.ImprovementId, verdict.Number });
        builder.Property(verdict => verdict.Number).ValueGeneratedNever();
        builder.Property(verdict => verdict.Ruling).HasConversion<string>().HasMaxLength(20);
    }
}
