using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Mentions;

/// <summary>Finds names sentence by sentence: runs of capitalised words, cut where titles, demonyms and ordinary words stand; <see cref="NameTypes"/> says what they name.</summary>
internal sealed partial class NameFinder
{
    private static readonly HashSet<string> StateWords = NameWords.Of("state").ToHashSet(StringComparer.Ordinal);

    private const double LargeTown = 5.5;

    private readonly AnnotatedText text;
    private readonly DocumentEvidence evidence;
    private readonly OrganizationNames organizations;
    private readonly NameTypes types;
    private readonly NameVotes votes = new();
    private readonly List<NameMention> found = [];

    private NameFinder(AnnotatedText text)
    {
        this.text = text;
        evidence = DocumentEvidence.Of(text);
        organizations = new OrganizationNames(text.Text, evidence);
        types = new NameTypes(text.Text, evidence, TaggerEvidence.Of(text));
    }

    public static AnnotatedText Find(AnnotatedText text)
    {
        var finder = new NameFinder(text);
        foreach (var sentence in text.Sentences) finder.Read(sentence);
        finder.found.AddRange(finder.votes.Settled(text.Text, finder.evidence));
        finder.found.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return text with { Mentions = ShortNames.Complete(text, finder.found) };
    }

    private void Read(Sentence sentence)
    {
        TextSpan? title = null;
        if (sentence.IsCapitals) sentence = CapitalLines.Told(sentence, evidence);
        else if (CapitalLines.LabelOf(text.Text, sentence) is > 0 and var label) sentence = CapitalLines.Told(sentence, evidence, label);
        else if (sentence.Language is "de" or "nl") sentence = Genitives.Told(sentence, evidence);
        else if (sentence.Language == "tr") sentence = TurkishCases.Told(sentence);
        for (var i = 0; i < sentence.Words.Count;)
        {
            var before = found.Count;
            var (taken, isTitle) = NameAt(sentence, i, title);
            taken = Math.Max(1, taken);
            title = isTitle ? Span(sentence, i, taken) : null;
            i += taken;
            if (title is { } office && i < sentence.Words.Count && text.Text.AsSpan(office.End, sentence.Words[i].Span.Start - office.End).IndexOfAny(":;(") >= 0) title = null;
            if (found.Count > before) title = null;
        }
    }

    /// <summary>Reads what begins here; returns how many words it took, and whether they were a title.</summary>
    private (int Taken, bool IsTitle) NameAt(Sentence sentence, int at, TextSpan? title)
    {
        var word = sentence.Words[at];
        if (at == 0 && word.IsAllCapitals && !sentence.IsCapitals && DatelineAt(sentence) is > 0 and var dateline) return (dateline, false);
        // "On 3 August Keller …".
        if (at > 0 && word.IsJoined && sentence.Words[at - 1].Text.Length < 3 && sentence.Words[at - 1].Text.All(char.IsDigit) && Dates.IsMonth(word.Lower, sentence.Language)) return (1, false);
        if (StateAt(sentence, at) is > 0 and var state) return (state, false);
        if (CountryAt(sentence, at) is { } country) return (CountryOrLonger(sentence, at, country), false);
        // "met ING": an abbreviation that is also a title stands without its dot.
        if (word.IsAllCapitals && word.Text.Length > 2 && !sentence.IsCapitals && Gazetteer.TitleKind(word.Lower, sentence.Language) is not null && Gazetteer.WellKnown(word.Text) is { Type: ActorType.Organization } && WellKnownAt(sentence, at) is > 0 and var firm) return (firm, false);
        if (IsCouncil(sentence, at))
        {
            AddOrganization(sentence, at, 1, nameof(IsCouncil));
            return (1, false);
        }

        if (Titles.Length(sentence, at) is > 0 and var titles && !(word.IsCapital && organizations.From(sentence, at) > titles && !TitleThenName(sentence, at + titles))) return (titles, true);
        if (UnitAt(sentence, at) is > 0 and var unit) return (unit, false);
        if (!word.IsCapital) return (organizations.MinistryFrom(sentence, at) is > 0 and var ministry ? MinistryAt(sentence, at, ministry) : HarbourAt(sentence, at), false);
        if (WaterAt(sentence, at) is > 0 and var water) return (water, false);
        if (WellKnownAt(sentence, at) is > 0 and var known) return (known, false);
        if (VesselAt(sentence, at) is > 0 and var vessel) return (vessel, false);
        if (LongTownAt(sentence, at) is > 0 and var town) return (town, false);
        if (IsJudge(sentence, at)) return (1, true);
        if (PortfolioAt(sentence, at) is > 0 and var portfolio) return (portfolio, false);
        if (IsClassNoun(sentence, at)) return (1, false);
        if (FormedAt(sentence, at) is > 0 and var formed) return (formed, false);
        if (organizations.From(sentence, at) is > 0 and var organization)
        {
            // "RELATED NEWS: …": a label.
            if (at == 0 && !sentence.IsCapitals && sentence.Words.Take(organization).All(told => told.IsAllCapitals) && sentence.Words[organization - 1].Span.End is var end && end < text.Text.Length && text.Text[end] == ':') return (organization, false);
            AddOrganization(sentence, at, organization, nameof(OrganizationNames));
            return (organization, false);
        }

        if (TownsPeopleAt(sentence, at)) return (1, false);

        if (sentence.IsCapitals && !word.IsAcronym) return (TownAt(sentence, at), false);
        if (IsOrdinaryStart(sentence, at)) return (1, false);
        if (word.IsAcronym && word.Text.Length <= 8 || word.IsAllCapitals && Gazetteer.City(Capitalised(word.Text, sentence.Language)) is not null) return (AcronymAt(sentence, at), false);
        return (PlainName(sentence, at, title), false);
    }

