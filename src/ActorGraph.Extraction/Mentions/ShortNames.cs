using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Mentions;

/// <summary>Finds the short forms of what the document names in full: surnames, given names, abbreviations, shortened names; and lets the full form decide the type.</summary>
internal static class ShortNames
{
    private const int LongestForm = 5;
    private const int LongestAbbreviation = 4;

    public static List<NameMention> Complete(AnnotatedText text, List<NameMention> found)
    {
        var forms = Forms(found);
        var result = found.Select(mention => Retyped(text.Text, mention, forms)).ToList();
        WithParticles(text, result);
        var taken = new HashSet<int>(result.SelectMany(mention => Enumerable.Range(mention.Span.Start, mention.Span.Length)));
        foreach (var sentence in text.Sentences)
        {
            for (var i = 0; i < sentence.Words.Count; i++)
            {
                if (taken.Contains(sentence.Words[i].Span.Start) || !char.IsUpper(sentence.Words[i].Text[0]) && !sentence.Words[i].Text.Contains('-', StringComparison.Ordinal)) continue;
                for (var count = Math.Min(LongestForm, sentence.Words.Count - i); count > 0; count--)
                {
                    var span = new TextSpan(sentence.Words[i].Span.Start, sentence.Words[i + count - 1].Span.End);
                    var form = string.Join(' ', Enumerable.Range(i, count).Select(n => sentence.Words[n].Text));
                    if (sentence.IsCapitals || count == 1 && sentence.Words[i] is { IsAllCapitals: true, IsAcronym: false } or { IsAllCapitals: true, Text.Length: > LongestAbbreviation }) form = forms.Keys.FirstOrDefault(key => key.Length == form.Length && key.ToUpperInvariant() == form) ?? form;
                    if (!forms.TryGetValue(form, out var known) && !forms.TryGetValue(Letters.Plain(form), out known) || taken.Contains(span.End - 1) || known.Type == ActorType.Organization && count == 1 && sentence.Language == "tr" && IsLocatedBehind(text.Text, span.End)) continue;
                    result.Add(new NameMention(span, known.Type, form, null, false, null, sentence.IsBoilerplate));
                    i += count - 1;
                    break;
                }
            }
        }

        var firms = found.Where(mention => mention.Type == ActorType.Organization && mention.Name.Contains(' ', StringComparison.Ordinal)).Select(mention => mention.Name).Distinct().ToList();
        var longest = LongestFirms(firms);
        return result.Select(mention => firms.Count == 0 ? mention : Firm(text.Text, mention, longest)).OrderBy(mention => mention.Span.Start).ToList();
    }

    /// <summary>"Mr de Mistura", "De Stoop": in English a particle before a surname that the document has with it belongs to the name.</summary>
    private static void WithParticles(AnnotatedText text, List<NameMention> mentions)
    {
        var surnames = mentions.Where(mention => mention.Type == ActorType.Person && mention.Name.Contains(' ', StringComparison.Ordinal)).Select(mention => mention.Name.Split(' ')).Where(words => words.Length > 2 && NameRun.IsParticle(words[^2]))
            .Select(words => (Particle: words[^2], Name: words[^1])).Distinct().ToLookup(surname => surname.Name, surname => surname.Particle, StringComparer.Ordinal);
        if (surnames.Count == 0) return;
        var sentence = 0;
        for (var i = 0; i < mentions.Count; i++)
        {
            var mention = mentions[i];
            while (sentence + 1 < text.Sentences.Count && text.Sentences[sentence].Span.End <= mention.Span.Start) sentence++;
            if (mention.Type != ActorType.Person || text.Sentences[sentence].Language != "en") continue;
            foreach (var particle in surnames[mention.Name])
            {
                var start = mention.Span.Start - particle.Length - 1;
                if (start < text.Sentences[sentence].Span.Start || !text.Text.AsSpan(start, particle.Length).SequenceEqual(particle) || text.Text[mention.Span.Start - 1] != ' ' || start > 0 && char.IsLetterOrDigit(text.Text[start - 1])) continue;
                mentions[i] = mention with { Span = new TextSpan(start, mention.Span.End), Name = particle + " " + mention.Name };
                break;
            }
        }
    }

    private static bool PortfolioAnywhere(string word) => Gazetteer.IsPortfolio(word.ToLowerInvariant());

