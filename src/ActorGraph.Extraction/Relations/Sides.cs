using System.Text.RegularExpressions;
using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Who stands before and after a trigger in its clause.</summary>
/// <param name="subject">Who the sentence before was about; pronouns mean them.</param>
/// <param name="hasAnswers">Whether the text is an interview.</param>
/// <param name="everyone">All who act in the sentence before; "both" and "they" mean them.</param>
internal sealed partial class Sides(AnnotatedText text, Sentence sentence, Parties parties, IReadOnlyList<Party> subject, IReadOnlyList<Party> everyone, bool hasAnswers)
{
    public int ClauseStart(TextSpan trigger)
    {
        var before = text.Text[sentence.Span.Start..trigger.Start];
        foreach (var boundary in Boundary().Matches(before).Reverse())
        {
            var end = boundary.Index + boundary.Length;
            // A relative clause that a comma closes before the trigger lies inside the clause.
            if (!Relative().IsMatch(boundary.Value) || before.IndexOf(',', end) < 0) return sentence.Span.Start + end;
        }

        return sentence.Span.Start;
    }

    /// <summary>The subject: the last group of actors before the trigger; after "and" the clause's first one; a pronoun's antecedent.</summary>
    public IReadOnlyList<Party> Before(TextSpan trigger)
    {
        var start = ClauseStart(trigger);
        var clause = text.Text[start..trigger.Start];
        var groups = parties.Groups(start, trigger.Start).Where(group => group.Exists(party => party.Standing == Standing.Acts)).ToList();
        if (Who().IsMatch(text.Text[sentence.Span.Start..start]) && groups.Count == 0) return parties.Groups(sentence.Span.Start, start).LastOrDefault() is { } antecedent ? [antecedent[^1]] : [];
        if (FirstPerson().IsMatch(clause) && Speaker() is { } speaker) return [speaker];
        if (groups.Count > 0) return Pronoun().IsMatch(clause[^Math.Min(clause.Length, 12)..]) ? groups[0] : Coordinated().IsMatch(clause) ? groups[0] : groups.FindLast(group => !Object().IsMatch(group[0].Lead)) ?? groups[0];
        var earlier = parties.Groups(sentence.Span.Start, start).Where(group => group.Exists(party => party.Standing == Standing.Acts)).ToList();
        if (Plural().IsMatch(clause)) return everyone.Count > 1 ? everyone : subject.Count > 1 ? subject : [];
        if (Title().Match(clause) is { Success: true } title && Gazetteer.TitleKind(title.Groups[1].Value, sentence.Language) is not null) return Holders.Of(text, title.Groups[1].Value, start) is { } holder ? [new Party(holder, Standing.Acts, "")] : subject;
        if (Pronoun().IsMatch(clause)) return earlier.Count > 0 ? earlier[0] : subject;
        return earlier.Count > 0 && !Said().IsMatch(text.Text[sentence.Span.Start..start]) ? earlier[0] : [];
    }

    /// <summary>"After talks with the minister, the president left": who the sentence is about stands behind its opening.</summary>
    public IReadOnlyList<Party> Behind(TextSpan trigger, IReadOnlyList<Party> after)
    {
        if (after.Count == 0 || !Opening().IsMatch(text.Text[sentence.Span.Start..trigger.Start])) return [];
        var comma = text.Text.IndexOf(',', after[^1].Mention.Span.End, sentence.Span.End - after[^1].Mention.Span.End);
        return comma < 0 ? [] : parties.Groups(comma, sentence.Span.End).Find(group => group.Exists(party => party.Mention.Type == ActorType.Person)) ?? [];
    }

