using System.Linq.Expressions;

namespace Nestwerk.Shared;

static class Conditions
{
    /// <summary>One condition that holds where any of these does; none of them holds nowhere.</summary>
    public static Expression<Func<TRow, bool>> Either<TRow>(this IReadOnlyList<Expression<Func<TRow, bool>>> conditions)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        var body = conditions
            .Select(each => new Renamed(each.Parameters[0], row).Visit(each.Body))
            .Aggregate((Expression)Expression.Constant(false), Expression.OrElse);
        return Expression.Lambda<Func<TRow, bool>>(body, row);
    }

    /// <summary>A condition that holds where both do.</summary>
    public static Expression<Func<TRow, bool>> And<TRow>(this Expression<Func<TRow, bool>> one, Expression<Func<TRow, bool>> other) =>
        Expression.Lambda<Func<TRow, bool>>(
            Expression.AndAlso(one.Body, new Renamed(other.Parameters[0], one.Parameters[0]).Visit(other.Body)),
            one.Parameters
        );

    sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