    private static Dictionary<string, (ActorType Type, bool IsGiven)> Forms(List<NameMention> found)
    {
        var forms = new Dictionary<string, (ActorType Type, bool IsGiven)>(StringComparer.Ordinal);
        foreach (var mention in found.Where(mention => mention.Type == ActorType.Person && mention.Name.Contains(' ', StringComparison.Ordinal)))
        {
            foreach (var form in FormsOf(mention.Name)) forms.TryAdd(form, (ActorType.Person, false));
        }

        // Who is called by the given name alone is no organization for standing so where nothing tells.
        var given = found.Where(mention => mention.Type == ActorType.Person && mention.Name.IndexOf(' ', StringComparison.Ordinal) > 2).Select(mention => mention.Name.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        bool IsGiven(NameMention mention) => mention.Rule.EndsWith(nameof(Sureness.Guess), StringComparison.Ordinal) && given.Contains(mention.Name);
        foreach (var mention in found.Where(mention => mention.Type is ActorType.Organization or ActorType.Vessel && (mention.Name.Length > 3 || mention.Name.Any(char.IsDigit)) && !IsGiven(mention))) forms.TryAdd(mention.Name, (mention.Type, false));
        foreach (var mention in found.Where(mention => mention.Type == ActorType.Person && mention.Name.IndexOf(' ', StringComparison.Ordinal) > 2))
        {
            var first = mention.Name.Split(' ')[0];
            if (Gazetteer.Country(first, "en") is null && !Gazetteer.IsCommonWord(first.ToLowerInvariant())) forms.TryAdd(first, (ActorType.Person, true));
        }

        // "Pontis" of "Pontis Gas": the word that no other name shares stands for the whole.
        foreach (var mention in found.Where(mention => mention.Type == ActorType.Organization && mention.Name.IndexOf(' ', StringComparison.Ordinal) > 3))
        {
            var first = mention.Name.Split(' ')[0];
            var isTaken = Gazetteer.IsCommonWord(first.ToLowerInvariant()) || Gazetteer.IsOrganizationHead(first.ToLowerInvariant()) || Gazetteer.IsPlaceWord(first.ToLowerInvariant()) || PortfolioAnywhere(first) || Gazetteer.IsGivenName(first) || Gazetteer.City(first) is not null || Gazetteer.Country(first, "en") is not null || Gazetteer.Country(first, "nl") is not null || Gazetteer.WellKnown(first) is not null;
            if (!isTaken && !first.Contains('&', StringComparison.Ordinal) && Gazetteer.Countries(first).All(country => country is null)) forms.TryAdd(first, (ActorType.Organization, false));
        }

        // Who is told by one name only is so wherever the name stands.
        foreach (var name in found.Where(mention => mention.Type == ActorType.Person && mention.Name.Length > 3 && !mention.Name.Contains(' ', StringComparison.Ordinal)).Select(mention => mention.Name))
        {
            if (!Gazetteer.IsCommonWord(name.ToLowerInvariant()) && Gazetteer.City(name) is null && Gazetteer.Countries(name).All(country => country is null)) forms.TryAdd(name, (ActorType.Person, true));
        }

        foreach (var (form, known) in forms.ToList()) forms.TryAdd(Letters.Plain(form), known);
        return forms;
    }

    /// <summary>"Khalid" is the son named before, though a town is called so too; "in Sofia" stays the city.</summary>
    private static NameMention Retyped(string text, NameMention mention, Dictionary<string, (ActorType Type, bool IsGiven)> forms)
    {
        if (mention.Type == ActorType.Person && !IsLocatedBehind(text, mention.Span.End) && !mention.Name.Contains(' ', StringComparison.Ordinal) && mention.Title is null && forms.TryGetValue(mention.Name, out var full) && full.Type == ActorType.Organization) return mention with { Type = ActorType.Organization };
        if (mention.Rule.EndsWith(nameof(Sureness.Stated), StringComparison.Ordinal)) return mention;
        // "an interest in Pontis": no town of that name is known, and the document has a "Pontis Gas".
        if (mention.Type == ActorType.Place && !mention.IsDemonym && mention.Rule.StartsWith("PlainName", StringComparison.Ordinal) && Gazetteer.City(mention.Name) is null && forms.TryGetValue(mention.Name, out full) && full.Type == ActorType.Organization) return mention with { Type = ActorType.Organization, Iso2 = null };
        if (mention.Type is not (ActorType.Place or ActorType.Organization) || !forms.TryGetValue(mention.Name, out var known) || known.Type != ActorType.Person || mention.Name.Contains(' ', StringComparison.Ordinal) && !(mention.Type == ActorType.Organization && NameRun.IsParticle(mention.Name.Split(' ')[0].ToLowerInvariant()))) return mention;
        if (mention.Type == ActorType.Place && (known.IsGiven && Gazetteer.City(mention.Name) is { Size: >= 5 } || IsLocated(text, mention.Span.Start) || IsLocatedBehind(text, mention.Span.End))) return mention;
        return mention with { Type = ActorType.Person, Iso2 = null };
    }

    /// <summary>"Van Dam" is the firm where the document has a "Koninklijke Van Dam Maritiem" and the name neither speaks nor bears a title.</summary>
    private static NameMention Firm(string text, NameMention mention, Dictionary<string, int> longest)
    {
        if (mention.Type != ActorType.Person || mention.Title is not null || longest.GetValueOrDefault(mention.Name) <= mention.Name.Length + 2) return mention;
        if (mention.Rule.EndsWith(nameof(Sureness.Stated), StringComparison.Ordinal)) return mention;
        var after = text[mention.Span.End..Math.Min(text.Length, mention.Span.End + 14)].Split(' ', '\n', ',', '.');
        return after.Length > 1 && DocumentEvidence.IsPersonal(after[1]) || IsQuoted(text, mention.Span.Start) ? mention : mention with { Type = ActorType.Organization };
    }

    /// <summary>By every run of words that stands in a firm's name, the length of the longest such name.</summary>
    private static Dictionary<string, int> LongestFirms(List<string> firms)
    {
        var longest = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var firm in firms)
        {
            var words = firm.Split(' ');
            for (var from = 0; from < words.Length; from++)
            {
                for (var to = from + 1; to <= Math.Min(words.Length, from + LongestForm); to++)
                {
                    var run = string.Join(' ', words[from..to]);
                    longest[run] = Math.Max(longest.GetValueOrDefault(run), firm.Length);
                }
            }
        }

        return longest;
    }

