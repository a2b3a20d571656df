using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nestwerk.Access;

namespace Nestwerk.Families;

sealed class LimitsModel : IEntityTypeConfiguration<AskAgain>
{
    public void Configure(EntityTypeBuilder<AskAgain> builder)
    {
        builder.ToTable("AskAgains");
        builder.HasOne<Person>().WithMany().HasForeignKey(each => each.PersonId);
    }
}
