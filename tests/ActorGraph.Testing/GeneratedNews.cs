using System.Globalization;
using System.Text;

namespace ActorGraph.Testing;

/// <param name="PublishedAt">Ten a day, from 2015 on.</param>
public sealed record GeneratedReport(string Text, DateOnly PublishedAt);

/// <summary>
/// News that nobody wrote: report number n is the same in every run. Few people are named often and many rarely; some are called by one word alone, some are
/// spelled in two ways, some share a family name, some
/// meetings are put before others, and some reports copy an earlier one.
/// </summary>
public sealed class GeneratedNews(int people, int words)
{
    private const int ADay = 10;

    private static readonly string[] Given = ["Ahmed", "Karim", "Maria", "John", "Peter", "Anna", "Hans", "Yusuf", "Fatima", "Elena", "David", "Omar", "Laura", "Michael", "Ivan", "Nadia", "Thomas", "Leila", "George", "Carlos"];
    private static readonly string[] First = ["Bel", "Kar", "Mor", "Tan", "Vel", "Dor", "Lam", "Sar", "Ned", "Gor", "Pel", "Rud", "Fen", "Hal", "Jor", "Zam", "Wil", "Cas", "Bru", "Ost"];
    private static readonly string[] Middle = ["ka", "mo", "ri", "ta", "ve", "lo", "ni", "sa", "du", "ge"];
    private static readonly string[] Last = ["di", "nov", "ler", "man", "tos", "rek", "vic", "sen", "bar", "lin", "gard", "mer", "dez", "poulos", "wicz"];
    private static readonly string[] Countries = ["Egypt", "France", "Kenya", "Brazil", "Poland", "Japan", "Norway", "Chile", "Ghana", "Jordan", "Vietnam", "Portugal", "Sweden", "Morocco", "Peru", "Austria", "Finland", "Senegal", "Hungary", "Nepal"];
    private static readonly string[] Cities = ["Cairo", "Paris", "Nairobi", "Warsaw", "Tokyo", "Oslo", "Santiago", "Accra", "Amman", "Hanoi", "Lisbon", "Stockholm", "Rabat", "Lima", "Vienna", "Helsinki", "Dakar", "Budapest", "Berlin", "Madrid"];
    private static readonly string[] Titles = ["Foreign Minister", "President", "Prime Minister", "Defence Minister", "Ambassador", "General"];
    private static readonly string[] Topics = ["fishing rights", "trade", "the border", "grain prices"];

    public GeneratedReport Report(int number)
    {
        var random = new Random(number * 7919 + people);
        var day = new DateOnly(2015, 1, 1).AddDays(number / ADay);
        if (number > 20 && random.Next(40) == 0) return new(Report(number - 1 - random.Next(20)).Text + $" {Sentence(random)}", day);
        var text = new StringBuilder();
        var cast = Enumerable.Range(0, 6).Select(_ => Person(random)).ToList();
        var length = 0;
        while (length < words)
        {
            var sentence = random.Next(3) == 0 ? Telling(random, cast, day) : Sentence(random);
            text.Append(sentence).Append(random.Next(5) == 0 ? "\n\n" : " ");
            length += sentence.Count(c => c == ' ') + 1;
        }

        return new(text.ToString(), day);
    }

    private static string Telling(Random random, IReadOnlyList<int> cast, DateOnly day)
    {
        var (a, b) = (cast[random.Next(cast.Count)], cast[random.Next(cast.Count)]);
        var (country, city, title) = (Countries[a % Countries.Length], Cities[random.Next(Cities.Length)], Titles[a % Titles.Length]);
        var on = day.AddDays(-random.Next(3)).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        return random.Next(8) switch
        {
            0 => $"{title} {Name(a, random)} met {Titles[b % Titles.Length]} {Name(b, random)} in {city} on {on}.",
            1 => $"{Name(a, random)}, the {title.ToLowerInvariant()} of {country}, held talks with {Name(b, random)} in {city}.",
            2 => $"{country} supports {Countries[b % Countries.Length]}, {Name(a, random)} said.",
            3 => $"{Name(a, random)} is the {title.ToLowerInvariant()} of {country}.",
            4 or 7 => $"{Name(a, random)} met {Name(b, random)} in {city} to discuss {Topics[random.Next(Topics.Length)]} {(random.Next(2) == 0 ? "before he met" : "after he had met")} {Name(cast[random.Next(cast.Count)], random)} in {Cities[random.Next(Cities.Length)]}.",
            5 => $"{Family(a)} said that the {Word(random)} was ready.",
            _ => $"{Name(a, random)} visited {city} on {on} and met {Name(b, random)}.",
        };
    }

    private static string Sentence(Random random)
    {
        string[] links = ["of the", "and a", "near", "made the", "for every", "without", "under its", "as if some"];
        return $"The {Word(random)} {string.Join(' ', Enumerable.Range(0, 7).Select(_ => $"{links[random.Next(links.Length)]} {Word(random)}"))}.";
    }

    private static string Word(Random random) => (First[random.Next(First.Length)] + Middle[random.Next(Middle.Length)] + Last[random.Next(Last.Length)]).ToLowerInvariant();

    /// <summary>The lower, the more often.</summary>
    private int Person(Random random) => Math.Min(people - 1, (int)(Math.Pow(people, random.NextDouble()) - 1));

    private static string Name(int person, Random random) => $"{Given[person * 7 % Given.Length]} {(random.Next(6) == 0 ? Family(person).Replace("k", "c", StringComparison.Ordinal) : Family(person))}";

    /// <summary>Nine in ten have a family name of their own.</summary>
    private static string Family(int person)
    {
        var family = person % 10 == 9 ? person - 1 : person;
        return First[family % First.Length] + Middle[family / First.Length % Middle.Length] + Last[family / (First.Length * Middle.Length) % Last.Length];
    }
}
