using System.Text.RegularExpressions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>What is said in a line of an interview.</summary>
/// <param name="Speaker">Sighting of whoever says it: "I"; null where it is nobody whom the article names.</param>
/// <param name="Addressed">Sighting of whom it is said to: "you".</param>
/// <param name="Start">Where what is said begins, behind the label.</param>
internal sealed record Turn(string? Speaker, string? Addressed, bool IsAnswer, int Start);

/// <summary>Who speaks and who is spoken to in each line of the articles that are interviews: told by labels ("Q:", "KELLER:"), or by questions that stand in lines of their own.</summary>
internal sealed partial class Interview
{
    private const int LeastQuestions = 2;

    private readonly AnnotatedText text;
    private readonly SortedList<int, Turn> turns = [];

    private Interview(AnnotatedText text) => this.text = text;

    public static Interview Of(AnnotatedText text)
    {
        var interview = new Interview(text);
        foreach (var article in text.Articles)
        {
            var lines = text.Lines.Where(line => line.Span.Length > 0 && line.Span.Start >= article.Span.Start && line.Span.End <= article.Span.End).Select(line => line.Span).ToList();
            if (!interview.Labelled(article, lines)) interview.Unlabelled(article, lines);
        }

        return interview;
    }

    /// <summary>The turn that a place is in, null outside interviews.</summary>
    public Turn? At(int position)
    {
        var (low, high) = (0, turns.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (turns.Keys[middle] <= position) low = middle + 1;
            else high = middle - 1;
        }

        return high >= 0 && text.ArticleAt(turns.Keys[high]).Id == text.ArticleAt(position).Id ? turns.Values[high] : null;
    }

    /// <summary>"Q: … A: …", "THE POST: … KELLER: …".</summary>
    private bool Labelled(Article article, List<TextSpan> lines)
    {
        var labels = lines.Select(line => (Line: line, Label: Label().Match(text.Text, line.Start, line.Length))).Where(line => line.Label.Success).ToList();
        var named = labels.Select(line => line.Label.Groups["label"].Value).Distinct().ToDictionary(label => label, label => Speakers.Labelled(text, article, label), StringComparer.Ordinal);
        var isByLetters = named.Keys.Any(IsQuestion) && named.Keys.Any(IsAnswer);
        var persons = named.Values.OfType<string>().Distinct().ToList();
        if (labels.Count < LeastQuestions * 2 || named.Count < 2 || !isByLetters && persons.Count == 0) return false;
        // Who asks in capitals of a paper is nobody; of two who are named the one who is not asked first answers.
        var answers = persons.Count == 0 ? First(article) : persons.Count == 1 ? persons[0] : named[labels[0].Label.Groups["label"].Value] == persons[0] ? persons[1] : persons[0];
        foreach (var (line, label) in labels)
        {
            var word = label.Groups["label"].Value;
            var isAnswer = isByLetters ? IsAnswer(word) : named[word] == answers;
            var other = persons.Find(person => person != answers);
            turns[line.Start] = isAnswer ? new Turn(answers, other, true, label.Index + label.Length) : new Turn(other, answers, false, label.Index + label.Length);
        }

        return true;
    }

    /// <summary>Questions in lines of their own, and answers in the first person.</summary>
    private void Unlabelled(Article article, List<TextSpan> lines)
    {
        bool Asks(TextSpan line) => text.Text[line.End - 1] == '?' || text.Text[line.End - 1] is '"' or '”' && line.Length > 1 && text.Text[line.End - 2] == '?';
        bool IsMine(TextSpan line) => FirstPerson(line, article.Language);
        var first = lines.FindIndex(Asks);
        if (first < 0 || lines.Count(Asks) < LeastQuestions || lines.Skip(first).Count(line => !Asks(line) && IsMine(line)) < LeastQuestions || First(article) is not { } asked) return;
        foreach (var line in lines.Skip(first)) turns[line.Start] = Asks(line) ? new Turn(null, asked, false, line.Start) : new Turn(asked, null, true, line.Start);
    }

    /// <summary>"I" and "we" outside quotation marks.</summary>
    private bool FirstPerson(TextSpan line, string language)
        => text.Text[line.Start] is not ('"' or '“' or '«' or '„') && text.Sentences.Where(sentence => sentence.Span.Start >= line.Start && sentence.Span.End <= line.End).SelectMany(sentence => sentence.Words).Any(word => Grammar.ClassOf(word.Lower, language) is WordClass.I);

    private string? First(Article article) => text.Mentions.FirstOrDefault(mention => mention.Type == ActorType.Person && !mention.IsBoilerplate && text.ArticleAt(mention.Span.Start).Id == article.Id) is { } first ? text.SightingAt[first.Span] : null;

    /// <summary>Question, Vraag, Frage, Pregunta, Soru.</summary>
    private static bool IsQuestion(string label) => label.TrimEnd('.') is "Q" or "V" or "F" or "P" or "S";

    /// <summary>Answer, Antwoord, Antwort, Réponse, Respuesta, Cevap.</summary>
    private static bool IsAnswer(string label) => label.TrimEnd('.') is "A" or "R" or "C";

    [GeneratedRegex(@"\G(?<label>\p{Lu}[\p{L}.'’-]{0,24}(?: \p{Lu}[\p{L}.'’-]{0,24}){0,3}): ")]
    private static partial Regex Label();
}
