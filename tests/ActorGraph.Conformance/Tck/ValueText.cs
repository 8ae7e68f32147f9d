using System.Globalization;
using ActorGraph.Graph;

namespace ActorGraph.Conformance.Tck;

/// <summary>Values as the TCK writes them, in one canonical form: labels, keys and, if asked, list items sorted.</summary>
public sealed class ValueText(bool ignoresListOrder)
{
    public string Of(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => Number(number),
        string text => "'" + text + "'",
        GraphNode node => "(" + Labels(node.Labels) + Properties(node.Properties) + ")",
        GraphRelationship r => "[:" + r.Type + Properties(r.Properties) + "]",
        GraphPath path => Path(path),
        IReadOnlyDictionary<string, object?> map => "{" + string.Join(", ", map.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => e.Key + ": " + Of(e.Value))) + "}",
        IReadOnlyList<object?> list => List(list.Select(Of)),
        _ => "'" + TemporalOf(value) + "'",
    };

    /// <summary>The canonical form of a cell of an expected table.</summary>
    public string Expected(string cell)
    {
        var at = 0;
        var text = Parse(cell, ref at);
        return at == cell.Length ? text : throw new FormatException($"Cannot read '{cell}' from {at}");
    }

    private static string TemporalOf(object value) => Engine.Expressions.TemporalText.Of(value);

    private string List(IEnumerable<string> items) => "[" + string.Join(", ", ignoresListOrder ? items.Order(StringComparer.Ordinal) : items) + "]";

    private static string Number(double number) => double.IsNaN(number) ? "NaN" : double.IsInfinity(number) ? number > 0 ? "Inf" : "-Inf"
        : number == 0 ? "0.0" : number.ToString("0.0##############", CultureInfo.InvariantCulture) is var plain && Math.Abs(number) is >= 1e-4 and < 1e15 ? plain : number.ToString("E12", CultureInfo.InvariantCulture);

    private static string Labels(IEnumerable<string> labels) => string.Concat(labels.Order(StringComparer.Ordinal).Select(label => ":" + label));

    private string Properties(IReadOnlyDictionary<string, object?> properties) => properties.Count == 0 ? "" : Of(properties);

    private string Path(GraphPath path)
    {
        var text = "<" + Of(path.Nodes[0]);
        for (var i = 0; i < path.Relationships.Count; i++)
        {
            var forward = path.Relationships[i].Start == path.Nodes[i].Id;
            text += (forward ? "-" : "<-") + Of(path.Relationships[i]) + (forward ? "->" : "-") + Of(path.Nodes[i + 1]);
        }

        return text + ">";
    }

    private string Parse(string s, ref int at)
    {
        Blanks(s, ref at);
        switch (s[at])
        {
            case '\'':
                var start = ++at;
                var text = "";
                for (; s[at] != '\''; at++)
                {
                    if (s[at] == '\\' && s[at + 1] is '\'' or '\\') at++;
                    text += s[at];
                }

                at++;
                return "'" + text + "'";
            case '[' when at + 1 < s.Length && s[at + 1] == ':':
                at += 2;
                var type = Word(s, ref at);
                Blanks(s, ref at);
                var properties = s[at] == '{' ? Parse(s, ref at) : "";
                Expect(s, ref at, ']');
                return "[:" + type + (properties == "{}" ? "" : properties) + "]";
            case '[':
                at++;
                var items = new List<string>();
                for (Blanks(s, ref at); s[at] != ']'; Blanks(s, ref at))
                {
                    items.Add(Parse(s, ref at));
                    Blanks(s, ref at);
                    if (s[at] == ',') at++;
                }

                at++;
                return List(items);
            case '{':
                return Map(s, ref at);
            case '(':
                return Node(s, ref at);
            case '<':
                return ExpectedPath(s, ref at);
            default:
                var word = Word(s, ref at);
                return word.Contains('.', StringComparison.Ordinal) && double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    || word.Contains('e', StringComparison.OrdinalIgnoreCase) && double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out number) ? Number(number) : word;
        }
    }

    private string Map(string s, ref int at)
    {
        at++;
        var entries = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (Blanks(s, ref at); s[at] != '}'; Blanks(s, ref at))
        {
            var key = Word(s, ref at);
            Expect(s, ref at, ':');
            entries[key] = Parse(s, ref at);
            Blanks(s, ref at);
            if (s[at] == ',') at++;
        }

        at++;
        return "{" + string.Join(", ", entries.Select(e => e.Key + ": " + e.Value)) + "}";
    }

    private string Node(string s, ref int at)
    {
        at++;
        var labels = new List<string>();
        for (Blanks(s, ref at); s[at] == ':'; Blanks(s, ref at))
        {
            at++;
            labels.Add(Word(s, ref at));
        }

        var properties = s[at] == '{' ? Map(s, ref at) : "";
        Expect(s, ref at, ')');
        return "(" + Labels(labels) + (properties == "{}" ? "" : properties) + ")";
    }

    private string ExpectedPath(string s, ref int at)
    {
        at++;
        var text = "<" + Parse(s, ref at);
        while (s[at] != '>')
        {
            var back = s[at] == '<';
            at += back ? 2 : 1;
            text += (back ? "<-" : "-") + Parse(s, ref at) + (back ? "-" : "->");
            at += back ? 1 : 2;
            text += Parse(s, ref at);
        }

        at++;
        return text + ">";
    }

    private static string Word(string s, ref int at)
    {
        Blanks(s, ref at);
        var start = at;
        while (at < s.Length && !",:{}[]()<> '".Contains(s[at])) at++;
        return s[start..at];
    }

    private static void Blanks(string s, ref int at)
    {
        while (at < s.Length && s[at] == ' ') at++;
    }

    private static void Expect(string s, ref int at, char c)
    {
        Blanks(s, ref at);
        if (s[at] != c) throw new FormatException($"Expected {c} at {at} in {s}");
        at++;
    }
}
