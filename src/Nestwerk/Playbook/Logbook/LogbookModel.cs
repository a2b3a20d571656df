using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nestwerk.Access;

namespace Nestwerk.Playbook.Logbook;

sealed class LogbookModel
    : IEntityTypeConfiguration<MeetingLog>,
        IEntityTypeConfiguration<LoggedBlock>,
        IEntityTypeConfiguration<Reflection>
{
    public void Configure(EntityTypeBuilder<MeetingLog> builder)
    {
        builder.ToTable("MeetingLogs");
        builder.HasKey(log => log.PlanId);
        builder.Property(log => log.Revision).IsConcurrencyToken();
        builder.HasOne<MeetingPlan>().WithOne().HasForeignKey<MeetingLog>(log => log.PlanId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(log => log.OrganisationId);
        builder.HasMany(log => log.Blocks).WithOne().HasForeignKey(block => block.PlanId);
        builder.HasMany(log => log.Reflections).WithOne().HasForeignKey(reflection => reflection.PlanId);
        builder.HasIndex(log => log.HeldOn);
    }

    public void Configure(EntityTypeBuilder<LoggedBlock> builder)
    {
        builder.ToTable("LoggedBlocks");
        builder.HasKey(block => new { block.PlanId, block.BlockId });
        builder.Property(block => block.BlockId).ValueGeneratedNever();
        builder.Property(block => block.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(block => block.Outcome).HasConversion<string>().HasMaxLength(20);
        builder.Property(block => block.Cause).HasConversion<string>().HasMaxLength(20);
        builder.ComplexProperty(block => block.Title);
        builder.HasIndex(block => block.RecipeId);
    }

    public void Configure(EntityTypeBuilder<Reflection> builder)
    {
        builder.ToTable("Reflections");
        builder.HasKey(reflection => new { reflection.PlanId, reflection.PersonId });
        builder.HasOne<Person>().WithMany().HasForeignKey(reflection => reflection.PersonId);
    }
}
