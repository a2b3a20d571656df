using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Nestwerk.Shared;

static class SealedColumns
{
    /// <summary>Maps a sealed value to one column of its own name.</summary>
    public static EntityTypeBuilder<TRow> Seals<TRow>(this EntityTypeBuilder<TRow> builder, Expression<Func<TRow, Sealed?>> value)
        where TRow : class
    {
        var name = ((MemberExpression)value.Body).Member.Name;
        var column = builder.ComplexProperty(value!);
        column.Property(each => each!.Box).HasColumnName(name);
        return builder;
    }
}
