// SPDX-License-Identifier: MIT

using System.Text.Json.Nodes;

namespace DistillGuard.Cli.Support;

/// <summary>A calibration file, made by the tool and then given much quiet traffic, of which one segment is noisy.</summary>
internal static class SegmentedCalibration
{
    /// <summary>The bar of the noisy segment at 1e-2 and 1e-3, as reports show it. At these budgets that of all is far below.</summary>
    public const string OwnBar = "20.0";

    /// <summary>Writes it.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="dimension">The segment's dimension.</param>
    /// <param name="value">The segment's value; <see langword="null"/> for no segment.</param>
    /// <returns>The file's path.</returns>
    public static string Write(TemporaryFolder folder, string dimension, string? value)
    {
        using var console = new TestConsole();
        string log = folder.Write("benign.jsonl", TemplateLog.Day(0, 9, TemplateLog.Recipes, "cook"));
        int code = console.Run("calibrate", log, "--out", folder.At("made.json"));
        Assert.That(code, Is.Zero, console.Error);
        JsonNode calibration = JsonNode.Parse(File.ReadAllText(folder.At("made.json")))!;
        calibration["made_from"]!["account_days"] = 500_000;
        calibration["account_maxima"] = Scores();
        calibration["segments"] = value is null
            ? []
            : new JsonArray(new JsonObject
            {
                ["dimension"] = dimension,
                ["value"] = value,
                ["accounts"] = 9,
                ["account_days"] = 4_000,
                ["account_maxima"] = Scores(),
            });
        return folder.Write("segmented.json", calibration.ToJsonString());
    }

    private static JsonArray Scores() => [.. Enumerable.Repeat(20, 60).Select(score => JsonValue.Create(score))];
}
