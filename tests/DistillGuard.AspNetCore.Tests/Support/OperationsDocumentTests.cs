// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.AspNetCore.Configuration;
using DistillGuard.AspNetCore.Telemetry;

namespace DistillGuard.AspNetCore.Support;

/// <summary>Holds the tables of <c>docs/operations.md</c> to the code.</summary>
public sealed class OperationsDocumentTests
{
    private const string Document = "docs/operations.md";

    [Test]
    public void Settings_InTheDocument_AreThoseThereAre() => PublishedFile.CheckBlock(Document, "settings", Settings());

    [Test]
    public void Metrics_InTheDocument_AreThoseThereAre() => PublishedFile.CheckBlock(Document, "metrics", Metrics());

    private static string Settings()
    {
        var text = new StringBuilder();
        foreach (IGrouping<string, SettingFacts> part in SettingFacts.All.GroupBy(setting => setting.Part.PathOf(string.Empty).TrimEnd(':')))
        {
            text.Append("\n### `").Append(part.Key).Append("`\n\n").Append(SettingFacts.SummaryOfPart(part.First().Part.Path)).Append('\n');
            text.Append("\n| setting | default | range | |\n| --- | --- | --- | --- |\n");
            foreach (SettingFacts setting in part)
            {
                string range = setting.Least.Length > 0 ? $"{setting.Least} to {setting.Most}" : string.Join(", ", setting.Choices);
                text.Append("| `").Append(setting.Path[(part.Key.Length + 1)..]).Append("` | ").Append(setting.Default).Append(" | ")
                    .Append(range).Append(" | ").Append(setting.Summary.Replace("|", "\\|", StringComparison.Ordinal)).Append(" |\n");
            }
        }

        return text.Append('\n').ToString();
    }

    private static string Metrics()
    {
        var text = new StringBuilder("\n| instrument | unit | tags | |\n| --- | --- | --- | --- |\n");
        foreach (InstrumentInfo info in InstrumentNames.All)
        {
            text.Append("| `").Append(info.Name).Append("` | `").Append(info.Unit).Append("` | ")
                .AppendJoin(", ", info.Tags.Select(tag => $"`{tag}`")).Append(" | ").Append(info.Description).Append(" |\n");
        }

        return text.Append('\n').ToString();
    }
}
