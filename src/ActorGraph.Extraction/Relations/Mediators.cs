using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>"talks mediated by A", "sous la médiation de A": who stood between the sides of what a sentence tells.</summary>
internal static class Mediators
{
    private const int Longest = 8;

    /// <param name="sides">Those who took part; none of them is its own mediator.</param>
    public static IEnumerable<Participant> Of(IReadOnlyList<ClauseToken> tokens, Parties parties, string language, IReadOnlyList<Participant> sides)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Mark != Mark.Word || !Grammar.IsMediation(tokens[i].Lower, language) || tokens[i + 1].Class is not (WordClass.By or WordClass.Of)) continue;
            var named = parties.All.Where(party => party.Last > i + 1 && party.Last - i <= Longest && Leads(tokens, i + 2, party.First)).OrderBy(party => party.Type != ActorType.Person).ThenBy(party => party.Last).FirstOrDefault();
            if (named is not null && sides.All(side => side.Sighting != named.Sighting)) yield return new(named.Sighting, ParticipantRole.Mediator, named.OnBehalfOf == named.Sighting ? null : named.OnBehalfOf);
        }
    }

    /// <summary>Whether nothing but what leads to the name stands before it.</summary>
    private static bool Leads(IReadOnlyList<ClauseToken> tokens, int from, int to)
        => Enumerable.Range(from, Math.Max(0, to - from)).All(i => tokens[i].IsTitle || tokens[i].Class is WordClass.Det or WordClass.None or WordClass.Of || tokens[i].IsDemonym || tokens[i].IsPossessive || tokens[i].Mark == Mark.Comma);
}