    /// <summary>Who says "I": the one quoted in the sentence, the one the sentence before was about, in an interview the first person named.</summary>
    private Party? Speaker()
    {
        if (Speakers.Mention(text, sentence, parties.Mentions) is { Type: ActorType.Person } said) return new Party(said, Standing.Acts, "");
        if (IsAnswer().IsMatch(text.Text[sentence.Span.Start..Math.Min(text.Text.Length, sentence.Span.Start + 5)]) || hasAnswers)
        {
            return text.Mentions.FirstOrDefault(mention => mention.Type == ActorType.Person && !mention.IsBoilerplate) is { } asked ? new Party(asked, Standing.Acts, "") : null;
        }

        return subject.FirstOrDefault(party => party.Mention.Type == ActorType.Person && party.Standing == Standing.Acts);
    }

    /// <summary>Whether the text is an interview: lines begin with "A:".</summary>
    public static bool IsInterview(AnnotatedText text) => text.Lines.Any(line => IsAnswer().IsMatch(text.Text.AsSpan(line.Span.Start, Math.Min(5, line.Span.Length))));

    /// <summary>The object: the first group after the trigger, if only words that lead to it stand between.</summary>
    public IReadOnlyList<Party> After(TextSpan trigger, bool isLoose)
    {
        var end = ClauseEnd(trigger);
        var group = parties.Groups(trigger.End, end).FirstOrDefault();
        if (Goal(trigger.End) is { } goal && (group is null || group[0].Mention.Span.Start > goal.Mention.Span.Start)) return [goal];
        if (group is null) return [];
        var gap = text.Text[trigger.End..group[0].Mention.Span.Start];
        foreach (var mention in parties.Mentions.Where(mention => mention.Span.Start >= trigger.End && mention.Span.End <= group[0].Mention.Span.Start)) gap = gap.Replace(mention.Span.Of(text.Text), "", StringComparison.Ordinal);
        return isLoose && gap.Length < 120 && gap.Contains("with", StringComparison.Ordinal) || LeadsTo(gap) ? group : [];
    }

    /// <summary>The person right behind the trigger's own preposition: "paid a visit to General Smith".</summary>
    private Party? Goal(int start)
    {
        var mention = parties.Mentions.FirstOrDefault(mention => mention.Span.Start >= start && !mention.IsDemonym);
        if (mention is not { Type: ActorType.Person } || mention.Span.Start - start > 40) return null;
        var (gap, after) = (text.Text[start..mention.Span.Start], text.Text[mention.Span.End..Math.Min(sentence.Span.End, mention.Span.End + 3)]);
        return !after.StartsWith("'s", StringComparison.Ordinal) && !after.StartsWith("’s", StringComparison.Ordinal) && WordPattern().Matches(gap).All(match => Phrases.IsTitleWord(match.Value.ToLowerInvariant(), sentence.Language)) ? new Party(mention, Standing.Acts, "") : null;
    }

    /// <summary>Both sides where the language puts the verb between or behind: all who act in the clause.</summary>
    public (IReadOnlyList<Party> Before, IReadOnlyList<Party> After) Around(TextSpan trigger)
    {
        var words = sentence.Span.Of(text.Text);
        var at = trigger.Start - sentence.Span.Start;
        var start = AroundBoundary().Matches(words[..at]).LastOrDefault() is { } boundary ? boundary.Index + boundary.Length : 0;
        var end = AroundBoundary().Match(words, trigger.End - sentence.Span.Start) is { Success: true } next ? next.Index : words.Length;
        var all = parties.Groups(sentence.Span.Start + start, sentence.Span.Start + end).SelectMany(group => group).ToList();
        if (all.Count == 0 && Plural().IsMatch(words[start..end])) all = everyone.ToList();
        if (all.Count == 1 && Pronoun().IsMatch(words[start..end])) all = [.. subject.Where(party => text.SightingAt[party.Mention.Span] != text.SightingAt[all[0].Mention.Span]), .. all];
        return (all.Where(party => party.Mention.Span.Start < trigger.Start).ToList(), all.Where(party => party.Mention.Span.Start >= trigger.Start).ToList());
    }

    private int ClauseEnd(TextSpan trigger)
    {
        var match = End().Match(text.Text, trigger.End, sentence.Span.End - trigger.End);
        return match.Success ? match.Index : sentence.Span.End;
    }

