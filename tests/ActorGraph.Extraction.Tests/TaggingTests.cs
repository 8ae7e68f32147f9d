using System.IO.Compression;
using System.Text;
using ActorGraph.Extraction.Tagging;
using ActorGraph.Testing;

namespace ActorGraph.Extraction.Tests;

public class TaggingTests
{
    private const string News = """
        Sentence #,Word,POS,Tag
        Sentence: 1,Maria,NNP,B-per
        ,Keller,NNP,I-per
        ,",",",",O
        ,of,IN,O
        ,Harbour,NNP,B-org
        ,Watch,NNP,I-org
        ,",",",",O
        ,spoke,VBD,O
        ,in,IN,O
        ,Rotterdam,NNP,B-geo
        ,.,.,O
        Sentence: 2,Dutch,JJ,B-gpe
        ,ships,NNS,O
        ,left,VBD,O
        ,Rotterdam,NNP,B-geo
        ,on,IN,O
        ,Monday,NNP,B-tim
        ,.,.,O

        """;

    [Fact]
    public void The_same_news_teaches_the_same_bytes() => Assert.Equal(Teach(News).Weights, Teach(News).Weights);

    [Fact]
    public void Marks_between_words_are_no_words_and_names_keep_theirs()
    {
        var read = TaggedNews.Read(new StringReader(News)).ToList();
        Assert.Equal(["Maria", "Keller", "of", "Harbour", "Watch", "spoke", "in", "Rotterdam"], read[0].Sentence.Words.Select(word => word.Text));
        Assert.Equal([(0, 2, TagKind.Person), (3, 2, TagKind.Organization), (7, 1, TagKind.Place)], NameTag.Names(read[0].Tags));
        Assert.Equal([(0, 1, TagKind.State), (3, 1, TagKind.Place), (5, 1, TagKind.Time)], NameTag.Names(read[1].Tags));
    }

    [Theory]
    [InlineData("Sentence: 1,Maria,NNP", "Row 2 is not")]
    [InlineData("Sentence: 1,Maria,NNP,B-per\n,Keller,NNP,I-xyz", "Row 3 is not")]
    public void A_row_that_is_none_is_told(string rows, string expected) => Assert.StartsWith(expected, Assert.Throws<FormatException>(() => Teach("Sentence #,Word,POS,Tag\n" + rows)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_name_goes_on_only_with_its_own_tags()
    {
        var scores = new int[2 * NameTag.Count];
        scores[NameTag.Begin(TagKind.Person)] = 5;
        scores[NameTag.Count + NameTag.Inside(TagKind.Place)] = 4;
        scores[NameTag.Count + NameTag.Inside(TagKind.Person)] = 3;
        Assert.Equal([(byte)NameTag.Begin(TagKind.Person), (byte)NameTag.Inside(TagKind.Person)], BestTags.Of(scores, new int[NameTag.Count * NameTag.Count]));
    }

    [Fact]
    public void The_weights_say_how_they_were_made_and_whose_news_they_learnt_from()
    {
        var weights = File.ReadAllBytes(Path.Combine(Repository.Root, "src", "ActorGraph.Extraction", "Tables", "names.weights"));
        var head = Encoding.UTF8.GetString(weights.AsSpan(0, weights.AsSpan().IndexOf("\n\n"u8)));
        Assert.Contains("actorgraph train gmb-ner.csv.zip --to src/ActorGraph.Extraction/Tables/names.weights", head, StringComparison.Ordinal);
        Assert.Contains("ODbL 1.0", head, StringComparison.Ordinal);
        Assert.InRange(weights.Length, 1_000_000, 4_000_000);
    }

    [SkippableFact]
    public void Names_of_news_held_out_are_tagged_better_than_by_the_peer()
    {
        Need.Time();
        using var zip = ZipFile.OpenRead(Need.Shared("data", "gmb-ner.csv.zip"));
        using var reader = new StreamReader(zip.Entries.Single().Open(), CodePagesEncodingProvider.Instance.GetEncoding(1252)!);
        var all = TaggerTraining.Measure(TaggedNews.Read(reader).ToList(), TaggerWeights.OfProgram)[^1];
        Assert.True(all.F >= 0.85, $"F {all.F:0.000}, the peer's is 0.837");
    }

    private static (byte[] Weights, IReadOnlyList<TaggerFigure> HeldOut) Teach(string news) => TaggerSchool.Teach(new MemoryStream(Encoding.Latin1.GetBytes(news)));
}
