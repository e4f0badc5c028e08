// SPDX-License-Identifier: MIT

using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace DistillGuard.Rules.Reading;

/// <summary>Reads JSON text into nodes that know their place. Comments and trailing commas are mistakes.</summary>
internal ref struct RuleJsonParser
{
    /// <summary>Most bytes of a document.</summary>
    public const int LargestDocument = 4 * 1024 * 1024;

    private const int LongestStep = 60; // of a path: names nest, so long ones would multiply

    private readonly ReadOnlySpan<byte> _text;
    private readonly DiagnosticList _diagnostics;
    private Utf8JsonReader _reader;
    private int _lineStart;
    private int _line;
    private int _counted;

    private RuleJsonParser(ReadOnlySpan<byte> text, DiagnosticList diagnostics)
    {
        _text = text;
        _diagnostics = diagnostics;
        _reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = 64 });
        _line = 1;
    }

    /// <summary>The document's root, or null with the reason among the diagnostics.</summary>
    public static RuleJsonNode? Parse(ReadOnlySpan<byte> text, DiagnosticList diagnostics)
    {
        if (text.Length > LargestDocument)
        {
            diagnostics.Add(
                RuleDiagnosticCodes.TooLarge,
                new Place("$", 1, 1),
                "The document is too large.",
                $"Split it into documents of at most {LargestDocument} bytes.",
                $"{text.Length} bytes");
            return null;
        }

        if (text.StartsWith(Encoding.UTF8.Preamble))
        {
            text = text[Encoding.UTF8.Preamble.Length..];
        }

        var parser = new RuleJsonParser(text, diagnostics);
        if (!Utf8.IsValid(text))
        {
            diagnostics.Add(
                RuleDiagnosticCodes.NotUtf8,
                parser.PlaceOf("$", FirstInvalid(text)),
                "The document is not UTF-8.",
                "Save it as UTF-8.");
            return null;
        }

        return parser.ParseDocument();
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        int at = 0;
        while (Rune.DecodeFromUtf8(text[at..], out _, out int consumed) == OperationStatus.Done)
        {
            at += consumed;
        }

        return at;
    }

    private RuleJsonNode? ParseDocument()
    {
        try
        {
            _reader.Read();
            RuleJsonNode root = ParseValue("$");
            _reader.Read(); // anything but white space after the value throws
            return root;
        }
        catch (JsonException exception)
        {
            var place = new Place(
                "$",
                (int)(exception.LineNumber ?? 0) + 1,
                (int)(exception.BytePositionInLine ?? 0) + 1);
            _diagnostics.Add(
                RuleDiagnosticCodes.Syntax,
                place,
                "The text is not JSON: " + FirstSentence(exception.Message),
                "Correct the text here; nothing after it was read.");
            return null;
        }
    }

    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    private RuleJsonNode ParseValue(string path)
    {
        Place place = PlaceOf(path, (int)_reader.TokenStartIndex);
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var parsed = new RuleJsonNode { Kind = RuleJsonKind.Object, Place = place };
                ParseMembers(parsed);
                return parsed;
            case JsonTokenType.StartArray:
                var list = new RuleJsonNode { Kind = RuleJsonKind.List, Place = place };
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
                {
                    list.Items.Add(ParseValue($"{path}[{list.Items.Count}]"));
                }

                return list;
            case JsonTokenType.String:
                return new RuleJsonNode { Kind = RuleJsonKind.Text, Place = place, Text = ReadText(place) };
            case JsonTokenType.Number:
                string digits = Encoding.UTF8.GetString(_reader.ValueSpan);
                double number = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
                return new RuleJsonNode { Kind = RuleJsonKind.Number, Place = place, Number = number, Text = digits };
            case JsonTokenType.True:
                return new RuleJsonNode { Kind = RuleJsonKind.Boolean, Place = place, Boolean = true, Text = "true" };
            case JsonTokenType.False:
                return new RuleJsonNode { Kind = RuleJsonKind.Boolean, Place = place, Text = "false" };
            default:
                return new RuleJsonNode { Kind = RuleJsonKind.Null, Place = place };
        }
    }

    private void ParseMembers(RuleJsonNode parsed)
    {
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            Place start = PlaceOf(parsed.Place.Path, (int)_reader.TokenStartIndex);
            string name = ReadText(start);
            string step = name.Length <= LongestStep ? name : name[..LongestStep] + "...";
            Place place = start with { Path = $"{parsed.Place.Path}.{step}" };
            _reader.Read();
            parsed.Members.Add(new RuleJsonMember(name, place, ParseValue(place.Path)));
        }
    }

    private string ReadText(Place place)
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            _diagnostics.Add(
                RuleDiagnosticCodes.NotUtf8,
                place,
                "The text has half of a surrogate pair.",
                "Write both \\u escapes of the character, or the character itself.");
            return "(half of a character)"; // long enough to be no other mistake
        }
    }

    /// <summary>Line and column of a byte. Calls come in the order of the text, so each line is counted once.</summary>
    private Place PlaceOf(string path, int index)
    {
        while (_text[_counted..index].IndexOf((byte)'\n') is >= 0 and int next)
        {
            _counted += next + 1;
            _lineStart = _counted;
            _line++;
        }

        _counted = index;
        return new Place(path, _line, Encoding.UTF8.GetCharCount(_text[_lineStart..index]) + 1);
    }
}
