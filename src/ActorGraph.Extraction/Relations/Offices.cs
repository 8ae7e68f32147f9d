using System.Text.RegularExpressions;
using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Positions held: titles before a name, appositions after it, and lists of delegates under the name of whom they stand for.</summary>
internal sealed partial class Offices
{
    private readonly AnnotatedText text;
    private readonly List<Evidence> evidence;
    private readonly HashSet<(string, string, string?)> seen = [];
    private Sentence sentence = null!;
    private Article article = null!;
    private IReadOnlyList<NameMention> mentions = [];

    private Offices(AnnotatedText text) => (this.text, evidence) = (text, text.Evidence.ToList());

    public static AnnotatedText Read(AnnotatedText text)
    {
        var offices = new Offices(text);
        NameMention? heading = null;
        foreach (var sentence in text.Sentences.Where(sentence => !sentence.IsBoilerplate))
        {
            offices.Enter(sentence);
            heading = offices.Heading() ?? (offices.IsDelegate() ? heading : null);
            for (var i = 0; i < offices.mentions.Count; i++)
            {
                if (offices.mentions[i].Type == ActorType.Person && !offices.BeforeName(i) && !offices.PostedBefore(i) && !offices.BehindTitle(i) && !offices.OfBefore(i) && !offices.TitleNameOf(i)) offices.Delegate(i, heading);
                if (offices.mentions[i].Type == ActorType.Person) offices.DeputyOf(i);
                if (offices.mentions[i].Type == ActorType.Person) offices.AfterName(i);
                if (offices.mentions[i].Type == ActorType.Person) offices.OfParagraph(i);
            }
        }

        return text with { Evidence = offices.evidence };
    }

    private void Enter(Sentence next)
    {
        sentence = next;
        article = text.ArticleAt(next.Span.Start);
        mentions = text.MentionsIn(next.Span);
    }

    private string Gap(int a, int b) => Phrases.Gap(text, mentions[a], mentions[b]);

    private static bool Holds(NameMention mention) => mention.Type is ActorType.Organization or ActorType.Country or ActorType.Place;

    /// <summary>"Turkish Defence Minister", "MIT chief", "Bulgaria's energy minister,": whose title stands right before the name.</summary>
    private bool BeforeName(int at)
    {
        var of = at - 1;
        if (of < 0 || !Holds(mentions[of])) return false;
        var match = TitleGap().Match(Gap(of, at));
        if (!match.Success || !IsTitle(match.Groups["title"].Value)) return false;
        // "(MIT)" repeats the organization before it.
        if (of > 0 && mentions[of - 1].Type == ActorType.Organization && Gap(of - 1, of) == " (") of--;
        var title = Within(mentions[at - 1].Span.End, match.Groups["title"]);
        Add(mentions[at], title, mentions[of], "office.title");
        // "deputies Abdullah and Musa": a title in the plural is that of all who are listed.
        for (var i = at + 1; i < mentions.Count && mentions[i].Type == ActorType.Person && match.Groups["title"].Value.EndsWith('s') && Gap(i - 1, i) is " and " or ", " or ", and " or " en "; i++) Add(mentions[i], title, mentions[of], "office.title");
        return true;
    }

    /// <summary>"France's ambassador to Lebanon, Noël Martin": two states before the name.</summary>
    private bool PostedBefore(int at)
    {
        if (at < 2 || !Holds(mentions[at - 2]) || !Holds(mentions[at - 1]) || !IsApposed(Gap(at - 1, at))) return false;
        if (Posting().Match(Gap(at - 2, at - 1)) is not { Success: true } posting) return false;
        Add(mentions[at], Within(mentions[at - 2].Span.End, posting.Groups["title"]), mentions[at - 2], "office.posting");
        return true;
    }

    /// <summary>Nothing but a comma and a rank stands between whose office it is and the name.</summary>
    private bool IsApposed(string gap) => Between().Match(gap) is { Success: true } between && (between.Groups["rank"] is not { Success: true } rank || Gazetteer.TitleKind(rank.Value.ToLowerInvariant(), sentence.Language) is not null);

