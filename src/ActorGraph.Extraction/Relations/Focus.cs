using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Whom an article is about from sentence to sentence: whom "he" or "she" means where the sentence has named nobody yet.</summary>
internal sealed class Focus(AnnotatedText text)
{
    private static readonly HashSet<string> Pronouns = ["he", "she", "hij", "zij", "ze", "er", "sie", "il", "elle", "él", "ella"];

    private readonly Genders genders = new(text);
    private readonly Interview interview = Interview.Of(text);
    private string? speaker;
    private NameMention? hero;
    private Article? article;
    private NameMention? about;

    /// <summary>The persons of the last sentence that named one, in text order.</summary>
    public IReadOnlyList<NameMention> Persons { get; private set; } = [];

    public Genders Genders => genders;

    /// <summary>Whether the word is a person in the nominative: "he", "elle".</summary>
    public static bool IsPronoun(string lower) => Pronouns.Contains(lower);

    /// <summary>Whom the sentence before was about; null at the head of an article.</summary>
    public NameMention? About => about;

    /// <summary>Whom a pronoun means: whom the text is about, unless another of the sentence before surely fits and that is not sure.</summary>
    public NameMention? Meant(Gender gender, NameMention? not = null)
    {
        // "I saw X. He …": nobody speaks so of himself.
        bool Fits(NameMention mention) => genders.Fits(mention, gender) && text.SightingAt[mention.Span] != speaker && (not is null || text.SightingAt[mention.Span] != text.SightingAt[not.Span]);
        bool IsSure(NameMention mention) => Fits(mention) && genders.Of(mention) == gender;
        if (about is not null && (gender == Gender.Unknown ? Fits(about) : IsSure(about))) return about;
        // "Keller, the son of Hans Keller, … He": the relative is named only to say who he is.
        return Persons.FirstOrDefault(person => IsSure(person) && !(about is not null && Fits(about) && IsRelative(person))) ?? (about is not null && Fits(about) ? about : Persons.FirstOrDefault(Fits));
    }

    private bool IsRelative(NameMention person)
    {
        const int HowFarBack = 80;
        return FamilyWords.Leads(text.Text[Math.Max(0, person.Span.Start - HowFarBack)..person.Span.Start]);
    }

    /// <summary>The turn of an interview that a place is in.</summary>
    public Turn? Turn(int position) => interview.At(position);

    /// <summary>Nothing of one article is told of another.</summary>
    public void Enter(Article next, Sentence sentence)
    {
        speaker = interview.At(sentence.Span.Start)?.Speaker;
        if (next == article) return;
        (article, about, Persons, hero) = (next, null, [], Hero(next));
    }

    private static bool IsOnlyOne(IReadOnlyList<Token> tokens, int first) => tokens.Skip(first + 1).All(token => !token.IsPerson);

    /// <summary>Whom a life is told of: the first person named, where an early sentence says that they were born or died; null in other articles.</summary>
    private NameMention? Hero(Article told)
    {
        const int Head = 1200;
        if (text.Mentions.FirstOrDefault(mention => mention.Type == ActorType.Person && !mention.IsBoilerplate && mention.Span.Start >= told.Span.Start && mention.Span.Start < told.Span.End) is not { } first) return null;
        var own = text.SightingAt[first.Span];
        return text.Sentences.Where(sentence => sentence.Span.Start >= told.Span.Start && sentence.Span.Start < Math.Min(told.Span.End, told.Span.Start + Head)).Any(sentence => sentence.Words.Any(word => OfficeWords.Is(word.Lower, "life", sentence.Language)) && text.MentionsIn(sentence.Span).FirstOrDefault(mention => mention.Type == ActorType.Person) is { } subject && text.SightingAt[subject.Span] == own) ? first : null;
    }

    /// <summary>"… He married …" at the head of a paragraph of somebody's life.</summary>
    private bool IsOfHero(IReadOnlyList<Token> tokens, Gender gender) => hero is not null && tokens.Count > 0 && tokens[0].Span.Start > 0 && text.Text[tokens[0].Span.Start - 1] == '\n' && genders.Fits(hero, gender);

    /// <summary>Goes on past a sentence: its first person is whom the text is about, unless a pronoun before that goes on with whom it was about.</summary>
    public void Read(IReadOnlyList<Token> tokens, string language)
    {
        var first = -1;
        Gender? pronoun = null;
        for (var i = 0; i < tokens.Count && first < 0; i++)
        {
            if (tokens[i].IsPerson) first = i;
            else if (pronoun is null && tokens[i].IsWord && Genders.OfPronoun(tokens[i].Lower, language) is not Gender.Unknown and var told) pronoun = told;
        }

        if (pronoun is { } gender && (IsOfHero(tokens, gender) ? hero : Meant(gender)) is { } meant)
        {
            about = meant;
            // "Keller arrived. She": nobody else can be meant.
            if (Persons.Select(person => text.SightingAt[person.Span]).Distinct().Count() == 1) genders.Learn(meant, gender);
        }
        // "The president appointed him": the text goes on about whom it was about.
        else if (first >= 0 && !(about is not null && text.SightingAt[about.Span] != text.SightingAt[tokens[first].Name!.Span] && IsOnlyOne(tokens, first) && tokens.Skip(first).Any(token => token.IsWord && Grammar.IsHim(token.Lower, language)))) about = tokens[first].Name;

        if (first >= 0) Persons = tokens.Where(token => token.IsPerson).Select(token => token.Name!).ToList();
    }
}
