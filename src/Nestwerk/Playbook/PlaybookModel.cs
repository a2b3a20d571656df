using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook;

sealed class PlaybookModel
    : IEntityTypeConfiguration<Book>,
        IEntityTypeConfiguration<BookOwner>,
        IEntityTypeConfiguration<Question>,
        IEntityTypeConfiguration<Theme>,
        IEntityTypeConfiguration<Goal>,
        IEntityTypeConfiguration<Setting>,
        IEntityTypeConfiguration<Recipe>,
        IEntityTypeConfiguration<RecipeVersion>,
        IEntityTypeConfiguration<ReadThrough>
{
    public void Configure(EntityTypeBuilder<Book> builder)
    {
        builder.ToTable("Books");
        builder.ComplexProperty(book => book.Title);
        builder.HasOne<Person>().WithMany().HasForeignKey(book => book.ContactId);
        builder.HasMany(book => book.Owners).WithOne().HasForeignKey(owner => owner.BookId);
    }

    public void Configure(EntityTypeBuilder<BookOwner> builder)
    {
        builder.ToTable("BookOwners");
        builder.HasKey(owner => new { owner.BookId, owner.OrganisationId });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(owner => owner.OrganisationId);
    }

    public void Configure(EntityTypeBuilder<Question> builder)
    {
        builder.ToTable("Questions");
        builder.HasOne<Book>().WithMany().HasForeignKey(question => question.BookId);
        builder.HasIndex(question => question.AskedAt);
    }

    public void Configure(EntityTypeBuilder<Theme> builder) => List(builder, "Themes");

    public void Configure(EntityTypeBuilder<Goal> builder) => List(builder, "Goals");

    public void Configure(EntityTypeBuilder<Setting> builder) => List(builder, "Settings");

    static void List<TEntry>(EntityTypeBuilder<TEntry> builder, string table)
        where TEntry : ListEntry
    {
        builder.ToTable(table);
        builder.Property(entry => entry.Id).HasMaxLength(60);
        builder.ComplexProperty(entry => entry.Name);
    }

    public void Configure(EntityTypeBuilder<Recipe> builder)
    {
        builder.ToTable("Recipes");
        builder.HasOne<Book>().WithMany().HasForeignKey(recipe => recipe.BookId);
        builder.Property(recipe => recipe.Draft).AsJson();
        builder.Property(recipe => recipe.Revision).IsConcurrencyToken();
        builder.HasMany(recipe => recipe.Versions).WithOne().HasForeignKey(version => version.RecipeId);
    }

    public void Configure(EntityTypeBuilder<RecipeVersion> builder)
    {
        builder.ToTable("RecipeVersions");
        builder.HasKey(version => new { version.RecipeId, version.Number });
        builder.Property(version => version.Content).AsJson();
        builder.Property(version => version.ChangeNote).HasMaxLength(RecipeRules.LineLength);
        builder.Property(version => version.Audience).HasConversion<string>().HasMaxLength(20);
        builder.ComplexProperty(version => version.Title);
        builder.ComplexProperty(version => version.Summary);
        builder.ComplexProperty(version => version.Sort);
        builder.ComplexProperty(version => version.Needs);
        builder.HasMany(version => version.ReadThroughs).WithOne().HasForeignKey(read => new { read.RecipeId, read.Number });
    }

    public void Configure(EntityTypeBuilder<ReadThrough> builder)
    {
        builder.ToTable("ReadThroughs");
        builder.Property(read => read.By).HasMaxLength(Limits.Name);
    }
}

sealed class PlanModel
    : IEntityTypeConfiguration<MeetingPlan>,
        IEntityTypeConfiguration<PlanBlock>,
        IEntityTypeConfiguration<CoFacilitator>,
        IEntityTypeConfiguration<PlanChange>
{
    public void Configure(EntityTypeBuilder<MeetingPlan> builder)
    {
        builder.ToTable("MeetingPlans");
        builder.Property(plan => plan.Facts).AsJson();
        builder.Property(plan => plan.Title).HasMaxLength(120);
        builder.Property(plan => plan.Revision).IsConcurrencyToken();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(plan => plan.OrganisationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(plan => plan.AuthorId);
        builder.HasMany(plan => plan.Blocks).WithOne().HasForeignKey(block => block.PlanId);
        builder.HasMany(plan => plan.CoFacilitators).WithOne().HasForeignKey(person => person.PlanId);
        builder.HasMany(plan => plan.Changes).WithOne().HasForeignKey(change => change.PlanId);
        builder.HasIndex(plan => new { plan.OrganisationId, plan.Date });
    }

    public void Configure(EntityTypeBuilder<PlanBlock> builder)
    {
        builder.ToTable("PlanBlocks");
        builder.HasKey(block => new { block.PlanId, block.Id });
        builder.Property(block => block.Id).ValueGeneratedNever();
        builder.Property(block => block.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(block => block.Text).AsJson();
        builder
            .HasOne<RecipeVersion>()
            .WithMany()
            .HasForeignKey(block => new { block.RecipeId, block.RecipeNumber })
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CoFacilitator> builder)
    {
        builder.ToTable("PlanCoFacilitators");
        builder.HasKey(person => new { person.PlanId, person.PersonId });
        builder.HasOne<Person>().WithMany().HasForeignKey(person => person.PersonId);
    }

    public void Configure(EntityTypeBuilder<PlanChange> builder)
    {
        builder.ToTable("PlanChanges");
        builder.HasKey(change => new { change.PlanId, change.Number });
        builder.Property(change => change.Number).ValueGeneratedNever();
        builder.Property(change => change.What).HasMaxLength(20);
        builder.Property(change => change.Before).AsJson();
    }
}

static class JsonColumn
{
    /// <summary>Keeps an immutable value as one JSON text; two values are the same when their texts are.</summary>
    public static PropertyBuilder<TValue> AsJson<TValue>(this PropertyBuilder<TValue> property) =>
        property.HasConversion(
            value => ContentJson.Write(value),
            json => ContentJson.Read<TValue>(json),
            new ValueComparer<TValue>(
                (a, b) => ContentJson.Same(a, b),
                value => StringComparer.Ordinal.GetHashCode(ContentJson.Write(value)),
                value => value
            )
        );
}