    /// <summary>"The head of Turkish intelligence, Ibrahim Kalin", "Commander of the Libyan National Army Khalifa Haftar", "GNA, led by Fayez al-Sarraj".</summary>
    private bool OfBefore(int at)
    {
        var of = at - 1;
        if (of < 0 || !Holds(mentions[of])) return false;
        var gap = Gap(of, at);
        if (mentions[of].Type != ActorType.Place && LedBy().Match(gap) is { Success: true } led)
        {
            Add(mentions[at], Within(mentions[of].Span.End, led.Groups["title"]), mentions[of], "office.led_by", OfDelegation().Match(gap).Value);
            return true;
        }

        if (!IsApposed(gap)) return false;
        if (of > 0 && mentions[of - 1].Type == ActorType.Organization && Gap(of - 1, of) == " (") of--;
        if (of > 0 && mentions[of - 1] is { IsDemonym: true } && Gap(of - 1, of) == " ") of--;
        var lead = text.Text[sentence.Span.Start..mentions[of].Span.Start];
        // An opening phrase that a comma closes ("After talks with the head of the bank, Smith …") is no apposition.
        if (gap == ", " && Opening().IsMatch(lead) && mentions[at].Span.End + 1 < sentence.Span.End && text.Text[mentions[at].Span.End] == ' ') return false;
        if ((PortfolioLead().Match(lead) is { Success: true } portfolio && IsOffice(portfolio.Groups["title"].Value.Split(' ')[0]) ? portfolio : TitleLead().Match(lead)) is not { Success: true } title || !IsOffice(title.Groups["title"].Value)) return false;
        Add(mentions[at], Within(sentence.Span.Start, title.Groups["title"]), mentions[of == at - 1 ? of : of + (mentions[of].IsDemonym ? 1 : 0)], "office.before");
        return true;
    }

    /// <summary>"woordvoerder Lotte Smit van de Vakbond": the title before, whose it is after.</summary>
    private bool TitleNameOf(int at)
    {
        if (mentions[at].Title is not { } title || !IsOffice(title.Of(text.Text)) || at + 1 >= mentions.Count || !Holds(mentions[at + 1]) || mentions[at + 1].IsDemonym) return false;
        if (!OfGap().IsMatch(Gap(at, at + 1))) return false;
        Add(mentions[at], title, mentions[at + 1], "office.name_of");
        return true;
    }

    /// <summary>"Abdul Hamid Dbeibeh, the head of the National Unity Government"; "Guven Begec, the Turkish ambassador to Libya"; "dem Wasserminister Jordaniens".</summary>
    private void AfterName(int at)
    {
        if (at + 1 >= mentions.Count || !Holds(mentions[at + 1])) return;
        var of = mentions[at + 1];
        var gap = Gap(at, at + 1);
        if (Leads().Match(gap) is { Success: true } leads && of.Type is ActorType.Organization)
        {
            Add(mentions[at], Within(mentions[at].Span.End, leads.Groups["title"]), of, "office.leads");
            return;
        }

        if (!of.IsDemonym && Apposition().Match(gap) is { Success: true } told && IsOffice(told.Groups["title"].Value))
        {
            Told(at, Within(mentions[at].Span.End, told.Groups["title"]), gap);
            return;
        }

        if (!DemonymLead().IsMatch(gap)) return;
        var rest = text.Text[of.Span.End..Math.Min(sentence.Span.End, of.Span.End + 70)];
        if (TitleAfter().Match(rest) is { Success: true } after && IsTitle(after.Groups["title"].Value)) Add(mentions[at], Within(of.Span.End, after.Groups["title"]), of, "office.apposition");
    }

