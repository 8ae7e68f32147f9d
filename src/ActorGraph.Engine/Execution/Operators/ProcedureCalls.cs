using ActorGraph.Cypher.Planning;
using ActorGraph.Graph;

namespace ActorGraph.Engine.Execution.Operators;

/// <summary>CALL of a procedure.</summary>
internal static class ProcedureCalls
{
    public static IEnumerable<object?[]> Run(ProcedureCall plan, IEnumerable<object?[]> source, StatementContext context)
    {
        if (!context.Procedures.TryGetValue(plan.Name, out var procedure))
        {
            throw new GraphException(ErrorCodes.ProcedureNotFound, $"There is no procedure with the name `{plan.Name}`. Known are: {string.Join(", ", context.Procedures.Keys.Order(StringComparer.Ordinal))}");
        }

        if (plan.Arguments is { } given && given.Count != procedure.Arguments.Count)
        {
            throw new GraphException(ErrorCodes.SyntaxError, $"{plan.Name} takes {procedure.Arguments.Count} arguments ({string.Join(", ", procedure.Arguments)}), not {given.Count} (InvalidNumberOfArguments)");
        }

        var slots = plan.Yield?.Select(item => (Column: IndexOf(procedure, item.Column), item.Slot)).ToList();
        foreach (var row in source)
        {
            var arguments = plan.Arguments?.Select(argument => context.Evaluator.Evaluate(argument, row)).ToList() ?? procedure.Arguments.Select(context.Parameter).ToList();
            foreach (var values in procedure.Rows(context, arguments))
            {
                context.Step();
                // Without YIELD the columns are the result's own.
                var next = slots is null ? values : (object?[])row.Clone();
                foreach (var (column, slot) in slots ?? []) next[slot] = values[column];
                yield return next;
            }

            if (procedure.Columns.Count == 0) yield return row;
        }
    }

    private static int IndexOf(Procedure procedure, string column)
    {
        for (var i = 0; i < procedure.Columns.Count; i++)
        {
            if (procedure.Columns[i] == column) return i;
        }

        throw new GraphException(ErrorCodes.SyntaxError, $"{procedure.Name} yields {string.Join(", ", procedure.Columns)}, no `{column}`");
    }
}
