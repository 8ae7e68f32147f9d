using ActorGraph.Facts;

namespace ActorGraph.Knowledge.Identity;

/// <summary>A sighting in the document of a short form, or in a copy or translation of it.</summary>
/// <param name="Group">Whom it belongs to.</param>
internal sealed record NearSighting(string Document, string Group, IReadOnlyList<string> Names);

/// <summary>Finds whom a document means by one word alone ("Haftar"), from the company it puts him in.</summary>
internal static class ShortForms
{
    private const double LeastSimilarity = 0.86;
    private const int MostCompany = 2;
    private const double RareWord = 0.9;

    /// <summary>Whether a look with a fuller name may be whom the word means.</summary>
    public static bool MayMean(Look shortForm, Look look)
        => look is { Type: ActorType.Person, IsShortForm: false } && shortForm.Words.Count > 0 && look.Words.Any(word => NameSounds.Similarity(shortForm.Words[0], word) >= LeastSimilarity);

    /// <summary>The group a short form belongs to where that is beyond doubt, else null.</summary>
    /// <param name="candidates">Looks that it may mean, with their group.</param>
    /// <param name="near">Who else is in its document and in the other documents of its origin.</param>
    public static string? Group(Look shortForm, IEnumerable<(string Group, Look Look)> candidates, IReadOnlyList<NearSighting> near)
    {
        var groups = candidates.GroupBy(candidate => candidate.Group, candidate => candidate.Look, StringComparer.Ordinal).ToList();
        var mine = DocumentOf(shortForm.First);
        // Another telling of the same report says whom it means by the bare word; company is asked only where there is none.
        return Beyond(groups.Select(group => (group.Key, near.Count(n => n.Document != mine && n.Group == group.Key && n.Names.Any(name => IsBare(name, shortForm.Words[0]))))))
            ?? Beyond(groups.Select(group => (group.Key, Support(shortForm, [.. group], near.Where(n => n.Group == group.Key).ToList(), mine))));
    }

    public static string DocumentOf(string sighting) => sighting[..sighting.LastIndexOf('/')];

    private static string? Beyond(IEnumerable<(string Group, int Support)> groups)
    {
        var ranked = groups.OrderByDescending(group => group.Support).ThenBy(group => group.Group, StringComparer.Ordinal).ToList();
        if (ranked.Count == 0 || ranked[0].Support == 0) return null;
        return ranked.Count == 1 || ranked[0].Support >= 2 * ranked[1].Support ? ranked[0].Group : null;
    }

    private static bool IsBare(string name, string word) => NameComparison.Telling(name, ActorType.Person) is [var bare] && NameSounds.Similarity(word, bare) >= LeastSimilarity;

    /// <summary>Whom both are told to have dealt with, whether one report names both, and whom their documents name besides.</summary>
    private static int Support(Look shortForm, IReadOnlyList<Look> group, IReadOnlyList<NearSighting> near, string mine)
    {
        var shared = shortForm.Tally.Dealt.Keys.Count(key => group.Any(look => look.Tally.Dealt.ContainsKey(key)));
        var company = shortForm.Tally.Company.Keys.Count(key => group.Any(look => look.Tally.Company.ContainsKey(key)));
        // A word that hardly anyone is called needs less company to be the same one.
        if (company == 1 && NameRarity.Of(shortForm.Words[0]) < RareWord) company = 0;
        return 4 * shared + (near.Any(n => n.Document != mine) ? 2 : 0) + (near.Any(n => n.Document == mine) ? 2 : 0) + Math.Min(company, MostCompany);
    }
}
