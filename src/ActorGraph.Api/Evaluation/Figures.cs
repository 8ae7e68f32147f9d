using System.Globalization;

namespace ActorGraph.Api.Evaluation;

/// <summary>One measured thing: numbers with their names, each rounded to three places.</summary>
internal sealed record Figure(string Name, IReadOnlyList<(string Name, double Value)> Values)
{
    /// <summary>Precision, recall and their harmonic mean from what was found rightly, found wrongly and missed.</summary>
    public static Figure Of(string name, int right, int wrong, int missed)
    {
        var (p, r) = (Share(right, right + wrong), Share(right, right + missed));
        return new(name, [("p", Round(p)), ("r", Round(r)), ("f", Round(Mean(p, r))), ("tp", right), ("fp", wrong), ("fn", missed)]);
    }

    public static Figure Of(string name, double p, double r) => new(name, [("p", Round(p)), ("r", Round(r)), ("f", Round(Mean(p, r)))]);

    public static double Share(double part, double whole) => whole > 0 ? part / whole : 0;

    public static double Round(double value) => Math.Round(value, 3, MidpointRounding.ToEven);

    /// <summary>Counts are whole, shares have three places.</summary>
    public override string ToString() => string.Join("  ", Values.Select(value => $"{value.Name} {value.Value.ToString(IsCount(value.Name) ? "0" : "0.000", CultureInfo.InvariantCulture)}".Trim()));

    private static bool IsCount(string name) => name is "tp" or "fp" or "fn" or "total" or "wrongly taken";

    private static double Mean(double p, double r) => p + r > 0 ? 2 * p * r / (p + r) : 0;
}

/// <summary>One thing that differs from what the reader found.</summary>
/// <param name="Document">Where; null of what concerns the collection.</param>
/// <param name="What">missed, extra, type …, after what it is of: "mention missed".</param>
/// <param name="Told">What it is, with names.</param>
/// <param name="Text">The characters that say so, null where none are pointed at.</param>
internal sealed record Difference(string? Document, string What, string Told, string? Text = null);
