// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.Json;
using DistillGuard.Evaluation.Data;
using DistillGuard.Features;
using DistillGuard.Groups;
using DistillGuard.Statistics.Distribution;

namespace DistillGuard.Evaluation.Customers;

/// <summary>Labelled prompts as features: benign tasks of at least forty different prompts, and campaigns.</summary>
internal sealed class CustomerCorpus
{
    private const int FewestPrompts = 40;
    private const float Fine = 1024;

    private CustomerCorpus(float[] shipped, float[] style, CustomerTask[] benign, CustomerTask[] campaigns)
    {
        Shipped = shipped;
        Style = style;
        Benign = benign;
        Campaigns = campaigns;
    }

    /// <summary>What the library remembers of each prompt: <see cref="AccountHabit.Dimensions"/> whole numbers.</summary>
    public float[] Shipped { get; }

    /// <summary>The longer <see cref="StyleVector"/> of each prompt, in 1,024ths.</summary>
    public float[] Style { get; }

    public IReadOnlyList<CustomerTask> Benign { get; }

    /// <summary>One entry a family: a campaign sends prompts of one family.</summary>
    public IReadOnlyList<CustomerTask> Campaigns { get; }

    public static CustomerCorpus Read(string path)
    {
        var shipped = new List<float>();
        var style = new List<float>();
        int count = 0;
        var sketches = new SketchReader("evaluation of tests"u8[..16]);
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

            task.Rows.Add(count++);
            byte[] utf8 = Encoding.UTF8.GetBytes(text);
            shipped.AddRange(Remembered(utf8, sketches));
            style.AddRange(LongStyle(utf8));
        }

        return new CustomerCorpus(
            [.. shipped],
            [.. style],
            [.. benign.Values.Where(task => task.Rows.Count >= FewestPrompts)],
            [.. campaigns.Values.Where(task => task.Rows.Count >= 100)]);
    }

    private static float[] Remembered(byte[] text, SketchReader reader)
    {
        var nothing = default(PromptSum);
        var sum = default(PromptSum);
        var sketch = default(PromptSketch);
        reader.Read(text, ref sketch);
        sum.Add(StyleReader.Read(text), in sketch);
        var numbers = new float[AccountHabit.Dimensions];
        PromptSum.Change(in nothing, in sum, numbers);
        return numbers;
    }

    private static float[] LongStyle(byte[] text)
    {
        var numbers = new float[StyleVector.Length];
        StyleVector.Read(text, numbers);
        return Array.ConvertAll(numbers, static number => MathF.Round(number * Fine));
    }
}
