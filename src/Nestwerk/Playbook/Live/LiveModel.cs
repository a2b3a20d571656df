using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Nestwerk.Playbook.Live;

sealed class LiveModel : IEntityTypeConfiguration<LiveRun>, IEntityTypeConfiguration<RunStep>
{
    public void Configure(EntityTypeBuilder<LiveRun> builder)
    {
        builder.ToTable("LiveRuns");
        builder.HasKey(run => run.PlanId);
        builder.HasOne<MeetingPlan>().WithOne().HasForeignKey<LiveRun>(run => run.PlanId);
        builder.HasMany(run => run.Steps).WithOne().HasForeignKey(step => step.PlanId);
    }

    public void Configure(EntityTypeBuilder<RunStep> builder)
    {
        builder.ToTable("RunSteps");
        builder.HasKey(step => new { step.PlanId, step.Id });
        builder.Property(step => step.Id).ValueGeneratedNever();
        builder.Property(step => step.Kind).HasConversion<string>().HasMaxLength(20);
    }
}
