using ActorGraph.Knowledge.Loading;

namespace ActorGraph.Knowledge.Tests.Loading;

public sealed class AccountWeeksTests
{
    private static readonly DateOnly _start = new(2024, 1, 1);

    private static DateOnly? Day(int? day) => day is { } known ? _start.AddDays(known) : null;

    [Fact]
    public void A_meeting_is_found_by_every_account_whose_days_touch_its_own()
    {
        var random = new Random(7);
        int? Some() => random.Next(10) == 0 ? null : random.Next(120);
        for (var i = 0; i < 20_000; i++)
        {
            var (from, first) = (Some(), Some());
            int? until = random.Next(10) == 0 ? null : (from ?? 0) + random.Next(60), last = random.Next(10) == 0 ? null : (first ?? 0) + random.Next(60);
            if (from > last || first > until) continue;
            var near = AccountWeeks.Near("person:a", Day(first), Day(last))?.ToList();
            if (near is null) continue;
            Assert.True(near.Contains(AccountWeeks.Of("person:a", Day(from), Day(until))), $"{from}..{until} is not found by {first}..{last}");
        }
    }

    [Fact]
    public void A_meeting_of_another_month_or_of_someone_else_is_not_looked_at()
    {
        var near = AccountWeeks.Near("person:a", Day(0), Day(4))!.ToList();
        Assert.DoesNotContain(AccountWeeks.Of("person:a", Day(60), Day(64)), near);
        Assert.DoesNotContain(AccountWeeks.Of("person:a", Day(-60), Day(-56)), near);
        Assert.DoesNotContain(AccountWeeks.Of("person:b", Day(0), Day(4)), near);
    }

    [Fact]
    public void Days_at_both_ends_of_the_calendar_have_weeks()
    {
        Assert.Contains(AccountWeeks.Of("a", DateOnly.MinValue, DateOnly.MinValue.AddDays(2)), AccountWeeks.Near("a", DateOnly.MinValue, DateOnly.MinValue.AddDays(4))!);
        Assert.Contains(AccountWeeks.Of("a", DateOnly.MaxValue.AddDays(-2), DateOnly.MaxValue), AccountWeeks.Near("a", DateOnly.MaxValue.AddDays(-4), DateOnly.MaxValue)!);
    }

    [Fact]
    public void What_stands_in_the_graph_can_be_read() => Assert.Equal("person:a 2023-12-25", AccountWeeks.Of("person:a", Day(-1), Day(3)));
}
