// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules;

/// <summary>Which rules an operator wants: how sensitive, and what to make of single ones.</summary>
public sealed class RuleSetOptions : IGuardOptions
{
    /// <summary>The least sensitive level.</summary>
    public const int LeastLevel = 1;

    /// <summary>The most sensitive level.</summary>
    public const int GreatestLevel = 4;

    /// <summary>
    /// Rules up to this level are used; the others are left out and cost nothing. 1 to 4; default 1: rules that almost never meet an innocent
    /// prompt. Each level finds more and errs more.
    /// </summary>
    public int Level { get; set; } = LeastLevel;

    /// <summary>What to make of single rules, by their id. An override that names no rule is a mistake. Default: empty.</summary>
    /// <remarks>A rule that is overridden with anything but <see cref="RuleOverride.Off"/> is used whatever its level.</remarks>
    public IDictionary<string, RuleOverride> Overrides { get; } = new Dictionary<string, RuleOverride>(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange(nameof(Level), Level, LeastLevel, GreatestLevel);
        foreach ((string rule, RuleOverride value) in Overrides)
        {
            if (!Enum.IsDefined(value))
            {
                problems.Add($"{nameof(Overrides)}: {(int)value} for '{rule}' is none; use Off, Experimental, Test or Stable.");
            }
        }
    }

    /// <summary>The status a rule gets, or null when it is left out.</summary>
    internal RuleStatus? StatusOf(RuleDocument rule)
    {
        if (Overrides.TryGetValue(rule.Id, out RuleOverride value))
        {
            return value == RuleOverride.Off ? null : (RuleStatus)(value - 1);
        }

        return rule.Level <= Level ? rule.Status : null;
    }
}
