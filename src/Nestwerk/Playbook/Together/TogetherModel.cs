using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nestwerk.Access;

namespace Nestwerk.Playbook.Together;

sealed class TogetherModel
    : IEntityTypeConfiguration<ReviewRequest>,
        IEntityTypeConfiguration<OwnerInvitation>,
        IEntityTypeConfiguration<MarginNote>
{
    public void Configure(EntityTypeBuilder<ReviewRequest> builder)
    {
        builder.ToTable("ReviewRequests");
        builder.HasOne<Recipe>().WithMany().HasForeignKey(request => request.RecipeId);
        builder.Property(request => request.Content).AsJson();
        builder.Property(request => request.ChangeNote).HasMaxLength(RecipeRules.LineLength);
        builder.Property(request => request.Answer).HasConversion<string>().HasMaxLength(20);
    }

    public void Configure(EntityTypeBuilder<OwnerInvitation> builder)
    {
        builder.ToTable("OwnerInvitations");
        builder.HasOne<Book>().WithMany().HasForeignKey(invitation => invitation.BookId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(invitation => invitation.OrganisationId);
    }

    public void Configure(EntityTypeBuilder<MarginNote> builder)
    {
        builder.ToTable("MarginNotes");
        builder.HasOne<Recipe>().WithMany().HasForeignKey(note => note.RecipeId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(note => note.OrganisationId);
        builder.Property(note => note.Rubric).HasMaxLength(20);
    }
}
