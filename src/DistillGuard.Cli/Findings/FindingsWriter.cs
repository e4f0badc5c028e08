// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DistillGuard.Cli.Scanning;
using DistillGuard.Signals;
using DistillGuard.Verdicts;

namespace DistillGuard.Cli.Findings;

/// <summary>Writes the findings file, version 1. The same scan gives the same bytes.</summary>
internal static class FindingsWriter
{
    private const int Version = 1;
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), // names in any script stay readable; < > & stay escaped
    };

    public static void Write(Stream stream, ScanResult result)
    {
        using var json = new Utf8JsonWriter(stream, Layout);
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        WriteLog(json, result);
        WriteBudget(json, result.Budget);
        WriteCalibration(json);
        WriteSetup(json, result.Setup);
        WriteAccounts(json, "accounts", result.Accounts);
        json.WriteStartArray("groups");
        json.WriteEndArray();
        WriteAccounts(json, "watch", result.Watch);
        WriteRegions(json, result);
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WriteLog(Utf8JsonWriter json, ScanResult result)
    {
        json.WriteStartObject("log");
        json.WriteNumber("exchanges", result.Log.Exchanges);
        json.WriteNumber("skipped_lines", result.Log.Skipped);
        json.WriteNumber("not_evaluated", result.Collected.NotEvaluated.Total);
        WriteTime(json, "from", result.Collected.From);
        WriteTime(json, "to", result.Collected.To);
        json.WriteNumber("lines", result.Log.Lines);
        json.WriteNumber("incomplete_lines", result.Log.Incomplete);
        json.WriteNumber("out_of_order_lines", result.Log.OutOfOrder);
        json.WriteStartObject("not_evaluated_reasons");
        foreach ((string reason, long count) in result.Collected.NotEvaluated.Reasons)
        {
            json.WriteNumber(reason, count);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteBudget(Utf8JsonWriter json, FalseAlarmBudget budget)
    {
        json.WriteStartObject("budget");
        json.WriteNumber("per_account_day", budget.PerAccountDay);
        json.WriteNumber("groups_per_day", budget.GroupsPerDay);
        json.WriteEndObject();
    }

    // The bar comes from the weights themselves: no benign account-day stands behind it.
    private static void WriteCalibration(Utf8JsonWriter json)
    {
        json.WriteStartObject("calibration");
        json.WriteString("source", "default");
        json.WriteNumber("account_days", 0);
        json.WriteNumber("group_days", 0);
        json.WriteEndObject();
    }

    private static void WriteSetup(Utf8JsonWriter json, GuardSetup setup)
    {
        json.WriteStartArray("detectors");
        foreach (DetectorFaults detector in setup.Guard.Faults)
        {
            json.WriteStringValue(detector.Detector);
        }

        json.WriteEndArray();
        json.WriteString("rules", setup.Rules);
        json.WriteString("region_policy", setup.RegionPolicy);
    }

    private static void WriteAccounts(Utf8JsonWriter json, string name, IReadOnlyList<AccountRecord> records)
    {
        json.WriteStartArray(name);
        foreach (AccountRecord record in records)
        {
            WriteAccount(json, record);
        }

        json.WriteEndArray();
    }

    private static void WriteAccount(Utf8JsonWriter json, AccountRecord record)
    {
        ref readonly Verdict highest = ref record.Highest;
        json.WriteStartObject();
        json.WriteString("account", record.Account);
        json.WriteString("level", Names.Of(highest.Level));
        WriteFinite(json, "score", highest.Score);
        WriteFinite(json, "bar", highest.Bar);
        json.WriteNull("group");
        WriteTime(json, "first_alert", record.FirstAlert);
        json.WriteNumber("exchanges_before_alert", record.ExchangesBeforeAlert);
        WriteFamilies(json, highest.Families);
        WriteReasons(json, highest.Signals);
        WriteTime(json, "highest_at", record.HighestTime);
        json.WriteNumber("exchanges_at_highest", highest.AccountExchanges);
        json.WriteEndObject();
    }

    private static void WriteFamilies(Utf8JsonWriter json, SignalFamilies families)
    {
        json.WriteStartArray("families");
        foreach (string family in Names.Of(families))
        {
            json.WriteStringValue(family);
        }

        json.WriteEndArray();
    }

    private static void WriteReasons(Utf8JsonWriter json, ReadOnlySpan<Signal> signals)
    {
        json.WriteStartArray("reasons");
        foreach (Signal signal in Reasons.ByWeight(signals))
        {
            json.WriteStartObject();
            json.WriteString("id", signal.Info.Id);
            json.WriteString("family", Names.Of(signal.Info.Family));
            WriteFinite(json, "measure", signal.Measure);
            WriteFinite(json, "limit", signal.Limit);
            json.WriteString("text", signal.Describe());
            WriteFinite(json, "weight", signal.Weight);
            json.WriteString("title", signal.Info.Title);
            json.WriteString("innocent", signal.Info.Innocent);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRegions(Utf8JsonWriter json, ScanResult result)
    {
        json.WriteStartArray("regions");
        foreach (RegionFinding row in result.Regions)
        {
            json.WriteStartObject();
            json.WriteString("account", row.Account);
            json.WriteString("country", row.Country);
            json.WriteNumber("exchanges", row.Exchanges);
            json.WriteString("reason", row.Info.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("region_exchanges_not_listed", result.Collected.Regions.NotListed);
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteString(name, time.Value.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
    }

    // JSON has no infinity and no NaN; a detector's odd number must not make the whole file unreadable.
    private static void WriteFinite(Utf8JsonWriter json, string name, float value) =>
        json.WriteNumber(name, float.IsNaN(value) ? 0 : Math.Clamp(value, float.MinValue, float.MaxValue));
}