    /// <summary>Whose apposition it is: of the name before it, or, after "X, brother of Y, was …", of X; "succeeded Y as …" makes the title X's and Y its former holder.</summary>
    private void Told(int at, TextSpan title, string gap)
    {
        var of = mentions[at + 1];
        var isSuccession = gap.StartsWith(" as ", StringComparison.Ordinal) && at > 0 && Succeeded().IsMatch(Gap(at - 1, at));
        var isOuter = OuterVerb().IsMatch(gap) && at > 0 && mentions[at - 1].Type == ActorType.Person && Gap(at - 1, at).StartsWith(',');
        if (isOuter || isSuccession) Add(mentions[at - 1], title, of, "office.subject");
        if (isSuccession) Add(mentions[at], title, of, "office.predecessor", status: FactStatus.Former);
        if (!isOuter && !isSuccession) Add(mentions[at], title, of, "office.apposition");
        // "head of the bank and former adviser to the ministry": a second office of the same person.
        for (var next = at + 2; next < mentions.Count && Holds(mentions[next]) && And().Match(Gap(next - 1, next)) is { Success: true } and && IsOffice(and.Groups["title"].Value); next++)
        {
            Add(isOuter || isSuccession ? mentions[at - 1] : mentions[at], Within(mentions[next - 1].Span.End, and.Groups["title"]), mentions[next], "office.second");
        }
    }

    /// <summary>"le ministre kényan de la Défense, Pierre Novak", "el presidente peruano Luis Vega": the state's adjective stands behind the title.</summary>
    private bool BehindTitle(int at)
    {
        if (at == 0 || !mentions[at - 1].IsDemonym || sentence.Language is not ("fr" or "es") || BehindDemonym().Match(Gap(at - 1, at)) is not { Success: true }) return false;
        if (TitleEnd().Match(text.Text[sentence.Span.Start..mentions[at - 1].Span.Start]) is not { Success: true } title || !IsOffice(title.Groups["title"].Value)) return false;
        Add(mentions[at], Within(sentence.Span.Start, title.Groups["title"]), mentions[at - 1], "office.behind");
        return true;
    }

    /// <summary>A title that says not whose: "spokeswoman Anna Smit" belongs to the organization that its paragraph named last.</summary>
    private void OfParagraph(int at)
    {
        if (mentions[at].Title is not { } title || seen.Any(told => told.Item1 == text.SightingAt[mentions[at].Span])) return;
        if (!Corporate().IsMatch(title.Of(text.Text))) return;
        var line = text.Text.LastIndexOf('\n', Math.Max(0, sentence.Span.Start - 1)) + 1;
        var before = text.MentionsIn(new TextSpan(Math.Max(line, article.Span.Start), mentions[at].Span.Start)).Where(mention => mention.Type == ActorType.Organization).ToList();
        if (before.Count == 0) return;
        Add(mentions[at], title, before[^1], "office.paragraph");
    }

    /// <summary>A line that names nothing but a state or an organization heads the list of its delegates.</summary>
    private NameMention? Heading() => mentions is [{ Type: ActorType.Country or ActorType.Organization, IsDemonym: false } only] && only.Span.Length * 2 > sentence.Span.Length && sentence.Span.Length < 90 ? only : null;

    private bool IsDelegate() => mentions.Count > 0 && mentions[0].Type == ActorType.Person && mentions[0].Span.Start - sentence.Span.Start < 20;

    private void Delegate(int at, NameMention? heading)
    {
        if (at > 0 && mentions[at - 1] is var before && Holds(before) && ColonThenName().IsMatch(Gap(at - 1, at)) && mentions.Take(at - 1).All(mention => mention.Type != ActorType.Person)) heading = before;
        else if (at > 0) return;
        var rest = text.Text[mentions[at].Span.End..sentence.Span.End];
        if (heading is null || Listed().Match(rest) is not { Success: true } title || !IsOffice(title.Groups["title"].Value)) return;
        Add(mentions[at], Within(mentions[at].Span.End, title.Groups["title"]), heading, "office.list");
    }

