// SPDX-License-Identifier: MIT

using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using DistillGuard.Groups;

namespace DistillGuard.Calibration;

/// <summary>Writes calibration files. The same calibration gives the same bytes.</summary>
internal static class CalibrationWriter
{
    public const string VersionText = "2";

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n" };

    public static void Write(Stream stream, GuardCalibration calibration)
    {
        using (var json = new Utf8JsonWriter(stream, Layout))
        {
            json.WriteStartObject();
            json.WritePropertyName("version");
            json.WriteRawValue(VersionText);
            WriteTraffic(json, calibration.MadeFrom);
            json.WriteString("key_check", calibration.Key.Secret);
            json.WriteString("piece_check", calibration.Key.Pieces);
            json.WriteString("rules", calibration.Rules);
            WritePieces(json, calibration);
            WriteMaxima(json, "account_maxima", calibration.AccountMaxima);
            WriteMaxima(json, "group_maxima", calibration.GroupMaxima);
            WriteSegments(json, calibration.Segments);
            WriteUsual(json, calibration.UsualScores);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteTraffic(Utf8JsonWriter json, CalibrationTraffic traffic)
    {
        json.WriteStartObject("made_from");
        json.WriteNumber("exchanges", traffic.Exchanges);
        json.WriteNumber("accounts", traffic.Accounts);
        json.WriteNumber("account_days", traffic.AccountDays);
        json.WriteNumber("watched_days", traffic.WatchedDays);
        json.WriteNumber("group_days", traffic.GroupDays);
        json.WriteString("from", traffic.From.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
        json.WriteString("to", traffic.To.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void WritePieces(Utf8JsonWriter json, GuardCalibration calibration)
    {
        CommonPieces pieces = calibration.CommonPieces;
        byte[] bytes = new byte[pieces.Count * sizeof(ulong)];
        for (int i = 0; i < pieces.Count; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * sizeof(ulong)), pieces.Pieces[i]);
        }

        json.WriteStartObject("common_pieces");
        json.WriteNumber("organizations", calibration.CommonFrom);
        json.WriteNumber("count", pieces.Count);
        json.WriteBase64String("hashes", bytes);
        json.WriteEndObject();
    }

    private static void WriteSegments(Utf8JsonWriter json, IReadOnlyList<CalibrationSegment> segments)
    {
        json.WriteStartArray("segments");
        foreach (CalibrationSegment segment in segments)
        {
            json.WriteStartObject();
            json.WriteString("dimension", SegmentDimensionNames.ToName(segment.Dimension));
            json.WriteString("value", segment.Value);
            json.WriteNumber("accounts", segment.Accounts);
            json.WriteNumber("account_days", segment.AccountDays);
            WriteMaxima(json, "account_maxima", segment.AccountMaxima);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteUsual(Utf8JsonWriter json, UsualScores usual)
    {
        json.WriteStartObject("usual_scores");
        json.WriteNumber("level", usual.Level);
        json.WriteNumber("accounts", usual.Accounts);
        json.WriteNumber("above", usual.Above);
        json.WriteEndObject();
    }

    // On one line: an indented array would take a line for every number.
    private static void WriteMaxima(Utf8JsonWriter json, string name, IReadOnlyList<float> maxima)
    {
        json.WritePropertyName(name);
        json.WriteRawValue($"[{string.Join(", ", maxima.Select(score => score.ToString(CultureInfo.InvariantCulture)))}]");
    }
}
