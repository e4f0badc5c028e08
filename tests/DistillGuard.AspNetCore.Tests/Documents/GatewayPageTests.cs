// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Support;

namespace DistillGuard.AspNetCore.Documents;

/// <summary>Holds the code printed in <c>docs/gateway.md</c> to code that compiles, line by line.</summary>
public sealed class GatewayPageTests
{
    private const string NotOurs = "<!-- compiled in docs/samples/Gateway -->";

    [Test]
    public void Page_EveryBlockOfCode_StandsInTheSample()
    {
        string[] page = Trimmed("docs/gateway.md");
        string sample = string.Join('\n', Trimmed("tests/DistillGuard.AspNetCore.Tests/Documents/ProtectedGateway.cs"));
        var strays = new List<string>();
        for (int i = 1; i < page.Length; i++)
        {
            if (page[i] == "```csharp" && page[i - 1] != NotOurs)
            {
                string block = string.Join('\n', page.Skip(i + 1).TakeWhile(line => line != "```"));
                if (!sample.Contains(block, StringComparison.Ordinal))
                {
                    strays.Add(block);
                }
            }
        }

        Assert.That(strays, Is.Empty);
    }

    private static string[] Trimmed(string path) => [.. PublishedFile.Read(path).Split('\n').Select(line => line.Trim())];
}