    /// <summary>"Justice Leburu": the word is an address where a name that is no ordinary word follows.</summary>
    private static bool IsJudge(Sentence sentence, int at)
        => sentence.Language == "en" && sentence.Words[at].Text == "Justice" && at + 1 < sentence.Words.Count && sentence.Words[at + 1] is { IsJoined: true, IsCapital: true, IsAcronym: false } next && !Gazetteer.IsCommonNoun(next.Lower) && !Gazetteer.IsOrganizationHead(next.Lower, sentence.Language) && !(at > 0 && sentence.Words[at - 1].Lower is "of" or "and" or "for");

    private static bool TitleThenName(Sentence sentence, int next) => next < sentence.Words.Count && sentence.Words[next].IsCapital && Gazetteer.IsGivenName(sentence.Words[next].Text);

    /// <summary>As it would stand in running text. Turkish has two letters i.</summary>
    private static string Capitalised(string word, string language) => word.Length > 3 && !word.Contains('.', StringComparison.Ordinal) ? word[0] + (language == "tr" ? word[1..].Replace('I', 'ı').Replace('İ', 'i') : word[1..]).ToLowerInvariant() : word is "OF" or "THE" or "AND" ? word.ToLowerInvariant() : word;

    private int WellKnownAt(Sentence sentence, int at)
    {
        for (var count = Math.Min(5, sentence.Words.Count - at); count >= 1; count--)
        {
            if (Gazetteer.WellKnown(sentence.Form(text.Text, at, count)) is not { } known) continue;
            var longer = known.Type == ActorType.Organization ? Math.Max(Math.Max(organizations.From(sentence, at), OrganizationNames.Mission(sentence, at, count)), count == 1 && sentence.Words[at].IsCapital && !sentence.Words[at].IsAcronym ? 1 + types.OrdinaryWords(sentence, at + 1) : 0) : 0;
            if (known.Type == ActorType.Place && (longer = PlaceRun(sentence, at, count)) < organizations.From(sentence, at)) return 0;
            longer = Math.Max(count, longer);
            // "Vodafone Deutschland", "Orange Sénégal".
            if (known.Type == ActorType.Organization && longer == count && sentence.Language is "de" or "fr" or "es" or "nl" && !sentence.IsCapitals && at + count < sentence.Words.Count && sentence.Words[at + count] is { IsJoined: true, IsCapital: true } branch && Gazetteer.Country(branch.Text, sentence.Language) is { IsDemonym: false }) longer++;
            if (known.Type == ActorType.Place && longer == count && sentence.Words[at].IsCapital && Math.Max(sentence.Language == "en" ? types.OrdinaryWords(sentence, at + count) : 0, sentence.Language == "de" ? 0 : types.OtherWord(sentence, at + count)) is > 0 and var ordinary)
            {
                AddOrganization(sentence, at, count + ordinary);
                return count + ordinary;
            }

            Add(sentence, at, longer, known.Type, null);
            return longer;
        }

        return 0;
    }

    private int MinistryAt(Sentence sentence, int at, int count)
    {
        AddOrganization(sentence, at, count);
        return count;
    }

