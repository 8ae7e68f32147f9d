using Gherkin;
using Gherkin.Ast;

namespace ActorGraph.Conformance.Tck;

/// <summary>One scenario with its placeholders filled in.</summary>
/// <param name="Id">Feature file, title and number of the example row: stands in the list of known failures.</param>
public sealed record TckScenario(string Id, IReadOnlyList<TckStep> Steps);

/// <param name="Table">Rows of cells, header first; empty where the step has none.</param>
public sealed record TckStep(string Text, string Document, IReadOnlyList<IReadOnlyList<string>> Table);

/// <summary>Feature files → scenarios.</summary>
public static class TckFeatures
{
    public static IEnumerable<TckScenario> Read(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.feature", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var feature = new Parser().Parse(path).Feature;
            var file = Path.GetRelativePath(folder, path).Replace('\\', '/');
            var background = feature.Children.OfType<Background>().SelectMany(part => part.Steps).ToList();
            foreach (var scenario in feature.Children.OfType<Gherkin.Ast.Scenario>())
            {
                var steps = background.Concat(scenario.Steps).ToList();
                var rows = scenario.Examples.SelectMany(examples => examples.TableBody.Select(row => (examples.TableHeader, row))).ToList();
                if (rows.Count == 0) yield return new TckScenario($"{file}: {scenario.Name}", steps.Select(step => Filled(step, [])).ToList());
                for (var i = 0; i < rows.Count; i++)
                {
                    var values = rows[i].TableHeader.Cells.Zip(rows[i].row.Cells, (name, value) => (Name: "<" + name.Value + ">", value.Value)).ToList();
                    yield return new TckScenario($"{file}: {scenario.Name} #{i + 1}", steps.Select(step => Filled(step, values)).ToList());
                }
            }
        }
    }

    private static TckStep Filled(Step step, List<(string Name, string Value)> values)
    {
        string Fill(string text) => values.Aggregate(text, (filled, value) => filled.Replace(value.Name, value.Value, StringComparison.Ordinal));
        var table = step.DataTable?.Rows.Select(row => (IReadOnlyList<string>)row.Cells.Select(cell => Fill(cell.Value)).ToList()).ToList();
        return new TckStep(Fill(step.Text), Fill(step.DocString?.Content ?? ""), table ?? []);
    }
}
