using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nestwerk.Access;

namespace Nestwerk.Playbook.Exchange;

sealed class ExchangeModel : IEntityTypeConfiguration<ImportDraft>
{
    public void Configure(EntityTypeBuilder<ImportDraft> builder)
    {
        builder.ToTable("ImportDrafts");
        builder.HasOne<Person>().WithMany().HasForeignKey(draft => draft.BroughtBy);
    }
}