    /// <summary>"444th Brigade", "5th Fleet", "13e Lichte Brigade".</summary>
    private int UnitAt(Sentence sentence, int at)
    {
        var words = sentence.Words;
        if (!char.IsDigit(words[at].Text[0]) || at + 1 >= words.Count || !words[at + 1].IsJoined || !words[at + 1].IsCapital || !Ordinal().IsMatch(words[at].Text)) return 0;
        var count = Math.Max(organizations.From(sentence, at + 1), Gazetteer.IsHeadWord(words[at + 1].Lower) ? 1 : 0);
        if (count > 0) AddOrganization(sentence, at, count + 1);
        return count > 0 ? count + 1 : 0;
    }

    [GeneratedRegex("^[0-9]{1,4}(?:st|nd|rd|th|e|de|ste)$")]
    private static partial Regex Ordinal();

    /// <summary>"Gewerkschaft Wellenschlag", "Kanton Solothurn": a noun, capitalised because German writes it so or because a sentence begins with it, that says what the name behind it is.</summary>
    private static bool IsClassNoun(Sentence sentence, int at)
        => (sentence.Language == "de" || at == 0 && sentence.Language is "nl" or "fr" or "es") && Gazetteer.Noun(sentence.Words[at].Lower, sentence.Language) is not null && !(sentence.Language == "de" && (sentence.Words[at].Text == "Bank" || at + 1 < sentence.Words.Count && Gazetteer.IsPortfolio(sentence.Words[at + 1].Lower, "de")))
            && at + 1 < sentence.Words.Count && NameTypes.Adjacent(sentence.Words, at) && sentence.Words[at + 1].IsCapital && !Gazetteer.IsFunctionWord(sentence.Words[at + 1].Lower, sentence.Language);

    private int VesselAt(Sentence sentence, int at)
    {
        var words = sentence.Words;
        if (!Gazetteer.IsVesselPrefix(words[at].Text) || at + 1 >= words.Count || !words[at + 1].IsCapital || !NameTypes.Adjacent(words, at) && !(words[at].Text == "Zr" && words[at + 1].Text == "Ms")) return 0;
        // "Zr.Ms. Tromp": the prefix is read as two words.
        var length = words[at].Text == "Zr" ? 3 : 2;
        if (at + length > words.Count) return 0;
        while (at + length < words.Count && words[at + length].IsCapital && NameTypes.Adjacent(words, at + length - 1)) length++;
        Add(sentence, at, length, ActorType.Vessel, null);
        return length;
    }

    private int AcronymAt(Sentence sentence, int at)
    {
        var word = sentence.Words[at];
        var isStart = at == 0 || !NameTypes.Adjacent(sentence.Words, at - 1);
        if (IsShouted(sentence, at) || sentence.IsCapitals && Gazetteer.WellKnown(word.Text) is null && !evidence.StandsInside(word.Text)) return 1;
        var city = word.Text.Length > 3 ? Gazetteer.City(Capitalised(word.Text, sentence.Language)) : null;
        if (city is not null && isStart) Add(sentence, at, 1, ActorType.Place, null);
        else if (word.Text.Length > 6 && isStart && !evidence.Repeats(word.Text) && (at + 1 >= sentence.Words.Count || !sentence.Words[at + 1].IsJoined || sentence.Words[at + 1].IsCapital) || IsNoName(word.Text) && !IsDefined(word.Text)) return 1;
        else if (at + 1 < sentence.Words.Count && NameTypes.Adjacent(sentence.Words, at) && Titles.Length(sentence, at + 1) == 0 && !(sentence.Language == "tr" && at + 2 < sentence.Words.Count && Titles.Length(sentence, at + 2) > 0) && sentence.Words[at + 1].IsCapital && !Gazetteer.IsGivenName(sentence.Words[at + 1].Text) && !sentence.Words[at + 1].IsAcronym
            && Gazetteer.Country(sentence.Words[at + 1].Text, sentence.Language) is null && !Gazetteer.IsFunctionWord(sentence.Words[at + 1].Lower, sentence.Language)) return AcronymWithName(sentence, at);
        else
        {
            var mission = OrganizationNames.Mission(sentence, at, 1);
            Add(sentence, at, mission, ActorType.Organization, null);
            return mission;
        }

        return 1;
    }

