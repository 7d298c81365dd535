using System.Text.Json.Nodes;
using NodaTime.Text;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Services.Pages;
using ResilienceMonitor.Services.Statements;

namespace ResilienceMonitor.Providers;

/// <summary>A question to a provider.</summary>
/// <param name="Number">Its number in the letter; parts of one question share it.</param>
/// <param name="Property">Property of the statement that holds the answer.</param>
/// <param name="Form">How it is answered.</param>
/// <param name="Question">As it is asked.</param>
/// <param name="Label">Short, for tables.</param>
/// <param name="Basis">Where it comes from.</param>
public sealed record ProviderQuestion(int Number, string Property, AnswerForm Form, LocalText Question, LocalText Label, IReadOnlyDictionary<string, string> Basis);

/// <summary>How a question is answered.</summary>
public enum AnswerForm
{
    Text,
    Hours,
    Date,
    YesNo,
    Count,
}

/// <summary>The questions, and what a statement answers to them.</summary>
public sealed class ProviderQuestions(ReferenceData reference)
{
    public IReadOnlyList<ProviderQuestion> All { get; } = [.. reference.Read<ProviderQuestion>("provider-questions").Entries.Values];

    /// <summary>Every question with its answer in words; unanswered ones say so.</summary>
    public IReadOnlyList<ProviderAnswer> Answers(StatementContent statement)
    {
        var json = CanonicalJson.ToNode(statement).AsObject();
        return [.. All.Select(q => new ProviderAnswer(q, Say(q.Form, json[q.Property])))];
    }

    private static string? Say(AnswerForm form, JsonNode? value) => value is null ? null : form switch
    {
        AnswerForm.Hours => Platform.Ui.Words.Say.Exactly(value.GetValue<double>()),
        AnswerForm.Date => DateWords.Day(LocalDatePattern.Iso.Parse(value.GetValue<string>()).Value),
        AnswerForm.YesNo => ProvidersTexts.Get(value.GetValue<bool>() ? "answer.yes" : "answer.no"),
        _ => value.ToString(),
    };
}

/// <param name="Asked">The question.</param>
/// <param name="Said">The answer in words; null: none.</param>
public sealed record ProviderAnswer(ProviderQuestion Asked, string? Said)
{
    public string Label => Asked.Label.ToString();

    public string Answer => Said ?? ProvidersTexts.Get("answer.none");
}
