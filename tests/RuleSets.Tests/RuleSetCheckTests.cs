// SPDX-License-Identifier: MIT

using DistillGuard.Rules;
using DistillGuard.Rules.Workshop;

namespace DistillGuard.RuleSets;

/// <summary>The catalogue is held to what <c>rules check</c> asks of everybody's rules.</summary>
public sealed class RuleSetCheckTests
{
    [Test]
    public void Run_CatalogueWithItsCases_IsSilent()
    {
        RuleCaseFile[] cases =
        [
            .. BuiltInRuleSets.Load(new RuleSetOptions { Level = RuleSetOptions.GreatestLevel }).Rules.Select(rule =>
                RuleCaseFile.Read(rule.Id, new RuleSetSource(rule.Id, File.ReadAllBytes(CaseFile.PathOf(rule.Id))))),
        ];

        Assert.That(RuleSetCheck.Run(BuiltInRuleSets.Sources(), cases).Select(found => $"{found.Code} {found.Source} {found.Line}: {found.Problem}"), Is.Empty);
    }
}