    /// <summary>"READ ALSO: …": ordinary words in capitals.</summary>
    private bool IsShouted(Sentence sentence, int at)
    {
        var word = sentence.Words[at];
        if (word.Text.Length > 4 && at + 1 < sentence.Words.Count && sentence.Words[at + 1].IsAllCapitals && sentence.Words[at + 1].Text.Length > 4 && NameTypes.Adjacent(sentence.Words, at) && !evidence.StandsInside(word.Text)) return true;
        if (!Gazetteer.IsCommonWord(word.Lower) && !Gazetteer.IsFunctionWord(word.Lower, sentence.Language)) return false;
        var after = word.Span.End < text.Text.Length ? text.Text[word.Span.End] : ' ';
        return after == ':' || at > 0 && sentence.Words[at - 1].IsAllCapitals && NameTypes.Adjacent(sentence.Words, at - 1) || at + 1 < sentence.Words.Count && sentence.Words[at + 1].IsAllCapitals && NameTypes.Adjacent(sentence.Words, at);
    }

    /// <summary>"TRT Haber", "MSC Mediterranean".</summary>
    private int AcronymWithName(Sentence sentence, int at)
    {
        var count = 2;
        while (at + count < sentence.Words.Count && count < 4 && sentence.Words[at + count].IsCapital && NameTypes.Adjacent(sentence.Words, at + count - 1) && Titles.Length(sentence, at + count) == 0 && !Gazetteer.IsGivenName(sentence.Words[at + count].Text)) count++;
        Add(sentence, at, count, ActorType.Organization, null);
        return count;
    }

    /// <summary>Whether it was put in brackets behind the name that it is short for: "Panguna Defence Front (PDF)".</summary>
    private bool IsDefined(string word) => found.Exists(named => named.Type == ActorType.Organization && named.Name == word);

    private static bool IsNoName(string word) => word is "ICYMI" or "UPDATE" or "BREAKING" or "WATCH" or "VIDEO" or "PHOTO" or "EXCLUSIVE" or "CTO" or "COO" or "MP" or "MPs" or "QC" or "KC" or "TT" or "TV" or "OK" or "AM" or "PM" or "GMT" or "UTC" or "CET" or "USD" or "EUR" or "CEO" or "CFO" or "II" or "III" or "IV" or "AI" or "GDP" or "HTML" or "PDF" or "FAQ" or "RSS" or "SMS" or "ID" or "DNA" or "LNG" or "NGO" or "NGOs" or "ONG" or "STK";

    /// <summary>Whether the word is capital only because a sentence, a heading or a quotation begins with it.</summary>
    private bool IsOrdinaryStart(Sentence sentence, int at)
    {
        var word = sentence.Words[at];
        var isNamedSo = at + 1 < sentence.Words.Count && sentence.Words[at + 1].IsJoined && sentence.Words[at + 1].IsCapital && sentence.Language is not ("en" or "de") && evidence.StandInside(word.Text, sentence.Words[at + 1].Text);
        if (types.IsPresented(sentence, at, 2) || IsGivenNameLikeMonth(sentence, at) || IsGivenNameLikeWord(sentence, at)) return false;
        if (Gazetteer.IsFunctionWord(word.Lower, sentence.Language) && !word.IsAcronym) return !IsSurnameParticle(sentence, at) && !(isNamedSo && word.Text is "De" or "Het" or "La" or "Le" or "El");
        if (isNamedSo) return false;
        if (word.IsAcronym || Gazetteer.IsGivenName(word.Text) && !evidence.IsSmallElsewhere(word.Lower)) return false;
        var isStart = at == 0 || !NameTypes.Adjacent(sentence.Words, at - 1) && !IsListed(sentence, at);
        if (!isStart) return false;
        if (types.IsLedByTitle(sentence, at + 1)) return false;
        if (Gazetteer.Cue(word.Lower, sentence.Language) is not null && !evidence.StandsInside(word.Text)) return true;
        if (evidence.IsSmallElsewhere(word.Lower)) return true;
        var next = at + 1 < sentence.Words.Count && NameTypes.Adjacent(sentence.Words, at) ? sentence.Words[at + 1] : default;
        if (next.Text is not null && next.IsCapital && (Gazetteer.IsGivenName(next.Text) || evidence.IsPerson(next.Text)) && !evidence.StandsInside(word.Text) && !Gazetteer.IsGivenName(word.Text) && sentence.Language != "en") return true;
        if (sentence.Language == "en" && Gazetteer.IsCommonWord(word.Lower)) return next.Text is null || !next.IsCapital || !(Gazetteer.IsCommonWord(next.Lower) && types.IsNamedAgain(sentence.Form(text.Text, at, 2)));
        return sentence.Language != "en" && !evidence.StandsInside(word.Text) && Gazetteer.City(word.Text) is null && (next.Text is null || !next.IsCapital);
    }

