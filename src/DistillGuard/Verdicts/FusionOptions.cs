// SPDX-License-Identifier: MIT

using System.Globalization;
using DistillGuard.Signals;

namespace DistillGuard.Verdicts;

/// <summary>How signals are weighed. All weights are natural log-odds.</summary>
public sealed class FusionOptions : IGuardOptions
{
    /// <summary>False accusations that the operator accepts. Default: 1e-4 per benign account-day, 0.01 groups per day.</summary>
    public FalseAlarmBudget Budget { get; set; } = FalseAlarmBudget.Default;

    /// <summary>From which evidence on a family counts as one of the two that an accusation needs. 0.1 to 5; default 0.8.</summary>
    public double FamilyCountsFrom { get; set; } = 0.8;

    /// <summary>Most evidence from <see cref="SignalFamily.Volume"/>. 0 to 20; default 4.</summary>
    public double VolumeCap { get; set; } = 4;

    /// <summary>Most evidence from <see cref="SignalFamily.Content"/>. 0 to 20; default 6.</summary>
    public double ContentCap { get; set; } = 6;

    /// <summary>Most evidence from <see cref="SignalFamily.Origin"/>. 0 to 20; default 1, and origin signals weigh 0 unless set.</summary>
    public double OriginCap { get; set; } = 1;

    /// <summary>Most evidence from <see cref="SignalFamily.Protocol"/>. 0 to 20; default 3.</summary>
    public double ProtocolCap { get; set; } = 3;

    /// <summary>Most evidence from <see cref="SignalFamily.Structure"/>. 0 to 20; default 4.</summary>
    public double StructureCap { get; set; } = 4;

    /// <summary>Most evidence from <see cref="SignalFamily.Identity"/>. 0 to 20; default 3.</summary>
    public double IdentityCap { get; set; } = 3;

    /// <summary>Most evidence from <see cref="SignalFamily.Timing"/>. 0 to 20; default 3.</summary>
    public double TimingCap { get; set; } = 3;

    /// <summary>Most evidence from <see cref="SignalFamily.Distribution"/>. 0 to 20; default 4.</summary>
    public double DistributionCap { get; set; } = 4;

    /// <summary>The cap of a family.</summary>
    public double CapOf(SignalFamily family) => family switch
    {
        SignalFamily.Volume => VolumeCap,
        SignalFamily.Content => ContentCap,
        SignalFamily.Origin => OriginCap,
        SignalFamily.Protocol => ProtocolCap,
        SignalFamily.Structure => StructureCap,
        SignalFamily.Identity => IdentityCap,
        SignalFamily.Timing => TimingCap,
        SignalFamily.Distribution => DistributionCap,
        _ => throw new ArgumentOutOfRangeException(nameof(family), family, "Not a signal family."),
    };

    /// <summary>Sets the cap of a family.</summary>
    /// <param name="family">The family.</param>
    /// <param name="cap">Most evidence from it, 0 to 20; with 0 it neither weighs nor counts, except for what is conclusive.</param>
    public void SetCap(SignalFamily family, double cap)
    {
        switch (family)
        {
            case SignalFamily.Volume:
                VolumeCap = cap;
                break;
            case SignalFamily.Content:
                ContentCap = cap;
                break;
            case SignalFamily.Origin:
                OriginCap = cap;
                break;
            case SignalFamily.Protocol:
                ProtocolCap = cap;
                break;
            case SignalFamily.Structure:
                StructureCap = cap;
                break;
            case SignalFamily.Identity:
                IdentityCap = cap;
                break;
            case SignalFamily.Timing:
                TimingCap = cap;
                break;
            case SignalFamily.Distribution:
                DistributionCap = cap;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(family), family, "Not a signal family.");
        }
    }

    /// <summary>A copy that later changes do not reach.</summary>
    internal FusionOptions Copy() => (FusionOptions)MemberwiseClone();

    /// <summary>The highest score without conclusive evidence.</summary>
    internal double Reach => Enum.GetValues<SignalFamily>().Sum(CapOf);

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange(nameof(Budget) + "." + nameof(Budget.PerAccountDay), Budget.PerAccountDay, 1e-9, 0.5);
        problems.CheckRange(nameof(Budget) + "." + nameof(Budget.GroupsPerDay), Budget.GroupsPerDay, 1e-9, 100);
        problems.CheckRange(nameof(FamilyCountsFrom), FamilyCountsFrom, 0.1, 5);
        foreach (SignalFamily family in Enum.GetValues<SignalFamily>())
        {
            problems.CheckRange(family + "Cap", CapOf(family), 0, 20);
        }

        CheckReach(problems);
    }

    // A configuration under which nobody could ever be accused looks like peace.
    private void CheckReach(OptionsProblems problems)
    {
        double reach = Reach;
        int families = Enum.GetValues<SignalFamily>().Count(family => CapOf(family) >= FamilyCountsFrom);
        if (families < 2)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{families} families have a cap of at least {nameof(FamilyCountsFrom)} ({FamilyCountsFrom}), and an accusation needs two; raise a cap or lower {nameof(FamilyCountsFrom)}."));
        }

        double bar = -Math.Log(Budget.PerAccountDay);
        if (reach < bar)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"All caps together ({reach:F1}) stay below the bar ({bar:F1}) of {nameof(Budget)}.{nameof(Budget.PerAccountDay)} ({Budget.PerAccountDay}), so nobody could be accused; raise caps or the budget."));
        }
    }
}
