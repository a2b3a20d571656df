using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nestwerk.Access;

namespace Nestwerk.Playbook.Trainings;

sealed class TrainingModel
    : IEntityTypeConfiguration<Training>,
        IEntityTypeConfiguration<TrainingFollowed>,
        IEntityTypeConfiguration<TrainingAsked>
{
    public void Configure(EntityTypeBuilder<Training> builder)
    {
        builder.ToTable("Trainings");
        builder.ComplexProperty(training => training.Title);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(training => training.OrganisationId);
    }

    public void Configure(EntityTypeBuilder<TrainingFollowed> builder)
    {
        builder.ToTable("TrainingsFollowed");
        builder.HasOne<Training>().WithMany().HasForeignKey(followed => followed.TrainingId);
        builder.HasOne<Person>().WithMany().HasForeignKey(followed => followed.PersonId);
    }

    public void Configure(EntityTypeBuilder<TrainingAsked> builder)
    {
        builder.ToTable("TrainingsAsked");
        builder.HasOne<Training>().WithMany().HasForeignKey(asked => asked.TrainingId);
        builder.HasOne<Book>().WithMany().HasForeignKey(asked => asked.BookId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Recipe>().WithMany().HasForeignKey(asked => asked.RecipeId).OnDelete(DeleteBehavior.Cascade);
    }
}