    /// <summary>"Jan Bakker", "April Jones": a given name that is also short for a month, where a surname follows.</summary>
    private static bool IsGivenNameLikeMonth(Sentence sentence, int at)
    {
        if (at + 1 >= sentence.Words.Count || !Gazetteer.IsGivenName(sentence.Words[at].Text) || !Dates.IsMonth(sentence.Words[at].Lower, sentence.Language) && !Dates.IsMonth(sentence.Words[at].Lower, "en") && !(sentence.Language == "es" && at > 0 && Gazetteer.IsFunctionWord(sentence.Words[at].Lower, "es"))) return false;
        var next = sentence.Words[at + 1];
        if (next.IsJoined && next.IsCapital && NameRun.IsParticle(next.Lower) && at + 2 < sentence.Words.Count && sentence.Words[at + 2] is { IsJoined: true, IsCapital: true }) return true;
        return next.IsJoined && next.IsCapital && !next.IsAcronym && !Gazetteer.IsFunctionWord(next.Lower, sentence.Language) && Gazetteer.TitleKind(next.Lower, sentence.Language) is null && Gazetteer.Country(next.Text, sentence.Language) is null && Gazetteer.City(next.Text) is not { Size: >= 5 };
    }

    /// <summary>"Elke Van den Brandt": a given name that is an ordinary word too, where a surname with its particle follows.</summary>
    private static bool IsGivenNameLikeWord(Sentence sentence, int at)
        => at + 2 < sentence.Words.Count && Gazetteer.IsGivenName(sentence.Words[at].Text) && sentence.Words[at + 1] is { IsJoined: true, IsCapital: true } particle && NameRun.IsParticle(particle.Lower) && sentence.Words[at + 2].IsJoined
            && (sentence.Words[at + 2].IsCapital || NameRun.IsParticle(sentence.Words[at + 2].Text));

    /// <summary>"Van de Sande" at the head of a sentence.</summary>
    private static bool IsSurnameParticle(Sentence sentence, int at)
        => sentence.Language == "nl" && sentence.Words[at].Text == "De" && at > 0 && sentence.Words[at].IsJoined && at + 1 < sentence.Words.Count && sentence.Words[at + 1].IsCapital && sentence.Words[at + 1].IsJoined || NameRun.IsParticle(sentence.Words[at].Lower) && at + 1 < sentence.Words.Count && sentence.Words[at].Lower is "van" or "von" or "de" or "el" or "al" or "ter" or "ten" && sentence.Words[at + 1] is var next && (next.IsCapital || NameRun.IsParticle(next.Text)) && (sentence.Words[at].Lower is "van" or "von" || sentence.Words[at].Text is "Ter" or "Ten" && next.IsCapital && sentence.Language == "nl") && next.Lower is not "het";

    private bool IsListed(Sentence sentence, int at) => sentence.Words[at].Span.Start - sentence.Words[at - 1].Span.End == 2 && text.Text[sentence.Words[at - 1].Span.End] == ',';

    private int PlainName(Sentence sentence, int at, TextSpan? title)
    {
        var run = NameRun.Length(text.Text, sentence, at);
        if (Enumerable.Range(at, run).All(i => Gazetteer.IsGroup(sentence.Words[i].Lower))) return run;
        if (title is null && NounsBeforePerson(sentence, at, run) is > 0 and var nouns) return nouns;
        // "who heads X": no title of X.
        if (title is { } verb && verb.Of(text.Text) is "heads" or "chairs") title = null;
        var reading = types.Of(sentence, at, run, title is not null);
        if (reading.Type == ActorType.Vessel && at + run < sentence.Words.Count && sentence.Words[at + run].IsJoined && sentence.Words[at + run].Text.All(char.IsDigit)) run++;
        // "the ship Oasis of the Seas".
        if (reading.Type == ActorType.Vessel && at + run + 2 < sentence.Words.Count && sentence.Words[at + run].Text == "of" && sentence.Words[at + run].IsJoined && (sentence.Words[at + run + 1].Text == "the" ? run + 3 : run + 2) is var whole && at + whole <= sentence.Words.Count && sentence.Words[at + whole - 1].IsCapital) run = whole;
        if (reading.Type is null && reading.Sureness == Sureness.Known) return run;
        if (reading.Type == ActorType.Person && IsJunior(sentence, at + run)) return PersonWithJunior(sentence, at, run, title);
        if (run == 1 && PlaceOf(sentence, at) is > 0 and var place)
        {
            Add(sentence, at, place, ActorType.Place, null);
            return place;
        }

        if (run == 1 && reading is { Sureness: Sureness.Guess, Type: ActorType.Organization }) run = NameTypes.WithJoint(sentence, at);
        if (OrganizationNames.EndOf(text.Text, sentence.Words[at + run - 1].Span.End) > sentence.Words[at + run - 1].Span.End)
        {
            AddOrganization(sentence, at, run);
            return run;
        }

        votes.Cast(Mention(sentence, at, run, reading.Type ?? ActorType.Person, title), reading);
        return run;
    }