    /// <summary>"the deputy governor of Gao, Colonel", "in Istanbul met de Turkse minister": no other noun's preposition, no verb.</summary>
    private bool LeadsTo(string gap)
    {
        var (unknown, isAside) = (0, false);
        foreach (var word in WordPattern().Matches(gap).Select(match => match.Value.ToLowerInvariant()))
        {
            if (word is "with" or "met" or "mit" or "avec" or "con") isAside = false;
            else if (word is "in" or "on" or "at" or "op" or "am" or "early" or "late" or "during") isAside = true;
            else if (word is "from" or "about" or "against" or "after" or "without" or "were" or "was" or "had" or "is" or "are" or "has") return false;
            else if (!isAside && !Phrases.IsListWord(word, sentence.Language) && !Gazetteer.IsFunctionWord(word, sentence.Language) && word.Length > 1) unknown++;
        }

        return !isAside && unknown <= 2 && gap.Length < 140;
    }

    [GeneratedRegex(@"(?<!&#?\w{1,8});|[:—–]|[“”„«»""]|\b(?:that|after|before|when|while|but|because|whereas|although|where|said|dat|nadat|omdat|terwijl|dass|nachdem|que|après|toen|who|whom|which|die|qui)\b|, (?=and \p{Ll})", RegexOptions.IgnoreCase)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"(?<!&#?\w{1,8});|[:—–]|[“”„«»""]|\b(?:that|after|before|when|while|but|because|whereas|although|where|said|says|told|according|which|to discuss|as part|during)\b|\band (?:told|said|discussed|called|agreed|urged|was|has|had|will|visited|met|signed)\b", RegexOptions.IgnoreCase)]
    private static partial Regex End();

    [GeneratedRegex(@"(?<!&#?\w{1,8});|[:—–]|[“”„«»""]|\b(?:dat|dass|que)\b|, (?:die|qui|wat|maar|aber|mais|pero|waar|wo|où|donde|terwijl|während)\b|\b(?:nadat|nachdem|omdat|weil|porque|parce que|meldde|volgens|sagte|selon|según)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AroundBoundary();

    [GeneratedRegex(@"\b(?:I|we|ik|ich|wir|je|nous|yo)\b(?:['’]ve|['’]d)?(?: \p{Ll}+){0,3} ?$")]
    private static partial Regex FirstPerson();

    [GeneratedRegex("^(?:After|Before|Following|During|Ahead of|Amid|At|In|Na|Voor|Nach|Vor|Après|Avant|Tras|Antes de)\\b")]
    public static partial Regex Opening();

    [GeneratedRegex("^(?:A|Q|A\\.|Q\\.): ")]
    private static partial Regex IsAnswer();

    [GeneratedRegex("^(?:who|which|whom|where|die|qui|que)$", RegexOptions.IgnoreCase)]
    private static partial Regex Relative();

    [GeneratedRegex(@"\b(?:who|die|qui|que|whom|(?:delegation|team|group|mission) that)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Who();

    [GeneratedRegex(@"\bsaid\b|\btold\b|\bthat\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Said();

    [GeneratedRegex(@"\b(?:he|she|they|both|the two|the pair|hij|zij|ze|er|sie|il|elle|ils|beide)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"\b(?:they|both|the two|the pair|the three|beide|zij|beiden|les deux|ambos)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Plural();

    [GeneratedRegex(@"\b(?:and|then|also then|or)(?: (?:then|later|also|will|has|had))* $", RegexOptions.IgnoreCase)]
    private static partial Regex Coordinated();

    [GeneratedRegex(@"\b(?:with|by|met)(?: \p{L}+){0,4} $", RegexOptions.IgnoreCase)]
    private static partial Regex Object();

    [GeneratedRegex(@"\bthe ([a-z]+)\b")]
    private static partial Regex Title();

    [GeneratedRegex(@"[\p{L}\p{M}'’-]+")]
    private static partial Regex WordPattern();
}
