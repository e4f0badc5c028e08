// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.Json;
using DistillGuard.Evaluation.Data;
using DistillGuard.Statistics.Distribution;

namespace DistillGuard.Evaluation.Customers;

/// <summary>Labelled prompts as features: benign tasks of at least forty different prompts, and campaigns.</summary>
internal sealed class CustomerCorpus
{
    private const int FewestPrompts = 40;
    private const ulong Key = 0x6B;

    private CustomerCorpus(FeatureRows rows, CustomerTask[] benign, CustomerTask[] campaigns)
    {
        Rows = rows;
        Benign = benign;
        Campaigns = campaigns;
    }

    public FeatureRows Rows { get; }

    public IReadOnlyList<CustomerTask> Benign { get; }

    /// <summary>One entry a family: a campaign sends prompts of one family.</summary>
    public IReadOnlyList<CustomerTask> Campaigns { get; }

    public static CustomerCorpus Read(string path)
    {
        var rows = new FeatureRows(Key);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var benign = new Dictionary<(string Family, string Group), CustomerTask>();
        var campaigns = new Dictionary<(string Family, string Group), CustomerTask>();
        foreach (JsonElement line in JsonLines.Read(path))
        {
            string text = line.GetProperty("prompt").GetString()!;
            if (!seen.Add(text))
            {
                continue;
            }

            bool isBenign = line.GetProperty("label").GetString() == "benign";
            string family = line.GetProperty("family").GetString()!;
            string group = isBenign && line.TryGetProperty("group", out JsonElement value) ? value.ToString() : string.Empty;
            Dictionary<(string Family, string Group), CustomerTask> side = isBenign ? benign : campaigns;
            if (!side.TryGetValue((family, group), out CustomerTask? task))
            {
                task = new CustomerTask(family, group, []);
                side.Add((family, group), task);
            }

            task.Rows.Add(rows.Count);
            rows.Add(Encoding.UTF8.GetBytes(text));
        }

        return new CustomerCorpus(
            rows,
            [.. benign.Values.Where(task => task.Rows.Count >= FewestPrompts)],
            [.. campaigns.Values.Where(task => task.Rows.Count >= 100)]);
    }
}
