// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Detectors.RateAnomaly;

/// <summary>What <c>rate-anomaly</c> can say.</summary>
internal static class RateSignals
{
    public static readonly SignalInfo Requests = new()
    {
        Id = "volume.requests-above-cohort",
        Title = "Sends more requests than nearly all accounts of its kind",
        Family = SignalFamily.Volume,
        Reason = "about {0:F0} requests within the last hour or so; accounts on the same plan and declared use seldom go above {1:F0}",
        Innocent = "a batch job, a migration, a launch, an evaluation run, or the largest customer of a small plan.",
        References = ["MITRE ATLAS AML.T0024.002", "OWASP AISVS 11.5.1", "OWASP LLM10:2025"],
    };

    public static readonly SignalInfo Tokens = new()
    {
        Id = "volume.tokens-above-cohort",
        Title = "Uses more tokens than nearly all accounts of its kind",
        Family = SignalFamily.Volume,
        Reason = "about {0:F0} tokens within the last hour or so; accounts on the same plan and declared use seldom go above {1:F0}",
        Innocent = "long documents, a coding agent, a batch job, or an evaluation run.",
        References = ["MITRE ATLAS AML.T0024.002", "OWASP AISVS 11.5.1", "OWASP LLM10:2025"],
    };

    public static readonly SignalInfo Ramp = new()
    {
        Id = "volume.ramp",
        Title = "Sends far more than it used to, and more so than others ever ramp up",
        Family = SignalFamily.Volume,
        Reason = "the recent rate is {0:F0} % of the account's own past; accounts of its kind seldom go above {1:F0} %",
        Innocent = "a product launch, a migration from another account, a nightly job's first run, or the release of a new model.",
        References = ["OWASP AISVS 11.5.2"],
    };

    public static readonly SignalInfo Stretch = new()
    {
        Id = "volume.no-rest",
        Title = "Has been in use without a rest for longer than nearly all accounts of its kind",
        Family = SignalFamily.Volume,
        Reason = "{0:F0} hours of use without a rest; accounts on the same plan and declared use seldom go beyond {1:F0}",
        Innocent = "a service with users in many time zones, a monitoring probe, or a queue that never empties.",
        References = ["OWASP AISVS 11.5.3"],
    };

    public static SignalInfo Of(RateMeasure measure) => measure switch
    {
        RateMeasure.Requests => Requests,
        RateMeasure.Tokens => Tokens,
        RateMeasure.Ramp => Ramp,
        _ => Stretch,
    };
}
