// SPDX-License-Identifier: MIT

using DistillGuard.Rules;
using DistillGuard.Rules.Workshop;

namespace Acme.Rules;

/// <summary>Every rule of the pack against its cases.</summary>
public sealed class AcmeRulesTests
{
    private static readonly string Folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "rules");
    private static readonly RuleTest Pack = new([new RuleSetSource("acme.json", File.ReadAllBytes(Path.Combine(Folder, "acme.json")))]);

    public static IEnumerable<string> Rules => Pack.Rules.Rules.Select(rule => rule.Id);

    [TestCaseSource(nameof(Rules))]
    public void Rule_ItsCases_ComeOutAsWritten(string rule)
    {
        var source = new RuleSetSource(rule, File.ReadAllBytes(Path.Combine(Folder, "cases", rule + ".json")));

        Assert.That(Pack.Run(RuleCaseFile.Read(rule, source)), Is.Empty);
    }
}
