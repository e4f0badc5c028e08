// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Evaluating;

/// <summary>Everything that an evaluation says; written as JSON with these names in snake case.</summary>
internal sealed record EvalResult
{
    /// <summary>Version of the file.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Budget of the scan that is judged: false accusations per benign account-day.</summary>
    public required double Budget { get; init; }

    /// <summary>The calibration; <c>default</c> for none.</summary>
    public required string Calibration { get; init; }

    /// <summary>The bar of an account.</summary>
    public required double AccountBar { get; init; }

    /// <summary>The bar of a group.</summary>
    public required double GroupBar { get; init; }

    /// <summary>Exchanges evaluated.</summary>
    public required long Exchanges { get; init; }

    /// <summary>Labelled accounts that the log does not have: they count nowhere.</summary>
    public required long LabelsWithoutTraffic { get; init; }

    /// <summary>Accounts of the log without a label: they count nowhere.</summary>
    public required long AccountsWithoutLabel { get; init; }

    /// <summary>Benign accounts of the log.</summary>
    public required long BenignAccounts { get; init; }

    /// <summary>Benign accounts accused, per benign account-day.</summary>
    public required Rate FalseAlarms { get; init; }

    /// <summary>Groups accused of which at least half are benign.</summary>
    public required long BenignGroups { get; init; }

    /// <summary>Accounts of campaigns accused.</summary>
    public required Rate Recall { get; init; }

    /// <summary>Campaigns of which an account is accused.</summary>
    public required Rate CampaignRecall { get; init; }

    /// <summary>Campaign by campaign.</summary>
    public required IReadOnlyList<CampaignResult> Campaigns { get; init; }

    /// <summary>Kinds of customer.</summary>
    public required IReadOnlyList<SegmentResult> Segments { get; init; }

    /// <summary>Stated against observed.</summary>
    public required IReadOnlyList<ReliabilityResult> Reliability { get; init; }

    /// <summary>Our ranking, and those of simple rules, each at the threshold that accuses no more benign accounts than the budget allows.</summary>
    public required IReadOnlyList<BaselineResult> Baselines { get; init; }

    /// <summary>The log scanned again without each family of evidence.</summary>
    public required IReadOnlyList<AblationResult> Ablation { get; init; }

    /// <summary>Our ranking of accounts, threshold by threshold.</summary>
    public required IReadOnlyList<CurvePoint> Curve { get; init; }
}
