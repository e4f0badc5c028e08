// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DistillGuard.Calibration;
using DistillGuard.Cli.Scanning;
using DistillGuard.Groups;
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
        WriteCalibration(json, result.Setup.Guard.Calibration, result.Fit);
        WriteSetup(json, result.Setup);
        WriteAccounts(json, "accounts", result.Accounts);
        WriteGroups(json, "groups", result.Groups);
        WriteAccounts(json, "watch", result.Watch);
        WriteGroups(json, "group_watch", result.GroupWatch);
        WriteRegions(json, result);
        WriteNotes(json, result);
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

    private static void WriteCalibration(Utf8JsonWriter json, GuardCalibration? calibration, CalibrationFit? fit)
    {
        GuardCalibration used = calibration ?? GuardCalibration.Default;
        json.WriteStartObject("calibration");
        json.WriteString("source", used.Name);
        json.WriteNumber("account_days", used.MadeFrom.AccountDays);
        json.WriteNumber("group_days", used.MadeFrom.GroupDays);
        if (fit is { } known)
        {
            json.WriteBoolean("fits", !known.IsOutgrown);
            json.WriteNumber("share_above_usual", known.Share);
            json.WriteNumber("usual_share", known.Expected);
        }

        json.WriteEndObject();
    }

    private static void WriteSetup(Utf8JsonWriter json, GuardSetup setup)
    {
        json.WriteStartArray("detectors");
        foreach (DetectorFaults detector in setup.Guard.Faults.Concat(setup.Guard.AnalyzerFaults))
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
        json.WriteStartObject();
        json.WriteString("account", record.Account);
        json.WriteString("level", Names.Of(record.Level));
        WriteFinite(json, "score", record.Score);
        WriteFinite(json, "bar", record.Bar);
        json.WriteString("group", record.Group is null ? null : GroupRecord.NameOf(record.Group));
        WriteTime(json, "first_alert", record.FirstAlert);
        json.WriteNumber("exchanges_before_alert", record.ExchangesBeforeAlert);
        WriteFamilies(json, record.Families);
        WriteReasons(json, record.Reasons);
        WriteTime(json, "highest_at", record.HighestTime);
        json.WriteNumber("exchanges_at_highest", record.Highest.AccountExchanges);
        json.WriteEndObject();
    }

    private static void WriteGroups(Utf8JsonWriter json, string name, IReadOnlyList<GroupRecord> records)
    {
        json.WriteStartArray(name);
        foreach (GroupRecord record in records)
        {
            WriteGroup(json, record);
        }

        json.WriteEndArray();
    }

    private static void WriteGroup(Utf8JsonWriter json, GroupRecord record)
    {
        GroupFinding finding = record.Finding;
        json.WriteStartObject();
        json.WriteString("group", record.Name);
        json.WriteString("level", Names.Of(finding.Level));
        WriteFinite(json, "score", finding.Score);
        WriteFinite(json, "bar", finding.Bar);
        json.WriteStartArray("accounts");
        foreach (string account in record.Accounts)
        {
            json.WriteStringValue(account);
        }

        json.WriteEndArray();
        WriteTime(json, "first_alert", finding.FirstAlert);
        json.WriteNumber("exchanges_before_alert", finding.ExchangesBeforeAlert);
        WriteFamilies(json, finding.Families);
        WriteReasons(json, Reasons.ByWeight([.. finding.Signals]));
        WriteTime(json, "highest_at", finding.HighestTime);
        json.WriteNumber("organizations", finding.Organizations);
        json.WriteNumber("pieces", finding.Pieces);
        json.WriteNumber("exchanges", finding.Exchanges);
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

    private static void WriteReasons(Utf8JsonWriter json, IReadOnlyList<Signal> signals)
    {
        json.WriteStartArray("reasons");
        foreach (Signal signal in signals)
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

    private static void WriteNotes(Utf8JsonWriter json, ScanResult result)
    {
        json.WriteStartArray("notes");
        foreach (PolicyNote row in result.Notes)
        {
            json.WriteStartObject();
            json.WriteString("account", row.Account);
            json.WriteString("reason", row.Strongest.Info.Id);
            json.WriteNumber("exchanges", row.Exchanges);
            WriteFinite(json, "measure", row.Strongest.Measure);
            WriteFinite(json, "limit", row.Strongest.Limit);
            json.WriteString("text", row.Strongest.Describe());
            json.WriteString("innocent", row.Strongest.Info.Innocent);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("note_exchanges_not_listed", result.Collected.Notes.NotListed);
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
