using System.Text.Json;
using ActorGraph.Knowledge.Identity;
using Xunit.Abstractions;

namespace ActorGraph.Knowledge.Tests.Identity;

public class ResolverTests(ITestOutputHelper output)
{
    [SkippableTheory]
    [InlineData("seeds", 0.9)]
    [InlineData("dev", 0.9)]
    public void Sightings_are_brought_together_as_the_annotator_did(string set, double floor)
    {
        var gold = GoldFacts.Of(set);
        var entityOf = gold.SelectMany(g => g.EntityOf).ToDictionary(e => e.Key, e => e.Value);
        var nameOf = gold.SelectMany(g => g.Facts.Sightings).ToDictionary(s => s.Id, s => s.Name);
        var resolution = Resolver.Resolve(gold.Select(g => g.Facts).ToList(), []);
        int right = 0, wrong = 0, missed = 0;
        var ids = entityOf.Keys.Order(StringComparer.Ordinal).ToList();
        for (var i = 0; i < ids.Count; i++)
        {
            for (var j = i + 1; j < ids.Count; j++)
            {
                var (same, said) = (entityOf[ids[i]] == entityOf[ids[j]], resolution.ActorOf[ids[i]] == resolution.ActorOf[ids[j]]);
                if (same && said) right++;
                if (same && !said) missed++;
                if (!same && said) wrong++;
                if (same != said) output.WriteLine($"{(same ? "split" : "merged")} {nameOf[ids[i]]} ({entityOf[ids[i]]}) | {nameOf[ids[j]]} ({entityOf[ids[j]]})");
            }
        }
        var f = 2.0 * right / (2 * right + wrong + missed);
        output.WriteLine($"{set}: pairs F {f:0.000}, {right} right, {wrong} wrong, {missed} missed; {resolution.Meetings.Count} meetings, {resolution.Meetings.Count(m => m.IsDisputed)} disputed, {resolution.Ties.Count} ties");
        Assert.True(f >= floor, $"{set}: F {f:0.000} is below {floor}");
    }

    [SkippableFact]
    public void The_order_of_documents_changes_nothing()
    {
        var facts = GoldFacts.Of("dev").Concat(GoldFacts.Of("seeds")).Select(g => g.Facts).ToList();
        var expected = JsonSerializer.Serialize(Resolver.Resolve(facts, []));
        for (var seed = 1; seed <= 3; seed++)
        {
            var shuffled = facts.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(expected, JsonSerializer.Serialize(Resolver.Resolve(shuffled, [])));
        }
    }

    [SkippableFact]
    public void A_report_retold_or_translated_is_one_origin_and_separate_reports_stay_apart()
    {
        var seeds = GoldFacts.Of("seeds").Select(g => g.Facts).ToList();
        var origins = Origins.Of(seeds);
        Assert.Equal(origins[seeds[3].Document.Id], origins[seeds[4].Document.Id]);
        Assert.Equal(origins[seeds[0].Document.Id], origins[seeds[1].Document.Id]);
        Assert.Equal(3, origins.Values.Distinct().Count());
        var dev = GoldFacts.Of("dev").Select(g => g.Facts).ToList();
        Assert.Equal(dev.Count, Origins.Of(dev).Values.Distinct().Count());
    }
}
