// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using CsCheck;
using DistillGuard.Verdicts;

namespace DistillGuard.Apis;

public sealed class JsonScannerTests
{
    private static readonly string[] Fixtures =
    [
        ChatCompletionsFixture.Body, ResponsesFixture.Body, MessagesFixture.Body, GenerateContentFixture.Body,
        """{"a":[0,-1,1.5,2e3,-0.5E-7,1e+2,10,true,false,null,"","\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00",{},[]]}""",
    ];

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\\", "\\n", "\\u00", "\\u00e9", "\\x", "0", "-", "1", ".5", "e",
        "E+", "00", "tr", "true", "fals", "false", "nul", "null", " ", "\n", "\t", "\f", "\0", "\u007f", "é", "/", "'",
    ];

    [Test]
    public void Read_MutatedBodies_FindsTheTokensOfUtf8JsonReader() =>
        Gen.Int.Sample(seed => AssertLikeOracle(Mutate(new Random(seed))), iter: 30_000, threads: 1);

    [Test]
    public void Read_PiecesByChance_FindsTheTokensOfUtf8JsonReader() =>
        Gen.Int.Sample(seed => AssertLikeOracle(Assemble(new Random(seed))), iter: 50_000, threads: 1);

    [Test]
    public void Read_BodyCutAnywhere_FindsTheTokensOfUtf8JsonReader([Range(0, 4)] int fixture)
    {
        byte[] body = Encoding.UTF8.GetBytes(Fixtures[fixture]);
        for (int length = 0; length < body.Length; length++)
        {
            AssertLikeOracle(body[..length]);
        }
    }

    [Test]
    public void Read_ObjectsAndArraysMixedToTheLimit_RemembersEach()
    {
        var random = new Random(7);
        var opening = new StringBuilder();
        var closing = new StringBuilder();
        for (int level = 0; level < RequestReaderLimits.LargestDepth; level++)
        {
            bool isObject = random.Next(2) == 0;
            opening.Append(isObject ? "{\"a\":" : "[");
            closing.Insert(0, isObject ? '}' : ']');
        }

        AssertLikeOracle(Encoding.UTF8.GetBytes($"{opening}1{closing}"));
    }

    [TestCase(3, NotEvaluatedReason.None)]
    [TestCase(2, NotEvaluatedReason.TooDeep)]
    public void Read_AroundTheDepthLimit_CountsContainers(int maxDepth, NotEvaluatedReason expected)
    {
        var scanner = new JsonScanner("""{"a":[{}],"b":[[]]}"""u8, maxDepth);
        while (scanner.Read() && scanner.Depth > 0)
        {
        }

        Assert.That(scanner.Failure, Is.EqualTo(expected));
    }

    private static void AssertLikeOracle(byte[] body)
    {
        if (!Utf8.IsValid(body))
        {
            return;
        }

        string text = Encoding.UTF8.GetString(body);
        Assert.That(WithoutBrokenNumber(Scan(body)), Is.EqualTo(WithoutBrokenNumber(ScanWithOracle(body))), text);
    }

    // In "1x" the oracle finds the x while it reads the number, the scanner one step later.
    private static List<string> WithoutBrokenNumber(List<string> tokens)
    {
        bool isInvalid = tokens[^1] == nameof(NotEvaluatedReason.InvalidJson);
        while (isInvalid && tokens.Count > 1 && tokens[^2].StartsWith("Number", StringComparison.Ordinal))
        {
            tokens.RemoveAt(tokens.Count - 2);
        }

        return tokens;
    }

    private static List<string> Scan(byte[] body)
    {
        var tokens = new List<string>();
        var scanner = new JsonScanner(body, RequestReaderLimits.LargestDepth);
        while (scanner.Read())
        {
            tokens.Add($"{scanner.Token} {scanner.IsEscaped} {Encoding.UTF8.GetString(scanner.Value)}");
            if (scanner.Depth == 0)
            {
                tokens.Add(scanner.IsAtEnd() ? "end" : nameof(NotEvaluatedReason.InvalidJson));
                return tokens;
            }
        }

        tokens.Add(scanner.Failure.ToString());
        return tokens;
    }

    private static List<string> ScanWithOracle(byte[] body)
    {
        var tokens = new List<string>();
        var options = new JsonReaderOptions { MaxDepth = RequestReaderLimits.LargestDepth };
        var reader = new Utf8JsonReader(body, isFinalBlock: false, new JsonReaderState(options));
        try
        {
            while (reader.Read())
            {
                tokens.Add($"{reader.TokenType} {reader.ValueIsEscaped} {Encoding.UTF8.GetString(reader.ValueSpan)}");
            }

            bool isEnd = tokens.Count > 0 && reader.CurrentDepth == 0
                && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray);
            tokens.Add(isEnd ? "end" : nameof(NotEvaluatedReason.Truncated));
        }
        catch (JsonException)
        {
            tokens.Add(nameof(NotEvaluatedReason.InvalidJson));
        }

        return tokens;
    }

    private static byte[] Mutate(Random random)
    {
        var body = new StringBuilder(Fixtures[random.Next(Fixtures.Length)]);
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            int position = random.Next(body.Length);
            if (random.Next(2) == 0)
            {
                body.Insert(position, Pieces[random.Next(Pieces.Length)]);
            }
            else
            {
                body.Remove(position, Math.Min(random.Next(1, 4), body.Length - position));
            }
        }

        return Encoding.UTF8.GetBytes(body.ToString());
    }

    private static byte[] Assemble(Random random)
    {
        var body = new StringBuilder(random.Next(2) == 0 ? "{\"a\":" : string.Empty);
        for (int i = random.Next(8); i > 0; i--)
        {
            body.Append(Pieces[random.Next(Pieces.Length)]);
        }

        return Encoding.UTF8.GetBytes(body.ToString());
    }
}