    /// <summary>"Jan Smit jr.": the word belongs to the name, with its dot.</summary>
    private static bool IsJunior(Sentence sentence, int at) => at < sentence.Words.Count && NameTypes.Adjacent(sentence.Words, at - 1) && sentence.Words[at].Lower is "jr" or "sr" or "junior" or "senior";

    private int PersonWithJunior(Sentence sentence, int at, int run, TextSpan? title)
    {
        var end = sentence.Words[at + run].Span.End;
        var hasDot = end < text.Text.Length && text.Text[end] == '.' && sentence.Words[at + run].Text.Length == 2;
        var span = new TextSpan(sentence.Words[at].Span.Start, hasDot ? end + 1 : end);
        found.Add(new NameMention(span, ActorType.Person, span.Of(text.Text), null, false, title, sentence.IsBoilerplate));
        return run + 1;
    }

    /// <summary>How many words before a given name only say what the person is: "Technical Counsellor Goran Petrov", "Unternehmerin Maria Keller". The run is then read again from the given name on.</summary>
    private int NounsBeforePerson(Sentence sentence, int at, int run)
    {
        var words = sentence.Words;
        // "ein Termin Villalbas": a German noun, and whose it is.
        if (sentence.Language == "de" && run == 2 && at > 0 && words[at].IsJoined && Gazetteer.IsDeterminer(words[at - 1].Lower) && evidence.IsPerson(words[at + 1].Text) && !evidence.IsPerson(words[at].Text) && !Gazetteer.IsGivenName(words[at].Text) && !words[at].IsInitial) return 1;
        for (var i = 1; i < run - 1; i++)
        {
            if (!Gazetteer.IsGivenName(words[at + i].Text)) continue;
            var areNouns = Enumerable.Range(at, i).All(j => !Gazetteer.IsGivenName(words[j].Text) && !words[j].IsInitial && !words[j].IsAcronym && !evidence.IsPerson(words[j].Text)
                && (sentence.Language == "de" || Gazetteer.IsGroup(words[j].Lower) || sentence.Language == "en" && Gazetteer.IsCommonWord(words[j].Lower) || evidence.IsSmallElsewhere(words[j].Lower)));
            return areNouns ? i : 0;
        }

        return 0;
    }

    private static TextSpan Span(Sentence sentence, int at, int count) => new(sentence.Words[at].Span.Start, sentence.Words[at + count - 1].Span.End);

    private void AddOrganization(Sentence sentence, int at, int count, [CallerMemberName] string rule = "")
    {
        var span = Span(sentence, at, count);
        span = new TextSpan(OrganizationNames.BeginningOf(text.Text, span.Start, sentence), OrganizationNames.EndOf(text.Text, span.End));
        var name = sentence.Form(text.Text, at, count);
        found.Add(new NameMention(span, ActorType.Organization, span.Length > sentence.Words[at + count - 1].Span.End - sentence.Words[at].Span.Start ? span.Of(text.Text) : name, null, false, null, sentence.IsBoilerplate, rule));
    }

    private void Add(Sentence sentence, int at, int count, ActorType type, TextSpan? title, [CallerMemberName] string rule = "") => found.Add(Mention(sentence, at, count, type, title, rule));

    private NameMention Mention(Sentence sentence, int at, int count, ActorType type, TextSpan? title, [CallerMemberName] string rule = "")
    {
        var name = sentence.Form(text.Text, at, count);
        return new NameMention(Span(sentence, at, count), type, name, Gazetteer.City(name)?.Iso2, false, title, sentence.IsBoilerplate, rule);
    }
}