    /// <param name="prefix">What is led, where it is no more than a delegation.</param>
    /// <param name="status">Where the construction says it; else the words around the title do.</param>
    private void Add(NameMention person, TextSpan title, NameMention of, string rule, string prefix = "", FactStatus? status = null)
    {
        var (who, whose) = (text.SightingAt[person.Span], text.SightingAt[of.Span]);
        var name = OfficeTitles.OfVerb(title.Of(text.Text));
        if (name is not null) name = prefix.Length == 0 ? name : sentence.Language == "nl" ? "delegatieleider" : sentence.Language == "de" ? "delegationsleiter" : "delegation " + name;
        else
        {
            if (OfficeTitles.In(text.Text, title, sentence.Language) is not { } clean) return;
            (title, name) = (clean, OfficeTitles.Name(clean.Of(text.Text), sentence.Language));
        }

        if (who == whose) return;
        if (Equal().IsMatch(name)) name = evidence.OfType<OfficeEvidence>().LastOrDefault(office => office.ArticleId == article.Id && office.Span == sentence.Span)?.Title ?? name;
        // "is ambassador to Kenya" says where, not whose.
        var isPosting = Envoy().IsMatch(name) && of.Span.Start >= title.End && PostingGap().IsMatch(text.Text[title.End..of.Span.Start]);
        if (!seen.Add((who, name, isPosting ? null : whose))) return;
        if (!isPosting) evidence.Add(new OfficeEvidence($"{article.Id}#e{evidence.Count + 1}", article.Id, sentence.Span, title, null, rule, who, name, whose, status ?? StatusOf(title, name), EventDate.Unknown, EventDate.Unknown));
        if (!Envoy().IsMatch(name)) return;
        var host = mentions.FirstOrDefault(mention => mention.Span.Start >= title.End && (isPosting || mention.Span != of.Span));
        if (host is null || host.Type is not (ActorType.Country or ActorType.Place) || !PostingGap().IsMatch(text.Text[title.End..host.Span.Start].Replace(" of " + of.Name, "", StringComparison.Ordinal).Replace(" van " + of.Name, "", StringComparison.Ordinal))) return;
        evidence.Add(new RelationEvidence($"{article.Id}#e{evidence.Count + 1}", article.Id, sentence.Span, title, null, "office.posting", who, RelationKind.PostedTo, text.SightingAt[host.Span], FactStatus.Current));
    }

    /// <summary>"Novak, accompanied by his deputy Anna Berger": deputy of a person, not of an office.</summary>
    private void DeputyOf(int at)
    {
        if (at == 0 || mentions[at - 1].Type != ActorType.Person || Own().Match(Gap(at - 1, at)) is not { Success: true } own) return;
        var (who, whose) = (text.SightingAt[mentions[at].Span], text.SightingAt[mentions[at - 1].Span]);
        if (who == whose || !seen.Add((who, "deputy", whose))) return;
        evidence.Add(new RelationEvidence($"{article.Id}#e{evidence.Count + 1}", article.Id, sentence.Span, Within(mentions[at - 1].Span.End, own.Groups[1]), null, "office.deputy", who, RelationKind.DeputyOf, whose, FactStatus.Current));
    }

    [GeneratedRegex(@"(?:^['’]s|\b(?:his|her|zijn|haar|seine[mnr]?|ihre[mnr]?|son|su)) (?:then |former )?(deputy|plaatsvervanger|Stellvertreter(?:in)?|adjointe?|adjunt[oa]|segundo),? (?:\p{L}+ ){0,2}$", RegexOptions.IgnoreCase)]
    private static partial Regex Own();

    private static TextSpan Within(int start, Group group) => new(start + group.Index, start + group.Index + group.Length);

    private bool IsOffice(string title)
        => title.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Append(title.Trim()).Any(word => Gazetteer.TitleKind(word.ToLowerInvariant(), sentence.Language) == "office" && word.ToLowerInvariant() is not ("former" or "special" or "state" or "foreign" or "prime" or "deputy" or "vice"));

