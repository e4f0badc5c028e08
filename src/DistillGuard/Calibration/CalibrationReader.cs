// SPDX-License-Identifier: MIT

using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;
using DistillGuard.Groups;

namespace DistillGuard.Calibration;

/// <summary>Reads and checks calibration files, reporting every problem of a readable file at once.</summary>
internal static class CalibrationReader
{
    private const string Remedy = "'distillguard calibrate' writes calibrations, and they are not meant to be edited: make it again.";

    private static readonly string[] Root =
        ["version", "made_from", "key_check", "piece_check", "rules", "common_pieces", "account_maxima", "group_maxima", "segments", "usual_scores"];

    private static readonly string[] Traffic =
        ["exchanges", "accounts", "account_days", "watched_days", "group_days", "from", "to"];

    private static readonly string[] Usual = ["level", "accounts", "above"];

    private static readonly string[] Pieces = ["organizations", "count", "hashes"];

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>The calibration in a file.</summary>
    /// <param name="place">What to call the file in messages.</param>
    /// <param name="name">What to call the calibration.</param>
    /// <param name="json">The file's content.</param>
    /// <exception cref="InvalidDataException">It is no calibration.</exception>
    public static GuardCalibration Read(string place, string name, ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var problems = new List<string>();
            CheckVersion(place, document.RootElement);
            GuardCalibration calibration = Read(name, document.RootElement, problems);
            return problems.Count == 0
                ? calibration
                : throw new InvalidDataException($"{place}: {string.Join(" ", problems)} {Remedy}");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{place}:{(error.LineNumber ?? 0) + 1}: {FirstSentence(error.Message)} {Remedy}", error);
        }
    }

    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    private static GuardCalibration Read(string name, JsonElement element, List<string> problems)
    {
        var root = new CalibrationMembers(element, string.Empty, Root, problems);
        _ = root.Count("version", 1);
        CalibrationTraffic traffic = ReadTraffic(root.Object("made_from", Traffic), problems);
        CalibrationMembers pieces = root.Object("common_pieces", Pieces);
        float[] accountMaxima = root.Scores("account_maxima", Math.Min(traffic.AccountDays, GuardCalibration.MostMaxima));
        return new GuardCalibration(new CalibrationKey(ReadHash(root, "key_check", problems), ReadHash(root, "piece_check", problems)))
        {
            Name = name,
            MadeFrom = traffic,
            Rules = root.Text("rules"),
            CommonFrom = (int)Math.Min(pieces.Count("organizations", 2), int.MaxValue),
            CommonPieces = new CommonPieces(ReadPieces(pieces, problems)),
            AccountMaxima = accountMaxima,
            UsualScores = ReadUsual(root.Object("usual_scores", Usual), problems),
            GroupMaxima = root.Scores("group_maxima", Math.Min(traffic.GroupDays, GuardCalibration.MostMaxima)),
            Segments = SegmentReader.Read(root, traffic, accountMaxima.FirstOrDefault(), problems),
        };
    }

    // First and by itself: a later version is a version, not a heap of unknown members.
    private static void CheckVersion(string place, JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Object
            && root.TryGetProperty("version", out JsonElement version)
            && version.ValueKind == JsonValueKind.Number
            && version.GetRawText() != CalibrationWriter.VersionText)
        {
            throw new InvalidDataException(
                $"{place}: version: {version.GetRawText()} is not known; this build reads version {CalibrationWriter.VersionText}. {Remedy}");
        }
    }

    private static CalibrationTraffic ReadTraffic(CalibrationMembers members, List<string> problems)
    {
        long accounts = members.Count("accounts", 1);
        var traffic = new CalibrationTraffic(
            members.Count("exchanges", 1),
            accounts,
            members.Count("account_days", accounts),
            members.Count("watched_days", 0),
            members.Count("group_days", 0),
            members.Time("from"),
            members.Time("to"));
        if (traffic.From > traffic.To && traffic.To != default)
        {
            problems.Add($"made_from.from: it is later than to ({traffic.To:O}).");
        }

        return traffic;
    }

    private static UsualScores ReadUsual(CalibrationMembers members, List<string> problems)
    {
        var usual = new UsualScores(
            members.Number("level"),
            (int)Math.Min(members.Count("accounts", 1), int.MaxValue / 2),
            (int)Math.Min(members.Count("above", 0), int.MaxValue / 2));
        if (usual.Above > usual.Accounts)
        {
            problems.Add($"usual_scores.above: {usual.Above} is more than its accounts ({usual.Accounts}).");
        }

        return usual;
    }

    private static string ReadHash(CalibrationMembers members, string name, List<string> problems)
    {
        string text = members.Text(name);
        if (text.Length > 0 && (text.Length != CalibrationKey.Length || text.AsSpan().ContainsAnyExcept(HexDigits)))
        {
            problems.Add($"{name}: it must be {CalibrationKey.Length} hexadecimal digits in lower case.");
        }

        return text;
    }

    private static ulong[] ReadPieces(CalibrationMembers members, List<string> problems)
    {
        string text = members.Text("hashes");
        long count = members.Count("count", 0);
        byte[] bytes = new byte[text.Length / 4 * 3];
        if (!Convert.TryFromBase64String(text, bytes, out int length) || Convert.ToBase64String(bytes.AsSpan(0, length)) != text)
        {
            problems.Add("common_pieces.hashes: it is not base64.");
            return [];
        }

        if (length % sizeof(ulong) != 0 || length / sizeof(ulong) != count)
        {
            problems.Add($"common_pieces.hashes: it holds {length} bytes, which are not {count} pieces (count) of {sizeof(ulong)} bytes.");
            return [];
        }

        ulong[] pieces = new ulong[count];
        for (int i = 0; i < pieces.Length; i++)
        {
            pieces[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(i * sizeof(ulong)));
            if (i > 0 && pieces[i] <= pieces[i - 1])
            {
                problems.Add($"common_pieces.hashes: piece {i} is not above the one before it.");
                return [];
            }
        }

        return pieces;
    }
}
