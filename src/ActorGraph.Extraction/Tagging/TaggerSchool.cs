using System.Text;

namespace ActorGraph.Extraction.Tagging;

/// <param name="Kind">Kind of name; "all" for all of them.</param>
/// <param name="Right">Names whose words and kind were found.</param>
/// <param name="Wrong">Names found that are none, or otherwise.</param>
/// <param name="Missed">Names not found.</param>
public sealed record TaggerFigure(string Kind, int Right, int Wrong, int Missed)
{
    public double Precision => Right == 0 ? 0 : (double)Right / (Right + Wrong);

    public double Recall => Right == 0 ? 0 : (double)Right / (Right + Missed);

    public double F => Right == 0 ? 0 : 2.0 * Right / (2 * Right + Wrong + Missed);
}

/// <summary>Makes the file of weights with which the program tags names.</summary>
public static class TaggerSchool
{
    private const string Head = """
        # The name tagger of ActorGraph: weights of a structured averaged perceptron.
        # Made by: actorgraph train gmb-ner.csv.zip --to src/ActorGraph.Extraction/Tables/names.weights
        # Learnt from the Groningen Meaning Bank (https://gmb.let.rug.nl), its news with tagged names: the database under the ODbL 1.0, its contents under the DbCL 1.0, the texts in the public domain.
        """;

    /// <summary>Learns from nine sentences in ten, and measures on the tenth. The same news gives the same bytes.</summary>
    /// <param name="news">Rows "sentence,word,part of speech,tag" in Windows-1252.</param>
    /// <exception cref="FormatException">A row that is none.</exception>
    public static (byte[] Weights, IReadOnlyList<TaggerFigure> HeldOut) Teach(Stream news)
    {
        using var reader = new StreamReader(news, CodePagesEncodingProvider.Instance.GetEncoding(1252)!);
        var sentences = TaggedNews.Read(reader).ToList();
        using var weights = new MemoryStream();
        TaggerTraining.Learn(sentences, Head, weights);
        return (weights.ToArray(), TaggerTraining.Measure(sentences, TaggerWeights.Read(weights.ToArray())));
    }
}
