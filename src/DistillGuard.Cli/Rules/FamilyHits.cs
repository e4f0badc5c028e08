// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Rules;

/// <summary>How many prompts of a family there are and are hit.</summary>
internal sealed class FamilyHits
{
    public FamilyHits(int rules) => Rules = new int[rules];

    /// <summary>Prompts of the family.</summary>
    public int Prompts { get; set; }

    /// <summary>Prompts that any rule hits.</summary>
    public int Hit { get; set; }

    /// <summary>Prompts that each rule hits.</summary>
    public int[] Rules { get; }

    /// <summary>Prompts of a thousand that any rule hits.</summary>
    public double PerThousand => 1000.0 * Hit / Prompts;
}
