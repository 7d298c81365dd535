using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ResilienceMonitor.Platform.Data;

/// <summary>What every database keeps as a text: PostgreSQL takes no NUL character, and half a letter (a lone surrogate) is no text.</summary>
public static class StoredText
{
    public static bool IsPossible(string text)
    {
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            if (rest[0] == '\0' || Rune.DecodeFromUtf16(rest, out _, out var length) != OperationStatus.Done) return false;
            rest = rest[length..];
        }

        return true;
    }

    /// <summary>The same for every text and name within a content.</summary>
    public static bool IsPossible(JsonNode? node)
    {
        try
        {
            return node switch
            {
                JsonObject map => map.All(p => IsPossible(p.Key) && IsPossible(p.Value)),
                JsonArray list => list.All(IsPossible),
                JsonValue value when value.GetValueKind() == JsonValueKind.String => IsPossible(value.GetValue<string>()),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            // JSON may spell half a letter; the parser notices when it is asked for the text.
            return false;
        }
    }
}
