// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.Samples.Gateway.Traffic;
using DistillGuard.Testing;
using DistillGuard.Testing.Texts;

namespace DistillGuard.Load.Loading;

/// <summary>Request bodies of about 4 KB, made up once.</summary>
internal static class LoadBodies
{
    private const int Count = 256;
    private const int PromptLength = 4_000;

    /// <summary>The bodies of a kind of load.</summary>
    public static IReadOnlyList<byte[]> Of(LoadKind kind)
    {
        var chance = new Random(5);
        Func<int, Random, Exchange> texts = SampleTexts.Conversation(SampleLanguage.English);
        var bodies = new List<byte[]>(Count);
        while (bodies.Count < Count)
        {
            var prompt = new StringBuilder();
            while (prompt.Length < PromptLength)
            {
                prompt.Append(texts(0, chance).Prompt).Append('\n');
            }

            bodies.Add(Encoding.UTF8.GetBytes(RequestBodies.Write(kind.Api, string.Empty, prompt.ToString(), kind.IsStreamed)));
        }

        return bodies;
    }
}
