using System.Linq.Expressions;

namespace ResilienceMonitor.Platform.Tenancy;

/// <summary>Puts conditions on columns of a row together into one condition on the row.</summary>
internal static class TenantFilter
{
    public static Expression<Func<T, bool>> Or<T>(Expression<Func<T, bool>> first, LambdaExpression column, LambdaExpression condition)
    {
        var row = first.Parameters[0];
        var value = new Replace(column.Parameters[0], row).Visit(column.Body);
        var second = new Replace(condition.Parameters[0], value).Visit(condition.Body);
        return Expression.Lambda<Func<T, bool>>(Expression.OrElse(first.Body, second), row);
    }

    public static Expression<Func<T, bool>> Or<T>(Expression<Func<T, bool>> first, Expression<Func<T, Guid?>> column, Expression<Func<Guid?, bool>> condition) =>
        Or(first, column, (LambdaExpression)condition);

    public static Expression<Func<T, bool>> Or<T>(Expression<Func<T, bool>> first, Expression<Func<T, BodyId?>> column, Expression<Func<BodyId?, bool>> condition) =>
        Or(first, column, (LambdaExpression)condition);

    private sealed class Replace(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
