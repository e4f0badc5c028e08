// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.Rules.Conditions;
using DistillGuard.Rules.Reading;

namespace DistillGuard.Rules.Workshop;

/// <summary>What a rule's condition alone shows: that it is slow, that it can never hold, that one short phrase is enough.</summary>
internal static class ConditionWarnings
{
    /// <summary>Watched phrases of so many bytes let the filter look at every fourth place.</summary>
    public const int QuickBytes = 11;

    /// <summary>A phrase alone is no evidence unless it is longer than this.</summary>
    public const int LongAloneBytes = 20;

    public static void Add(RuleDocument rule, DiagnosticList warnings)
    {
        CompiledCondition compiled = ConditionCompiler.Compile(rule.Condition, new AtomTable());
        if (compiled.Triggers is { ShortestBytes: < QuickBytes } triggers)
        {
            warnings.Add(
                RuleDiagnosticCodes.SlowTriggers,
                rule.Place,
                $"The shortest phrase that is watched for this rule has {triggers.ShortestBytes} bytes, which makes every prompt slower.",
                $"Give the rule one group of phrases that all have {QuickBytes} or more bytes.");
        }

        if (ConditionPaths.Of(rule.Condition) is not { } paths)
        {
            return; // too many ways to hold: nothing is claimed
        }

        ConditionPath[] possible = [.. paths.Where(path => path.CanHold())];
        if (possible.Length == 0)
        {
            warnings.Add(
                RuleDiagnosticCodes.Unreachable,
                rule.Place,
                "The condition can never hold: what it demands is forbidden by a \"not\", or two ranges exclude each other.",
                "Loosen one of the two.");
            return;
        }

        byte[]? alone = possible.Select(path => path.PhraseThatIsEnough(LongAloneBytes)).OfType<byte[]>().FirstOrDefault();
        if (alone is not null)
        {
            warnings.Add(
                RuleDiagnosticCodes.TooGeneral,
                rule.Place,
                $"One short phrase is enough for this rule: \"{Encoding.UTF8.GetString(alone)}\".",
                "Demand a second ingredient that an innocent prompt lacks.");
        }
    }
}
