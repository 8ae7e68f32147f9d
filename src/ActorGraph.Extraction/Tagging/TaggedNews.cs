using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Tagging;

/// <param name="Text">The sentence, its tokens with a space between them.</param>
/// <param name="Tags">A tag for each of the sentence's words.</param>
internal sealed record TaggedNews(string Text, Sentence Sentence, byte[] Tags)
{
    private static readonly Dictionary<string, TagKind> Kinds = new(StringComparer.Ordinal)
    {
        ["per"] = TagKind.Person, ["org"] = TagKind.Organization, ["geo"] = TagKind.Place, ["gpe"] = TagKind.State, ["tim"] = TagKind.Time, ["art"] = TagKind.Other, ["eve"] = TagKind.Other, ["nat"] = TagKind.Other,
    };

    /// <summary>Reads the rows "Sentence: 1,London,NNP,B-geo": the first field is empty but for the sentence's first word; fields in quotation marks may hold commas.</summary>
    /// <exception cref="FormatException">A row that is none; says which.</exception>
    public static IEnumerable<TaggedNews> Read(TextReader rows)
    {
        var tokens = new List<(string Word, string Tag)>();
        var number = 1;
        rows.ReadLine();
        while (rows.ReadLine() is { } line)
        {
            number++;
            var fields = Fields(line);
            if (fields.Count != 4 || fields[3] != "O" && (fields[3].Length != 5 || !Kinds.ContainsKey(fields[3][2..]))) throw new FormatException($"Row {number} is not \"sentence,word,part of speech,tag\" with a tag of the Groningen Meaning Bank: {line}");
            if (fields[0].Length > 0 && tokens.Count > 0)
            {
                yield return OfTokens(tokens);
                tokens.Clear();
            }

            tokens.Add((fields[1], fields[3]));
        }

        if (tokens.Count > 0) yield return OfTokens(tokens);
    }

    /// <summary>Marks and endings that stand alone as tokens are between words, as they are in running text.</summary>
    private static TaggedNews OfTokens(List<(string Word, string Tag)> tokens)
    {
        var text = string.Join(' ', tokens.Select(token => token.Word));
        var (words, tags) = (new List<Word>(), new List<byte>());
        var (at, before) = (0, NameTag.Outside);
        foreach (var (word, tag) in tokens)
        {
            if (word.Any(char.IsLetterOrDigit) && word[0] is not ('\'' or '’'))
            {
                before = Tag(tag, before);
                words.Add(new Word(word, word.ToLowerInvariant(), new TextSpan(at, at + word.Length)) { IsJoined = words.Count > 0 && words[^1].Span.End == at - 1 });
                tags.Add((byte)before);
            }

            at += word.Length + 1;
        }

        return new TaggedNews(text, new Sentence(new TextSpan(0, text.Length), words, "en", false, false), [.. tags]);
    }

    private static int Tag(string tag, int before)
    {
        if (tag == "O") return NameTag.Outside;
        var kind = Kinds[tag[2..]];
        return tag[0] == 'I' && NameTag.MayFollow(before, NameTag.Inside(kind)) ? NameTag.Inside(kind) : NameTag.Begin(kind);
    }

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        for (var i = 0; i <= line.Length; i++)
        {
            var end = line.IndexOf(',', i);
            if (i < line.Length && line[i] == '"')
            {
                var close = i + 1;
                while (close < line.Length && (line[close] != '"' || close + 1 < line.Length && line[close + 1] == '"')) close += line[close] == '"' ? 2 : 1;
                fields.Add(line[(i + 1)..Math.Min(close, line.Length)].Replace("\"\"", "\"", StringComparison.Ordinal));
                i = close + 1;
                continue;
            }

            if (end < 0) end = line.Length;
            fields.Add(line[i..end]);
            i = end;
        }

        return fields;
    }
}
