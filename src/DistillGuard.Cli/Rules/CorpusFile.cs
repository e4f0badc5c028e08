// SPDX-License-Identifier: MIT

using System.IO.Compression;
using System.Text.Json;

namespace DistillGuard.Cli.Rules;

/// <summary>Reads a corpus of prompts: a JSON object a line, plain or gzip.</summary>
/// <remarks>
/// <c>prompt</c> is what the user says and the only member needed; <c>system</c>, <c>label</c> and <c>family</c> are used where they are
/// there, and everything else is ignored.
/// </remarks>
internal static class CorpusFile
{
    private const string Option = "--corpus";

    /// <summary>Reads the corpus.</summary>
    /// <exception cref="ToolException">The file cannot be read, or a line is no prompt.</exception>
    public static IReadOnlyList<CorpusPrompt> Read(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            bool isGzip = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
            file.Position = 0;
            using Stream stream = isGzip ? new GZipStream(file, CompressionMode.Decompress) : file;
            using var reader = new StreamReader(stream);
            List<CorpusPrompt> prompts = [];
            int number = 0;
            while (reader.ReadLine() is { } line)
            {
                number++;
                if (line.Length > 0)
                {
                    prompts.Add(ReadLine(line, path, number));
                }
            }

            return prompts.Count > 0 ? prompts : throw new ToolException($"{Option} {path}: the file holds no prompts.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or InvalidDataException)
        {
            throw new ToolException($"{Option} {path}: {exception.Message.TrimEnd('.')}; give a readable file of JSON lines.", exception);
        }
    }

    private static CorpusPrompt ReadLine(string line, string path, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            string family = string.Join(' ', new[] { TextOf(root, "label"), TextOf(root, "family") }.Where(name => name is not null));
            return new CorpusPrompt(
                TextOf(root, "system"),
                TextOf(root, "prompt") ?? throw new JsonException("there is no text under \"prompt\""),
                family.Length == 0 ? "all" : family);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new ToolException(
                $"{Option} {path}: line {number} is no prompt ({exception.Message.TrimEnd('.')}); write {{\"prompt\": \"...\", \"family\": \"...\"}} on each line.",
                exception);
        }
    }

    private static string? TextOf(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
