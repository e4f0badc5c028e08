// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Signals;

namespace DistillGuard.Detectors.SamplingShape;

/// <summary>Whether a group asks for what a training set needs and people seldom do: several answers at once, log-probabilities.</summary>
internal sealed class SamplingShapeAnalyzer : IGroupAnalyzer
{
    public const string AnalyzerName = "sampling-shape";

    private static readonly SignalInfo Choices = new()
    {
        Id = "protocol.several-choices",
        Title = "The group asks for several answers to each prompt",
        Family = SignalFamily.Protocol,
        Reason = "a member asks for several answers in {0:P0} of its exchanges, on average over the members; up to {1:P0} is no evidence",
        Innocent = "evaluation by majority vote, translation with alternatives, creative tools.",
        References = ["OWASP AISVS 11.5.3", "MITRE ATLAS AML.T0024.002"],
    };

    private static readonly SignalInfo LogProbabilities = new()
    {
        Id = "protocol.log-probabilities",
        Title = "The group asks for log-probabilities",
        Family = SignalFamily.Protocol,
        Reason = "a member asks for log-probabilities in {0:P0} of its exchanges, on average over the members; up to {1:P0} is no evidence",
        Innocent = "classifiers with confidence values, evaluation harnesses, perplexity measurements.",
        References = ["OWASP AISVS 11.5.3", "MITRE ATLAS AML.T0024.002"],
    };

    private readonly SamplingShapeOptions _options;

    public SamplingShapeAnalyzer(SamplingShapeOptions options) => _options = options;

    public string Name => AnalyzerName;

    public void Analyze(in GroupView group, ref SignalBuffer signals)
    {
        Add(Choices, _options.ChoicesWeight, ShareWith(in group, ExchangeTraits.SeveralChoices), ref signals);
        Add(LogProbabilities, _options.LogProbabilitiesWeight, ShareWith(in group, ExchangeTraits.LogProbabilities), ref signals);
    }

    // Averaged over members: one heavy translator among light users once made a harmless group look bad.
    private static double ShareWith(in GroupView group, ExchangeTraits trait) =>
        MemberAverages.Of(in group, exchange => (exchange.Traits & trait) != ExchangeTraits.None ? 1 : 0);

    private void Add(SignalInfo info, double fullWeight, double share, ref SignalBuffer signals)
    {
        double weight = fullWeight * Math.Clamp((share - _options.UsualShare) / (_options.FullShare - _options.UsualShare), 0, 1);
        if (weight > 0)
        {
            signals.Add(new Signal(info, (float)weight, (float)share, (float)_options.UsualShare));
        }
    }
}