    /// <summary>Nothing but words of titles, ranks and portfolios, one of them an office.</summary>
    private bool IsTitle(string title)
        => IsOffice(title) && title.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Phrases.IsTitleWord(word.TrimEnd('.', ',').ToLowerInvariant(), sentence.Language) || Qualifier().IsMatch(word));

    private FactStatus StatusOf(TextSpan title, string name)
    {
        var before = text.Text[Math.Max(sentence.Span.Start, title.Start - 25)..title.Start];
        if (Former().IsMatch(before[(before.LastIndexOf(',') + 1)..]) || OfficeTitles.Former().IsMatch(title.Of(text.Text).ToLowerInvariant())) return FactStatus.Former;
        return name.Contains("acting", StringComparison.Ordinal) || name.Contains("waarnemend", StringComparison.Ordinal) ? FactStatus.Acting : FactStatus.Current;
    }

    [GeneratedRegex(@"^\)?(?:['’]s|&#8217;s)? (?<title>[\p{L}][\p{L} .-]{2,70}?),? $")]
    private static partial Regex TitleGap();

    [GeneratedRegex(@"^(?: \p{Ll}+(?=, d(?:er|em|en|ie) ))?(?:, \(?\d{2}\)?)?,? (?:(?:the|a|an|de|der|die|dem|den|le|la|l'|el|een|eine?|who is|who was|as|als|was|is|became|now|serves as|served as|worked as|works as|remains|wurde|ist|war|werd|fue|es|est|était|devint|once|then|now|der|zu dieser Zeit)\b ?)*(?<title>[\p{Ll}\p{Lu}](?:(?! and | by | with | en | und | et )[\p{L} '’-]){2,60}?) (?:(?:of|for|at|van|voor|bij|der|des|du|de|del|für|to|in|von|d') ?)?(?:(?:the|la|het|de|den|l'|las|los|der|separate|its|daily) ?)?(?:\p{Ll}{5,18} )?$")]
    private static partial Regex Apposition();

    [GeneratedRegex(@"^,? (?:the|a|an|de|der|die|dem|den|le|la|el|who is)? ?(?:former |then |acting )?$")]
    private static partial Regex DemonymLead();

    [GeneratedRegex(@"^(?:['’]s|&#8217;s)? (?<title>\p{L}[\p{L} -]{2,60}?)(?=,|\.|;|$| (?:to|in|en|bij|and|who|said|told|has|had|was|is|on|at|for|und|et|y)\b)")]
    private static partial Regex TitleAfter();

    [GeneratedRegex(@"^(?:['’]s|&#8217;s)? (?<title>(?:\p{L}+ )?(?:ambassador|ambassadeur|ambassadrice|consul(?:[- ]general|-generaal)?|envoy|representative|Botschafter(?:in)?|embajador(?:a)?|gezant))(?: \p{L}+)? (?:to|in|en|bij|au|aux) (?:the |de |der )?$", RegexOptions.IgnoreCase)]
    private static partial Regex Posting();

    [GeneratedRegex(@"\b(?:ambassad|consul|envoy|representative|botschafter|embajador|gezant|gesandte)", RegexOptions.IgnoreCase)]
    private static partial Regex Envoy();

    [GeneratedRegex(@"^(?:,? (?:the|der) )? ?(?:to|in|en|bij|au|aux|for) (?:the |de |der |la )?(?:\p{Lu}\p{Ll}+ \p{Ll}{2} )?$")]
    private static partial Regex PostingGap();

    [GeneratedRegex(@"^\)?(?:[\p{L} -]{0,20})?,? (?:which is |was |is )?(?:(?<title>led|headed|commanded|chaired|run) by|onder (?<title>leiding|voorzitterschap) van|(?:die )?(?:wordt |werd )?(?<title>geleid|voorgezeten|aangevoerd) (?:wordt |werd )?door|unter (?:der )?(?<title>Leitung|Führung) (?:von|des|der)|(?<title>geführt|geleitet) von|(?<title>dirigée?|présidée?|commandée?) par|(?<title>dirigid[oa]|encabezad[oa]|liderad[oa]|presidid[oa]) por) (?:[\p{L}.-]+ ){0,4}$")]
    private static partial Regex LedBy();

    [GeneratedRegex(@"^(?:,? who)?(?: \p{L}+ly)? (?:(?:has|have|had|now|still) )*(?<title>leads|heads|headed|commands|commanded|chairs|chaired|runs|leidt|leitet|préside|dirige|preside|lidera|led) (?:the |a |het |de |die |der |das |le |la |el |l['’])?(?:\p{Ll}+ ){0,2}$")]
    private static partial Regex Leads();

    [GeneratedRegex(@"\b(?:succeeded|replaced|succeeds|replaces|volgde|verving|ersetzte|remplace|reemplazó|sucedió)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Succeeded();

    [GeneratedRegex(@"^, (?:is|was|became|has been|served as|serves as|works as|worked as|werd|wurde|ist|war) ")]
    private static partial Regex OuterVerb();

    [GeneratedRegex(@"^\)?(?: \(\p{Lu}+\))? (?:and|en|und|et|y) (?!members|leaders|ministers|leden|officials)(?:also )?(?:(?:the|a|an|de|een|le|la|el) )?(?<title>\p{Ll}[\p{L} -]{3,50}?) (?:of|for|at|to|van|voor|bij|der|des|de|del|du)(?: (?:the|het|de|la|los|den))? $")]
    private static partial Regex And();

    [GeneratedRegex(@"^(?: (?:de|des|du|de la|del|de los|de las|d['’]|de l['’]) ?[\p{L} '’-]{3,40}?| \p{L}{4,14})?,? $")]
    private static partial Regex BehindDemonym();

    [GeneratedRegex(@"(?<title>(?:\p{L}+[ -]){0,2}\p{L}+(?: (?:de|des|du|de la|del|d['’]) ?\p{L}+(?: \p{L}+)?)?) $")]
    private static partial Regex TitleEnd();

    [GeneratedRegex(@"^(?:counterpart|amtskolleg(?:e|en|in)|homologue|homólog[oa]|ambtgenoot|collega|mevkidaşı)$")]
    private static partial Regex Equal();

    [GeneratedRegex(@"(?:spokes(?:man|woman|person)|woordvoerd(?:er|ster)|bestuurder|bestuursvoorzitter|topman|topvrouw|chief executive|CEO|managing director|programme director|porte-parole|portavoz|Sprecher(?:in)?|Geschäftsführer(?:in)?|sözcüsü)$", RegexOptions.IgnoreCase)]
    private static partial Regex Corporate();

    [GeneratedRegex(@"\bdeleg\w+", RegexOptions.IgnoreCase)]
    private static partial Regex OfDelegation();

    [GeneratedRegex(@"^\)?,? (?:(?<rank>\p{L}+(?:-\p{L}+)?)\.? )?$")]
    private static partial Regex Between();

    [GeneratedRegex(@"(?<title>\b(?!(?:the|a|an|de|der|die|le|la|el|een|his|her|its|their|with|met|and|by) )\p{L}[\p{L}-]*(?: (?!(?:the|a|an|de|der|die|le|la|el|een|his|her|its|their|with|met|and|by) )\p{L}[\p{L}-]*){0,3}) (?:of|van|der|des|du|de|del|for|at|von) (?:(?:the|het|de|la|los) )?(?:\p{Ll}{5,18} )?$", RegexOptions.IgnoreCase)]
    private static partial Regex TitleLead();

    [GeneratedRegex(@"(?<title>\b[\p{L}-]+ (?:de la |de l['’]|des |du |del |de las |de los |de |d['’]|van |voor |für |for |of )\p{L}+(?: (?:and|et|y|en|und) (?:de )?\p{L}+| \p{L}+)?) (?:of|van|der|des|du|de|del|von|d['’]) ?(?:(?:the|het|la|los) )?$")]
    private static partial Regex PortfolioLead();

    [GeneratedRegex("^(?:During|After|Before|In|At|On|Following|Since|Upon|According|Tijdens|Na|Volgens|Nach|Bei|Après|Según|Tras) ")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^ (?:van|of|von|der|de|du|del|uit)(?: (?:the|de|het|la|der))? $")]
    private static partial Regex OfGap();

    [GeneratedRegex(@"^: (?:\p{L}[\p{L}.]* ){0,3}$")]
    private static partial Regex ColonThenName();

    [GeneratedRegex(@"^, (?:the )?(?<title>(?:\p{L}[\p{L}-]*)(?: \p{L}[\p{L}-]*){0,7})")]
    private static partial Regex Listed();

    [GeneratedRegex(@"^(?:new|newly|appointed|incoming|outgoing|caretaker|late|top|chief|senior|general|brigadier|colonel|major|nieuwe|voormalige?|frühere[rn]?|ehemalige[rn]?|tweede|eerste|first|second|stellvertretenden?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Qualifier();

    [GeneratedRegex(@"\b(?:former|once|ex-|previous|late|then|oud-|voormalig|voormalige|frühere[rn]?|ehemalige[rn]?|ancien|ancienne|eski|exministr|antigu[oa])", RegexOptions.IgnoreCase)]
    private static partial Regex Former();
}
