// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.Json;
using DistillGuard.Statistics.Distribution;

namespace DistillGuard.Evaluation.Data;

/// <summary>One published pair as features: the benign rows first, then the attacker's. Texts that occur twice count once.</summary>
internal sealed class Pair
{
    private const ulong Key = 0x6B;

    private Pair(string name, FeatureRows rows, List<float[]> words, int benign)
    {
        Name = name;
        Rows = rows;
        Words = words;
        Benign = benign;
    }

    public string Name { get; }

    public FeatureRows Rows { get; }

    public IReadOnlyList<float[]> Words { get; }

    public int Benign { get; }

    public int Attacker => Rows.Count - Benign;

    public static Pair Read(string path, bool normalise)
    {
        var rows = new FeatureRows(Key);
        var words = new List<float[]>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        JsonElement[] lines = [.. JsonLines.Read(path)];
        int benign = 0;
        foreach (string label in new[] { "benign", "attacker" })
        {
            foreach (JsonElement line in lines.Where(line => line.GetProperty("label").GetString() == label))
            {
                string text = line.GetProperty("query").GetString()!;
                text = normalise ? TextForm.Normalise(text) : text;
                if (seen.Add(text))
                {
                    rows.Add(Encoding.UTF8.GetBytes(text));
                    words.Add(WordVector.Read(text));
                }
            }

            benign = label == "benign" ? rows.Count : benign;
        }

        return new Pair(Path.GetFileName(path).Split('.')[0], rows, words, benign);
    }
}