    private static bool IsQuoted(string text, int start) => DocumentEvidence.IsPersonal(text[Math.Max(0, start - 12)..start].TrimEnd().Split(' ', '\n')[^1]);

    private static bool IsLocated(string text, int start)
    {
        var before = text[Math.Max(0, start - 6)..start];
        return before.EndsWith(" in ", StringComparison.Ordinal) || before.EndsWith("On ", StringComparison.Ordinal) || before.EndsWith(" at ", StringComparison.Ordinal) || before.EndsWith(" en ", StringComparison.Ordinal) || before.EndsWith(" te ", StringComparison.Ordinal) || before.EndsWith(" from ", StringComparison.Ordinal) || before.EndsWith(" on ", StringComparison.Ordinal);
    }

    /// <summary>"Ankara'da", "Yumurtalık'ta": Turkish says the place with an ending.</summary>
    private static bool IsLocatedBehind(string text, int end) => end + 3 < text.Length && text[end] is '\'' or '’' && (text[end + 1] is 'd' or 't' && text[end + 2] is 'a' or 'e' || text[end + 1] == 'n' && text[end + 2] == 'd' && text[end + 3] is 'a' or 'e');

    /// <summary>The forms by which a person is named again: surname, surname with its particles, last two names.</summary>
    public static IEnumerable<string> FormsOf(string name)
    {
        var words = name.Split(' ');
        yield return words[^1];
        var hyphen = words[^1].IndexOf('-', StringComparison.Ordinal);
        if (hyphen is > 0 and <= 3)
        {
            if (char.IsLower(words[^1][0])) yield return char.ToUpperInvariant(words[^1][0]) + words[^1][1..];
            yield return words[^1][(hyphen + 1)..];
        }
        else if (hyphen > 3) yield return words[^1][..hyphen];

        if (words.Length < 3) yield break;
        if (words.Length == 3 && char.IsUpper(words[1][0]) && NameRun.IsParticle(words[1])) yield return words[1] + " " + words[2];
        yield return words[^2] + " " + words[^1];
        if (words[1].Length > 2 && char.IsUpper(words[1][0]) && !NameRun.IsParticle(words[1])) yield return words[1];
        yield return words[0] + " " + words[1];
        var particle = Array.FindIndex(words, 1, word => char.IsLower(word[0]) && !word.Contains('-', StringComparison.Ordinal));
        if (particle > 0) yield return char.ToUpperInvariant(words[particle][0]) + string.Join(' ', words[particle..])[1..];
    }
}
